import type { PageFacts, Store } from '../store-port';
import { NEWEST, type Pages } from './ask-pages';
import { LARGE_LIMIT } from './head';
import type { Place } from './place';
import { createReadAhead, type AskServer } from './read-ahead';
import { walk } from './walk';

/** Backfill and scrub are one thing (sync.md, step 3): down through the history by a stamp; the offset is only a guess. */
export function createHistory(account: string, store: Store, pages: Pages, place: Place) {
  /** How deep the first reading has come, as an offset; `null`: to be counted. */
  let reached: number | null = null;
  const ahead = createReadAhead();
  /** The history's last page: how long the next one will be. */
  let lastPage: PageFacts | undefined;

  /** Until the history is complete the next page is asked for while the thread writes this one. */
  function historyAsker(signal: AbortSignal, complete: boolean): AskServer {
    const get = pages.askServer(NEWEST, signal);
    return async (offset, limit) => {
      const asked = await ahead.take(offset, limit, get);
      const last = lastPage;
      if (!complete && last && offset + last.length < (last.count ?? Infinity))
        ahead.start(offset, last.length, limit, get);
      return asked;
    };
  }

  /** One step. @returns `wrapped`: it came to the bottom */
  async function step(
    signal: AbortSignal,
  ): Promise<{ readonly complete: boolean; readonly wrapped: boolean }> {
    const { cursor, historyComplete } = await place.load();
    const { floor } = await store.syncState(account); // retention moves it meanwhile
    const above = cursor === null ? 0 : (reached ?? (await store.liveAbove(account, cursor)));
    let doubted = 0;
    const { facts, ended, ...end } = await walk({
      ...pages.trouble,
      ask: pages.asker({
        kind: 'history',
        params: NEWEST,
        signal,
        horizon: place.horizon(),
        get: historyAsker(signal, historyComplete),
        onPage: ({ missed }) => void (doubted += missed.doubted.length),
      }),
      // "live local rows above the cursor, less 3; a page counts when it is at offset 0 or begins strictly above the cursor"
      offset: ahead.near(Math.max(0, above - 3)),
      above: cursor,
      limit: LARGE_LIMIT,
      nextLimit: LARGE_LIMIT,
      // "a step ends only at a row strictly below the cursor, however many pages that takes"
      done: ({ lastTs }) => lastTs !== null && (cursor === null || lastTs < cursor),
    });
    // Below the floor nothing is kept but what is unseen, and that comes by the walk of the unseen.
    const bottom = ended || (floor !== null && facts.lastTs !== null && facts.lastTs < floor);
    const next = bottom ? { ts: null, complete: true } : { ts: facts.lastTs, complete: historyComplete };
    // Counting the rows above takes 5 ms at 100,000 of them: while reading on, the last page's end is as good a guess.
    reached = historyComplete || bottom ? null : end.reached - facts.tieAtEnd;
    lastPage = reached === null ? undefined : facts;
    if (bottom) ahead.forget();
    // Many rows missing: the same pages are read again, for then it is believed (sync.md, Guard).
    if (historyComplete && doubted > 0) return { complete: true, wrapped: false };
    place.note({ cursor: next.ts, historyComplete: next.complete });
    // A scrub's place need not survive: it may begin anew. The first reading resumes where it was.
    if (!historyComplete) await store.saveCursor(account, next);
    return { complete: next.complete, wrapped: bottom && historyComplete };
  }

  return { step, forgetAhead: ahead.forget };
}
