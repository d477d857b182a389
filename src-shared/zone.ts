const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Which day of the user's calendar it is, counted from the epoch. @param zone IANA name; `undefined`: the system's */
export const calendarDay = (ms: number, zone?: string): number =>
  Math.floor((ms + offsetAt(ms, zone)) / DAY_MS);

/** Day 0 of the epoch was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** A minute of a calendar day as a moment; where the change of the clock leaves it out, as much later. */
export function momentOf(day: number, minute: number, zone?: string): number {
  const local = day * DAY_MS + minute * MINUTE_MS;
  const first = local - offsetAt(local, zone);
  const second = local - offsetAt(first, zone);
  return second + offsetAt(second, zone) === local ? second : Math.max(first, second);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** ms by which the zone's clock is ahead of UTC at a moment. */
function offsetAt(ms: number, zone?: string): number {
  // The system's zone may become another while we run.
  if (zone === undefined) return -new Date(ms).getTimezoneOffset() * MINUTE_MS;
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    formats.set(zone, format);
  }
  const part = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(ms / MINUTE_MS) * MINUTE_MS;
}
