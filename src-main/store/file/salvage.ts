import { DatabaseSync } from '@photostructure/sqlite';
import { CHECKS, isWhole, readAgain, type Checked } from './damage';
import type { Database } from './database';
import { wholeOf } from './schema';
import { recount } from '../counts/tally';

type Connection = InstanceType<typeof DatabaseSync>;
type Found = { readonly [column: string]: null | number | bigint | string };

/** What could be taken over of a damaged history. */
export interface Salvaged {
  readonly rows: number;
  readonly marks: number;
  /** Marks that the server has not confirmed may have been in what could not be read. */
  readonly marksLost: boolean;
}

/** Rows beyond this time come from the server again. ms. */
const LONGEST = 4000;
const STEP = 200;

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
 * Takes over what can be read and is whole: first the marks on their way, then how far the accounts were, then rows
 * with what is known of their alerts. The rest comes from the server; what is not above the newest row taken over
 * alerts nothing (the baseline rule). Never throws for what it cannot read.
 */
export function salvage(file: string, into: Database): Salvaged {
  let from: Connection | undefined;
  try {
    from = new DatabaseSync(file);
    from.exec('PRAGMA query_only = 1');
  } catch {
    from?.close();
    return { rows: 0, marks: 0, marksLost: true };
  }
  try {
    return into.transaction(() => take(from, into));
  } finally {
    try {
      from.close();
    } catch {
      // It is damaged; nothing is left to be done with it.
    }
  }
}

function take(from: Connection, into: Database): Salvaged {
  const outbox = readTable(
    from,
    `SELECT account, CAST(id AS TEXT) AS id, ts, batch, tries, next_at, parked FROM outbox WHERE ${wholeOf('outbox')}`,
  );
  const all = readTable(from, 'SELECT count(*) AS n FROM outbox').rows[0]?.['n'];
  for (const row of outbox.rows) insert(into, 'outbox', OUTBOX, { ...row, id: BigInt(String(row['id'])) });
  const standing = readTable(from, 'SELECT * FROM mark_all');
  for (const row of standing.rows) insert(into, 'mark_all', ['account', 'sent', 'keys'], row);
  const states = readTable(from, 'SELECT * FROM alert_state');
  for (const row of states.rows) insert(into, 'alert_state', ['account', 'json', 'version'], row);
  const { taken: rows, whole } = takeRows(from, into);
  for (const row of readTable(from, `SELECT * FROM sync WHERE ${wholeOf('sync')}`).rows)
    insert(into, 'sync', SYNC, row);
  const added = settle(into, whole);
  return {
    rows,
    marks: outbox.rows.length + added,
    marksLost: !outbox.whole || outbox.rows.length !== all || !standing.whole,
  };
}

const OUTBOX = ['account', 'id', 'ts', 'batch', 'tries', 'next_at', 'parked'];
const SYNC = [
  'account',
  'horizon',
  'lag',
  'baseline_ts',
  'baseline_set',
  'floor_ts',
  'page_limit',
  'history_complete',
];

/** Newest first, in steps; a step that cannot be read costs only its rows. */
function takeRows(from: Connection, into: Database): { readonly taken: number; readonly whole: boolean } {
  let taken = 0;
  let all = true;
  let top: number;
  try {
    top = Number(
      (from.prepare('SELECT max(rowid) AS n FROM notification').get() as { n: number | null }).n ?? 0,
    );
  } catch {
    top = 0;
    all = false;
  }
  const until = performance.now() + LONGEST;
  const list = COLUMNS.map((name) => (name === 'id' ? 'CAST(id AS TEXT) AS id' : name)).join(', ');
  for (let low = 1; low <= top && performance.now() < until; low += STEP) {
    const { rows, whole } = readTable(
      from,
      `SELECT ${list}, ${CHECKS} FROM notification NOT INDEXED WHERE rowid BETWEEN ${low} AND ${low + STEP - 1}`,
    );
    all &&= whole;
    for (const row of rows) {
      if (!isWhole(row as unknown as Checked)) {
        all = false;
        continue;
      }
      taken += insert(into, 'notification', COLUMNS, { ...row, id: BigInt(String(row['id'])) });
    }
  }
  return { taken, whole: all && performance.now() < until };
}

/** Marks are in two places: a row that waits without its mark gets it back. Counts are made anew. */
function settle(into: Database, whole: boolean): number {
  const seq = into.get<{ n: number | null }>('SELECT max(known_seq) AS n FROM notification')!.n ?? 0;
  into.run(`UPDATE meta SET value = max(value, ?) WHERE name = 'seq'`, seq + 1);
  const added = into.run(
    `INSERT OR IGNORE INTO outbox SELECT account, id, ts, 'salvaged', 0, 0, 0 FROM notification WHERE marked = 1`,
  );
  into.run(
    `INSERT OR IGNORE INTO sync (account, lag, history_complete, baseline_set) SELECT DISTINCT account, 600000000, 0, 1 FROM notification`,
  );
  into.run(
    `INSERT INTO subject SELECT account, subject, type, ts, max(ts) FROM notification WHERE subject LIKE 'agent:%' GROUP BY account, subject`,
  );
  recount(into);
  for (const { account } of into.all<{ account: string }>('SELECT account FROM sync'))
    readAgain(into, account, whole ? -Infinity : Infinity);
  return added;
}

function insert(into: Database, table: string, columns: readonly string[], row: Found): number {
  return into.run(
    `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ...columns.map((name) => row[name] ?? null),
  );
}

/** As far as it can be read. */
function readTable(
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
