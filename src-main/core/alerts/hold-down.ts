import { scoped, type Arrival, type Asked } from './arrival';
import type { Brief } from './arrival';
import { note, outcomeOf, type Draft } from './draft';

/**
 * Step 5: an agent's offline waits so many seconds of the server's time. One that was older when the poll began
 * that brought it waits no more. A second one while the first waits takes its place, and the end of the wait stays.
 * @returns false where it is to be told at once
 */
export function holdDown(
  draft: Draft,
  arrival: Arrival,
  brief: Brief,
  quiet: boolean,
  asked: Asked,
): boolean {
  const seconds = draft.settings.holdDownSeconds;
  const dueTs = arrival.key.ts + seconds * 1_000_000;
  if (seconds === 0 || (asked.server !== null && asked.server > dueTs)) return false;
  const name = scoped(arrival);
  const earlier = endHold(draft, name, 'superseded');
  // Without a `Date` the wait runs by our own clock, from its arrival.
  const left = asked.server === null ? seconds * 1000 : (dueTs - asked.server) / 1000;
  const dueAt = Math.ceil((asked.server === null ? draft.now : asked.at) + left);
  draft.holds.set(name, { brief, quiet, dueTs: earlier?.dueTs ?? dueTs, dueAt: earlier?.dueAt ?? dueAt });
  return true;
}

/** Ends a wait without a toast. */
export function endHold(
  draft: Draft,
  name: string,
  step: 'superseded' | 'came-back' | 'flapping' | 'seen-elsewhere',
) {
  const hold = draft.holds.get(name);
  if (!hold) return undefined;
  draft.holds.delete(name);
  note(outcomeOf(draft, hold.brief.key, 'skip'), step);
  return hold;
}

/** Told only after a complete poll that began later than the end of the wait: it would have brought the return. */
export function releaseHolds(draft: Draft, { account, server, at }: Asked): void {
  const longest = draft.settings.holdDownSeconds * 1000;
  for (const [name, hold] of draft.holds) {
    const { brief, quiet, dueTs, dueAt } = hold;
    // Further away than any wait is: our clock was set back, and nobody knows how long it has waited. It is told.
    const waits = server === null ? at <= dueAt && dueAt - draft.now <= longest : server <= dueTs;
    if (brief.key.account !== account || waits) continue;
    draft.holds.delete(name);
    draft.due.push({
      kind: 'down',
      brief,
      says: brief,
      quiet,
      outcome: outcomeOf(draft, brief.key),
      ended: null,
    });
  }
}
