import { DatabaseSync } from '@photostructure/sqlite';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../../src-main/store/file/database';
import { createOperations, HISTORY_FILE } from '../../../../src-main/store/operations';
import { MIGRATIONS } from '../../../../src-main/store/file/schema';
import { keyOf, message, opened, page, T0, toldBy } from '../opened';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'tocsin-store-'));
  onTestFinished(() => {
    chmodSync(made, 0o700);
    rmSync(made, { recursive: true, force: true });
  });
  return made;
}
const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

test('the folder is made 0700, every file of it 0600, whatever the umask', () => {
  const before = process.umask(0);
  onTestFinished(() => void process.umask(before));
  const inner = join(folder(), 'made', 'here');
  const store = opened(inner);
  store.apply([{ id: 1, second: 1 }]);
  expect(modeOf(inner)).toBe('700');
  const files = readdirSync(inner);
  expect(files).toContain(HISTORY_FILE);
  expect(files).toContain(`${HISTORY_FILE}-wal`);
  for (const file of files) expect([file, modeOf(join(inner, file))]).toEqual([file, '600']);
  store.close();
});

test('opened again it shows the same', () => {
  const where = folder();
  const first = opened(where);
  first.apply([
    { id: 3, second: 3 },
    { id: 2, second: 2, seen: true },
    { id: 1, second: 1 },
  ]);
  first.addMarks([keyOf(1, 1)], 'b', T0 + 8000);
  first.saveHorizon('a', 42);
  const before = {
    shown: first.shown(),
    summary: first.summary(),
    sync: first.syncState('a'),
    due: first.dueMarks('a', T0 + 8000, 9),
  };
  first.close();
  const second = createOperations(() => T0);
  expect(second.open(where)).toEqual({ rebuilt: false });
  expect({
    shown: opened(where).shown(),
    summary: second.summary(),
    sync: second.syncState('a'),
    due: second.dueMarks('a', T0 + 8000, 9),
  }).toEqual(before);
  second.close();
});

test('a mark that waits too long is brought forward to 5 min at the next start', () => {
  const where = folder();
  const first = opened(where);
  first.apply([{ id: 1, second: 1 }]);
  first.addMarks([keyOf(1, 1)], 'b', T0 + 86_400_000);
  first.close();
  expect(opened(where).nextMarkAt('a')).toBe(T0 + 300_000);
});

test.for([1, 2])('written in full before it is said to be: synchronous FULL at opening %d', (times) => {
  const file = join(folder(), HISTORY_FILE);
  for (let i = 1; i < times; i += 1) openDatabase(file, T0).database.close();
  const { database } = openDatabase(file, T0);
  expect(database.get('PRAGMA synchronous')).toEqual({ synchronous: 2 });
  expect(database.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
  database.close();
});

test.for([
  { when: 'with a log', journal: 'WAL', crashed: false },
  { when: 'without a log', journal: 'DELETE', crashed: false },
  { when: 'that crashed, its version in the log alone', journal: 'WAL', crashed: true },
])('a file of a newer version $when is refused, and left as it is', ({ journal, crashed }) => {
  const file = join(folder(), HISTORY_FILE);
  openDatabase(file, T0).database.close();
  const raw = new DatabaseSync(file);
  raw.exec(`PRAGMA journal_mode = ${journal}; PRAGMA user_version = ${MIGRATIONS.length + 1}`);
  const left = crashed ? [HISTORY_FILE, `${HISTORY_FILE}-wal`] : [HISTORY_FILE];
  const there = join(folder(), 'profile');
  cpSync(join(file, '..'), there, { recursive: true });
  raw.close();
  const at = crashed ? there : join(file, '..');
  const bytes = () => left.map((name) => readFileSync(join(at, name), 'latin1'));
  const before = bytes();
  expect(() => openDatabase(join(at, HISTORY_FILE), T0)).toThrow(/newer Tocsin/);
  expect(bytes()).toEqual(before);
  expect(readdirSync(at).filter((name) => !name.endsWith('-shm'))).toEqual(left);
});

test('a migration that breaks leaves the version before it', () => {
  const file = join(folder(), HISTORY_FILE);
  const raw = new DatabaseSync(file);
  raw.exec('CREATE TABLE tally (in_the_way TEXT)');
  raw.close();
  expect(() => openDatabase(file, T0)).toThrow(/tally/);
  const after = new DatabaseSync(file);
  expect(after.prepare('PRAGMA user_version').get()).toEqual({ user_version: 0 });
  expect(after.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all()).toEqual([
    { name: 'tally' },
  ]);
  after.close();
});

test.for([
  {
    what: 'no database at all',
    bytes: 'this is not a database, and it is long enough to be read as one, surely so'.repeat(20),
  },
  { what: 'a head of zeros', bytes: '\0'.repeat(8192) },
])('$what is set aside and made anew', ({ bytes }) => {
  const where = folder();
  const file = join(where, HISTORY_FILE);
  writeFileSync(file, bytes);
  const store = createOperations(() => T0);
  expect(store.open(where)).toEqual({ rebuilt: true });
  store.applyPage(message(page([{ id: 1, second: 1 }])));
  expect(store.query({}, 0, 9).total).toBe(1);
  store.close();
  expect(readFileSync(`${file}.corrupt-${T0}`, 'latin1')).toBe(bytes);
});

test('an empty file is a new history', () => {
  const where = folder();
  writeFileSync(join(where, HISTORY_FILE), '');
  expect(createOperations(() => T0).open(where)).toEqual({ rebuilt: false });
});

test.for([
  { what: 'a folder stands in its place', prepare: (where: string) => mkdirSync(join(where, HISTORY_FILE)) },
  {
    what: 'a file stands for the folder',
    prepare: (where: string) => (rmSync(where, { recursive: true }), writeFileSync(where, '')),
  },
])('$what: told as trouble of the storage, nothing set aside', ({ prepare }) => {
  const where = join(folder(), 'x');
  mkdirSync(where);
  prepare(where);
  const store = createOperations(() => T0);
  const failureOf = (): unknown => {
    try {
      return store.open(where);
    } catch (error) {
      return error;
    }
  };
  expect(failureOf()).toMatchObject({ failure: { kind: 'storage' } });
  expect(() => store.summary()).toThrow(/not open/);
});

test('a page that breaks halfway is not there at all', () => {
  const { database } = openDatabase(':memory:', T0);
  expect(() =>
    database.transaction(() => {
      database.run(`INSERT INTO meta VALUES ('x', 1)`);
      throw new Error('halfway');
    }),
  ).toThrow('halfway');
  expect(database.get(`SELECT value FROM meta WHERE name = 'x'`)).toBeUndefined();
  expect(database.transaction(() => 7)).toBe(7);
});

test('forgetting an account leaves nothing of it, and all of the others', () => {
  const store = opened();
  for (const account of ['a', 'b']) {
    store.apply([{ id: 2, second: 2 }, '{"id":"x"}'], { account });
    store.apply([{ id: 3, second: 3 }, { id: 2, second: 2 }, '{"id":"x"}'], { account });
    store.addMarks([{ account, id: '2', ts: keyOf(2, 2).ts }], `b-${account}`, T0);
    toldBy(store, account);
    store.beginMarkAll(account);
  }
  const other = store.summary().accounts['b'];
  store.forget('a');
  expect(store.summary().accounts).toEqual({ b: other });
  expect([
    store.dueMarks('a', T0, 9),
    store.syncState('a').baselineSet,
    store.syncState('a').markAllSent,
  ]).toEqual([[], false, null]);
  expect(store.query({ account: 'a' }, 0, 9)).toEqual({ rows: [], total: 0 });
  expect(store.unreadable().map(({ account }) => account)).toEqual(['b']);
});
