import { TYPES } from '../../../src-shared/notification';
import { briefOf, scoped, type Arrival, type Brief } from './arrival';
import type { Draft } from './draft';
import type { Outage, SubjectState } from './engine-state';
import { flappingAfter } from './flapping';

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
export function track(draft: Draft, arrival: Arrival): Turn {
  const down = DOWN[arrival.type];
  if (down === undefined || arrival.subject.startsWith('item:')) return { kind: 'none' };
  const name = scoped(arrival);
  const { ts } = arrival.key;
  const before = draft.subjects.get(name);
  if (before && ts < before.ts) return { kind: 'late', endedAt: down && !before.down ? before.ts : null };
  const changed = before?.down !== down;
  const { changes, flapping } = flappingAfter(draft, before, arrival, changed);
  const outage = down ? outageAfter(before?.outage ?? null, arrival) : null;
  // Set anew at the end: the map's order is that of the last change, which `prune` goes by.
  draft.subjects.delete(name);
  draft.subjects.set(name, { ts, down, changes, flapping, outage });
  return down
    ? { kind: 'down', before: before?.outage ?? null, flaps: flapping !== null }
    : { kind: 'up', ended: before?.outage ?? null, flaps: flapping !== null };
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

/** The state must not grow with the number of subjects that ever were: those that changed longest ago are forgotten. */
export function prune({ subjects }: Draft): void {
  const isQuiet = ({ outage, flapping }: SubjectState): boolean => outage === null && flapping === null;
  let quiet = 0;
  let newest = -Infinity;
  for (const subject of subjects.values()) {
    if (isQuiet(subject)) quiet += 1;
    newest = Math.max(newest, subject.ts);
  }
  let lasting = subjects.size - quiet;
  for (const [name, subject] of subjects) {
    const isOld = quiet > KEPT_QUIET || subject.ts < newest - KEPT_US;
    if (isQuiet(subject) ? isOld : lasting > KEPT_LASTING) {
      subjects.delete(name);
      if (isQuiet(subject)) quiet -= 1;
      else lasting -= 1;
    }
  }
}
