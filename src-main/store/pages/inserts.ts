import type { ReadRow } from '../../core/sync/read-page';
import type { Database } from '../file/database';

/** What becomes of a new row's alert; `swallowed`: a mark-all that stands marked it, unread, so it alerts all the same. */
type Toast = 'skip' | 'pending' | 'swallowed';
type Value = number | bigint | string;

/** In this order, row by row; what all rows of a page share stands in the statement, or is its first two values. */
const COLUMNS = 'id, ts, type, severity, level, subject, seen_server, hash, raw';
const WIDTH = COLUMNS.split(', ').length;

/** Rows a statement. Running one costs as much as handing over six of its values; beyond this nothing more is gained. */
const TOGETHER = 64;

/** What all rows of a page share. */
interface Shared {
  /** Any text; its quotes are doubled. */
  readonly account: string;
  readonly foundBy: string;
  /** The store's counter as of this page. */
  readonly seq: number;
  /** Wall ms. */
  readonly now: number;
}

/**
 * Writes the new rows of one page, many with a statement: with one for each row a long history took a tenth longer, and a
 * sixth where all that they share was handed over with each. They are in the table after `flush`, which whoever reads or
 * counts it within the transaction calls first.
 */
export function createInserts(database: Database, { account, foundBy, seq, now }: Shared) {
  const statements = new Map<string, string>();
  let kind: { readonly toast: Toast; readonly marked: number } = { toast: 'skip', marked: 0 };
  /** The values of all rows that wait, one after the other: an array a row, or a longer one each time, keeps V8 cleaning up. */
  const waiting: Value[] = Array<Value>(TOGETHER * WIDTH).fill(0);
  let filled = 0;

  function statementOf(rows: number): string {
    const { toast, marked } = kind;
    const key = `${toast}/${marked}/${rows}`;
    const known = statements.get(key);
    if (known !== undefined) return known;
    const [found, alert] = toast === 'swallowed' ? ['mark-all', 'pending'] : [foundBy, toast];
    const row = `('${account.replaceAll("'", "''")}', '${found}', '${alert}', ${marked}, ?1, ?2, ${Array<string>(WIDTH).fill('?').join()})`;
    // The transaction ends with an error in any case: to undo one statement of it, SQLite would keep each page it changes.
    const made = `INSERT OR ROLLBACK INTO notification (account, found_by, toast, marked, known_seq, first_seen_at, ${COLUMNS}) VALUES ${Array<string>(rows).fill(row).join()}`;
    statements.set(key, made);
    return made;
  }

  function flush(): void {
    const values = filled;
    filled = 0; // also where one cannot be written
    if (values === waiting.length) database.write(statementOf(TOGETHER), seq, now, ...waiting);
    else
      for (let at = 0; at < values; at += WIDTH)
        database.write(statementOf(1), seq, now, ...waiting.slice(at, at + WIDTH));
  }

  return {
    /** @param marked as in the table */
    add(toast: Toast, marked: number, row: ReadRow, level: number, hash: number): void {
      if (toast !== kind.toast || marked !== kind.marked) {
        flush();
        kind = { toast, marked };
      }
      waiting[filled] = idOf(row);
      waiting[filled + 1] = row.ts;
      waiting[filled + 2] = row.type;
      waiting[filled + 3] = row.severity;
      waiting[filled + 4] = level;
      waiting[filled + 5] = row.subject;
      waiting[filled + 6] = row.seen ? 1 : 0;
      waiting[filled + 7] = hash;
      waiting[filled + 8] = row.raw;
      filled += WIDTH;
      if (filled === waiting.length) flush();
    },
    flush,
  };
}
export type Inserts = ReturnType<typeof createInserts>;

/** As SQLite takes it: a `BigInt` only where a number cannot hold it, since it costs more. */
const idOf = ({ id }: ReadRow): number | bigint =>
  Number.isSafeInteger(Number(id)) ? Number(id) : BigInt(id);
