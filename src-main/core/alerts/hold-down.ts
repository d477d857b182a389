import { PARTING, scoped, type Arrival, type Asked } from './arrival';
import type { Brief } from './arrival';
import { note, outcomeOf, type Draft } from './draft';

/** A stamp so far ahead of its server's clock is of another clock: an agent's own, or a zone that was left out. µs */
const AHEAD_US = 60_000_000;
/** A wait's end is known by so much better: worth to be kept. ms */
const WORTH_MS = 5;

/**
 * Step 5: an agent's offline waits so many seconds of the server's time. One that was older when the poll began
 * that brought it waits no more, one from the future waits as if it had just begun. A second one while the first waits takes its place, and the end of the wait stays.
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
  const dueTs = beganAt(arrival.key.ts, asked) + seconds * 1_000_000;
  if (seconds === 0 || (asked.server !== null && asked.server > dueTs)) return false;
  const name = scoped(arrival);
  const earlier = endHold(draft, name, 'superseded');
  // Without a `Date` the wait runs by our own clock, from its arrival.
  const dueAt = endsAt(dueTs, asked) ?? draft.now + seconds * 1000;
  draft.holds.set(name, { brief, quiet, dueTs: earlier?.dueTs ?? dueTs, dueAt: earlier?.dueAt ?? dueAt });
  return true;
}

/** The stamp; one from the future began when it was met, or nothing would be told until then. */
export const beganAt = (ts: number, { server }: Asked): number =>
  server !== null && isAhead(ts, server) ? server : ts;

export const isAhead = (ts: number, server: number): boolean => ts - server > AHEAD_US;

/** When the server's clock is surely at a stamp, by ours, wall ms; `null`: it names no `Date`. */
const endsAt = (ts: number, { server, at }: Asked): number | null =>
  server === null ? null : Math.ceil(at + ((ts - server) / 1000) * (1 + PARTING));

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

/**
 * Told only after a complete poll that began later than the end of the wait: it would have brought the return. A poll
 * before that may know better when it ends.
 */
export function releaseHolds(draft: Draft, asked: Asked): void {
  const { account, server, at } = asked;
  const longest = draft.settings.holdDownSeconds * 1000;
  for (const [name, hold] of draft.holds) {
    const { brief, quiet, dueTs, dueAt } = hold;
    // Further away than any wait is: that clock was set back, and nobody knows how long it has waited. It is told.
    const waits =
      server === null
        ? at <= dueAt && dueAt - draft.now <= longest
        : server <= dueTs && !isAhead(dueTs - longest * 1000, server);
    if (brief.key.account !== account) continue;
    if (waits) {
      const better = endsAt(dueTs, asked) ?? dueAt;
      if (Math.abs(better - dueAt) >= WORTH_MS) draft.holds.set(name, { ...hold, dueAt: better });
      continue;
    }
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
