import type { QuietHours } from './alert-rules';

const WEEK_DAYS = 7;

/**
 * The quiet hours that hold now, or those that come next, by the calendar of this machine; windows that touch are one.
 * `until` null: all week long. `null`: there are none. @param now wall ms
 */
export function quietTimes(
  hours: readonly QuietHours[],
  now: number,
): { readonly from: number; readonly until: number | null } | null {
  const today = new Date(now);
  const at = (day: number, minute: number): number =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() + day, 0, minute).getTime();
  const windows = Array.from({ length: 2 * WEEK_DAYS + 1 }, (_, index) => index - 1)
    .flatMap((day) =>
      hours
        .filter(({ days }) => days.includes((today.getDay() + day + WEEK_DAYS) % WEEK_DAYS))
        .map(({ from, to }) => ({ from: at(day, from), until: at(to > from ? day : day + 1, to) })),
    )
    .toSorted((a, b) => a.from - b.from);
  let found: { from: number; until: number } | undefined;
  for (const one of windows) {
    if (one.until <= now) continue;
    if (!found) found = { ...one };
    else if (one.from <= found.until) found.until = Math.max(found.until, one.until);
  }
  if (!found) return null;
  return {
    from: found.from,
    until: found.until > at(WEEK_DAYS, 0) && found.from <= now ? null : found.until,
  };
}
