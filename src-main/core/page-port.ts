import type { NotificationKey, SeverityLevels } from '../../src-shared/notification';
import type { Missed } from './sync/guard';

export type Walk = 'head' | 'history' | 'unseen' | 'asked';

export interface PageMessage {
  readonly account: string;
  readonly body: Uint8Array;
  readonly walk: Walk;
  readonly offset: number;
  readonly limit: number;
  /** The last stamp of the page before in this walk; `null` for its first page. */
  readonly above: number | null;
  /** The same page, read once more since its end was unsure. */
  readonly again: boolean;
  /** Rows of the longest page that came before in this walk; 0: none came. */
  readonly longest: number;
  /** How many rows the pages before went down; 0: none came. */
  readonly reached: number;
  /** A page of this walk that nothing was found below; `null`: none is asked for again to see that. */
  readonly bottom: PagePlace | null;
  /** The store's counter when the request was sent: only rows known by then can be claimed gone. */
  readonly knownSeq: number;
  /** Wall ms. */
  readonly now: number;
  readonly levels: SeverityLevels;
  /** Saved along with a page that changed something; an unknown row below it proves the lag too small. */
  readonly horizon: number | null;
  /** The server's clock in µs, as it answered; `null`: it sent none. */
  readonly date: number | null;
  /** What this walk and those before it have missed (sync.md, Guard). */
  readonly missed: Missed;
}

/** Where a page was, and how to know it again. */
export interface PagePlace {
  readonly offset: number;
  readonly count: number | null;
  /** Its rows, `id/ts`, sorted. */
  readonly members: readonly string[];
}

export interface PageFacts {
  readonly length: number;
  readonly count: number | null;
  readonly firstTs: number | null;
  readonly lastTs: number | null;
  readonly tieAtEnd: number;
  /** Stitched to the page before, or the first of its walk. */
  readonly ok: boolean;
  /** Nothing is below this page, as the server has it. */
  readonly end: boolean;
  /** An end to be read once more: rows that came between the server's `count` and its rows may hide what is below. */
  readonly unsure: boolean;
  /** Its rows, `id/ts`, sorted, where `count` tells of more below it and there is no `next`; else `null`. */
  readonly members: readonly string[] | null;
  /** What the server gives a page at most, as far as it is known. */
  readonly effectiveLimit: number;
  /** The field in the way, where not one of its items can be read. */
  readonly unreadable: string | null;
}

export interface PageResult {
  readonly facts: PageFacts;
  /** Something was written. */
  readonly changed: boolean;
  readonly seq: number;
  /** Keys of all rows on the page, in its order (only for walk `asked`). */
  readonly keys: readonly NotificationKey[];
  /** The texts of items that could not be read (only for walk `unseen`: they count among the unseen). */
  readonly bad: readonly string[];
  readonly missed: MissedNow;
  /** µs: how late an item may become visible, as of now. */
  readonly lag: number;
}

export interface HistoryResult {
  /** Of the pages that were written, the first one in any case. */
  readonly results: readonly PageResult[];
  /** The stamp that the reading has come down to, saved with them. */
  readonly cursor: number;
}

/** Rows (`id/ts`) that a page lacks at the walk's new end (sync.md, Guard). */
export interface MissedNow {
  readonly rows: number;
  /** Not believed yet to be gone. */
  readonly doubted: readonly string[];
  /** Doubted before, and here again. */
  readonly back: readonly string[];
}
