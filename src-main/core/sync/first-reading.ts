import type { PageFacts, PageMessage, PageResult, Store } from '../store-port';
import { NEWEST, type Pages } from './ask-pages';
import { createReadAhead, type Ahead, type AskServer } from './read-ahead';
import type { WalkEnd } from './walk';

/** Where a step of the history has come to. */
type Lowest = Pick<WalkEnd, 'facts' | 'ended' | 'reached'>;

/**
 * Until the history is complete the next pages are asked for while the thread writes, and those that are here by then
 * are written together, with the place they bring the reading to: a disk is waited for once for some pages. Each of
 * them is a whole step, so what is cut off by a crash is read again from the last one written.
 */
export function createFirstReading(store: Store, pages: Pages) {
  const ahead = createReadAhead();
  /** The last page written: how long the next ones will be. */
  let last: PageFacts | undefined;
  /** The store's counter after it: what is asked ahead does not wait for the thread to tell. Too low is safe. */
  let seq: number | undefined;

  function begin(signal: AbortSignal, cursor: number | null) {
    const ask = pages.askServer(NEWEST, signal);
    const askAhead = pages.askServer(NEWEST, signal, () => seq);
    let below: readonly Ahead[] = [];
    let asked = 0;
    let lowest: Lowest | undefined;
    let saved: number | null = null;

    const get: AskServer = async (offset, limit) => {
      asked += 1;
      const page = await ahead.take(offset, limit, ask);
      below = ahead.takeCame();
      if (last) {
        const total = last.count ?? Infinity;
        const { length } = last;
        ahead.readOn(below.at(-1)?.offset ?? offset, { length, limit, total, ask: askAhead });
      }
      return page;
    };

    /** Below the first page of a step only: where that one does not go down, the walk decides what is next. */
    async function write(message: PageMessage): Promise<readonly PageResult[]> {
      if (cursor === null || asked > 1) return [await store.applyPage(message)];
      const all = [message, ...below.map((page) => under(message, page))];
      const written = await store.applyHistory(all, cursor);
      saved = written.cursor;
      const { results } = written;
      seq = results.at(-1)!.seq;
      // An end that is unsure is read once more, as the first page of a step.
      const last = results.at(-1)!.facts.unsure ? results.length - 2 : results.length - 1;
      if (last > 0) {
        const { facts } = results[last]!;
        lowest = { facts, ended: facts.end, reached: all[last]!.offset + facts.length };
      }
      return results;
    }

    return {
      get,
      write,
      /** Further down than the walk's own page, where others were written with it. */
      lowest: (end: Lowest): Lowest => lowest ?? end,
      /** The place is durable already. */
      isSaved: (ts: number | null): boolean => ts !== null && ts === saved,
    };
  }

  return {
    begin,
    near: ahead.near,
    forget: ahead.forget,
    /** What is asked next will be as long as this page. */
    went: (facts: PageFacts | undefined): void => {
      last = facts;
      if (!facts) ahead.forget();
    },
  };
}

const under = (message: PageMessage, { offset, limit, answer, knownSeq }: Ahead): PageMessage => ({
  ...message,
  offset,
  limit,
  body: answer.body,
  knownSeq,
  date: answer.date === undefined ? null : answer.date * 1000,
});
