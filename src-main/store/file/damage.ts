import { levelOf, levelRank, type SeverityLevels } from '../../../src-shared/notification';
import { subjectOf, subjectText } from '../../../src-shared/subject';
import { readItemText } from '../../core/sync/read-page';
import type { Database } from './database';
import { rowHash, type Hashed } from './row-hash';
import { wholeOf } from './schema';
import { rowsWent, textChanged } from '../inbox/search-index';
import { forgetMeanings } from '../counts/severities';
import { recount } from '../counts/tally';

/** A row with what tells whether it is as it was written. */
export interface Checked extends Hashed {
  readonly account: string;
  readonly rowid: number;
  readonly hash: number;
  /** 1: the flags agree with their guard. */
  readonly guarded: number;
}

/** To be selected beside a row's own columns. */
export const CHECKS = `rowid, hash, ${wholeOf('notification')} AS guarded`;
const HASHED = 'account, CAST(id AS TEXT) AS id, ts, type, severity, subject, raw';

/** A damaged value may be of any kind: to a hash an empty blob is the number 0. */
export const isWhole = (row: Checked): boolean =>
  row.guarded === 1 &&
  [row.account, row.subject, row.raw].every((one: unknown) => typeof one === 'string') &&
  [row.ts, row.type, row.severity].every(Number.isSafeInteger) &&
  row.hash === rowHash(row.account, row);

/**
 * Damaged rows are never shown as the truth. Where the server's text is whole, the columns are made of it anew; else the
 * row is taken out, and its account's history is read again from the server.
 * @param levels what severities mean to the user; `undefined`: not told yet, then every level is made anew once it is
 * @returns the accounts whose history has to be read again
 */
export function heal(
  database: Database,
  rows: readonly Checked[],
  levels: SeverityLevels | undefined,
): readonly string[] {
  return database.atomically(() => {
    if (levels === undefined) forgetMeanings(database);
    const missing = new Map<string, number>();
    for (const row of rows) {
      if (restore(database, row, levels ?? {})) continue;
      takeOut(database, row);
      missing.set(row.account, Math.max(row.ts, missing.get(row.account) ?? row.ts));
    }
    recount(database);
    if (missing.size > 0) rowsWent(database, []);
    for (const [account, above] of missing) readAgain(database, account, above);
    return [...missing.keys()];
  });
}

/** @returns false where the text itself is not to be trusted */
function restore(database: Database, row: Checked, levels: SeverityLevels): boolean {
  const isText = typeof row.raw === 'string' && typeof row.account === 'string';
  const read = isText ? readItemText(row.raw) : undefined;
  if (!read?.ok) return false;
  const { id, ts, type, severity, data, seen } = read.item;
  const subject = subjectText(subjectOf(type, data, id));
  const { account, raw } = row;
  if (
    id !== row.id ||
    ts !== row.ts ||
    rowHash(account, { id, ts, type, severity, subject, raw }) !== row.hash
  )
    return false;
  const waiting = database.get<{ parked: number }>(
    'SELECT parked FROM outbox WHERE account = ? AND id = ? AND ts = ?',
    account,
    BigInt(id),
    ts,
  );
  // Unseen where it is not known better: that hides nothing, and the next look at the flags mends it.
  database.run(
    `UPDATE notification SET type = ?, severity = ?, level = ?, subject = ?, seen_server = ?, marked = ?, live = 1,
     known_seq = (SELECT value FROM meta WHERE name = 'seq'), first_seen_at = ?, found_by = 'history', toast = 'skip' WHERE rowid = ?`,
    type,
    severity,
    levelRank(levelOf(type, severity, levels)),
    subject,
    seen ? 1 : 0,
    waiting === undefined ? 0 : waiting.parked === 1 ? 2 : 1,
    Math.trunc(ts / 1000),
    row.rowid,
  );
  textChanged(database, ts); // its entry may have been made of what was damaged
  return true;
}

function takeOut(database: Database, row: Checked): void {
  database.run('DELETE FROM notification WHERE rowid = ?', row.rowid);
}

/**
 * An account's history is read from the server once more. What was known alerts nothing: what stands at or below the newest
 * whole row; and where rows above it are missing too, the first page is the baseline again.
 * @param above the newest stamp that is missing; `Infinity`: not known, `-Infinity`: none is
 */
export function readAgain(database: Database, account: string, above: number): void {
  const newest = newestWhole(database, account);
  if (newest === null || above > newest)
    database.run(
      'UPDATE sync SET baseline_set = 0, baseline_ts = NULL, cursor_ts = NULL, history_complete = 0 WHERE account = ?',
      account,
    );
  else
    database.run(
      `UPDATE sync SET baseline_ts = CASE WHEN baseline_set = 0 THEN NULL ELSE max(coalesce(baseline_ts, ?), ?) END,
       cursor_ts = NULL, history_complete = 0 WHERE account = ?`,
      newest,
      newest,
      account,
    );
}

/** A stamp that is damaged itself must not silence what is to come. */
function newestWhole(database: Database, account: string): number | null {
  for (let offset = 0; ; offset += 1) {
    const row = database.get<Checked>(
      `SELECT ${HASHED}, ${CHECKS} FROM notification WHERE account = ? ORDER BY ts DESC, notification.id DESC LIMIT 1 OFFSET ? + 0`,
      account,
      offset,
    );
    if (!row) return null;
    if (isWhole(row)) return row.ts;
  }
}

/**
 * The last things written are missing: what they were is not known, so nothing of now is alerted as new, and what
 * waited to be alerted may have been told already: it goes into the one digest of a restart.
 */
export function readAllAgain(database: Database): void {
  database.atomically(() => {
    database.run(`UPDATE notification SET toast = 'showing' WHERE toast = 'pending'`);
    for (const { account } of database.all<{ account: string }>('SELECT account FROM sync'))
      readAgain(database, account, Infinity);
  });
}
