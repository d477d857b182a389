/**
 * The server's stamps as whole microseconds since the epoch.
 *
 * JavaScript's `Date` keeps milliseconds only, and two notifications of one millisecond would look like a
 * tie. Offsets differ within one feed (summer time), the fraction may be missing, `Z` may stand for UTC:
 * instants are compared, never text.
 */
const STAMP =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))?\s*(Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)$/i;

/**
 * @returns microseconds since 1970-01-01 UTC; `undefined` where the text is no instant, or one that a number cannot
 * hold to the microsecond (before 1684, after 2255: a server's "never").
 */
export function microseconds(text: string): number | undefined {
  const match = STAMP.exec(text.trim());
  if (!match) return undefined;
  const [, date, hour, minute, second, fraction = '', zone = 'Z'] = match;
  const day = dayStart(date!);
  if (day === undefined || +hour! > 23 || +minute! > 59 || +second! > 60) return undefined;
  const seconds = +hour! * 3600 + +minute! * 60 + +second!;
  const micros = Number(fraction.slice(0, 6).padEnd(6, '0'));
  const instant = (day + seconds * 1000 - offset(zone)) * 1000 + micros;
  return Number.isSafeInteger(instant) ? instant : undefined;
}

/** A feed stays on one day for thousands of items: the last one is remembered. */
let known: { readonly date: string; readonly start: number | undefined } = { date: '', start: undefined };

/** `2026-11-22` → ms since the epoch of its beginning; `undefined`: the calendar has no such day. */
function dayStart(date: string): number | undefined {
  if (known.date === date) return known.start;
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const start = Date.UTC(year, month - 1, day);
  const found = new Date(start);
  const exists =
    found.getUTCFullYear() === year && found.getUTCMonth() === month - 1 && found.getUTCDate() === day;
  known = { date, start: exists ? start : undefined };
  return known.start;
}

/** `+01:00` → milliseconds east of UTC. */
function offset(zone: string): number {
  if (zone === 'Z' || zone === 'z') return 0;
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
