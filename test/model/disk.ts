import { DatabaseSync } from '@photostructure/sqlite';

const connection = new DatabaseSync(':memory:');
// By a patch of store/database.ts (bundle.mjs): the file that outlives a crash, with its statements.
Object.assign(globalThis, {
  modelConnection: connection,
  modelStatements: new Map(),
  modelWriting: new Map(),
});

interface DiskRow {
  readonly id: string;
  readonly ts: number;
  readonly live: number;
}

const ROWS = 'SELECT CAST(id AS TEXT) AS id, ts, live FROM notification';
const PENDING = `SELECT count(*) AS n FROM notification WHERE toast = 'pending'`;
const TABLES = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'meta' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%'`;

/** What is on the disk, read past the engine. Empty at first: opening a database takes longer than most schedules. */
export function createDisk() {
  const tables = connection.prepare(TABLES).all() as unknown as { name: string }[];
  for (const { name } of tables) connection.exec(`DELETE FROM ${name}`);
  if (tables.length > 0) connection.exec('UPDATE meta SET value = 1');
  return {
    rows: (): DiskRow[] => connection.prepare(ROWS).all() as unknown as DiskRow[],
    pending: (): number => (connection.prepare(PENDING).get() as { n: number }).n,
  };
}
