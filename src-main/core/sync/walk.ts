import { AppError, fail } from '../../../src-shared/app-error';
import type { PageFacts } from '../store-port';

/** Asks for one page and writes it; `above`: the last stamp of the page before, `null` for a first page. */
export type AskPage = (offset: number, limit: number, above: number | null) => Promise<PageFacts>;

export interface WalkPlan {
  readonly ask: AskPage;
  /** Where to begin; 0 is the top. */
  readonly offset: number;
  /** Rows a page, at first and from the second page on. */
  readonly limit: number;
  readonly nextLimit: number;
  /** The stamp that the first page has to begin above, where it does not begin at the top. */
  readonly above: number | null;
  /** Is this page the last one needed? */
  readonly done: (facts: PageFacts) => boolean;
}

export interface WalkEnd {
  /** The last page. */
  readonly facts: PageFacts;
  readonly pages: number;
  /** How many rows stood above the end of the last page. */
  readonly reached: number;
}

/** Rows of the page before that the next one must show again: proof that nothing slipped between. */
export const OVERLAP = 2;
const MAX_LIMIT = 1000;
/** A page over the byte cap is asked for in halves; with fewer rows than these, two pages could not overlap. */
const MIN_LIMIT = 4;
/** Pages in a row without going down: this is not our API (sync.md, step 2). */
const MAX_STALLED = 20;

/**
 * Pages stitched to each other, newest first (sync.md, step 2). A page that does not begin strictly above the
 * last stamp of the one before has slipped: rows moved up by deletes. The offset is stepped back, doubling.
 * The next offset leaves out the whole group of equal stamps at the page's end.
 */
export async function walk(plan: WalkPlan): Promise<WalkEnd> {
  let { offset, limit, above } = plan;
  let back = OVERLAP;
  let lowest = Infinity;
  let stalled = 0;
  let most = MAX_LIMIT;
  for (let pages = 1; ; pages += 1) {
    if (offset === 0) above = null;
    const facts = await plan.ask(offset, limit, above).catch((error: unknown) => {
      if (limit > MIN_LIMIT && isTooLarge(error)) return undefined;
      throw error;
    });
    if (!facts) {
      most = limit = Math.max(MIN_LIMIT, Math.floor(limit / 2));
      continue;
    }
    if (facts.end) return { facts, pages, reached: offset + facts.length };
    const last = facts.lastTs;
    // A page that slipped is no progress, however low it lies.
    stalled = facts.ok && last !== null && last < lowest ? 0 : stalled + 1;
    if (stalled >= MAX_STALLED) throw fail('not-our-api', { detail: 'paging does not go on' });
    if (!facts.ok) {
      offset = Math.max(0, offset - back);
      back *= 2;
      continue;
    }
    if (last !== null) lowest = Math.min(lowest, last);
    back = OVERLAP;
    if (plan.done(facts)) return { facts, pages, reached: offset + facts.length };
    const step = facts.length - facts.tieAtEnd - OVERLAP;
    if (step > 0) {
      offset += step;
      above = last ?? above;
      limit = Math.min(most, plan.nextLimit);
    } else if (limit < most && facts.effectiveLimit >= limit) {
      limit = Math.min(most, limit * 2);
    } else {
      // One stamp fills whole pages and the server gives no larger ones: through the group, one row of overlap.
      offset += Math.max(1, facts.length - 1);
      above = last === null ? above : last - 1;
    }
  }
}

const isTooLarge = (error: unknown): boolean =>
  error instanceof AppError && error.failure.kind === 'too-large';
