import { needsToken as refusesToken, type Failure } from '../../src-shared/app-error';
import type { AccountState, Health } from '../../src-shared/app-state';

/** A new token is offered: nothing else ends it, or (403) perhaps nothing else. */
export const needsToken = (failure: Failure): boolean =>
  refusesToken(failure) || failure.kind === 'forbidden';

export interface Trouble {
  readonly account: AccountState;
  readonly health: Extract<Health, { state: 'not-watching' }>;
  /** Other accounts that are not watched either. */
  readonly others: number;
}

/** The account to speak of first: one that waits for the person, then the one that has been silent for longest. */
export function worstTrouble(accounts: readonly AccountState[]): Trouble | undefined {
  const all = accounts.flatMap((account) =>
    account.health.state === 'not-watching' ? [{ account, health: account.health }] : [],
  );
  const [worst] = all.toSorted(
    (a, b) =>
      Number(needsToken(b.health.failure)) - Number(needsToken(a.health.failure)) ||
      a.health.since - b.health.since,
  );
  return worst && { ...worst, others: all.length - 1 };
}
