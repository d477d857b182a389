/** Kept up to an hour, then the server is asked once (sync.md, Back-off). */
const MAX_MS = 3_600_000;

/**
 * `Retry-After` in ms from now: seconds, or a date. A date is compared with the server's own `Date`, since
 * the local clock may be off. Absent, past, negative or absurd ones give `undefined`. RFC 9110, 10.2.3.
 */
export function retryAfter(
  header: string | null,
  serverDate: string | null,
  now: number,
): number | undefined {
  if (header === null) return undefined;
  const text = header.trim();
  const wait = /^\d+$/.test(text)
    ? Number(text) * 1000
    : Date.parse(text) - (serverDate === null ? now : (finite(Date.parse(serverDate)) ?? now));
  if (!Number.isFinite(wait) || wait <= 0) return undefined;
  return Math.min(wait, MAX_MS);
}

const finite = (n: number): number | undefined => (Number.isFinite(n) ? n : undefined);
