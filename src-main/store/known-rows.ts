import type { Database } from './database';
import { KNOWN, type Known } from './row-state';

interface Met {
  readonly id: string;
  readonly ts: number;
}

export interface KnownRows {
  /** The row of this identity as it is now in this transaction; `undefined`: never met. */
  find(row: Met): Known | undefined;
  /** It was written: the same identity may come twice on one page. */
  put(row: Met, now: Known): void;
}

/** More rows than this in a page's interval beyond its own are not worth reading: then each is looked up. */
const ROOM = 100;

/**
 * What is known of a page's rows. Newest first, a page is one stretch of the history: it is read in one go, since
 * 1,000 lookups take longer than the page's own parsing. A walk of the unseen has wide gaps: there each is looked up.
 */
export function knownRows(
  database: Database,
  account: string,
  { rows }: { readonly rows: readonly Met[] },
): KnownRows {
  const keyOf = ({ id, ts }: Met): string => `${ts}/${id}`;
  const stamps = rows.map(({ ts }) => ts);
  const limit = rows.length + ROOM;
  const stretch = database.all<Known & Met>(
    `SELECT CAST(id AS TEXT) AS id, ts, level, seen_server, marked, live, raw FROM notification
     WHERE account = ? AND ts BETWEEN ? AND ? LIMIT ?`,
    account,
    lowest(stamps),
    highest(stamps),
    limit,
  );
  const known = new Map<string, Known>();
  for (const row of stretch) known.set(keyOf(row), row);
  const whole = stretch.length < limit;
  return {
    find: (row) =>
      known.get(keyOf(row)) ??
      (whole ? undefined : database.get<Known>(KNOWN, account, BigInt(row.id), row.ts)),
    put: (row, now) => void known.set(keyOf(row), now),
  };
}

const lowest = (stamps: readonly number[]): number => stamps.reduce((a, b) => Math.min(a, b), Infinity);
const highest = (stamps: readonly number[]): number => stamps.reduce((a, b) => Math.max(a, b), -Infinity);
