import type { NotificationKey, Level } from '../../../src-shared/notification';
import type { Brief } from './arrival';
import type { DigestKind } from './decision';
import type { BySort, Sort } from './sorts';
import type { Entries } from './table';

/**
 * Raised with every change of the form below, but for a part that may be missing; a state of another version is not
 * read: it begins anew.
 */
export const STATE_VERSION = 7;

/** Told: accepted by the desktop (`yes`), or asked of it (`asked`). `due`: about to be, in this very call. */
type Told = 'no' | 'due' | 'asked' | 'yes';

export interface Outage {
  readonly brief: Brief;
  readonly told: Told;
  /** The bubble that told it. */
  readonly tag: string | null;
}

export interface Flapping {
  /** µs and wall ms of the last change. */
  readonly lastTs: number;
  readonly lastAt: number;
  /** Whether a bubble said so; a seen or muted item begins it without one. */
  readonly told: boolean;
  readonly last: Brief;
}

/** Nothing of an account that flaps changed last before this: until it can have come to rest nothing is looked through. */
export interface Restless {
  /** µs of the server, and wall ms. */
  readonly ts: number;
  readonly at: number;
}

/** What is known of an agent or a task. */
export interface SubjectState {
  /** µs of its last change, and what it was. */
  readonly ts: number;
  readonly down: boolean;
  /** µs of its last changes, for flapping: no more than it takes. */
  readonly changes: readonly number[];
  /** While it is down. */
  readonly outage: Outage | null;
}

/** An outage that waits for its hold-down to end. */
export interface Hold {
  readonly brief: Brief;
  readonly quiet: boolean;
  /** Told after a complete poll that began later than this: µs of the server, or wall ms where it has no clock. */
  readonly dueTs: number;
  readonly dueAt: number;
}

/** A bubble on screen, as far as we know. */
export interface Standing {
  readonly tag: string;
  /** `subject`: the next of its subject takes its place. */
  readonly of: 'subject' | 'several' | 'feed';
  readonly level: Level;
  readonly first: Brief | null;
  readonly lines: readonly Brief[];
  /** Not yet seen, as far as we know; empty where there were too many to watch. */
  readonly members: readonly NotificationKey[];
  /** Wall ms. */
  readonly at: number;
}

/** A new bubble of the last half minute, for the storm's rule. */
export interface Recent {
  readonly tag: string;
  readonly at: number;
  readonly sort: Sort;
  readonly members: readonly Brief[];
}

export interface Storm {
  readonly tag: string;
  readonly account: string;
  readonly members: readonly NotificationKey[];
  readonly byLevel: { readonly [L in Level]: number };
  readonly first: Brief;
  /** Critical ones beside the first, by name. */
  readonly lines: readonly Brief[];
  readonly from: number;
  readonly to: number;
  readonly bySort: BySort;
  /** Its outages that still last. */
  readonly down: readonly Brief[];
  readonly back: number;
  /** Wall ms of the last new member, and of the last drawing. */
  readonly lastAt: number;
  readonly drawnAt: number;
  /** Something moved since it was drawn. */
  readonly stale: boolean;
  /** Tags of the bubbles that it took over, until the desktop has the summary: a crash may come before that. */
  readonly takes: readonly string[];
  /** The desktop did not take it when it was last drawn. */
  readonly refused?: boolean;
}

/** Would have been a toast, and waits for a digest. */
export interface Held {
  readonly brief: Brief;
  readonly why: DigestKind;
  /** An outage that lasts, or something that has no end. */
  readonly open: boolean;
  /** The silence that counts it. */
  readonly silence: string | null;
}

/** After sleep, start or pause: nothing is told until a first complete poll of each account (docs/alerts.md, Also). */
export interface CatchUp {
  readonly tag: string;
  /** Wall ms since when nobody watched; `null`: not known. */
  readonly since: number | null;
  /** Wall ms: only a poll that began later counts. */
  readonly wokeAt: number;
  readonly waiting: readonly string[];
  /** What the digest that stands tells and nobody has dealt with: a further account's answer grows it in place. */
  readonly told: readonly Held[];
}

/** When a screen was locked and unlocked whose digest waits for the end of quiet hours or a pause, wall ms. */
export interface Lock {
  readonly from: number;
  readonly to: number;
}

/** Failed polls of an account, wall ms. */
export interface Link {
  readonly from: number;
  readonly to: number | null;
}

/** How often an account gives something: items by hour of the last day. */
export interface Feed {
  readonly since: number;
  readonly lastAt: number;
  readonly hours: readonly (readonly [hour: number, items: number])[];
  readonly told: boolean;
}

export interface Snoozed {
  readonly brief: Brief;
  /** Wall ms. */
  readonly until: number;
  /** It is of an outage that lasted when it was put off. */
  readonly open: boolean;
  /** And that outage has ended since. */
  readonly over?: boolean;
}

/** A critical one that was told and that nobody has seen. */
export interface Urgent {
  readonly brief: Brief;
  readonly tag: string;
  readonly times: number;
  /** Wall ms; `null`: told as often as may be. */
  readonly nextAt: number | null;
}

/**
 * All that the engine knows: plain data, stored in the transaction that consumes the arrivals, so that a
 * kill -9 changes nothing.
 */
export interface EngineState {
  /** In the order of their last change. */
  readonly subjects: Entries<SubjectState>;
  /** Those of them that flap. */
  readonly flapping: Entries<Flapping>;
  /** By account. */
  readonly restless: Entries<Restless>;
  /** Changes of subjects since they were last looked through for what can be forgotten. */
  readonly unpruned: number;
  readonly holds: Entries<Hold>;
  readonly standing: Entries<Standing>;
  readonly recent: readonly Recent[];
  readonly storm: Storm | null;
  readonly held: readonly Held[];
  readonly catchUp: CatchUp | null;
  readonly lock: Lock | null;
  readonly links: Entries<Link>;
  readonly feeds: Entries<Feed>;
  readonly snoozed: readonly Snoozed[];
  readonly urgent: readonly Urgent[];
  /** Makes tags of summaries unique, also when the clock is set back. */
  readonly serial: number;
}

export const NO_STATE: EngineState = {
  subjects: [],
  flapping: [],
  restless: [],
  unpruned: 0,
  holds: [],
  standing: [],
  recent: [],
  storm: null,
  held: [],
  catchUp: null,
  lock: null,
  links: [],
  feeds: [],
  snoozed: [],
  urgent: [],
  serial: 0,
};
