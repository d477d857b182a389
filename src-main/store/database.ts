import { DatabaseSync } from '@photostructure/sqlite';
import { chmodSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail } from '../../src-shared/app-error';
import { MIGRATIONS } from './schema';

type Connection = InstanceType<typeof DatabaseSync>;
type Statement = ReturnType<Connection['prepare']>;
type Value = null | number | bigint | string;

/** A database with its statements prepared once and kept: a collected `DatabaseSync` closes under its statements. */
export interface Database {
  all<Row>(sql: string, ...values: readonly Value[]): Row[];
  get<Row>(sql: string, ...values: readonly Value[]): Row | undefined;
  /** @returns how many rows changed */
  run(sql: string, ...values: readonly Value[]): number;
  /** All of it or nothing. Not to be nested. */
  transaction<T>(act: () => T): T;
  close(): void;
}

/**
 * Opens or makes the file (0600 in a 0700 folder), brings it to the newest version.
 * A file that is no database is set aside and made anew from the server.
 * @throws AppError `storage`: no rights, no space, or the file is of a newer version.
 */
export function openDatabase(file: string, now: number): { database: Database; rebuilt: boolean } {
  try {
    return { database: open(file), rebuilt: false };
  } catch (error) {
    if (!isCorrupt(error)) throw storageFailure(error);
    for (const end of ['', '-wal', '-shm'])
      if (existsSync(file + end)) renameSync(file + end, `${file}.corrupt-${now}${end}`);
    try {
      return { database: open(file), rebuilt: true };
    } catch (again) {
      throw storageFailure(again);
    }
  }
}

function open(file: string): Database {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const connection = new DatabaseSync(file);
  try {
    // WAL is compiled to synchronous=NORMAL and a reopened file starts with it again: set and read back.
    connection.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 2000',
    );
    const { synchronous } = connection.prepare('PRAGMA synchronous').get() as { synchronous: number };
    if (synchronous !== 2) throw fail('storage', { detail: 'synchronous is not FULL' });
    migrate(connection);
    if (file !== ':memory:')
      for (const end of ['', '-wal', '-shm']) if (existsSync(file + end)) chmodSync(file + end, 0o600);
  } catch (error) {
    connection.close();
    throw error;
  }
  return wrap(connection);
}

function migrate(connection: Connection): void {
  const { user_version: version } = connection.prepare('PRAGMA user_version').get() as {
    user_version: number;
  };
  if (version > MIGRATIONS.length)
    throw fail('storage', {
      detail: `made by a newer Tocsin (version ${version}); this one knows ${MIGRATIONS.length}`,
    });
  for (let next = version; next < MIGRATIONS.length; next += 1)
    connection.exec(`BEGIN IMMEDIATE; ${MIGRATIONS[next]!}; PRAGMA user_version = ${next + 1}; COMMIT`);
}

function wrap(connection: Connection): Database {
  const statements = new Map<string, Statement>();
  const prepare = (sql: string): Statement => {
    const known = statements.get(sql);
    if (known) return known;
    const made = connection.prepare(sql);
    statements.set(sql, made);
    return made;
  };
  return {
    all: <Row>(sql: string, ...values: readonly Value[]) => prepare(sql).all(...values) as Row[],
    get: <Row>(sql: string, ...values: readonly Value[]) => prepare(sql).get(...values) as Row | undefined,
    run: (sql, ...values) => Number(prepare(sql).run(...values).changes),
    transaction: (act) => {
      prepare('BEGIN IMMEDIATE').run();
      try {
        const result = act();
        prepare('COMMIT').run();
        return result;
      } catch (error) {
        if (connection.isTransaction) prepare('ROLLBACK').run();
        throw error;
      }
    },
    close: () => connection.close(),
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const isCorrupt = (error: unknown): boolean =>
  /not a database|malformed|corrupt|encrypted/i.test(messageOf(error));

function storageFailure(error: unknown): Error {
  return error instanceof Error && error.name === 'AppError'
    ? error
    : fail('storage', { detail: messageOf(error).slice(0, 200) });
}
