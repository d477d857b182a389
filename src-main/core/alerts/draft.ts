import type { VerdictStep } from '../../../src-shared/inbox';
import { keyText, type NotificationKey } from '../../../src-shared/notification';
import type { Preferences } from '../../../src-shared/preferences';
import type { Brief } from './arrival';
import type { Decision } from './decision';
import type {
  CatchUp,
  EngineState,
  Feed,
  Flapping,
  Held,
  Hold,
  Link,
  Lock,
  Recent,
  Restless,
  Snoozed,
  Standing,
  Storm,
  SubjectState,
  Urgent,
} from './engine-state';
import { openTable, type Table } from './table';

export type AlertSettings = Pick<
  Preferences,
  | 'toasts'
  | 'toastsByLevel'
  | 'textRules'
  | 'holdDownSeconds'
  | 'flapChanges'
  | 'flapMinutes'
  | 'quietHours'
  | 'criticalBreaksThrough'
  | 'escalate'
  | 'silences'
  | 'subjectNames'
>;

/** What the engine is told of the world. */
export interface Context {
  /** Wall ms. */
  readonly now: number;
  /** IANA name of the user's zone, for quiet hours; `undefined`: the system's. */
  readonly zone?: string | undefined;
  /** Wall ms at which a pause ends; `null`: none. */
  readonly pausedUntil: number | null;
  readonly settings: AlertSettings;
}

/** What became of one item. `toast`: the row's next state; `undefined`: as it was. */
export interface Outcome {
  readonly key: NotificationKey;
  toast: 'skip' | 'waiting' | 'held' | 'showing' | undefined;
  readonly verdicts: { readonly step: VerdictStep; readonly reason: string }[];
}

/** Wants to be a bubble now. */
export interface Due {
  readonly kind: 'down' | 'recovered' | 'plain' | 'flapping' | 'rest';
  readonly brief: Brief;
  /** What the bubble says, where it is not the item itself: an outage that was over before it was met. */
  readonly says: Brief;
  readonly quiet: boolean;
  readonly outcome: Outcome;
  /** Of good news: the outage whose end it is. */
  readonly ended: Brief | null;
}

/** The engine's working copy, for the time of one call. Its parts are replaced, never changed inside. */
export interface Draft {
  readonly context: Context;
  readonly now: number;
  readonly settings: AlertSettings;
  readonly subjects: Table<SubjectState>;
  readonly holds: Table<Hold>;
  readonly standing: Table<Standing>;
  readonly links: Table<Link>;
  readonly feeds: Table<Feed>;
  readonly flapping: Table<Flapping>;
  readonly restless: Table<Restless>;
  unpruned: number;
  recent: readonly Recent[];
  storm: Storm | null;
  held: Held[];
  catchUp: CatchUp | null;
  lock: Lock | null;
  /** The catch-up of this account ended in this call: what is due of it now is a part of its digest. */
  answered: string | null;
  snoozed: readonly Snoozed[];
  urgent: readonly Urgent[];
  serial: number;
  due: Due[];
  /** Outages of the storm that ended in this call. */
  readonly stormBacks: { readonly brief: Brief; readonly ended: NotificationKey }[];
  readonly outcomes: Outcome[];
  readonly decisions: Decision[];
  readonly withdraw: string[];
}

export function openDraft(state: EngineState, context: Context): Draft {
  return {
    context,
    now: context.now,
    settings: context.settings,
    subjects: openTable(state.subjects),
    flapping: openTable(state.flapping),
    restless: openTable(state.restless),
    unpruned: state.unpruned,
    holds: openTable(state.holds),
    standing: openTable(state.standing),
    links: openTable(state.links),
    feeds: openTable(state.feeds),
    recent: state.recent,
    storm: state.storm,
    held: [...state.held],
    catchUp: state.catchUp,
    lock: state.lock,
    answered: null,
    snoozed: state.snoozed,
    urgent: state.urgent,
    serial: state.serial,
    due: [],
    stormBacks: [],
    outcomes: [],
    decisions: [],
    withdraw: [],
  };
}

export function closeDraft(draft: Draft): EngineState {
  const { subjects, flapping, restless, unpruned, holds, standing, links, feeds } = draft;
  const { recent, storm, held, catchUp, lock, snoozed, urgent, serial } = draft;
  return {
    subjects,
    flapping,
    restless,
    unpruned,
    holds,
    standing,
    recent,
    storm,
    held,
    catchUp,
    lock,
    links,
    feeds,
    snoozed,
    urgent,
    serial,
  };
}

/** Opens the log of an item; each step of its path adds to it. */
export function outcomeOf(draft: Draft, key: NotificationKey, toast?: Outcome['toast']): Outcome {
  const outcome: Outcome = { key, toast, verdicts: [] };
  draft.outcomes.push(outcome);
  return outcome;
}

export function note(outcome: Outcome, step: VerdictStep, reason = ''): void {
  outcome.verdicts.push({ step, reason });
}

/** Takes a bubble from the screen and forgets it. */
export function retract(draft: Draft, tag: string): void {
  if (draft.standing.delete(tag)) draft.withdraw.push(tag);
  draft.recent = draft.recent.filter((one) => one.tag !== tag);
}

export const nextTag = (draft: Draft, name: string): string => `${name}/${(draft.serial += 1)}`;

export const sameKey = (a: NotificationKey, b: NotificationKey): boolean =>
  a.id === b.id && a.ts === b.ts && a.account === b.account;

export const keySet = (keys: readonly NotificationKey[]): ReadonlySet<string> => new Set(keys.map(keyText));
