import { fail } from '../../../src-shared/app-error';
import type { PageFacts } from '../store-port';
import { NEWEST, type Pages } from './ask-pages';
import type { Place } from './place';
import { walk } from './walk';

/** Rows asked for: by a head poll, and where there is much to read. The server may give fewer. */
const HEAD_LIMIT = 100;
export const LARGE_LIMIT = 1000;

/** sync.md, step 2. */
export function createHead(pages: Pages, place: Place) {
  /** "Walk newest first without any filter, page by page, until a page's last ts < horizon, or the end." */
  return async function head(signal: AbortSignal): Promise<void> {
    const { baselineSet, lag } = await place.load();
    const horizon = place.horizon();
    const get = pages.askServer(NEWEST, signal);
    let first: PageFacts | undefined;
    /** The server's clock as the first page was asked for, µs. */
    let began: number | undefined;
    let learned = lag;
    await walk({
      ...pages.trouble,
      ask: pages.asker({
        kind: 'head',
        params: NEWEST,
        signal,
        horizon,
        get: async (offset, limit) => {
          const asked = await get(offset, limit);
          const { date, duration } = asked.answer;
          if (offset === 0 && date !== undefined) began ??= (date - duration) * 1000;
          return asked;
        },
        onPage: (result) => {
          first ??= result.facts;
          learned = result.lag;
        },
      }),
      offset: 0,
      above: null,
      limit: HEAD_LIMIT,
      nextLimit: LARGE_LIMIT,
      // The first page of the first walk is the baseline; what is below it is history.
      done: ({ lastTs }) => !baselineSet || (lastTs !== null && horizon !== null && lastTs < horizon),
    });
    // "Done → horizon = Date of the first page − its request's duration − LAG (no Date: ts of the first page's last row − LAG)."
    if (learned !== lag) place.note({ lag: learned });
    const until = began ?? first?.lastTs ?? null;
    await place.move(until === null ? null : until - learned);
    if (!baselineSet) await place.reload();
    // Kept and counted; but whoever can read nothing watches nothing.
    if (first && first.unreadable !== null) throw fail('unreadable', { detail: first.unreadable });
  };
}
