import type { Account } from '../../../src-shared/account';
import type { Clock, Log, ToastOutcome } from '../ports';
import type { TokenEnd } from '../telling/account-toasts';
import type { Accounts } from './accounts';

export interface TokenEndsDeps {
  readonly accounts: Pick<Accounts, 'all' | 'secret' | 'noteEndTold'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Wall ms until which nothing is told that can wait: a pause, quiet hours; `null`: it can be told now. */
  readonly heldUntil: () => number | null;
  readonly tell: (end: TokenEnd) => Promise<ToastOutcome>;
  readonly takeBack: (account: string) => void;
}

/** By an earlier run. */
const SAID = 'said';
const DAY_MS = 86_400_000;
/** Timers stand still while a machine sleeps, and a clock may be set: looked at again at least so often while one ends. ms */
const LOOK_MS = 3_600_000;

/**
 * Tells of a token that says when it ends: once a day before (later, where its life is short: `warnAt`), and of a tenant's
 * once more when it has. An inbox's end is told by the watchdog as soon as its server refuses it. What was told stands with
 * the account, so that a restart does not say it again.
 */
export function createTokenEnds({ accounts, clock, log, ...deps }: TokenEndsDeps) {
  /** What was told in this run, also where the desktop did not take it: not again with every poll. */
  const told = new Map<string, string>();
  let cancel = (): void => undefined;

  function look(): void {
    cancel();
    const now = clock.now();
    let next = Infinity;
    for (const account of accounts.all()) {
      const ends = endsOf(account);
      if (!ends) {
        rest(account);
        continue;
      }
      const { at, soonAt } = ends;
      next = Math.min(next, ...[soonAt, at].filter((one) => one > now));
      if (now < soonAt) rest(account);
      else next = Math.min(next, tellOnce(account, at, now >= at));
    }
    if (next < Infinity) cancel = clock.after(Math.max(1000, Math.min(next - now, LOOK_MS)), look);
  }

  /** @returns wall ms at which it is to be looked at again, where it has to wait */
  function tellOnce(account: Account, at: number, over: boolean): number {
    const { id, kind, endTold } = account;
    if (over && kind === 'inbox') {
      rest(account);
      return Infinity;
    }
    const what = `${at} ${over}`;
    const known = told.get(id) ?? (endTold && `${endTold.at} ${endTold.over}`);
    if (known === what) {
      told.set(id, what);
      return Infinity;
    }
    const held = deps.heldUntil();
    if (held !== null) return held;
    told.set(id, what);
    log.event('token ends', `${account.name}: ${over ? 'it has' : new Date(at).toISOString()}`);
    void deps
      .tell({ account: id, kind, at, over })
      .then(({ state }) => {
        if (state === 'shown' || state === 'do-not-disturb') accounts.noteEndTold(id, { at, over });
      })
      .catch((error: unknown) => log.event('token ends', `not told: ${String(error)}`));
    return Infinity;
  }

  /** Nothing is to be said of its token now: a bubble goes, an earlier run's too. */
  function rest({ id, endTold }: Account): void {
    if ((told.get(id) ?? (endTold ? SAID : '')) === '') return;
    told.set(id, '');
    deps.takeBack(id);
  }

  function endsOf(account: Account): { readonly at: number; readonly soonAt: number } | undefined {
    if (account.pausedAt !== undefined || account.archivedAt !== undefined) return undefined;
    const { expires } = accounts.secret(account);
    return expires && { at: expires.at, soonAt: Math.max(expires.warnAt, expires.at - DAY_MS) };
  }

  return { look, stop: (): void => cancel() };
}
