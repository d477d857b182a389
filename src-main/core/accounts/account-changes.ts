import { toFailure } from '../../../src-shared/app-error';
import type { Input } from '../../../src-shared/ipc';
import type { Accounts } from './accounts';
import type { NewAccount } from './given-account';
import { createAnotherInbox, DRAIN_MS } from './another-inbox';
import type { Alarm } from '../telling/alarm';
import type { Clock, Log } from '../ports';
import type { Sample } from '../inbox/sample';
import type { Store } from '../store-port';
import { createTurns } from '../turns';
import type { Watchers } from '../watching/watchers';

export interface AccountChangesDeps {
  readonly accounts: Accounts;
  readonly watchers: Watchers;
  readonly alarm: Pick<Alarm, 'forget' | 'paused' | 'resumed'>;
  readonly store: Pick<Store, 'forget' | 'archive' | 'brokenOff' | 'leave' | 'stay' | 'leaving' | 'summary'>;
  readonly sample: Sample;
  /** What was changed of a tenant's settings here. */
  readonly tenantHistory: { forget(account: string): void };
  readonly clock: Pick<Clock, 'now' | 'after'>;
  readonly log: Log;
}

interface Told {
  /** Rows or counts changed. */
  readonly onRows: () => void;
  /** Only what is known of the accounts. */
  readonly onChange: () => void;
}

/** At quit what is under way may still end, an archive goes on at the next start. ms. */
const REST_MS = 1000;

/** What a person does to an account, with all that follows for its poller, its history and its alerts. */
export function createAccountChanges(deps: AccountChangesDeps, { onRows, onChange }: Told) {
  const { accounts, watchers, alarm, store, sample, tenantHistory, clock, log } = deps;
  const { change, archiveAll, watchAgain } = createAnotherInbox(deps, onRows);
  /**
   * What moves a history, or opens another one: an archive that two make at once would be begun again by the slower one.
   * None of them waits for a turn itself.
   */
  const { take: inTurn, over: turnsOver } = createTurns(clock);
  const current = (id: string) => accounts.all().find((one) => one.id === id);

  /** An archive that was broken off; only when it is whole is its account another inbox, and asked. */
  async function goOnWith(id: string): Promise<void> {
    if (sample.isOn()) return; // after it the thread does so, with the first page
    try {
      await archiveAll(id);
    } finally {
      // Where the disk refuses, its first page tries again, and the poll says why it cannot.
      if (!watchers.find(id)) watchers.begin(id);
      onRows();
    }
  }

  /** Nothing is told of it any more; its history goes, or is one that is only read. */
  async function letGo(id: string, keep: boolean): Promise<void> {
    await alarm.forget(id);
    if (!keep) await store.forget(id);
    else if (await store.archive(id)) await archiveAll(id);
    onRows();
  }

  /** What the history refused of a removal, or an end of the run kept from it: the file of accounts says what came about. */
  async function settle(): Promise<void> {
    const leaving = await store.leaving();
    const { accounts: sums } = await store.summary();
    for (const { id, archivedAt } of accounts.all())
      if (archivedAt !== undefined && (leaving.includes(id) || (sums[id]?.live ?? 0) > 0))
        await letGo(id, true);
    for (const id of leaving) {
      const account = current(id);
      if (!account) await letGo(id, false);
      else if (account.archivedAt === undefined) await store.stay(id);
    }
  }

  /** The history says by itself that it cannot be written, and `goOn` comes when it can. */
  const later = (error: unknown): void => {
    if (toFailure(error).kind === 'bug') log.bug(error);
  };
  const settleSoon = (): Promise<void> => inTurn(settle).catch(later);

  /** While a sample is explored the history that is open is not this account's. */
  async function openFor(id: string): Promise<void> {
    if (!accounts.isSample(id)) await endSample();
  }
  async function endSample(): Promise<void> {
    if (!sample.isOn()) return;
    void settleSoon(); // what came due meanwhile
    await sample.end(true);
  }

  /** @param anew a person says that it is another user's: their inbox is another one; a JWT tells it by itself */
  const userOf = (id: string, token: string | undefined, anew = false): 'another user' | null =>
    token !== undefined && (anew || accounts.isOtherUsers(id, token)) ? 'another user' : null;

  async function putNow(given: NewAccount, watch: boolean): Promise<void> {
    const { id } = await accounts.put(given);
    if (watch) await watchers.restart(id);
  }
  /** What had its turn before may have made another account of it. */
  async function putOthers(given: NewAccount, watch: boolean): Promise<void> {
    const there = accounts.othersAt(given);
    if (!there) return putNow(given, watch);
    await openFor(there.id);
    accounts.tryDisk(there.id); // before the history lets go of anything
    await change(there.id, 'another user', () => accounts.put(given), watch);
  }

  /** Noted in the history before the file: whichever refuses, or wherever a run ends, it is there as before or goes whole. */
  async function removeNow({ account: id, history }: Input<'accountRemove'>): Promise<void> {
    const { kind } = accounts.find(id);
    const keep = history === 'keep' && kind === 'inbox';
    await openFor(id);
    await store.leave(id);
    await watchers.forget(id, keep ? DRAIN_MS : 0);
    try {
      if (keep) accounts.archive(id, clock.now());
      else accounts.remove(id);
    } catch (error) {
      await watchAgain(id);
      await store.stay(id).catch(later);
      throw error;
    }
    if (!keep) tenantHistory.forget(id);
    await letGo(id, keep).catch(later);
    onRows();
  }

  return {
    /**
     * The pollers, at the start. A history that cannot be read yet names no archive that was broken off: then the
     * thread makes it whole with the first page of that account.
     */
    beginAll: (): Promise<void> =>
      inTurn(async () => {
        const left: readonly string[] = await store.brokenOff().catch(() => []);
        for (const { id } of accounts.all()) if (!left.includes(id)) watchers.begin(id);
        for (const id of left) void inTurn(() => goOnWith(id)).catch(later);
        void settleSoon();
      }),
    /** "Explore with sample data". @returns the id of its inbox; two clicks are one */
    explore: (): Promise<string> => inTurn(sample.begin),
    /** At quit. */
    async end(): Promise<void> {
      await turnsOver(REST_MS);
      await sample.end();
    },
    /** The history can be used again: what it refused is done, and every account polled whose server did not ask for a rest. */
    async goOn(): Promise<void> {
      void settleSoon();
      await watchers.nudgeAll();
    },
    async add(given: Input<'accountAdd'>): Promise<{ readonly account: string }> {
      if (sample.isOn()) await inTurn(endSample);
      // It may bring an archive back to life.
      if (accounts.all().some(({ archivedAt }) => archivedAt !== undefined)) await settleSoon();
      const { id } = await accounts.add(given);
      await watchers.restart(id);
      onRows();
      return { account: id };
    },
    /**
     * Of an administrator's file: one that is there is updated, and is another inbox where the token is another user's.
     * @param watch pollers run already
     */
    put: async (given: NewAccount, watch: boolean): Promise<void> =>
      accounts.othersAt(given) ? inTurn(() => putOthers(given, watch)) : putNow(given, watch),
    edit: ({ account: id, anew, ...edit }: Input<'accountEdit'>): Promise<null> =>
      inTurn(async () => {
        const { matters } = accounts.plan(id, edit);
        if (matters !== 'nothing') await openFor(id);
        if (accounts.find(id).archivedAt !== undefined) await settle();
        accounts.tryDisk(id); // before the history lets go of anything
        const write = () => accounts.edit(id, edit);
        if (matters === 'nothing') await write().finally(onRows);
        else await change(id, matters === 'other' ? 'another address' : userOf(id, edit.token, anew), write);
        return null;
      }),
    token: ({ account: id, token, anew }: Input<'accountToken'>): Promise<null> =>
      inTurn(async () => {
        accounts.find(id);
        await openFor(id);
        await change(id, userOf(id, token, anew), () => accounts.setToken(id, token));
        return null;
      }),
    pause: ({ account: id, paused }: Input<'accountPause'>): Promise<null> =>
      inTurn(async () => {
        const since = accounts.find(id).pausedAt;
        if (paused === (since !== undefined)) return null;
        await openFor(id);
        const { name } = accounts.setPaused(id, paused ? clock.now() : null);
        log.event(paused ? 'account paused' : 'account resumed', name);
        if (paused) {
          await watchers.end(id, DRAIN_MS);
          await alarm.paused(id);
        } else {
          await alarm.resumed(id, since ?? null);
          watchers.begin(id);
        }
        onRows();
        return null;
      }),
    move({ account, by }: Input<'accountMove'>): null {
      accounts.move(account, by);
      onChange();
      return null;
    },
    async remove(given: Input<'accountRemove'>): Promise<null> {
      const isSample = accounts.isSample(given.account); // before its turn: two clicks are one
      await inTurn(() => (isSample ? endSample() : removeNow(given)));
      return null;
    },
  };
}
export type AccountChanges = ReturnType<typeof createAccountChanges>;
