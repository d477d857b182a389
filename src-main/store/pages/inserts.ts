import type { Database } from '../file/database';

/** What becomes of a new row's alert; `swallowed`: a mark-all that stands marked it, unread, so it alerts all the same. */
export type NewRow = 'skip' | 'pending' | 'swallowed';
type Value = number | bigint | string;

/** In this order; the account, by whom a row was found and what becomes of its alert stand in the statement. */
const COLUMNS =
  'id, ts, type, severity, level, subject, seen_server, known_seq, first_seen_at, hash, marked, raw';
const WIDTH = COLUMNS.split(', ').length;

/** Rows a statement. Running one costs as much as handing over six of its values; beyond this nothing more is gained. */
const TOGETHER = 64;

/**
 * Writes the new rows of one page, many with a statement: with one for each row a long history took a tenth longer, and another
 * tenth where the texts that all of them share were handed over with each. They are in the table after `flush`, which
 * whoever reads or counts it within the transaction calls first.
 * @param account any text; its quotes are doubled
 */
export function createInserts(database: Database, account: string, foundBy: string) {
  const statements = new Map<string, string>();
  let kind: NewRow = 'skip';
  /** The values of all rows that wait, one after the other: an array of arrays takes longer to hand over. */
  let waiting: Value[] = [];

  function statementOf(rows: number): string {
    const key = `${kind}/${rows}`;
    const known = statements.get(key);
    if (known !== undefined) return known;
    const [found, toast] = kind === 'swallowed' ? ['mark-all', 'pending'] : [foundBy, kind];
    const row = `('${account.replaceAll("'", "''")}', '${found}', '${toast}', ${Array<string>(WIDTH).fill('?').join()})`;
    // The transaction ends with an error in any case: to undo one statement of it, SQLite would keep each page it changes.
    const made = `INSERT OR ROLLBACK INTO notification (account, found_by, toast, ${COLUMNS}) VALUES ${Array<string>(rows).fill(row).join()}`;
    statements.set(key, made);
    return made;
  }

  function flush(): void {
    const values = waiting;
    waiting = [];
    if (values.length === TOGETHER * WIDTH) database.write(statementOf(TOGETHER), ...values);
    else
      for (let at = 0; at < values.length; at += WIDTH)
        database.write(statementOf(1), ...values.slice(at, at + WIDTH));
  }

  return {
    /** @param values in the order of `COLUMNS` */
    add(as: NewRow, ...values: readonly Value[]): void {
      if (as !== kind) flush();
      kind = as;
      waiting.push(...values);
      if (waiting.length === TOGETHER * WIDTH) flush();
    },
    flush,
  };
}
export type Inserts = ReturnType<typeof createInserts>;
