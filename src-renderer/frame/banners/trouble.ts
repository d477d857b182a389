import { needsToken as refusesToken, type Failure } from '../../../src-shared/app-error';
import type { AccountState, Health } from '../../../src-shared/app-state';

/** A new token is offered: nothing else ends it, or (403) perhaps nothing else. */
export const needsToken = (failure: Failure): boolean =>
  refusesToken(failure) || failure.kind === 'forbidden';

/** What is to be done first about it. */
export const firstAct = (failure: Failure): 'unlock' | 'paste' | 'poll' => {
  if (failure.kind === 'token-locked') return 'unlock';
  return needsToken(failure) ? 'paste' : 'poll';
};

export interface Trouble {
  readonly account: AccountState;
  readonly health: Extract<Health, { state: 'not-watching' }>;
  /** Other accounts that are not watched either. */
  readonly others: number;
}

/**
 * The account to speak of first: one that waits for the person, then the one that has been silent for longest.
 * @param storage what is wrong with the local history: its own banner speaks of it, for all accounts
 */
export function worstTrouble(
  accounts: readonly AccountState[],
  storage: Failure | null,
): Trouble | undefined {
  const all = accounts.flatMap((account) => {
    const { health } = account;
    return health.state === 'not-watching' && health.failure.kind !== storage?.kind
      ? [{ account, health }]
      : [];
  });
  const [worst] = all.toSorted(
    (a, b) =>
      Number(needsToken(b.health.failure)) - Number(needsToken(a.health.failure)) ||
      a.health.since - b.health.since,
  );
  return worst && { ...worst, others: all.length - 1 };
}

/** The account whose token ends first, of those to be warned of (`now`, wall ms); not where the server has refused it already. */
export function expiring(
  accounts: readonly AccountState[],
  now: number,
): { readonly account: AccountState; readonly at: number } | undefined {
  const all = accounts.flatMap((account) => {
    const { secret, health, pausedAt } = account;
    if (!secret.expires || now < secret.expires.warnAt || pausedAt !== undefined) return [];
    const refused = health.state === 'not-watching' && needsToken(health.failure);
    return refused ? [] : [{ account, at: secret.expires.at }];
  });
  return all.toSorted((a, b) => a.at - b.at)[0];
}
