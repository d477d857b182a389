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
 * Puts what an administrator's file says: accounts that are there already are updated, not doubled.
 * @param hasBegun pollers run already
 */
export function createProvisioning(
  { accounts, settings, watchers, log }: ProvisioningDeps,
  hasBegun: () => boolean,
  publish: () => void,
) {
  return async function provision({ accounts: given = [], preferences, inboxes }: Provision): Promise<void> {
    for (const one of given) {
      const { id } = await accounts.put(accountOf(one));
      if (hasBegun()) await watchers.restart(id);
    }
    // After the accounts: names of another machine look for theirs among them.
    if (preferences) await settings.provision(preferences, inboxes);
    log.event('provisioned', `${given.length} accounts`);
    publish();
  };
}
