import type { SeverityCount } from '../../../src-shared/preferences-answers';
import type { Accounts } from '../accounts/accounts';
import type { Store } from '../store-port';

/** More of one account are no scale that anybody gives a meaning to. */
const MOST = 100;

/** The severities met so far, by account, lowest first, with how many notifications have them. */
export async function severitiesMet(
  store: Pick<Store, 'countSeverities'>,
  accounts: Accounts,
): Promise<readonly SeverityCount[]> {
  const met: SeverityCount[] = [];
  for (const { id, kind } of accounts.all()) {
    if (kind !== 'inbox') continue;
    for (const { severity, count } of await store.countSeverities(id, MOST))
      met.push({ account: id, severity, count });
  }
  return met;
}
