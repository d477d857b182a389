import type { Keep } from '../../../src-shared/preferences';
import type { Accounts } from '../accounts/accounts';
import type { Clock, Log } from '../ports';
import { createRetention } from './retention';
import { createStorage, type StorageDeps } from './storage';
import type { Store } from '../store-port';
import type { Watchers } from '../watching/watchers';

export interface HistoryDeps extends Pick<StorageDeps, 'onChange' | 'onStuck' | 'onOpen' | 'onBack'> {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly folder: string;
  readonly accounts: Accounts;
  readonly watchers: () => Watchers;
  readonly keep: () => Keep;
  readonly onRows: () => void;
}

/** The local history as a whole: that it can be used, and how much of it is kept. */
export function createHistory(deps: HistoryDeps) {
  const { accounts, watchers, log } = deps;

  /** What the pollers remember of an account's history is no longer so. */
  async function reread(ids: readonly string[] | null): Promise<void> {
    for (const { id } of accounts.all())
      if (watchers().find(id) && (ids?.includes(id) ?? true)) await watchers().restart(id);
    deps.onRows();
  }
  const readAgain = (ids: readonly string[] | null): void =>
    void reread(ids).catch((error: unknown) => log.bug(error));

  const storage = createStorage({
    ...deps,
    // What could not be read meanwhile is on the screen as it was before.
    onBack: async () => {
      deps.onRows();
      await deps.onBack();
    },
    onReread: readAgain,
  });
  const retention = createRetention({ ...deps, store: storage.store, onReread: (id) => readAgain([id]) });

  return {
    /** Watched: its troubles are noticed. */
    store: storage.store,
    open: storage.open,
    trouble: storage.state,
    stuck: storage.stuck,
    notice: storage.notice,
    polled: (account: string): void => void retention.polled(account),
    keepChanged: retention.changed,
    end(): void {
      storage.end();
      retention.end();
    },
  };
}
