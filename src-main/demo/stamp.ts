/**
 * Time stamps as the inbox document shows them: microseconds and the offset of Central Europe,
 * `2022-01-27T17:30:57.239897+01:00`. Microseconds since the epoch fit a double until the year 2255.
 */
const HOUR_MS = 3_600_000;
const STAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/;

/** 1:00 UTC on the last Sunday of a month (0–11) of 31 days: when the EU changes its clocks. */
function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 31, 1));
  return last.getTime() - last.getUTCDay() * 24 * HOUR_MS;
}

function offsetHours(ms: number): 1 | 2 {
  const year = new Date(ms).getUTCFullYear();
  return ms >= lastSunday(year, 2) && ms < lastSunday(year, 9) ? 2 : 1;
}

/** As Python's `isoformat`: no fraction at all when the microseconds are 0. */
export function formatStamp(micros: number): string {
  const ms = Math.floor(micros / 1000);
  const hours = offsetHours(ms);
  const local = new Date(ms + hours * HOUR_MS).toISOString().slice(0, 19);
  const rest = ((micros % 1_000_000) + 1_000_000) % 1_000_000;
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(6, '0')}`;
  return `${local}${fraction}+0${hours}:00`;
}

/** Microseconds since the epoch, or nothing for what is no stamp. */
export function parseStamp(text: unknown): number | undefined {
  const match = typeof text === 'string' ? STAMP.exec(text) : null;
  if (match === null) return undefined;
  const seconds = Date.parse(`${match[1]}${match[3]}`);
  if (Number.isNaN(seconds)) return undefined;
  return seconds * 1000 + Number((match[2] ?? '').padEnd(6, '0').slice(0, 6));
}
