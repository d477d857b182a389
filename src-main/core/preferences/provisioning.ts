import { toFailure } from '../../../src-shared/app-error';
import type { Accounts } from '../accounts/accounts';
import type { Log } from '../ports';
import type { Watchers } from '../watching/watchers';
import { accountOf, type Provision } from './provision';
import type { Settings } from './settings';

export interface ProvisioningDeps {
  readonly accounts: Pick<Accounts, 'put'>;
  readonly settings: Pick<Settings, 'provision'>;
  readonly watchers: Pick<Watchers, 'restart'>;
  readonly log: Log;
}

/**
 * Puts what an administrator's file says: accounts that are there already are updated, not doubled. What is refused of it
 * keeps nothing else from being put, and is in the log.
 * @param hasBegun pollers run already
 */
export function createProvisioning(
  { accounts, settings, watchers, log }: ProvisioningDeps,
  hasBegun: () => boolean,
  publish: () => void,
) {
  return async function provision({ accounts: given = [], preferences, inboxes }: Provision): Promise<void> {
    let put = 0;
    const tried = (act: () => Promise<unknown>): Promise<unknown> =>
      act().catch((error: unknown) => {
        const { kind, detail } = toFailure(error);
        if (kind === 'bug') log.bug(error);
        else log.event('not provisioned', `${kind}: ${detail ?? ''}`);
      });
    for (const one of given)
      await tried(async () => {
        const { id } = await accounts.put(accountOf(one));
        put += 1;
        if (hasBegun()) await watchers.restart(id);
      });
    // After the accounts: names of another machine look for theirs among them.
    if (preferences) await tried(() => settings.provision(preferences, inboxes));
    log.event('provisioned', `${put} accounts`);
    publish();
  };
}
