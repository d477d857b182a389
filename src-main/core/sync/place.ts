import type { Clock } from '../ports';
import type { Store, SyncState } from '../store-port';

const SAVE_EVERY_MS = 300_000;

/**
 * How far an account has been read, in memory. The horizon is "saved with a page that changed something, every 5 min
 * and at quit: an older horizon is always safe" (sync.md, step 2).
 */
export function createPlace(account: string, store: Store, clock: Clock) {
  let state: SyncState | undefined;
  /** µs; below it all is known, but for what comes later than the lag allows. */
  let horizon: number | null = null;
  let saved: number | null = null;
  let savedAt = clock.monotonic();

  async function saveHorizon(): Promise<void> {
    if (horizon === null || horizon === saved) return;
    await store.saveHorizon(account, horizon);
    saved = horizon;
    savedAt = clock.monotonic();
  }

  return {
    /** Until there is a baseline it is asked each time: the walk that set it may have broken off behind its first page. */
    async load(): Promise<SyncState> {
      if (!state?.baselineSet) {
        state = await store.syncState(account);
        horizon = saved = state.horizon;
      }
      return state;
    },
    reload: async (): Promise<SyncState> => (state = await store.syncState(account)),
    /** What was just written, without asking for it again. */
    note: (change: Partial<SyncState>): void => void (state = { ...state!, ...change }),
    /** µs; `null` before the first load too. */
    lag: (): number | null => state?.lag ?? null,
    horizon: (): number | null => horizon,
    /** After a whole head walk. Down too: after the lag was learned, and where a clock was put right. */
    async move(next: number | null): Promise<void> {
      if (next !== null) horizon = next;
      if (clock.monotonic() - savedAt >= SAVE_EVERY_MS) await saveHorizon();
    },
    saveHorizon,
  };
}
export type Place = ReturnType<typeof createPlace>;
