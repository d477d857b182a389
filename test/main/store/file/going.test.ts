import { DatabaseSync } from '@photostructure/sqlite';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HISTORY_FILE } from '../../../../src-main/store/operations';
import { alter, BAD_INDEX, folder, watched } from '../damaged';
import { keyOf, opened, T0, toldBy } from '../opened';

// The oldest of these is marked: an account that goes, or becomes an archive, goes from the newest down.
const ITEMS = Array.from({ length: 700 }, (_, i) => ({ id: 700 - i, second: 700 - i, type: 1 }));

/** What of it was made anew while the account went. */
function broken(act: 'forget' | 'archive', damage: string) {
  const where = folder();
  const first = opened(where);
  first.apply(ITEMS, { limit: 1000 });
  toldBy(first);
  first.addMarks([keyOf(3, 3)], 'b', T0);
  expect(first[act]('a')).toBe(true);
  first.close();
  alter(join(where, HISTORY_FILE), damage);
  return watched(where);
}

test.for(['forget', 'archive'] as const)(
  'a history made anew goes on to %s an account, and sends no mark of it',
  (act) => {
    const { store, notices } = broken(act, BAD_INDEX);
    expect(notices).toEqual([{ kind: 'rebuilt', marksLost: false }]);
    expect(store.dueMarks('a', Number.MAX_SAFE_INTEGER, 9)).toEqual([]);
    expect(store.brokenOff()).toEqual(act === 'archive' ? ['a'] : []);
    while (store.indexSome(200) > 0);
    while (act === 'archive' && store.archive('a'));
    expect(store.query({}, 0, 1).total).toBe(act === 'archive' ? 700 : 0);
    expect(store.summary().accounts['a']?.live ?? 0).toBe(0);
  },
);

test('a damaged mark of another brings none of an account that goes', () => {
  const { store } = broken(
    'archive',
    `INSERT INTO outbox VALUES ('b', 1, 1, 'b', 0, 0, 0); UPDATE outbox SET tries = x''`,
  );
  expect(store.dueMarks('a', Number.MAX_SAFE_INTEGER, 9)).toEqual([]);
});

test('where it cannot be read whether an account goes, no mark is made of its rows, and the loss is said', () => {
  const { store, notices } = broken('archive', `${BAD_INDEX}; DELETE FROM sqlite_master WHERE name = 'meta'`);
  expect(notices).toEqual([{ kind: 'rebuilt', marksLost: true }]);
  expect(store.dueMarks('a', Number.MAX_SAFE_INTEGER, 9)).toEqual([]);
  expect(store.query({}, 0, 1000).rows.filter(({ mark }) => mark !== null)).toEqual([]);
});

test('that an account is about to leave, and by what its history is kept, outlasts that it is made anew', () => {
  const where = folder();
  const first = opened(where);
  first.apply(ITEMS, { limit: 1000 });
  first.saveHorizon('a', T0 * 1000 + 700_000_000);
  toldBy(first);
  first.retain({ account: 'a', keep: { by: 'days', days: 30 }, now: T0, after: null });
  first.leave('a');
  first.close();
  alter(join(where, HISTORY_FILE), BAD_INDEX);
  const { store } = watched(where);
  expect(store.leaving()).toEqual(['a']);
  store.close();
  const raw = new DatabaseSync(join(where, HISTORY_FILE));
  expect(raw.prepare(`SELECT value FROM meta WHERE name = 'keep a'`).get()).toEqual({ value: 30 });
  raw.close();
});
