import type { Filter } from '../../../src-shared/filter';
import { searchText, type SearchTerm } from '../../../src-shared/search';
import type { Json } from '../../../src-shared/json';
import { isRecord } from '../../../src-shared/json';
import type { Database } from '../file/database';

/**
 * Which seconds may hold a row with these words: one entry a second of the history, made of all its rows, found by the
 * three-letter pieces of the words. It only leads to candidates, each of which is looked at: an entry too many is harmless, so rows
 * may change and go without it. What has no entry yet (`indexed`, `search_todo`) is looked at in any case.
 */
export const SECOND = 1_000_000; // µs
/** So many rows within a second are not worth an entry: that second is looked at whatever is searched. */
const CROWD = 500;
const CROWDED = '\u{E000}\u{E001}\u{E000}';

/** Ends an entry, so that its last letters begin a piece too (`beginningWith`). */
const END = '\n\n';

const secondOf = (ts: number): number => Math.floor(ts / SECOND);

interface Indexed {
  readonly id: string;
  readonly account: string;
  readonly type: number;
  readonly severity: number;
  readonly subject: string;
  readonly raw: string;
}

/** The highest row that has its entry. */
const indexed = (database: Database): number =>
  database.get<{ value: number }>(`SELECT value FROM meta WHERE name = 'indexed'`)!.value;

/** Seconds that have to be looked at besides what the index finds; `undefined`: too many, the index is of no use yet. */
export function notIndexed(database: Database, most: number): ReadonlySet<number> | undefined {
  const rows = database.all<{ ts: number }>(
    'SELECT ts FROM notification WHERE rowid > ? LIMIT ? + 0',
    indexed(database),
    most + 1,
  );
  if (rows.length > most) return undefined;
  const todo = database.all<{ second: number }>('SELECT second FROM search_todo LIMIT ? + 0', most + 1);
  if (todo.length > most) return undefined;
  return new Set([...rows.map(({ ts }) => secondOf(ts)), ...todo.map(({ second }) => second)]);
}

/**
 * Makes the entries of some rows that have none, oldest first within the step: the index is written in rising order.
 * @returns how many rows; 0: all are there, and nothing was written
 */
export function indexSome(database: Database, most: number): number {
  const from = indexed(database);
  const rows = database.all<{ rowid: number; ts: number }>(
    'SELECT rowid, ts FROM notification WHERE rowid > ? ORDER BY rowid LIMIT ? + 0',
    from,
    most,
  );
  const todo = database.all<{ second: number }>('SELECT second FROM search_todo LIMIT ? + 0', most);
  if (rows.length + todo.length === 0) return 0;
  const seconds = new Set([...rows.map(({ ts }) => secondOf(ts)), ...todo.map(({ second }) => second)]);
  database.transaction(() => {
    for (const second of [...seconds].toSorted((a, b) => a - b)) put(database, second);
    for (const { second } of todo) database.run('DELETE FROM search_todo WHERE second = ?', second);
    const last = rows.at(-1);
    if (last) database.run(`UPDATE meta SET value = ? WHERE name = 'indexed'`, last.rowid);
  });
  return rows.length + todo.length;
}

function put(database: Database, second: number): void {
  const rows = database.all<Indexed>(
    `SELECT CAST(id AS TEXT) AS id, account, type, severity, subject, raw FROM notification INDEXED BY by_time
     WHERE ts >= ? AND ts < ? LIMIT ? + 0`,
    second * SECOND,
    (second + 1) * SECOND,
    CROWD + 1,
  );
  database.run('DELETE FROM search WHERE rowid = ?', second);
  if (rows.length === 0) return;
  const text = rows.length > CROWD ? CROWDED : `${rows.map(entryOf).join('\n')}${END}`;
  database.run('INSERT INTO search (rowid, text) VALUES (?, ?)', second, text);
}

function entryOf({ id, account, type, severity, subject, raw }: Indexed): string {
  return `${typePiece(type)}${severityPiece(severity)}${subjectPiece(`${account}/${subject}`)}${searchText({ id, subject, data: dataOf(raw) })}`;
}

/** A damaged text has no entry of its own: its row is not shown either. */
export function dataOf(raw: string): Json {
  try {
    const value: unknown = JSON.parse(raw);
    return isRecord(value) ? ((value['additional_data'] ?? null) as Json) : null;
  } catch {
    return null;
  }
}

/** The type, the severity and the subject as pieces of their own, in letters that no text has. */
const typePiece = (type: number): string => `\u{E002}${letterOf(type)}\u{E002}`;
const severityPiece = (severity: number): string => `\u{E004}${letterOf(severity)}\u{E004}`;
const letterOf = (n: number): string => String.fromCodePoint(0xf0000 + (Math.abs(n) % 60_000));

function subjectPiece(key: string): string {
  let hash = 7;
  for (let at = 0; at < key.length; at += 1) hash = (Math.imul(hash, 31) + key.charCodeAt(at)) >>> 0;
  return `\u{E003}${String.fromCodePoint(0xf0000 + (hash % 60_000))}${String.fromCodePoint(0x100000 + ((hash >>> 16) % 60_000))}`;
}

/** Longer ones are told apart by their first and last pieces; every candidate is looked at anyway. */
const PIECES = 8;
/** More names than this hold the word: then the index says nothing of it. */
const NAMES = 50;

/** A word of one or two letters that begins more pieces than this is common: rows are looked at, one after the other. */
const BEGINNINGS = 60;

/** The pieces in the index that begin with these one or two letters; `undefined`: many. */
function beginningWith(database: Database, letters: string): readonly string[] | undefined {
  const found: string[] = [];
  for (let from = letters; ;) {
    const piece = database.get<{ term: string }>(
      'SELECT term FROM search_terms WHERE term >= ? LIMIT 1',
      from,
    )?.term;
    if (piece === undefined || !piece.startsWith(letters)) return found;
    if (found.length === BEGINNINGS) return undefined;
    found.push(piece);
    from = `${piece}\u{1}`; // past all places of this one
  }
}

/** What the index is asked; `undefined`: it cannot tell (nothing but common words of one or two letters). */
export function question(
  database: Database,
  terms: readonly SearchTerm[],
  { types, severity }: Filter,
): string | undefined {
  const kinds = [
    types?.map(typePiece),
    severity?.op === 'in' ? severity.values.map(severityPiece) : undefined,
  ];
  const words = terms.flatMap(({ word, types, subjects }) => {
    const letters = Array.from(word); // code points, as SQLite cuts them
    if (subjects.length > NAMES) return [];
    const either = [...types.map(typePiece), ...subjects.map(subjectPiece), CROWDED];
    if (letters.length < 3) {
      const begun = beginningWith(database, word);
      return begun ? [anyOf([...begun, ...either])] : [];
    }
    const all = [...new Set(letters.slice(2).map((_, at) => letters.slice(at, at + 3).join('')))];
    const step = Math.max(1, all.length / PIECES);
    const some = Array.from({ length: Math.min(PIECES, all.length) }, (_, i) => all[Math.floor(i * step)]!);
    const pieces = some.map(quoted).join(' AND ');
    return [`((${pieces}) OR ${anyOf(either)})`];
  });
  const parts = [...words, ...kinds.flatMap((pieces) => (pieces ? [anyOf([...pieces, CROWDED])] : []))];
  return parts.length > 0 ? parts.join(' AND ') : undefined;
}

const anyOf = (pieces: readonly string[]): string => `(${pieces.map(quoted).join(' OR ')})`;
const quoted = (piece: string): string => `"${piece.replaceAll('"', '""')}"`;

/** Within a transaction, after rows were deleted: a row's number may come again. */
export function rowsWent(database: Database, stamps: readonly number[]): void {
  database.run(
    `UPDATE meta SET value = min(value, (SELECT coalesce(max(rowid), 0) FROM notification)) WHERE name = 'indexed'`,
  );
  for (const second of new Set(stamps.map(secondOf))) {
    const left = database.get(
      'SELECT 1 FROM notification WHERE ts >= ? AND ts < ? LIMIT 1',
      second * SECOND,
      (second + 1) * SECOND,
    );
    if (!left) database.run('DELETE FROM search WHERE rowid = ?', second);
  }
}

/** What an item says has changed: its entry is made again. */
export function textChanged(database: Database, ts: number): void {
  database.run('INSERT OR IGNORE INTO search_todo VALUES (?)', secondOf(ts));
}
