import { AppError, fail } from '../../../src-shared/app-error';
import type { PageFacts, PageMessage, PagePlace } from '../store-port';

/** What the walk knows of a page before it comes. `again`: it is the same one, since its end was unsure. */
type Before = Pick<PageMessage, 'again' | 'longest' | 'reached' | 'bottom'>;
/** A page of no walk, or its first. */
export const ALONE: Before = { again: false, longest: 0, reached: 0, bottom: null };

/** Asks for one page and writes it; `above`: the last stamp of the page before, `null` for a first page. */
export type AskPage = (
  offset: number,
  limit: number,
  above: number | null,
  before?: Before,
) => Promise<PageFacts>;

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
  /** One item is over the byte cap by itself: it is stepped over. `above`: the last stamp before it. */
  readonly onTooLarge: (above: number | null) => Promise<void>;
  /** A group of equal stamps that no page can hold was gone through twice; more than that cannot be done. */
  readonly onGroup: (ts: number) => void;
}

export interface WalkEnd {
  /** The last page. */
  readonly facts: PageFacts;
  /** Nothing is below it. */
  readonly ended: boolean;
  readonly pages: number;
  /** How many rows stood above the end of the last page. */
  readonly reached: number;
}

/** Rows of the page before that the next one must show again: proof that nothing slipped between. */
export const OVERLAP = 2;
const MAX_LIMIT = 1000;
/** Pages in a row without going down: this is not our API (sync.md, step 2). */
const MAX_STALLED = 20;
/** Single items over the byte cap, one after the other: it is the server, not the item. */
const MAX_TOO_LARGE = 3;

/** A group of equal stamps that is larger than a page can be. */
interface Group {
  readonly ts: number;
  /** Offset and length of the page that it was met on. */
  readonly start: number;
  readonly length: number;
  readonly pass: 1 | 2;
  /** It filled a page from end to end, so its rows may have changed places between two pages. */
  readonly wide: boolean;
}

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
  let tooLarge = 0;
  let group: Group | undefined;
  let again = false;
  let longest = 0;
  let reached = 0;
  /** The first of the pages that go down as far as any and do not say that they are the end. */
  let deepest: Deepest | undefined;
  let bottom: PagePlace | null = null;
  /** Is the page that the end is below to be read once more? Then that is what is asked next. */
  const looksAgain = (end: PageFacts): boolean => {
    if (bottom || !deepest || !claimsMore(deepest, end, offset)) return false;
    ({ offset, limit, above } = deepest);
    bottom = { offset, count: deepest.facts.count, members: deepest.facts.members };
    group = undefined;
    return true;
  };
  for (let pages = 1; ; pages += 1) {
    if (offset === 0) above = null;
    const facts: PageFacts | undefined = await plan
      .ask(offset, limit, above, { again, longest, reached, bottom })
      .catch((error: unknown) => {
        if (isTooLarge(error) && (limit > 1 || (tooLarge += 1) <= MAX_TOO_LARGE)) return undefined;
        throw error;
      });
    if (!facts) {
      // "Over the byte cap: halve the limit, down to 1; one item over it is stepped over, counted and shown."
      if (limit > 1) most = limit = Math.floor(limit / 2);
      else {
        await plan.onTooLarge(lowest === Infinity ? plan.above : lowest);
        offset += 1;
        above = null; // what is below it cannot overlap with what is above
        most = MAX_LIMIT; // from pages of one row it grows again, once one of them can be read
      }
      continue;
    }
    tooLarge = 0;
    const { length, lastTs: last }: PageFacts = facts;
    const end = (ended: boolean): WalkEnd => ({ facts, ended, pages, reached: offset + length });
    // Below pages of one row, which nothing can overlap with, only an empty one is the end.
    if (length === 0 && offset > 0 && above === null) {
      if (looksAgain(facts)) continue;
      return end(true);
    }
    // A page that slipped is no progress, however low it lies.
    stalled = facts.ok && last !== null && last < lowest ? 0 : stalled + 1;
    if (stalled >= MAX_STALLED && !facts.end) throw fail('not-our-api', { detail: 'paging does not go on' });
    if (!facts.ok) {
      // "Not ok → rows moved up by deletes: step the offset back (doubling) and read again."
      offset = Math.max(0, offset - back);
      back *= 2;
      continue;
    }
    if (last !== null) lowest = Math.min(lowest, last);
    back = OVERLAP;
    // `count` and `next` come from another query (F1): rows that came in between may hide what is below this "end".
    if (facts.end && facts.unsure && !again) {
      again = true;
      continue;
    }
    again = false;
    longest = Math.max(longest, length);
    if (offset + length > reached) {
      const { members } = facts;
      deepest = members && !facts.end ? { offset, limit, above, facts: { ...facts, members } } : undefined;
    }
    reached = Math.max(reached, offset + length);
    if (group && (facts.end || last === null || last < group.ts)) {
      // "… twice, the second time shifted by half a page; then warn and go on below."
      if (group.wide && group.pass === 1) {
        offset = group.start + Math.floor(group.length / 2);
        above = group.ts - 1;
        group = { ...group, pass: 2 };
        stalled = 0;
        continue;
      }
      if (group.wide) plan.onGroup(group.ts);
      group = undefined;
    }
    if (facts.end) {
      if (looksAgain(facts)) continue;
      return end(true);
    }
    if (plan.done(facts)) return end(false);
    const step = length - facts.tieAtEnd - OVERLAP;
    if (step > 0) {
      // "The next offset leaves out the whole group of equal timestamps at the page's end, less 2 rows of overlap."
      offset += step;
      above = last ?? above;
      limit = Math.min(most, plan.nextLimit);
    } else if (length >= limit && limit < most && facts.effectiveLimit >= limit) {
      limit = Math.min(most, limit * 2); // "No progress that way → a larger limit."
    } else if (length - facts.tieAtEnd > 1) {
      // One row of overlap proves as much where there is no room for two.
      offset += length - facts.tieAtEnd - 1;
      above = last;
    } else if (length === 1 || last === null) {
      offset += Math.max(1, length - 1);
      above = length === 1 ? null : above;
    } else {
      // "Where the server clamps: step through the group by the page's length less one row, so that each page begins in the group."
      const wide = facts.tieAtEnd === length || (group?.wide ?? false);
      group = group ? { ...group, wide } : { ts: last, start: offset, length, pass: 1, wide };
      offset += length - 1;
      above = last - 1;
    }
  }
}

/** How a page was asked for, and what it was. */
interface Deepest {
  readonly offset: number;
  readonly limit: number;
  readonly above: number | null;
  readonly facts: PageFacts & Pick<PagePlace, 'members'>;
}

/**
 * An end below the first page claims nothing of its own first stamp, an empty one nothing at all, as rows may have moved up
 * meanwhile. Where a page above it has all of its rows, that stamp's whole group, and still is what it was, none have: it is
 * the end. Only a `count` that is too high for ever keeps such a page from being it at once.
 */
const claimsMore = ({ offset, facts }: Deepest, end: PageFacts, endOffset: number): boolean =>
  endOffset > 0 &&
  endOffset + end.length <= offset + facts.length &&
  (end.firstTs === null || end.firstTs === facts.lastTs) &&
  (offset === 0 || facts.firstTs !== facts.lastTs) &&
  (end.members?.every((one) => facts.members.includes(one)) ?? false);

const isTooLarge = (error: unknown): boolean =>
  error instanceof AppError && error.failure.kind === 'too-large';
