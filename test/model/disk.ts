import { DatabaseSync } from '@photostructure/sqlite';
import type { Row } from '../../src-shared/inbox';

const connection = new DatabaseSync(':memory:');
connection.exec('PRAGMA foreign_keys = ON');
// By patches of store/file/connection.ts (bundle.mjs): the file that outlives a crash, with its statements.
Object.assign(globalThis, {
  modelConnection: connection,
  modelStatements: new Map(),
  modelWriting: new Map(),
});

/** A row as the inbox has to show it, but for its words. */
export interface DiskRow {
  /** As `nameOf` says it. */
  readonly name: string;
  readonly id: string;
  readonly ts: number;
  readonly live: boolean;
  readonly seen: boolean;
  readonly mark: Row['mark'];
}

// Each answer in one text: a thousand schedules ask a hundred thousand times.
const SPACE = ' ';
const TABLES = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'meta' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%'`;

/** What is on the disk, read past the engine. Empty at first: opening a database takes longer than most schedules. */
export function createDisk() {
  const tables = connection.prepare(TABLES).all() as unknown as { name: string }[];
  for (const { name } of tables) connection.exec(`DELETE FROM ${name}`);
  if (tables.length > 0) connection.exec('UPDATE meta SET value = 1');
  return {
    /** Newest first. */
    rows: (): DiskRow[] => ask(ROWS).map(toRow),
    /** Of all rows, and of those which are said to be gone, or shown as unseen. */
    names: (): string[] => ask(NAMES),
    gone: (): string[] => ask(GONE),
    unseen: (): string[] => ask(UNSEEN),
    /** µs; −∞: everything is kept. */
    floor: (): number => {
      const row = prepared('SELECT floor_ts AS ts FROM sync').get() as { ts: number | null } | undefined;
      return row?.ts ?? -Infinity;
    },
    pending: (): readonly string[] => ask(PENDING),
  };
}

const NAME = `id || '/' || ts`;
/** In no order: to sort them takes longer than to read them. */
const namesOf = (where: string): string =>
  `SELECT group_concat(${NAME}, '${SPACE}') AS text FROM notification ${where}`;
const NAMES = namesOf('');
const GONE = namesOf('WHERE live = 0');
const UNSEEN = namesOf('WHERE seen_server = 0 AND marked = 0');
const PENDING = namesOf(`WHERE toast = 'pending'`);
const ROWS = `SELECT group_concat(${NAME} || '/' || (live + 2 * (seen_server OR marked) + 4 * marked), '${SPACE}' ORDER BY ts DESC, id DESC)
  AS text FROM notification`;

/** Texts that are made once: to find the statement of one that is made anew takes as long as to run it. */
function ask(sql: string): string[] {
  const { text } = prepared(sql).get() as { text: string | null };
  return text === null ? [] : text.split(SPACE);
}

const statements = new Map<string, ReturnType<typeof connection.prepare>>();
function prepared(sql: string): ReturnType<typeof connection.prepare> {
  const known = statements.get(sql) ?? connection.prepare(sql);
  statements.set(sql, known);
  return known;
}

function toRow(text: string): DiskRow {
  const [id = '', ts = '', given = ''] = text.split('/');
  const flags = Number(given);
  const mark = flags >> 2;
  return {
    name: `${id}/${ts}`,
    id,
    ts: Number(ts),
    live: (flags & 1) === 1,
    seen: (flags & 2) === 2,
    mark: mark === 1 ? 'waiting' : mark === 2 ? 'refused' : null,
  };
}
