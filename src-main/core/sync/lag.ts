/** How late an item may become visible after its stamp, until a server proves otherwise: 10 min in µs (sync.md, F3). */
export const FIRST_LAG = 600_000_000;
const MAX_LAG = 3_600_000_000;

/**
 * "An unknown row met below the horizon by a head walk after history is complete proves LAG too small: twice its
 * lateness from now on, at most 1 h." All in µs.
 * @param seenAt the server's clock when it gave the row, or what is known to be earlier than that
 * @param stamps of the rows that were unknown
 */
export function learnLag(lag: number, horizon: number, seenAt: number, stamps: readonly number[]): number {
  const earliest = stamps.filter((ts) => ts < horizon).reduce((low, ts) => Math.min(low, ts), Infinity);
  if (earliest === Infinity) return lag;
  return Math.max(lag, Math.min(2 * (seenAt - earliest), MAX_LAG));
}

/** Has the server shown items later than was thought at first? */
export const isLate = (lag: number): boolean => lag > FIRST_LAG;
