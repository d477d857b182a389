import { DatabaseSync } from '@photostructure/sqlite';
import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { StorageNotice } from '../../../../src-main/core/store-port';
import { openDatabase } from '../../../../src-main/store/file/database';
import { createOperations, HISTORY_FILE } from '../../../../src-main/store/operations';
import { keyOf, opened, T0 } from '../opened';
import { alter, folder, ITEMS, watched, written } from '../damaged';

/** A folder with a history as a kill leaves it: its log is not in the file yet. */
function killed(): string {
  const where = folder();
  const copy = folder();
  const first = opened(where);
  first.apply(ITEMS);
  first.addMarks([keyOf(3, 3)], 'b', T0);
  for (const end of ['', '-wal', '-shm'])
    copyFileSync(join(where, HISTORY_FILE + end), join(copy, HISTORY_FILE + end));
  first.close();
  return copy;
}

/** A page of an index full of zeros: the rows themselves can all be read. @param whole the same file, to be asked where it is */
function breakIndex(file: string, whole: string): void {
  const raw = new DatabaseSync(whole, { readOnly: true });
  const { rootpage } = raw.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'by_time'`).get() as {
    rootpage: number;
  };
  raw.close();
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0, (rootpage - 1) * 4096, rootpage * 4096));
}

test('a log whose committed end is damaged or cut off: the loss is said, and all is read again', () => {
  const copy = killed();
  const wal = join(copy, `${HISTORY_FILE}-wal`);
  truncateSync(wal, readFileSync(wal).length - 4096 - 24);
  const { store, notices, rebuilt } = watched(copy);
  expect(rebuilt).toBe(false);
  expect(notices).toEqual([{ kind: 'rebuilt', marksLost: true }]);
  expect(store.syncState('a')).toMatchObject({ baselineSet: false, historyComplete: false });
});

test('a loss that nobody was told of, as the process ended, is told at the next opening', () => {
  const copy = killed();
  const file = join(copy, HISTORY_FILE);
  truncateSync(`${file}-wal`, readFileSync(`${file}-wal`).length - 4096 - 24);
  openDatabase(file, T0).database.close();
  const { notices } = watched(copy);
  expect(notices).toEqual([{ kind: 'rebuilt', marksLost: true }]);
  expect(watched(copy).notices).toEqual([]);
});

test('a log that is missing where the file is damaged, too: its marks are said to be lost, though all in the file is saved', () => {
  const where = folder();
  const copy = folder();
  const file = join(copy, HISTORY_FILE);
  const first = opened(where);
  first.apply(ITEMS);
  first.close();
  const second = opened(where);
  second.addMarks([keyOf(3, 3)], 'b', T0);
  for (const end of ['', '-shm']) copyFileSync(join(where, HISTORY_FILE + end), file + end);
  second.close();
  breakIndex(file, join(where, HISTORY_FILE));
  const { store, notices } = watched(copy);
  expect(store.query({}, 0, 9).rows.map(({ key, seen }) => [key.id, seen])).toEqual([
    ['4', false],
    ['3', false],
    ['2', false],
    ['1', false],
  ]);
  expect(notices).toEqual([{ kind: 'rebuilt', marksLost: true }]);
  expect(store.syncState('a')).toMatchObject({ baselineSet: false, historyComplete: false });
});

test('a process that was killed loses nothing, and nothing is said to be lost', () => {
  const copy = killed();
  const { store, notices, rebuilt } = watched(copy);
  expect(rebuilt).toBe(false);
  expect(notices).toEqual([]);
  expect(store.dueMarks('a', T0, 9)).toHaveLength(1);
});

test('a damaged history whose process ended before its log was looked at: what the log has lost is said as well', () => {
  const copy = killed();
  const file = join(copy, HISTORY_FILE);
  truncateSync(`${file}-wal`, readFileSync(`${file}-wal`).length - 4096 - 24);
  writeFileSync(`${file}.damaged`, '');
  const { store, notices, rebuilt } = watched(copy);
  expect([rebuilt, notices]).toEqual([true, [{ kind: 'rebuilt', marksLost: true }]]);
  expect(store.syncState('a')).toMatchObject({ baselineSet: false, historyComplete: false });
});

test('while the disk refuses what a loss asks for, nothing works with that history; then it is done and said', () => {
  const where = folder();
  const file = written(where);
  alter(
    file,
    `CREATE TRIGGER refused BEFORE UPDATE ON sync BEGIN SELECT raise(ABORT, 'database or disk is full'); END`,
  );
  writeFileSync(`${file}.log-cut`, '');
  const notices: StorageNotice[] = [];
  const store = createOperations(
    () => T0,
    (notice) => void notices.push(notice),
  );
  onTestFinished(() => store.close());
  for (const again of [() => store.open(where), () => store.probe()]) {
    expect(again).toThrow(/full/);
    expect(() => store.syncState('a')).toThrow(/not open/);
  }
  alter(file, 'DROP TRIGGER refused');
  store.probe();
  expect(notices).toContainEqual({ kind: 'rebuilt', marksLost: true });
  expect(store.syncState('a').baselineSet).toBe(false);
});
