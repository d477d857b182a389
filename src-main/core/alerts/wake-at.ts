import type { Draft } from './draft';
import { quietUntil } from './quiet-hours';
import { stormDueAt } from './storm';

/** A `Date` header has whole seconds: so much later it is surely past the end of a hold-down. ms. */
const CERTAIN_MS = 1_000;

/** When there is something to do next, and which polls would settle something (docs/alerts.md, step 5: "kicked for it"). */
export function wakeAt(draft: Draft): {
  readonly wakeAt: number | null;
  readonly pollAt: readonly (readonly [string, number])[];
} {
  const { now, settings, storm, snoozed, urgent, held, holds } = draft;
  const { pausedUntil, zone } = draft.context;
  const times: number[] = [];
  if (storm) times.push(stormDueAt(storm));
  // One whose time has come waits for a poll.
  for (const { until } of snoozed) if (until > now) times.push(until);
  for (const { nextAt } of urgent) if (nextAt !== null) times.push(nextAt);
  if (held.length > 0) {
    const quiet = quietUntil(settings.quietHours, now, zone);
    if (pausedUntil !== null && pausedUntil > now) times.push(pausedUntil);
    if (quiet !== null) times.push(quiet);
    const counting = new Set(held.map(({ silence }) => silence));
    for (const { id, until } of settings.silences) if (counting.has(id)) times.push(until);
  }
  const pollAt = new Map<string, number>();
  const ask = (account: string, at: number): void => {
    if (at < (pollAt.get(account) ?? Infinity)) pollAt.set(account, at);
  };
  for (const { brief, dueAt } of holds.values()) ask(brief.key.account, dueAt + CERTAIN_MS);
  const stable = settings.flapMinutes * 60_000 + CERTAIN_MS;
  for (const [account, { at }] of draft.restless) ask(account, at + stable);
  return { wakeAt: times.length > 0 ? Math.max(now, Math.min(...times)) : null, pollAt: [...pollAt] };
}
