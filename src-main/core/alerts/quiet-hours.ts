import type { QuietHours } from '../../../src-shared/alert-rules';

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

/** Windows of the days around now, as moments. */
function around(
  hours: readonly QuietHours[],
  now: number,
  zone?: string,
): (readonly [from: number, to: number])[] {
  const today = Math.floor((now + offsetAt(now, zone)) / DAY_MS);
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

/** Day 0 of the epoch was a Thursday. */
const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** A minute of a calendar day as a moment; where the change of the clock leaves it out, as much later. */
function momentOf(day: number, minute: number, zone?: string): number {
  const local = day * DAY_MS + minute * MINUTE_MS;
  const first = local - offsetAt(local, zone);
  const second = local - offsetAt(first, zone);
  return second + offsetAt(second, zone) === local ? second : Math.max(first, second);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** ms by which the zone's clock is ahead of UTC at a moment. */
function offsetAt(ms: number, zone?: string): number {
  let format = formats.get(zone ?? '');
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      ...(zone !== undefined && { timeZone: zone }),
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    formats.set(zone ?? '', format);
  }
  const part = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(ms / MINUTE_MS) * MINUTE_MS;
}
