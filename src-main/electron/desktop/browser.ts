import type { Shell } from 'electron';
import { fail } from '../../../src-shared/app-error';
import type { Browser } from '../../core/ports';

/** The user's browser: https only, so that no address of a server can start another program here. */
export function createBrowser(shell: Pick<Shell, 'openExternal'>): Browser {
  return {
    async open(url) {
      const address = URL.canParse(url) ? new URL(url) : undefined;
      if (address?.protocol !== 'https:' || address.username !== '' || address.password !== '')
        throw fail('bad-address', { detail: address?.protocol ?? '' });
      await shell.openExternal(address.href);
    },
  };
}
