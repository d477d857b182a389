import type { Input } from '../../../src-shared/ipc';
import type { Accounts } from './accounts';
import type { Alarm } from '../telling/alarm';
import type { Clock, Log } from '../ports';
import type { Sample } from '../inbox/sample';
import type { Store } from '../store-port';
import type { Watchers } from '../watching/watchers';

export interface AccountChangesDeps {
  readonly accounts: Accounts;
  readonly watchers: Watchers;
  readonly alarm: Pick<Alarm, 'forget' | 'paused' | 'resumed'>;
  readonly store: Pick<Store, 'forget' | 'archive' | 'brokenOff'>;
  readonly sample: Sample;
  /** What was changed of a tenant's settings here. */
  readonly tenantHistory: { forget(account: string): void };
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
}

interface Told {
  /** Rows or counts changed. */
  readonly onRows: () => void;
  /** Only what is known of the accounts. */
  readonly onChange: () => void;
}

/** Marks whose time has come still go out before an account is another's. ms. */
const DRAIN_MS = 2000;

/** What a person does to an account, with all that follows for its poller, its history and its alerts. */
export function createAccountChanges(deps: AccountChangesDeps, { onRows, onChange }: Told) {
  const { accounts, watchers, alarm, store, sample, tenantHistory, clock, log } = deps;

  /**
   * Another inbox from now on, or none: what was read stays to be read, marks for the old one are never sent to the
   * new one, and the next first look alerts nothing (the baseline rule).
   */
  async function beginAnew(id: string): Promise<void> {
    await watchers.end(id, DRAIN_MS);
    await alarm.forget(id);
    await archiveAll(id);
    tenantHistory.forget(id); // else another tenant could be set back to what this one had
  }

  /** Others are answered in between. */
  async function archiveAll(id: string): Promise<void> {
    while (await store.archive(id));
  }

  /** An archive that the end of an earlier run broke off; only then is its account another inbox, and asked. */
  async function goOnWith(id: string): Promise<void> {
    await archiveAll(id);
    const account = accounts.all().find((one) => one.id === id);
    if (account && !watchers.find(id)) watchers.begin(account);
    onRows();
  }

  return {
    /**
     * The pollers, at the start. A history that cannot be read yet names no archive that was broken off: then the
     * thread makes it whole with the first page of that account.
     */
    async beginAll(): Promise<void> {
      const left: readonly string[] = await store.brokenOff().catch(() => []);
      for (const account of accounts.all()) if (!left.includes(account.id)) watchers.begin(account);
      for (const id of left) void goOnWith(id).catch((error: unknown) => log.bug(error));
    },
    async add(given: Input<'accountAdd'>): Promise<{ readonly account: string }> {
      await sample.end(true);
      const account = await accounts.put(given);
      await watchers.restart(account);
      onRows();
      return { account: account.id };
    },
    async edit({ account: id, ...edit }: Input<'accountEdit'>): Promise<null> {
      const { account, matters } = accounts.plan(id, edit);
      if (matters === 'other') {
        log.event('another address', account.name);
        await beginAnew(id); // with the old address and token, so that marks still go where they belong
      }
      try {
        await accounts.edit(id, edit);
      } finally {
        if (matters !== 'nothing') await watchers.restart(accounts.find(id));
        onRows();
      }
      return null;
    },
    /** @param anew the token is another user's: their inbox is another one */
    async token({ account: id, token, anew }: Input<'accountToken'>): Promise<null> {
      if (anew || accounts.isOtherUsers(id, token)) {
        log.event('another user', accounts.find(id).name);
        await beginAnew(id);
      }
      await accounts.setToken(id, token);
      await watchers.restart(accounts.find(id));
      onRows();
      return null;
    },
    async pause({ account: id, paused }: Input<'accountPause'>): Promise<null> {
      const since = accounts.find(id).pausedAt;
      if (paused === (since !== undefined)) return null;
      const account = accounts.setPaused(id, paused ? clock.now() : null);
      log.event(paused ? 'account paused' : 'account resumed', account.name);
      if (paused) {
        await watchers.end(id, DRAIN_MS);
        await alarm.paused(id);
      } else {
        await alarm.resumed(id, since ?? null);
        watchers.begin(account);
      }
      onRows();
      return null;
    },
    move({ account, by }: Input<'accountMove'>): null {
      accounts.move(account, by);
      onChange();
      return null;
    },
    async remove({ account: id, history }: Input<'accountRemove'>): Promise<null> {
      if (accounts.isSample(id)) {
        await sample.end(true);
        return null;
      }
      const { kind } = accounts.find(id);
      await watchers.forget(id, history === 'keep' ? DRAIN_MS : 0);
      await alarm.forget(id);
      if (history === 'keep' && kind === 'inbox') {
        accounts.archive(id, clock.now());
        await archiveAll(id);
      } else {
        accounts.remove(id);
        tenantHistory.forget(id);
        await store.forget(id);
      }
      onRows();
      return null;
    },
  };
}
