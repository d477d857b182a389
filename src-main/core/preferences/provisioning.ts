import { toFailure } from '../../../src-shared/app-error';
import type { AccountChanges } from '../accounts/account-changes';
import type { Log } from '../ports';
import { accountOf, type Provision } from './provision';
import type { Settings } from './settings';

export interface ProvisioningDeps {
  readonly accountChanges: Pick<AccountChanges, 'put'>;
  readonly settings: Pick<Settings, 'provision'>;
  readonly log: Log;
}

/**
 * Puts what an administrator's file says: accounts that are there already are updated, not doubled. What is refused of it
 * keeps nothing else from being put, and is in the log.
 * @param hasBegun pollers run already
 */
export function createProvisioning(
  { accountChanges, settings, log }: ProvisioningDeps,
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
        await accountChanges.put(accountOf(one), hasBegun());
        put += 1;
      });
    // After the accounts: names of another machine look for theirs among them.
    if (preferences) await tried(() => settings.provision(preferences, inboxes));
    log.event('provisioned', `${put} accounts`);
    publish();
  };
}
