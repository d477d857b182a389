import type { Json } from './json';
import type { Level, NotificationKey } from './notification';

/** A row of the inbox, ready to be drawn. Titles are made of it by `messages` in the user's language. */
export interface Row {
  readonly key: NotificationKey;
  readonly type: number;
  readonly severity: number;
  readonly level: Level;
  /** Shown as seen: the server says so, or the user marked it. */
  readonly seen: boolean;
  readonly timestamp: string;
  readonly data: Json;
  /** `agent:4`, `task:1557`, `suite:395`, `item:3587`. */
  readonly subject: string;
  /** False: no longer on the server. */
  readonly live: boolean;
  /** A mark of the user's that the server has not confirmed. */
  readonly mark: 'waiting' | 'refused' | null;
  /** Of a return (types 7, 2): microseconds stamp of the outage that it ended. */
  readonly outageFrom: number | null;
  /** Of an outage (types 8, 3): stamp of its end, where it has one here. */
  readonly outageTo: number | null;
  /** Put off by the user until then, wall ms; `null`: it is not. */
  readonly snoozedUntil: number | null;
}

/** What the alert engine decided of one item, in its order; shown as "Why was (or wasn't) I alerted?". */
export interface Verdict {
  /** Wall time in ms. */
  readonly at: number;
  readonly step: VerdictStep;
  /** A detail for the sentence: a count, a time, the desktop's reason. */
  readonly reason: string;
}

export type VerdictStep =
  // what it is
  | 'seen' // already seen on the server
  | 'baseline' // there before Tocsin first looked
  | 'muted' // a local silence; reason: wall ms at which it ends
  // what the rules say
  | 'text-rule' // reason: its pattern
  | 'rule-toast'
  | 'rule-quiet'
  | 'rule-recovery'
  | 'rule-badge'
  | 'rule-none'
  | 'no-outage' // good news without a told outage
  // what its subject does
  | 'flapping' // told as flapping
  | 'flapping-quiet' // while it was
  | 'rest' // the last word on it
  | 'hold-down' // waits; reason: seconds
  | 'came-back' // within its hold-down
  | 'superseded' // the next one took its place
  | 'overtaken' // what came later was known already
  | 'still-down' // of an outage that was told
  // how it is told
  | 'paired' // by the bubble that says its end
  | 'joined' // as a line of a more urgent bubble
  | 'storm' // reason: how many
  | 'storm-back' // its end, as a part of the storm's summary
  | 'held' // paused
  | 'quiet-hours'
  | 'away'
  | 'breakthrough' // critical
  | 'digest' // reason: how many
  | 'snoozed' // reason: wall ms at which it comes back
  | 'unsnoozed' // by the user, before that
  | 'snooze-end' // it is due again
  | 'snooze-over' // the outage had ended by then
  | 'escalated' // told again; reason: how often
  // what became of it
  | 'shown'
  | 'do-not-disturb' // the desktop has it, perhaps in its list alone
  | 'no-service'
  | 'no-answer' // the service hangs
  | 'failed' // reason: `refusalReason`
  | 'clicked' // reason: the button, empty for the bubble itself
  | 'closed'
  | 'gone' // the notification service ended, and its bubbles with it
  | 'seen-elsewhere';

export interface Detail {
  readonly row: Row;
  /** The item as the server sent it, its JSON text. */
  readonly raw: string;
  /** Wall time in ms of its first meeting, and by which walk. */
  readonly firstSeenAt: number;
  /** `mark-all`: a mark of ours reached it first (all were being marked, or it has an older one's number), so the server had it seen before anybody saw it. */
  readonly foundBy: 'baseline' | 'head' | 'history' | 'unseen' | 'single' | 'asked' | 'mark-all';
  readonly verdicts: readonly Verdict[];
}

/** An item that could not be read. */
export interface Unreadable {
  readonly account: string;
  /** The field that was in the way. */
  readonly field: string;
  readonly raw: string;
  readonly firstSeenAt: number;
}

export interface Page {
  readonly rows: readonly Row[];
  /** Rows that the filter has in all. */
  readonly total: number;
  readonly revision: number;
  /** A search that is not at its end: `total` is one more than it has found. Asked again, it goes on. */
  readonly partial?: boolean;
}
