import type { Accounts } from './accounts';
import type { Log } from '../ports';
import type { Store } from '../store-port';
import type { Alarm } from '../telling/alarm';
import type { Watchers } from '../watching/watchers';

export interface AnotherInboxDeps {
  readonly accounts: Pick<Accounts, 'find'>;
  readonly watchers: Pick<Watchers, 'move' | 'end' | 'restart'>;
  readonly alarm: Pick<Alarm, 'forget'>;
  readonly store: Pick<Store, 'archive'>;
  readonly tenantHistory: { forget(account: string): void };
  readonly log: Log;
}

/** Marks whose time has come still go out before an account is another's. ms. */
export const DRAIN_MS = 2000;

/** An inbox is an address and a user: an account that is given another of either begins anew. */
export function createAnotherInbox(deps: AnotherInboxDeps, onRows: () => void) {
  const { accounts, watchers, alarm, store, tenantHistory, log } = deps;

  /**
   * Another inbox from now on: what was read stays to be read, marks for the old one are never sent to the new one, and
   * the next first look alerts nothing (the baseline rule).
   */
  async function beginAnew(id: string): Promise<void> {
    watchers.move(id, true); // till it is watched again
    await watchers.end(id, DRAIN_MS);
    const more = await store.archive(id); // a disk that refuses does so before anything is let go of
    await alarm.forget(id);
    if (more) await archiveAll(id);
    tenantHistory.forget(id); // else another tenant could be set back to what this one had
  }

  /** The rest of one that was begun; others are answered in between. */
  async function archiveAll(id: string): Promise<void> {
    while (await store.archive(id, true));
  }

  /** As whatever it is now: as before, where a change did not come about. */
  async function watchAgain(id: string): Promise<void> {
    watchers.move(id, false);
    await watchers.restart(id);
    onRows();
  }

  /**
   * @param as what makes it another inbox, if anything does: it begins anew before `act`, with the old address and token, so
   * that marks still go where they belong
   * @param watch `false`: pollers do not run yet
   */
  async function change(
    id: string,
    as: 'another address' | 'another user' | null,
    act: () => Promise<unknown>,
    watch = true,
  ): Promise<void> {
    try {
      if (as !== null) {
        log.event(as, accounts.find(id).name);
        await beginAnew(id);
      }
      await act();
    } finally {
      if (watch) await watchAgain(id);
      else watchers.move(id, false);
    }
  }

  return { change, archiveAll, watchAgain };
}
