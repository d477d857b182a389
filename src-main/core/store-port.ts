import type { AlertPreview } from '../../src-shared/alert-preview';
import type { Counts, DownBefore } from '../../src-shared/app-state';
import type { Filter } from '../../src-shared/filter';
import type { Detail, Row, Unreadable } from '../../src-shared/inbox';
import type { SearchTerm } from '../../src-shared/search';
import type { NotificationKey, SeverityLevels } from '../../src-shared/notification';
import type { Keep } from '../../src-shared/preferences';
import type { Bubble } from './alerts/decision';
import type { Context } from './alerts/draft';
import type { Alerts, Fate, Heard, Poll, PreviewQuestion, Snoozing } from './alerts-port';
import type { HistoryResult, PageMessage, PageResult } from './page-port';

export type {
  HistoryResult,
  MissedNow,
  PageFacts,
  PageMessage,
  PagePlace,
  PageResult,
  Walk,
} from './page-port';

/**
 * The local history. SQLite runs in a thread of its own, so every call is asynchronous, and one call is one
 * transaction. Main sends facts (a page's bytes, the request's sequence number); the thread parses them,
 * decides by the core's pure rules and writes, all inside that transaction.
 * Every call rejects with an `AppError` of kind `storage` when the file cannot be used.
 */
export interface Store {
  /** Opens or makes the history in this folder; closes another one first. */
  open(folder: string): Promise<{ readonly rebuilt: boolean }>;
  close(): Promise<void>;
  /** Writes something small: can the history be written? */
  probe(): Promise<void>;

  query(
    filter: Filter,
    offset: number,
    limit: number,
    /** What the filter's text means; by itself it has no names and no types' words. */
    terms?: readonly SearchTerm[],
  ): Promise<{ readonly rows: readonly Row[]; readonly total: number; readonly partial?: boolean }>;
  /** `undefined`: no such row. */
  item(key: NotificationKey): Promise<Detail | undefined>;
  /** The newest row of this id: a link knows no more. */
  find(account: string, id: string): Promise<NotificationKey | undefined>;
  /** The rows of these keys that are there, in this order. */
  rows(keys: readonly NotificationKey[]): Promise<readonly Row[]>;
  /** The most urgent of what is unseen and not put off, of each level the newest first. */
  urgent(limit: number): Promise<readonly Row[]>;
  unreadable(): Promise<readonly Unreadable[]>;
  summary(): Promise<Summary>;
  /** How many of an account's rows have which severity, lowest first; at most so many of them. */
  countSeverities(account: string, most: number): Promise<readonly SeverityRows[]>;
  /** Raises the levels of all rows by what severities mean now. @returns whether they meant something else before */
  relevel(levels: SeverityLevels): Promise<boolean>;

  syncState(account: string): Promise<SyncState>;
  /** @throws AppError `not-json`, `broken-json`, `not-our-api`, `order-ignored`: the page was not written. */
  applyPage(message: PageMessage): Promise<PageResult>;
  /**
   * Pages of the first reading, one below the other, in one transaction with the place that they bring it to. One that
   * does not begin right above the one before it, or that cannot be read, is not written, nor are those below it.
   * @param cursor the place by now @throws AppError as `applyPage`, for the first of them
   */
  applyHistory(pages: readonly PageMessage[], cursor: number): Promise<HistoryResult>;
  /**
   * The answer of `GET ID/`, or of `PATCH ID/`.
   * @param swallowed it is seen by our own doing: where it is new it alerts all the same
   * @throws AppError `not-our-api`
   */
  applySingle(
    account: string,
    body: Uint8Array,
    now: number,
    levels: SeverityLevels,
    swallowed?: boolean,
  ): Promise<NotificationKey>;
  /** The server says that this one is not there (404). */
  gone(key: NotificationKey): Promise<void>;
  saveCursor(account: string, cursor: Cursor): Promise<void>;
  saveHorizon(account: string, horizon: number): Promise<void>;
  /** An item over the byte cap, stepped over: counted and shown among what could not be read. @param above the stamp of the row above it */
  noteTooLarge(account: string, above: number | null, now: number): Promise<void>;
  /** Live rows above a stamp: the guess at which offset the history goes on. */
  liveAbove(account: string, ts: number): Promise<number>;
  /** The counter that names what is known by now (`known_seq`). */
  sequence(): Promise<number>;
  /** Moves the floor and deletes a few rows below it. */
  retain(message: RetainMessage): Promise<Retained>;
  /**
   * What was read of an account stays to be read, of no server any more: marks for it are dropped, nothing of it alerts,
   * and where it is read again it begins with a first look. A part at a time. @returns whether there is more: ask again
   * @param goOn only what is broken off: one that somebody else has made whole meanwhile is not begun again
   */
  archive(account: string, goOn?: boolean): Promise<boolean>;
  /** Whose archive was broken off, by the disk or the end of a run: to be whole before anything is asked of its server. */
  brokenOff(): Promise<readonly string[]>;
  /** Deletes everything of an account: the newest at once, the rest by itself. @returns whether there is a rest */
  forget(account: string): Promise<boolean>;
  /**
   * The account is about to be removed; `archive` and `forget` take that back with their first part, `stay` where it was
   * not removed. It stands in the history from before the account goes until the history follows.
   */
  leave(account: string): Promise<void>;
  stay(account: string): Promise<void>;
  leaving(): Promise<readonly string[]>;

  /** Puts marks into the outbox, to be sent from `notBefore` (wall ms) on. @returns how many were unseen */
  addMarks(keys: readonly NotificationKey[], batch: string, notBefore: number): Promise<number>;
  /** Undo: removes a batch whose time has not come yet. @returns how many were taken back */
  takeBack(batch: string, now: number): Promise<number>;
  /** Ends every Undo that still runs (at quit). */
  releaseMarks(now: number): Promise<void>;
  dueMarks(account: string, now: number, limit: number): Promise<readonly DueMark[]>;
  settleMark(account: string, mark: DueMark, outcome: MarkOutcome): Promise<void>;
  /** After a clock jump: no mark waits longer than 5 min from now. */
  clampMarks(now: number): Promise<void>;
  /** When the next mark of this account is due, wall ms; `null`: none waits. */
  nextMarkAt(account: string): Promise<number | null>;
  /**
   * Durable before the POST: the rows that the user was shown (sync.md, Mark all as seen).
   * @param most how many the user agreed to @throws AppError `grew`: there are more by now
   */
  beginMarkAll(account: string, most?: number): Promise<number>;
  /** The POST was answered with 2xx: what is still unseen after it was not meant by it. */
  markAllSent(account: string): Promise<void>;
  /** Ends it. @param now wall ms; `null`: the server refused, nothing of the set is to be sent */
  endMarkAll(account: string, now: number | null): Promise<void>;

  /**
   * Runs the alert engine over everything pending of this account, brought by this poll, and over what is seen
   * by now; the state of the engine, of the rows and their verdicts are written in one transaction.
   */
  decide(account: string, poll: Poll, context: Context): Promise<Alerts>;
  /** Anything else that the engine hears of. */
  hear(event: Heard, context: Context): Promise<Alerts>;
  /** What became of a bubble on the desktop. `tells`: the rows that it told. */
  toasted(
    tag: string,
    tells: readonly NotificationKey[],
    step: Fate,
    reason: string,
    context: Context,
  ): Promise<Alerts>;
  /**
   * Puts off what of these is unseen: until then (wall ms) it is in no inbox and nothing is told of it.
   * @throws AppError `snoozed-too-many`
   */
  snooze(keys: readonly NotificationKey[], until: number, context: Context): Promise<Snoozing>;
  /** Brings back what of these is put off. */
  unsnooze(keys: readonly NotificationKey[], context: Context): Promise<Snoozing>;
  /** Those of these that are put off. */
  snoozed(keys: readonly NotificationKey[]): Promise<readonly Snooze[]>;
  /** What a draft of the rules would have made of the last days; does a little of it, and goes on when asked again. */
  previewAlerts(question: PreviewQuestion): Promise<AlertPreview>;
  /** Bubbles that may stand on the screen, with what they stand for: also those of the last run. */
  standing(): Promise<readonly { readonly tag: string; readonly members: readonly NotificationKey[] }[]>;
  /** Rows that were being shown when the last run ended: one digest, or nothing. */
  recover(): Promise<Bubble | undefined>;
}

/** One item that is put off. `until`: wall ms. */
export interface Snooze {
  readonly key: NotificationKey;
  readonly until: number;
}

export interface SeverityRows {
  readonly severity: number;
  readonly count: number;
}

interface Place {
  readonly ts: number;
  readonly id: string;
}
export interface RetainMessage {
  readonly account: string;
  readonly keep: Keep;
  /** Wall ms. */
  readonly now: number;
  /** The row at which the last step ended; `null`: from the oldest. */
  readonly after: Place | null;
}
export interface Retained {
  readonly deleted: number;
  /** There may be more after this row. */
  readonly next: Place | null;
  /** More is kept than before: the history has to be read again. */
  readonly reread: boolean;
}

/** What happens to the history without being asked for. */
export type StorageNotice =
  /** It was damaged: set aside and made anew; the server is read again. `marksLost`: perhaps also marks on their way. */
  | { readonly kind: 'rebuilt'; readonly marksLost: boolean }
  /** Rows were damaged and taken out or made whole, or another file stands there; the history of these accounts is read again. */
  | { readonly kind: 'repaired'; readonly accounts: readonly string[] };

interface Cursor {
  readonly ts: number | null;
  readonly complete: boolean;
}

/** `ts` fields in µs of the server's stamps. */
export interface SyncState {
  readonly horizon: number | null;
  /** µs: how late an item may become visible after its stamp. */
  readonly lag: number;
  /** How deep the history has been read; `null`: from the top. */
  readonly cursor: number | null;
  readonly historyComplete: boolean;
  readonly baselineSet: boolean;
  /** Seen rows below this stamp were let go of and are not fetched again (sync.md, Retention). */
  readonly floor: number | null;
  readonly pageLimit: number | null;
  readonly seq: number;
  readonly markAllSent: boolean | null;
}

export interface DueMark {
  readonly id: string;
  readonly ts: number;
  readonly tries: number;
}
export type MarkOutcome =
  | { readonly state: 'done' }
  /** Refused for good: shown on the row. */
  | { readonly state: 'parked' }
  | { readonly state: 'later'; readonly at: number };

export interface AccountSummary {
  readonly counts: Counts;
  /** Live rows, and those of them that the server has unseen. */
  readonly live: number;
  readonly serverUnseen: number;
  readonly unreadable: number;
  readonly waiting: number;
  readonly refused: number;
  readonly held: number;
  /** Unseen ones that are put off: the counts are without them. `first`: wall ms at which the first comes back. */
  readonly snoozed: { readonly count: number; readonly first: number | null };
  /** Agents that are down now. */
  readonly down: number;
  readonly downBefore: DownBefore;
}
export interface Summary {
  readonly accounts: { readonly [account: string]: AccountSummary };
}
