import { DatabaseSync } from '@photostructure/sqlite';
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail } from '../../../src-shared/app-error';
import { checkPages } from './check-file';
import { ENDS } from './corrupt-files';
import type { Database, Opened, Value } from './database';
import { newer, refuseNewer } from './newer';
import { rowHash } from './row-hash';
import { rowHashBefore } from './row-hash-before';
import { MIGRATIONS } from './schema';

type Connection = InstanceType<typeof DatabaseSync>;
type Statement = ReturnType<Connection['prepare']>;

/**
 * A statement that reads, and what makes a row of its values: the add-on's own rows are dictionaries, which take a third
 * longer to make and as long again to read.
 */
interface Reading {
  readonly statement: Statement;
  readonly row: (values: readonly unknown[]) => object;
}

/** In pages of 4 kB; what SQLite does by itself, and while much is written at once. */
const LOG_PAGES = { usual: 1000, much: 16_000 } as const;

/** Opens or makes the file (0600 in a 0700 folder), brings it to the newest version. @throws as SQLite does, or as a damaged file does */
export function openFile(file: string): Pick<Opened, 'database' | 'checked'> {
  if (file !== ':memory:') {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    refuseNewer(file, MIGRATIONS.length);
  }
  const connection = new DatabaseSync(file);
  try {
    // WAL is compiled to synchronous=NORMAL and a reopened file starts with it again: set and read back.
    connection.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 2000',
    );
    // A long log is cut once it was copied.
    connection.exec(`PRAGMA wal_autocheckpoint = ${LOG_PAGES.usual}; PRAGMA journal_size_limit = 4194304`);
    const { synchronous } = connection.prepare('PRAGMA synchronous').get() as { synchronous: number };
    if (synchronous !== 2) throw fail('storage', { detail: 'synchronous is not FULL' });
    migrate(connection);
    if (file !== ':memory:') for (const end of ENDS) if (existsSync(file + end)) chmodSync(file + end, 0o600);
  } catch (error) {
    connection.close();
    throw error;
  }
  const database = wrap(connection);
  try {
    return { database, checked: file === ':memory:' || checkPages(database, 'at-open') };
  } catch (error) {
    connection.close();
    throw error;
  }
}

function migrate(connection: Connection): void {
  const { user_version: version } = connection.prepare('PRAGMA user_version').get() as {
    user_version: number;
  };
  if (version > MIGRATIONS.length) throw newer(version, MIGRATIONS.length);
  if (version === MIGRATIONS.length) return;
  for (const [name, hash] of [
    ['row_hash', rowHash],
    ['row_hash_before', rowHashBefore],
  ] as const)
    connection.function(name, { varargs: true, deterministic: true }, (...given: unknown[]) => {
      const [account, id, ts, type, severity, subject, raw] = given as [
        string,
        string,
        number,
        number,
        number,
        string,
        string,
      ];
      return hash(account, { id, ts, type, severity, subject, raw });
    });
  for (let next = version; next < MIGRATIONS.length; next += 1)
    connection.exec(`BEGIN IMMEDIATE; ${MIGRATIONS[next]!}; PRAGMA user_version = ${next + 1}; COMMIT`);
}

function wrap(connection: Connection): Database {
  const statements = new Map<string, Reading>();
  const writing = new Map<string, Statement>();
  const prepare = (sql: string): Reading => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = connection.prepare(sql);
    statement.setReturnArrays(true);
    const names = statement.columns().map(({ name }) => name);
    const row = (values: readonly unknown[]): object => {
      const made: { [name: string]: unknown } = {};
      for (let at = 0; at < names.length; at += 1) made[names[at]!] = values[at];
      return made;
    };
    const made = { statement, row };
    statements.set(sql, made);
    return made;
  };
  /** A search entry's own number passes 2^53, and it is reported with every change that follows. */
  const prepareRun = (sql: string): Statement => {
    const known = writing.get(sql);
    if (known) return known;
    const made = connection.prepare(sql);
    made.setReadBigInts(true);
    writing.set(sql, made);
    return made;
  };
  const transaction = <T>(act: () => T): T => {
    prepareRun('BEGIN IMMEDIATE').run();
    try {
      const result = act();
      prepareRun('COMMIT').run();
      return result;
    } catch (error) {
      if (connection.isTransaction) prepareRun('ROLLBACK').run();
      throw error;
    }
  };
  let pages: number = LOG_PAGES.usual;
  const changes = connection.prepare('SELECT total_changes()');
  changes.setReturnArrays(true);
  return {
    letLogGrow(much) {
      const wanted = much ? LOG_PAGES.much : LOG_PAGES.usual;
      if (wanted !== pages) connection.exec(`PRAGMA wal_autocheckpoint = ${wanted}`);
      pages = wanted;
    },
    all: <Row>(sql: string, ...values: readonly Value[]) => {
      const { statement, row } = prepare(sql);
      const rows = statement.all(...values) as unknown as readonly (readonly unknown[])[];
      return rows.map(row) as Row[];
    },
    get: <Row>(sql: string, ...values: readonly Value[]) => {
      const { statement, row } = prepare(sql);
      const found = statement.get(...values) as readonly unknown[] | undefined;
      return found && (row(found) as Row);
    },
    run: (sql, ...values) => Number(prepareRun(sql).run(...values).changes),
    write: (sql, ...values) => void prepareRun(sql).get(...values),
    changes: () => (changes.get() as unknown as readonly [number])[0],
    transaction,
    atomically: (act) => (connection.isTransaction ? act() : transaction(act)),
    close: () => connection.close(),
  };
}
