import { briefOf, type Arrival, type Asked } from './arrival';
import type { Draft } from './draft';
import { outcomeOf } from './draft';
import type { SubjectState } from './engine-state';

/**
 * Step 4: so many changes of one subject in so many minutes of the server's time are flapping. Raw changes count,
 * before hold-down, seen and muted ones too.
 */
export function flappingAfter(
  { settings, now }: Draft,
  before: SubjectState | undefined,
  arrival: Arrival,
  changed: boolean,
): Pick<SubjectState, 'changes' | 'flapping'> {
  const { ts } = arrival.key;
  if (settings.flapChanges === 0) return { changes: [], flapping: null };
  if (before?.flapping) {
    const flapping = { ...before.flapping, lastTs: ts, lastAt: now, last: briefOf(arrival) };
    return { changes: before.changes, flapping };
  }
  if (!before) return { changes: [ts], flapping: null };
  if (!changed) return { changes: before.changes, flapping: null };
  const since = ts - windowOf(settings.flapMinutes);
  const changes = [...before.changes.filter((one) => one > since), ts].slice(-settings.flapChanges);
  const flaps = changes.length >= settings.flapChanges;
  const flapping = flaps ? { lastTs: ts, lastAt: now, told: false, last: briefOf(arrival) } : null;
  return { changes, flapping };
}

/** The flapping was said; what follows is quiet until it rests. */
export function saidFlapping(draft: Draft, name: string): void {
  const subject = draft.subjects.get(name);
  if (subject?.flapping)
    draft.subjects.set(name, { ...subject, flapping: { ...subject.flapping, told: true } });
}

/**
 * Stable for as long again, by a complete poll: one last word that names the state it came to rest in.
 * Resting down is a told outage.
 */
export function comeToRest(draft: Draft, { account, server, at }: Asked): void {
  const minutes = draft.settings.flapMinutes;
  for (const [name, subject] of draft.subjects) {
    const { flapping } = subject;
    if (!flapping || flapping.last.key.account !== account) continue;
    const rests =
      server === null
        ? at >= flapping.lastAt + minutes * 60_000
        : server >= flapping.lastTs + windowOf(minutes);
    if (!rests) continue;
    draft.subjects.set(name, { ...subject, changes: [], flapping: null });
    const brief = flapping.last;
    if (flapping.told)
      draft.due.push({
        kind: 'rest',
        brief,
        says: brief,
        quiet: false,
        outcome: outcomeOf(draft, brief.key),
        ended: null,
      });
  }
}

/** µs of so many minutes. */
const windowOf = (minutes: number): number => minutes * 60_000_000;
