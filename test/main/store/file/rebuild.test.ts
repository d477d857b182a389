import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { StorageNotice } from '../../../../src-main/core/store-port';
import { openDatabase } from '../../../../src-main/store/file/database';
import { createOperations, HISTORY_FILE } from '../../../../src-main/store/operations';
import { mayMount, smallDisk } from '../../../e2e/support/disks';
import { alter, BAD_INDEX, folder, watched, written } from '../damaged';
import { keyOf, message, page, T0 } from '../opened';

const REBUILT: StorageNotice = { kind: 'rebuilt', marksLost: false };

/** A closed history with damage that its next opening meets. */
function broken(where = folder()): string {
  const file = written(where);
  alter(file, BAD_INDEX);
  return file;
}

/** What its damaged history becomes when nothing comes in between, not told yet. */
function successor(file: string): string {
  const where = folder();
  const made = join(where, HISTORY_FILE);
  cpSync(file, made);
  openDatabase(made, T0).database.close();
  return made;
}

/** The mark waits, on its row and on its way; all rows are there. */
function expectAll(store: ReturnType<typeof watched>['store']): void {
  expect(store.dueMarks('a', T0, 9)).toMatchObject([{ id: '3' }]);
  expect(store.query({}, 0, 9).rows.map(({ key, mark }) => `${key.id} ${mark}`)).toEqual([
    '4 null',
    '3 waiting',
    '2 null',
    '1 null',
  ]);
}

const failureOf = (act: () => unknown): unknown => {
  try {
    act();
    return undefined;
  } catch (error) {
    return (error as { failure?: unknown }).failure ?? error;
  }
};

/** @param left bytes */
function fillBut(disk: ReturnType<typeof smallDisk>, left: number): void {
  disk.fill();
  const filler = join(disk.folder, 'filler');
  truncateSync(filler, statSync(filler).size - left);
}

test.for<{ at: string; leave: (file: string) => void }>([
  { at: 'its beginning', leave: (file) => writeFileSync(`${file}.damaged`, '') },
  {
    at: 'the middle of it',
    leave(file) {
      writeFileSync(`${file}.damaged`, '');
      for (const end of ['', '-wal', '-journal']) writeFileSync(`${file}.half-made${end}`, 'half of it');
    },
  },
  {
    at: 'the middle of it, on a disk too full for a note',
    leave: (file) => writeFileSync(`${file}.half-made`, ''),
  },
  { at: 'its end', leave: (file) => renameSync(successor(file), `${file}.made`) },
  {
    at: 'its end, the damaged one set aside',
    leave(file) {
      const made = successor(file);
      renameSync(file, `${file}.corrupt-${T0}`);
      renameSync(made, `${file}.made`);
    },
  },
  {
    at: 'its end, the log of the damaged one still in place',
    leave(file) {
      const made = successor(file);
      renameSync(file, `${file}.corrupt-${T0}`);
      cpSync(`${file}.corrupt-${T0}`, `${file}-wal`);
      renameSync(made, `${file}.made`);
    },
  },
  {
    at: 'its end, nobody told',
    leave(file) {
      const made = successor(file);
      renameSync(file, `${file}.corrupt-${T0}`);
      renameSync(made, file);
    },
  },
])('an end of the process at $at of making a history anew loses nothing, and is told', ({ leave }) => {
  const file = broken();
  const where = join(file, '..');
  leave(file);
  const { store, notices, rebuilt } = watched(where);
  expect([rebuilt, notices]).toEqual([true, [REBUILT]]);
  expectAll(store);
  expect(store.syncState('a')).toMatchObject({ historyComplete: false });
  store.close();
  const names = readdirSync(where).filter((name) => !/\.corrupt-\d+(-wal|-shm)?$/.test(name));
  expect([names, readdirSync(where)]).toEqual([
    [HISTORY_FILE],
    expect.arrayContaining([`${HISTORY_FILE}.corrupt-${T0}`]),
  ]);
  const again = watched(where);
  expect([again.rebuilt, again.notices]).toEqual([false, []]);
  expectAll(again.store);
});

test('damage that was met in use is not forgotten by an end of the process, nor is what its log has lost', () => {
  const file = written(folder());
  for (const note of ['.damaged', '.log-cut']) writeFileSync(file + note, '');
  const { store, notices, rebuilt } = watched(join(file, '..'));
  expect([rebuilt, notices]).toEqual([true, [{ kind: 'rebuilt', marksLost: true }]]);
  expectAll(store);
  expect(store.syncState('a')).toMatchObject({ baselineSet: false, historyComplete: false });
});

test('a history that cannot be made anew stays where it is; once it can be, all of it is taken over', () => {
  const file = broken();
  // What is whole cannot get its name.
  mkdirSync(join(`${file}.made`, 'in the way'), { recursive: true });
  const before = readFileSync(file);
  const notices: StorageNotice[] = [];
  const store = createOperations(
    () => T0,
    (notice) => void notices.push(notice),
  );
  onTestFinished(() => store.close());
  expect(failureOf(() => store.open(join(file, '..')))).toMatchObject({ kind: 'storage' });
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(notices).toEqual([]);
  rmSync(`${file}.made`, { recursive: true });
  expect(store.open(join(file, '..'))).toEqual({ rebuilt: true });
  expect(notices).toEqual([REBUILT]);
  expectAll(store);
});

test('what was deleted while it could not be made anew is said to be lost', () => {
  const where = folder();
  const { store, notices } = watched(where);
  const data = { note: 'x'.repeat(8000) };
  store.applyPage(
    message(page(Array.from({ length: 900 }, (_, i) => ({ id: 900 - i, second: 900 - i, data })))),
  );
  store.close();
  store.open(where);
  const file = join(where, HISTORY_FILE);
  const bytes = readFileSync(file);
  for (let at = 20 * 4096; at < bytes.length; at += 4096) bytes.fill(0xff, at, at + 4096);
  writeFileSync(file, bytes);
  mkdirSync(join(`${file}.made`, 'in the way'), { recursive: true });
  expect(failureOf(() => store.query({}, 0, 1000))).toMatchObject({ kind: 'storage' });
  expect(failureOf(() => store.probe())).toMatchObject({ kind: 'storage' });
  for (const name of readdirSync(where)) rmSync(join(where, name), { recursive: true });
  store.probe();
  expect([notices, store.query({}, 0, 1).total]).toEqual([[{ kind: 'rebuilt', marksLost: true }], 0]);
});

test('a file set aside is not the one that is deleted, also where the clock was ahead once', () => {
  const file = broken();
  const bytes = readFileSync(file, 'latin1');
  for (const day of [1, 2, 3]) writeFileSync(`${file}.corrupt-${T0 + day * 86_400_000}`, 'old');
  const { store, notices } = watched(join(file, '..'));
  expectAll(store);
  expect(notices).toEqual([REBUILT]);
  const kept = readdirSync(join(file, '..'))
    .filter((name) => name.includes('.corrupt-'))
    .toSorted();
  expect(kept).toHaveLength(3);
  expect(readFileSync(join(file, '..', kept.at(-1)!), 'latin1')).toBe(bytes);
});

test.runIf(mayMount)('no room to make it anew at the start: all of it is there once there is', () => {
  const disk = smallDisk('4m');
  broken(disk.folder);
  const notices: StorageNotice[] = [];
  const store = createOperations(
    () => T0,
    (notice) => void notices.push(notice),
  );
  onTestFinished(() => store.close());
  fillBut(disk, 200 * 1024); // it can be opened
  expect(failureOf(() => store.open(disk.folder))).toMatchObject({ kind: 'disk-full' });
  expect(readdirSync(disk.folder)).toContain(HISTORY_FILE);
  disk.makeSpace();
  expect(store.open(disk.folder)).toEqual({ rebuilt: true });
  expect(notices).toEqual([REBUILT]);
  expectAll(store);
});

test.runIf(mayMount)('no room to make it anew while it is used: all of it is there once there is', () => {
  const disk = smallDisk('40m');
  const { store, notices } = watched(disk.folder);
  const data = { note: 'x'.repeat(8000) };
  const items = Array.from({ length: 900 }, (_, i) => ({ id: 900 - i, second: 900 - i, data }));
  store.applyPage(message(page([])));
  store.applyPage(message(page(items)));
  store.close();
  store.open(disk.folder);
  store.addMarks([keyOf(900, 900)], 'b', T0);
  store.beginMarkAll('a');
  const file = join(disk.folder, HISTORY_FILE);
  const bytes = readFileSync(file);
  for (let at = 1500 * 4096; at < bytes.length; at += 4096) bytes.fill(0xff, at, at + 4096);
  writeFileSync(file, bytes);
  fillBut(disk, 200 * 1024);
  expect(failureOf(() => store.query({}, 0, 1000))).toMatchObject({ kind: 'disk-full' });
  expect(failureOf(() => store.probe())).toMatchObject({ kind: 'disk-full' });
  expect(notices).toEqual([]);
  disk.makeSpace();
  store.probe();
  expect(notices).toEqual([REBUILT]);
  expect(store.dueMarks('a', T0, 9)).toMatchObject([{ id: '900' }]);
  expect(store.syncState('a')).toMatchObject({ historyComplete: false, markAllSent: false });
  // The last row of the file is one that cannot be read.
  const shown = store.query({}, 0, 1000).rows.map(({ key }) => Number(key.id));
  expect(shown.length).toBeGreaterThan(100);
});
