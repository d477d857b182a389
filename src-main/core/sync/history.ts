import type { Store } from '../store-port';
import { NEWEST, type Pages } from './ask-pages';
import { createFirstReading } from './first-reading';
import { LARGE_LIMIT } from './head';
import type { Place } from './place';
import { walk } from './walk';

/** Backfill and scrub are one thing (sync.md, step 3): down through the history by a stamp; the offset is only a guess. */
export function createHistory(account: string, store: Store, pages: Pages, place: Place) {
  /** How deep the first reading has come, as an offset; `null`: to be counted. */
  let reached: number | null = null;
  const first = createFirstReading(store, pages);

  /** One step. @returns `wrapped`: it came to the bottom */
  async function step(
    signal: AbortSignal,
  ): Promise<{ readonly complete: boolean; readonly wrapped: boolean }> {
    const { cursor, historyComplete } = await place.load();
    // Retention moves the floor meanwhile; asked for beside the rest, and awaited where it is needed.
    const now = store.syncState(account);
    now.catch(() => undefined); // whoever awaits it hears of it
    const above = cursor === null ? 0 : (reached ?? (await store.liveAbove(account, cursor)));
    const reading = historyComplete ? undefined : first.begin(signal, cursor);
    let doubted = 0;
    const end = await walk({
      ...pages.trouble,
      ask: pages.asker({
        kind: 'history',
        params: NEWEST,
        signal,
        horizon: place.horizon(),
        ...(reading && { get: reading.get, write: reading.write }),
        onPage: ({ missed }) => void (doubted += missed.doubted.length),
      }),
      // "live local rows above the cursor, less 3; a page counts when it is at offset 0 or begins strictly above the cursor"
      offset: first.near(Math.max(0, above - 3)),
      above: cursor,
      limit: LARGE_LIMIT,
      nextLimit: LARGE_LIMIT,
      // "a step ends only at a row strictly below the cursor, however many pages that takes"
      done: ({ lastTs }) => lastTs !== null && (cursor === null || lastTs < cursor),
    });
    const { facts, ended, reached: depth } = reading?.lowest(end) ?? end;
    const { floor } = await now;
    // Below the floor nothing is kept but what is unseen, and that comes by the walk of the unseen.
    const bottom = ended || (floor !== null && facts.lastTs !== null && facts.lastTs < floor);
    const next = bottom ? { ts: null, complete: true } : { ts: facts.lastTs, complete: historyComplete };
    // Counting the rows above takes 5 ms at 100,000 of them: while reading on, the last page's end is as good a guess.
    reached = historyComplete || bottom ? null : depth - facts.tieAtEnd;
    first.went(reached === null ? undefined : facts);
    // Many rows missing: the same pages are read again, for then it is believed (sync.md, Guard).
    if (historyComplete && doubted > 0) return { complete: true, wrapped: false };
    place.note({ cursor: next.ts, historyComplete: next.complete });
    // A scrub's place need not survive: it may begin anew. The first reading resumes where it was.
    if (reading && !reading.isSaved(next.ts)) await store.saveCursor(account, next);
    return { complete: next.complete, wrapped: bottom && historyComplete };
  }

  return { step, forgetAhead: first.forget };
}
