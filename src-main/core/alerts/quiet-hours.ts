import type { QuietHours } from '../../../src-shared/alert-rules';
import { calendarDay, momentOf, weekdayOf } from '../../../src-shared/zone';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/**
 * Step 10: wall ms at which the quiet hours that hold now end, windows that touch taken together; `null` outside.
 * Days and minutes are those of the user's calendar, so a window keeps its ends on nights when the clock is changed.
 * @param zone IANA name; `undefined`: the system's
 */
export function quietUntil(hours: readonly QuietHours[], now: number, zone?: string): number | null {
  if (hours.length === 0) return null;
  // Windows begin and end with a minute, and it is asked several times for each arrival.
  const asked = `${Math.floor(now / MINUTE_MS)} ${zone ?? ''} ${JSON.stringify(hours)}`;
  if (last.asked !== asked) last = { asked, until: lookUp(hours, now, zone) };
  return last.until;
}
let last: { readonly asked: string; readonly until: number | null } = { asked: '', until: null };

function lookUp(hours: readonly QuietHours[], now: number, zone?: string): number | null {
  const windows = around(hours, now, zone);
  let end: number | null = null;
  for (;;) {
    const at = end ?? now;
    const next = Math.max(...windows.filter(([from, to]) => from <= at && at < to).map(([, to]) => to));
    if (next === -Infinity) return end;
    end = next;
    // Quiet all week long: it ends with what can be looked ahead.
    if (end >= now + 7 * DAY_MS) return end;
  }
}

/** Wall ms of the next moment at which quiet hours begin or end; `null`: there are none. For those who show it. */
export function quietChangesAt(hours: readonly QuietHours[], now: number, zone?: string): number | null {
  if (hours.length === 0) return null;
  const edges = around(hours, now, zone)
    .flat()
    .filter((at) => at > now);
  return edges.length > 0 ? Math.min(...edges) : null;
}

/** Windows of the days around now, as moments. */
function around(
  hours: readonly QuietHours[],
  now: number,
  zone?: string,
): (readonly [from: number, to: number])[] {
  const today = calendarDay(now, zone);
  const days = Array.from({ length: 10 }, (_, index) => today - 1 + index);
  return days.flatMap((day) =>
    hours
      .filter((one) => one.days.includes(weekdayOf(day)))
      .map(({ from, to }): readonly [number, number] => [
        momentOf(day, from, zone),
        momentOf(to > from ? day : day + 1, to, zone),
      ]),
  );
}
