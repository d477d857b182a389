import type { Draft } from './draft';
import { quietUntil } from './quiet-hours';
import { stormDueAt } from './storm';

/** Timers are early by a ms at times. What else is unsure of a hold-down's end is in `dueAt` (`hold-down.ts`). ms. */
const CERTAIN_MS = 5;
/** What rests for minutes is counted from a `Date` of whole seconds. ms. */
const REST_MS = 1_000;
/** Waits that end so close together are settled by one poll: what fails in one moment is one alert, not one and the rest. ms. */
const TOGETHER_MS = 1_000;

/** When there is something to do next, and which polls would settle something (docs/alerts.md, step 5: "kicked for it"). */
export function wakeAt(draft: Draft): {
  readonly wakeAt: number | null;
  readonly pollAt: readonly (readonly [string, number])[];
} {
  const { now, settings, storm, snoozed, urgent, held, holds, lock } = draft;
  const { pausedUntil, zone } = draft.context;
  const times: number[] = [];
  if (storm) times.push(stormDueAt(storm));
  // One whose time has come waits for a poll.
  for (const { until } of snoozed) if (until > now) times.push(until);
  // What is still to be told again now waits for the end of quiet hours or a pause.
  const isHeld = urgent.some(({ nextAt }) => nextAt !== null && nextAt <= now);
  for (const { nextAt } of urgent) if (nextAt !== null && nextAt > now) times.push(nextAt);
  if (held.length > 0 || lock || isHeld) {
    const quiet = quietUntil(settings.quietHours, now, zone);
    if (pausedUntil !== null && pausedUntil > now) times.push(pausedUntil);
    if (quiet !== null) times.push(quiet);
    const counting = new Set(held.map(({ silence }) => silence));
    for (const { id, until } of settings.silences) if (counting.has(id) && until > now) times.push(until);
  }
  const first = new Map<string, number>();
  for (const { brief, dueAt } of holds.values())
    first.set(brief.key.account, Math.min(dueAt, first.get(brief.key.account) ?? Infinity));
  const pollAt = new Map<string, number>();
  for (const { brief, dueAt } of holds.values()) {
    const { account } = brief.key;
    if (dueAt <= first.get(account)! + TOGETHER_MS)
      pollAt.set(account, Math.max(dueAt + CERTAIN_MS, pollAt.get(account) ?? 0));
  }
  const stable = settings.flapMinutes * 60_000 + REST_MS;
  for (const [account, { at }] of draft.restless)
    pollAt.set(account, Math.min(at + stable, pollAt.get(account) ?? Infinity));
  return { wakeAt: times.length > 0 ? Math.max(now, Math.min(...times)) : null, pollAt: [...pollAt] };
}
