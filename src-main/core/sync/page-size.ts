/** A head poll's page is never asked smaller: a time-out there is the server's or the way's, not the page's. */
const LEAST = 100;
/** So many pages in time, and twice as large ones are tried again. */
const PATIENCE = 20;

/**
 * How many rows a page may have: half as many after each time-out, so that a server that is too slow for 1,000 at once
 * completes its history all the same. Whatever asked fails, and the next to ask finds the smaller size: trying at once
 * would keep polls and marks away for half a minute each.
 */
export function createPageSize() {
  let most = Infinity;
  let inTime = 0;
  return {
    of: (limit: number): number => Math.min(limit, most),
    tooSlow(limit: number): void {
      if (limit <= LEAST) return;
      most = Math.max(LEAST, Math.floor(limit / 2));
      inTime = 0;
    },
    came(limit: number): void {
      if (limit < most || (inTime += 1) < PATIENCE) return;
      most *= 2;
      inTime = 0;
    },
  };
}
