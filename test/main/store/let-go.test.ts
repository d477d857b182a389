import { DatabaseSync } from '@photostructure/sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { HISTORY_FILE } from '../../../src-main/store/operations';
import { keyOf, opened, T0, toldBy, type Item, type Opened } from './opened';

const ROWS = 1200;
/** A row a second, the later ones unseen. */
const items = (from: number, to: number): Item[] =>
  Array.from({ length: to - from }, (_, i) => ({ id: to - i, second: to - i, seen: to - i < 600, type: 1 }));

function folder(): string {
  const at = mkdtempSync(path.join(tmpdir(), 'tocsin-let-go-'));
  onTestFinished(() => rmSync(at, { recursive: true, force: true }));
  return at;
}
function filled(at?: string): Opened {
  const store = opened(at);
  for (let top = ROWS; top > 0; top -= 100)
    store.apply(items(top - 100, top), { walk: top === ROWS ? 'head' : 'history', offset: ROWS - top });
  store.apply(items(0, 100), { account: 'b' });
  toldBy(store);
  return store;
}
const total = (store: Opened, account: string): number =>
  store.summary().accounts[account]?.counts.total ?? 0;
/** The rows as they stand, beside the counts that are kept of them. */
const counted = (store: Opened): readonly [number, number] => [
  store.query({ account: 'a' }, 0, 1).total,
  total(store, 'a'),
];

test('a large account goes a few rows at a time, the newest first, and the counts go with it', () => {
  const store = filled();
  expect(store.forget('a')).toBe(true);
  expect(counted(store)).toEqual([950, 950]);
  expect(store.query({ account: 'a' }, 0, 1).rows[0]?.key.id).toBe('950');
  store.indexSome(500);
  expect(counted(store)).toEqual([450, 450]);
  store.indexSome(500);
  expect([store.summary().accounts['a'], counted(store), total(store, 'b')]).toEqual([
    undefined,
    [0, 0],
    100,
  ]);
  while (store.indexSome(500) > 0);
  expect(store.query({}, 0, 1).total).toBe(100);
});

test('an end in the middle of it is no end of it', () => {
  const at = folder();
  const first = filled(at);
  first.forget('a');
  first.close();
  const second = opened(at);
  expect(total(second, 'a')).toBe(950);
  while (second.indexSome(500) > 0);
  expect([total(second, 'a'), total(second, 'b')]).toEqual([0, 100]);
});

test('an archive is made a part at a time; then nothing of it is on a server, and nothing waits', () => {
  const store = filled();
  store.addMarks([keyOf(1200, 1200)], 'x', T0);
  let steps = 1;
  while (store.archive('a')) steps += 1;
  expect(steps).toBe(3);
  expect([counted(store), store.summary().accounts['a']?.live, store.dueMarks('a', T0 * 2, 9)]).toEqual([
    [ROWS, ROWS],
    0,
    [],
  ]);
  expect(store.summary().accounts['a']?.counts.unseen).toBe(0);
  expect(store.summary().accounts['b']?.live).toBe(100);
});

test.for([{ by: 'its steps' }, { by: 'the first page of its account' }])(
  'an archive that was broken off is whole before anything is read again, by $by',
  ({ by }) => {
    const at = folder();
    const first = filled(at);
    expect(first.archive('a')).toBe(true);
    first.close();
    const second = opened(at);
    expect(second.brokenOff()).toEqual(['a']);
    expect(second.summary().accounts['a']).toMatchObject({ live: 700 });
    if (by === 'its steps') {
      while (second.archive('a'));
      expect(second.summary().accounts['a']).toMatchObject({ live: 0, counts: { unseen: 0, total: ROWS } });
    }
    second.apply([{ id: 1200, second: 1200, type: 1 }]);
    expect([second.brokenOff(), second.summary().accounts['a']?.live]).toEqual([[], 1]);
    second.close();
    // And only once: what is read of it later stays what it is.
    expect(opened(at).summary().accounts['a']).toMatchObject({ live: 1 });
  },
);

test('rows of one second that a part ends within are all archived', () => {
  const store = opened();
  store.apply(
    Array.from({ length: 700 }, (_, i) => ({ id: i + 1, second: 5, type: 1 })),
    { limit: 1000 },
  );
  while (store.archive('a'));
  expect(store.summary().accounts['a']).toMatchObject({ live: 0, counts: { total: 700, unseen: 0 } });
});

test.for(['stay', 'archive', 'forget'] as const)(
  'an account that is about to go is noted, also for the next run, until its history follows or it stays: %s',
  (act) => {
    const at = folder();
    const first = filled(at);
    first.leave('a');
    first.close();
    const second = opened(at);
    expect([second.leaving(), second.summary().accounts['a']?.live]).toEqual([['a'], ROWS]);
    second[act]('a');
    expect(second.leaving()).toEqual([]);
    second.close();
  },
);

test('an archive that the disk broke off is whole before the same run reads its account again', () => {
  const store = filled();
  expect(store.archive('a')).toBe(true);
  expect(store.brokenOff()).toEqual(['a']);
  store.apply([{ id: 1200, second: 1200, type: 1 }]);
  expect([store.brokenOff(), store.summary().accounts['a']?.live]).toEqual([[], 1]);
});

test('an archive that the disk refuses to the first page too is still to be made whole before the next', () => {
  const at = folder();
  const store = filled(at);
  expect(store.archive('a')).toBe(true);
  const raw = new DatabaseSync(path.join(at, HISTORY_FILE));
  raw.exec(
    `CREATE TRIGGER refused BEFORE UPDATE ON notification BEGIN SELECT raise(ABORT, 'database or disk is full'); END`,
  );
  expect(() => store.apply([{ id: 1200, second: 1200, type: 1 }])).toThrow(/full/);
  expect(store.brokenOff()).toEqual(['a']);
  raw.exec('DROP TRIGGER refused');
  raw.close();
  store.apply([{ id: 1200, second: 1200, type: 1 }]);
  expect([store.brokenOff(), store.summary().accounts['a']?.live]).toEqual([[], 1]);
  store.close();
});

test('going on with an archive that somebody else has made whole begins none of the new inbox', () => {
  const store = filled();
  expect(store.archive('a')).toBe(true);
  store.apply([{ id: 1200, second: 1200, type: 1 }]);
  store.addMarks([keyOf(1200, 1200)], 'x', T0);
  expect(store.archive('a', true)).toBe(false);
  expect([store.summary().accounts['a']?.live, store.dueMarks('a', T0, 9)]).toMatchObject([
    1,
    [{ id: '1200' }],
  ]);
});
