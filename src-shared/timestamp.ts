/**
 * The server's stamps as whole microseconds since the epoch.
 *
 * JavaScript's `Date` keeps milliseconds only, and two notifications of one millisecond would look like a
 * tie. Offsets differ within one feed (summer time), the fraction may be missing, `Z` may stand for UTC:
 * instants are compared, never text.
 */
const STAMP =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))?\s*(Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)$/i;

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * @returns microseconds since 1970-01-01 UTC; `undefined` where the text is no instant, or one that a number cannot
 * hold to the microsecond (before 1684, after 2255: a server's "never").
 */
export function microseconds(text: string): number | undefined {
  return usual(text) ?? any(text);
}

/**
 * The form that servers send, `2026-11-22T13:39:13.773085+01:00`, read digit by digit: a fourth of the pattern's time.
 * @returns `undefined` for any other, or where a number is out of range: the pattern decides
 */
function usual(text: string): number | undefined {
  const sign = text.charCodeAt(26);
  const marks =
    text[10] === 'T' && text[13] === ':' && text[16] === ':' && text[19] === '.' && text[29] === ':';
  if (text.length !== 32 || !marks || (sign !== 43 && sign !== 45)) return undefined;
  const hour = digits(text, 11, 13);
  const minute = digits(text, 14, 16);
  const second = digits(text, 17, 19);
  const zoneHour = digits(text, 27, 29);
  const zoneMinute = digits(text, 30, 32);
  // Comparing in place makes no text: a long history has a hundred thousand.
  const day = text.startsWith(known.date) ? known.start : dayOfText(text.slice(0, 10));
  if (day === undefined || !(hour < 24 && minute < 60 && second < 60 && zoneHour < 24 && zoneMinute < 60))
    return undefined;
  const east = (zoneHour * 60 + zoneMinute) * (sign === 45 ? -60 : 60);
  const instant = (day + (hour * 3600 + minute * 60 + second - east) * 1000) * 1000 + digits(text, 20, 26);
  return Number.isSafeInteger(instant) ? instant : undefined;
}

const dayOfText = (date: string): number | undefined => (DATE.test(date) ? dayStart(date) : undefined);

/** NaN where one of them is no digit. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : NaN;
  }
  return value;
}

function any(text: string): number | undefined {
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
