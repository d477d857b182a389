import { httpDate } from './http-date';

/** Kept up to an hour, then the server is asked once (sync.md, Back-off). */
const MAX_MS = 3_600_000;

/**
 * `Retry-After` in ms from now: seconds, or a date (RFC 9110, 10.2.3). A date is compared with the server's own
 * `Date`, since the local clock may be off. A fraction is taken as meant; of several, which no server should send,
 * the longest. Past and negative ones, zero and words say nothing: `undefined`, and the back-off alone decides.
 */
export function retryAfter(
  header: string | null,
  serverDate: string | null,
  now: number,
): number | undefined {
  if (header === null) return undefined;
  const from = (serverDate === null ? undefined : httpDate(serverDate, now)) ?? now;
  // The comma within a date is followed by a day of digits: a list's by another value.
  const waits = header
    .split(/,(?!\s*\d{2}[ -][a-z]{3}[ -]\d)/i)
    .map((one) => waitOf(one.trim(), from))
    .filter((ms) => ms > 0);
  return waits.length === 0 ? undefined : Math.min(Math.max(...waits), MAX_MS);
}

function waitOf(text: string, from: number): number {
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  return (httpDate(text, from) ?? from) - from;
}
