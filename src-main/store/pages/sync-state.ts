import type { SyncState } from '../../core/store-port';
import { FIRST_LAG } from '../../core/sync/lag';
import type { Database } from '../file/database';

interface SyncRow {
  horizon: number | null;
  lag: number;
  cursor_ts: number | null;
  history_complete: number;
  baseline_ts: number | null;
  baseline_set: number;
  floor_ts: number | null;
  page_limit: number | null;
}

/** What the walks of an account go by. */
export interface Sync extends SyncState {
  /** Below it nothing alerts; `null`: nothing is below. */
  readonly baseline: number | null;
}

/** The state of an account; made with its first use. To be called within a transaction where it may be new. */
export function readSync(database: Database, account: string): Sync {
  const row = read(database, account) ?? make(database, account);
  const all = database.get<{ sent: number }>('SELECT sent FROM mark_all WHERE account = ?', account);
  return {
    horizon: row.horizon,
    lag: row.lag,
    cursor: row.cursor_ts,
    historyComplete: row.history_complete === 1,
    baselineSet: row.baseline_set === 1,
    baseline: row.baseline_ts,
    floor: row.floor_ts,
    pageLimit: row.page_limit,
    seq: sequence(database),
    markAllSent: all === undefined ? null : all.sent === 1,
  };
}

const read = (database: Database, account: string): SyncRow | undefined =>
  database.get<SyncRow>('SELECT * FROM sync WHERE account = ?', account);

function make(database: Database, account: string): SyncRow {
  database.run(
    'INSERT INTO sync (account, lag, history_complete, baseline_set) VALUES (?, ?, 0, 0)',
    account,
    FIRST_LAG,
  );
  return read(database, account)!;
}

export const sequence = (database: Database): number =>
  database.get<{ value: number }>(`SELECT value FROM meta WHERE name = 'seq'`)!.value;

/** Is any mark on its way? If none is, no row need be looked up for its own. */
export const marksWait = (database: Database, account: string): boolean =>
  database.get('SELECT 1 FROM outbox WHERE account = ? LIMIT 1', account) !== undefined;
