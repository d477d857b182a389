import { TYPES } from '../../../src-shared/notification';
import { briefOf, scoped, type Arrival, type Asked, type Brief } from './arrival';
import type { Draft } from './draft';
import type { Outage, SubjectState } from './engine-state';
import { countChange } from './flapping';

/** What an arrival says of its subject: down or up again; others say neither. Step 6 pairs them. */
const DOWN: { readonly [type: number]: boolean | undefined } = {
  [TYPES.agentOffline]: true,
  [TYPES.agentOnline]: false,
  [TYPES.taskFailed]: true,
  [TYPES.taskSucceeded]: false,
};

export const beginsOutage = (type: number): boolean => DOWN[type] === true;

/** The type whose end this good news is. */
export const BEGAN: { readonly [type: number]: number | undefined } = {
  [TYPES.agentOnline]: TYPES.agentOffline,
  [TYPES.taskSucceeded]: TYPES.taskFailed,
};
const ENDS: { readonly [type: number]: number | undefined } = {
  [TYPES.agentOffline]: TYPES.agentOnline,
  [TYPES.taskFailed]: TYPES.taskSucceeded,
};

export type Turn =
  | { readonly kind: 'none' }
  /** A later change is known already. `endedAt`: µs at which what it began was over. */
  | { readonly kind: 'late'; readonly endedAt: number | null }
  /** `before`: the outage that lasted already. */
  | { readonly kind: 'down'; readonly before: Outage | null; readonly flaps: boolean }
  | { readonly kind: 'up'; readonly ended: Outage | null; readonly flaps: boolean };

/** Takes down what an arrival says of its subject, whatever becomes of the arrival itself. */
export function track(draft: Draft, arrival: Arrival, asked: Asked): Turn {
  const down = DOWN[arrival.type];
  if (down === undefined || arrival.subject.startsWith('item:')) return { kind: 'none' };
  const name = scoped(arrival);
  const { ts } = arrival.key;
  const before = draft.subjects.get(name);
  if (before && ts < before.ts) return { kind: 'late', endedAt: down && !before.down ? before.ts : null };
  const changed = before?.down !== down;
  const changes = countChange(draft, name, before, arrival, changed, asked);
  const outage = down ? outageAfter(before?.outage ?? null, arrival) : null;
  draft.subjects.set(name, { ts, down, changes, outage });
  draft.unpruned += 1;
  const flaps = draft.flapping.get(name) !== undefined;
  return down
    ? { kind: 'down', before: before?.outage ?? null, flaps }
    : { kind: 'up', ended: before?.outage ?? null, flaps };
}

/** A told outage of an agent stays the one that it is; a task that fails again has failed anew. */
function outageAfter(before: Outage | null, arrival: Arrival): Outage {
  if (before && before.told !== 'no' && arrival.type === TYPES.agentOffline) return before;
  return { brief: briefOf(arrival), told: before?.told ?? 'no', tag: before?.tag ?? null };
}

/** Changes what is known of a subject's outage, if it is still that one. */
export function setOutage(draft: Draft, name: string, change: (outage: Outage) => Outage): void {
  const subject = draft.subjects.get(name);
  if (subject?.outage) draft.subjects.set(name, { ...subject, outage: change(subject.outage) });
}

/** Asked of the desktop by this bubble. What was told stays told: that its retelling is refused takes nothing back. */
export const askedBy =
  (tag: string) =>
  (outage: Outage): Outage => ({ ...outage, told: outage.told === 'yes' ? 'yes' : 'asked', tag });

/** "Agent 4 was offline for 30 min", said of an outage that was over before it was met. */
export function overBrief(brief: Brief, endedAt: number): Brief {
  const type = ENDS[brief.type] ?? brief.type;
  return { ...brief, type, key: { ...brief.key, ts: endedAt }, outageFrom: brief.key.ts };
}

/** µs for which a subject that is well is remembered: for items that come late, and the longest flapping asked for. */
const KEPT_US = 3_600_000_000;
/** And so many in all; a backlog of a week may name any number. */
const KEPT_QUIET = 1000;
const KEPT_LASTING = 5000;

/** Changes after which it is worth looking through all subjects. */
const PRUNED_EVERY = 250;

/** The state must not grow with the number of subjects that ever were: those that changed longest ago are forgotten. */
export function prune(draft: Draft): void {
  if (draft.unpruned < PRUNED_EVERY) return;
  draft.unpruned = 0;
  const { subjects, flapping } = draft;
  const isQuiet = (name: string, { outage }: SubjectState): boolean =>
    outage === null && flapping.get(name) === undefined;
  let newest = -Infinity;
  let quiet = 0;
  let lasting = 0;
  subjects.each((subject, name) => {
    newest = Math.max(newest, subject.ts);
    if (isQuiet(name, subject)) quiet += 1;
    else lasting += 1;
  });
  const old: string[] = [];
  subjects.each((subject, name) => {
    if (isQuiet(name, subject)) {
      if (quiet <= KEPT_QUIET && subject.ts >= newest - KEPT_US) return;
      quiet -= 1;
    } else {
      if (lasting <= KEPT_LASTING) return;
      lasting -= 1;
    }
    old.push(name);
  });
  for (const name of old) {
    subjects.delete(name);
    flapping.delete(name);
  }
}
