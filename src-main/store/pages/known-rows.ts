import type { SeverityLevels } from '../../../src-shared/notification';
import type { Database } from '../file/database';
import { CHECKS, heal, isWhole, type Checked } from '../file/damage';
import type { Inserts } from './inserts';
import type { Known } from './row-state';
import type { Tally } from '../counts/tally';

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

type Read = Known & Checked;
const COLUMNS = `account, CAST(id AS TEXT) AS id, ts, type, severity, level, subject, seen_server, marked, live, raw, ${CHECKS}`;
const STRETCH = `SELECT ${COLUMNS} FROM notification WHERE account = ? AND ts BETWEEN ? AND ? LIMIT ? + 0`;
const ONE = `SELECT ${COLUMNS} FROM notification WHERE account = ? AND id = ? AND ts = ?`;

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
  tally: Tally,
  levels: SeverityLevels,
  inserts: Inserts,
): KnownRows {
  const keyOf = ({ id, ts }: Met): string => `${ts}/${id}`;
  const stamps = rows.map(({ ts }) => ts);
  const limit = rows.length + ROOM;
  const stretch = database.all<Read>(STRETCH, account, lowest(stamps), highest(stamps), limit);
  const known = new Map<string, Known | undefined>();
  for (const row of stretch) known.set(keyOf(row), isWhole(row) ? row : mended(row));
  const whole = stretch.length < limit;
  /** Damaged on the disk: made whole before it is compared, or taken out and met anew. All is counted again by that. */
  function mended(row: Read): Known | undefined {
    inserts.flush();
    heal(database, [row], levels);
    tally.reset();
    return database.get<Read>(ONE, account, BigInt(row.id), row.ts);
  }
  function lookUp({ id, ts }: Met): Known | undefined {
    const row = database.get<Read>(ONE, account, BigInt(id), ts);
    return row && !isWhole(row) ? mended(row) : row;
  }
  // While a long history is read, only the rows where a page overlaps the one above are known: for others no key is made.
  const lowestKnown = lowest(stretch.map(({ ts }) => ts));
  const isNew = (ts: number): boolean => whole && ts < lowestKnown;
  const twice = comingTwice(stamps);
  return {
    find: (row) =>
      isNew(row.ts) && !twice.has(row.ts)
        ? undefined
        : (known.get(keyOf(row)) ?? (whole ? undefined : lookUp(row))),
    put: (row, now) => void (twice.has(row.ts) && known.set(keyOf(row), now)),
  };
}

/** Stamps that more than one row of a page has: only among these can an identity come twice. Newest first they are neighbours. */
function comingTwice(stamps: readonly number[]): ReadonlySet<number> {
  const inOrder = stamps.every((ts, at) => at === 0 || ts <= stamps[at - 1]!);
  const sorted = inOrder ? stamps : stamps.toSorted((a, b) => b - a);
  return new Set(sorted.filter((ts, at) => at > 0 && ts === sorted[at - 1]));
}

const lowest = (stamps: readonly number[]): number => stamps.reduce((a, b) => Math.min(a, b), Infinity);
const highest = (stamps: readonly number[]): number => stamps.reduce((a, b) => Math.max(a, b), -Infinity);
