import type { Context } from './draft';
import type { EngineState } from './engine-state';
import { quietUntil } from './quiet-hours';
import { stormDueAt } from './storm';

/** A `Date` header has whole seconds: so much later it is surely past the end of a hold-down. ms. */
const CERTAIN_MS = 1_000;

/** When there is something to do next, and which polls would settle something (alerts.md, step 5: "kicked for it"). */
export function wakeAt(
  state: EngineState,
  { now, pausedUntil, settings, zone }: Context,
): { readonly wakeAt: number | null; readonly pollAt: readonly (readonly [string, number])[] } {
  const times: number[] = [];
  if (state.storm) times.push(stormDueAt(state.storm));
  // One whose time has come waits for a poll.
  for (const { until } of state.snoozed) if (until > now) times.push(until);
  for (const { nextAt } of state.urgent) if (nextAt !== null) times.push(nextAt);
  if (state.held.length > 0) {
    const quiet = quietUntil(settings.quietHours, now, zone);
    if (pausedUntil !== null && pausedUntil > now) times.push(pausedUntil);
    if (quiet !== null) times.push(quiet);
    const counting = new Set(state.held.map(({ silence }) => silence));
    for (const { id, until } of settings.silences) if (counting.has(id)) times.push(until);
  }
  const pollAt = new Map<string, number>();
  const ask = (account: string, at: number): void =>
    void pollAt.set(account, Math.min(at, pollAt.get(account) ?? Infinity));
  for (const [, { brief, dueAt }] of state.holds) ask(brief.key.account, dueAt + CERTAIN_MS);
  for (const [, { flapping }] of state.subjects)
    if (flapping)
      ask(flapping.last.key.account, flapping.lastAt + settings.flapMinutes * 60_000 + CERTAIN_MS);
  return { wakeAt: times.length > 0 ? Math.max(now, Math.min(...times)) : null, pollAt: [...pollAt] };
}
