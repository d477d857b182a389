import type { DatabaseSync } from '@photostructure/sqlite';
import { CHECKS, isWhole, type Checked } from './damage';
import type { Database } from './database';

type Connection = InstanceType<typeof DatabaseSync>;
type Found = { readonly [column: string]: null | number | bigint | string };

/** Rows beyond this time come from the server again. ms. */
const LONGEST = 4000;
const STEP = 200;
/** So many rows beside one that cannot be read are passed over; twice as many where the next cannot be read either. */
const SKIP = 8;

const COLUMNS = [
  'account',
  'id',
  'ts',
  'type',
  'severity',
  'level',
  'subject',
  'seen_server',
  'marked',
  'live',
  'known_seq',
  'first_seen_at',
  'found_by',
  'toast',
  'hash',
  'raw',
];

/**
 * Those that came last first: where time is up, it is older ones that have to come from the server again. Where some cannot be
 * read, from the other end as well: what was passed over beside them is met there. @returns whether all are there
 */
export function takeRows(from: Connection, into: Database): boolean {
  const until = performance.now() + LONGEST;
  const top = topOf(from);
  if (top !== undefined && pass(from, into, -1, top + 1, until)) return true;
  pass(from, into, 1, 0, until);
  return false;
}

/** The highest number of a row. An index would tell it as well, and may be what lies. */
function topOf(from: Connection): number | undefined {
  const { rows, whole } = readTable(from, 'SELECT max(rowid) AS n FROM notification NOT INDEXED');
  return whole ? Number(rows[0]?.['n'] ?? 0) : undefined;
}

/** @param way -1: down @param start the row beside the first @returns whether all were read in time, and are whole */
function pass(from: Connection, into: Database, way: 1 | -1, start: number, until: number): boolean {
  const list = COLUMNS.map((name) => (name === 'id' ? 'CAST(id AS TEXT) AS id' : name)).join(', ');
  const [beyond, order] = way === 1 ? ['>', 'ASC'] : ['<', 'DESC'];
  let all = true;
  let skip = SKIP;
  for (let at = start; at >= 0 && at < Number.MAX_SAFE_INTEGER && performance.now() < until;) {
    const { rows, whole } = readTable(
      from,
      `SELECT ${list}, ${CHECKS} FROM notification NOT INDEXED WHERE rowid ${beyond} ${at} ORDER BY rowid ${order} LIMIT ${STEP}`,
    );
    if (whole && rows.length === 0) return all;
    for (const row of rows) {
      if (isWhole(row as unknown as Checked))
        insert(into, 'notification', COLUMNS, { ...row, id: BigInt(String(row['id'])) });
      else all = false;
    }
    // A damaged file may have them in any order.
    const reached = way * Math.max(way * at + 1, way * Number(rows.at(-1)?.['rowid'] ?? at));
    skip = whole ? SKIP : skip * 2;
    all &&= whole;
    at = whole ? reached : reached + way * skip;
  }
  return false;
}

export function insert(into: Database, table: string, columns: readonly string[], row: Found): void {
  into.run(
    `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ...columns.map((name) => row[name] ?? null),
  );
}

/** As far as it can be read. */
export function readTable(
  from: Connection,
  sql: string,
): { readonly rows: readonly Found[]; readonly whole: boolean } {
  const rows: Found[] = [];
  try {
    for (const row of from.prepare(sql).iterate()) rows.push(row as Found);
    return { rows, whole: true };
  } catch {
    return { rows, whole: false };
  }
}
