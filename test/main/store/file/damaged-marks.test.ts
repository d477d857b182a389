import { expect, test } from 'vitest';
import type { StorageNotice } from '../../../../src-main/core/store-port';
import { checkSmall } from '../../../../src-main/store/file/check-file';
import { openDatabase } from '../../../../src-main/store/file/database';
import { createOperations } from '../../../../src-main/store/operations';
import { alter, damaged, folder, watched, written } from '../damaged';
import { T0 } from '../opened';

const LOST: StorageNotice = { kind: 'rebuilt', marksLost: true };
const BRACKET = `UPDATE mark_all SET keys = '{' || substr(keys, 2)`;

test('a row whose mark was damaged waits no longer than others: it is sent', () => {
  const { store } = damaged(`UPDATE outbox SET tries = x''`);
  expect(store.query({}, 0, 9).rows.map(({ mark }) => mark)).toEqual([null, 'waiting', null, null]);
  expect(store.dueMarks('a', T0, 9)).toMatchObject([{ id: '3' }]);
  store.settleMark('a', store.dueMarks('a', T0, 9)[0]!, { state: 'done' });
  expect(store.query({}, 0, 9).rows.map(({ mark }) => mark)).toEqual([null, null, null, null]);
});

test('no mark is made of a row that is damaged itself', () => {
  const { store } = damaged(
    `UPDATE outbox SET tries = x''; UPDATE notification SET id = 33 WHERE id = 3; UPDATE notification SET marked = 1 WHERE id = 2; UPDATE notification SET hash = 1 WHERE id = 2`,
  );
  expect(store.dueMarks('a', T0, 9)).toEqual([]);
});

/** A mark-all of rows 4, 2 and 1 stands, in a file that can be changed beside its store. */
function standing() {
  const where = folder();
  const file = written(where);
  const { store, notices } = watched(where);
  expect(store.beginMarkAll('a')).toBe(3);
  return { where, file, store, notices };
}

test.for([
  { what: 'one letter of its set', damage: BRACKET },
  { what: 'its set, another kind of value', damage: `UPDATE mark_all SET keys = x'00'` },
  { what: 'its set, whole for JSON', damage: `UPDATE mark_all SET keys = replace(keys, '["4",', '[4,')` },
  {
    what: 'an id beyond any',
    damage: `UPDATE mark_all SET keys = replace(keys, '"4"', '"9923372036854775807"')`,
  },
  { what: 'whether it was sent', damage: `UPDATE mark_all SET sent = x''` },
])('a mark-all of which is damaged, $what: dropped as the history is opened, and said', ({ damage }) => {
  const { where, file, store } = standing();
  store.close();
  alter(file, damage);
  const again = watched(where);
  expect(again.notices).toEqual([LOST]);
  expect(again.store.syncState('a').markAllSent).toBeNull();
  expect(() => again.store.endMarkAll('a', T0)).not.toThrow();
  expect(again.store.dueMarks('a', T0, 9)).toMatchObject([{ id: '3' }]);
  again.store.close();
  expect(watched(where).notices).toEqual([]);
});

test.for([
  { what: 'no set any more', damage: BRACKET, due: ['3'] },
  {
    what: 'a row that is none',
    damage: `UPDATE mark_all SET keys = replace(keys, '"4"', '"7"')`,
    due: ['1', '2', '3'],
  },
])('a mark-all that is damaged in use, $what: it ends, and its loss is said', ({ damage, due }) => {
  const { file, store, notices } = standing();
  store.saveCursor('a', { ts: null, complete: true });
  alter(file, damage);
  store.endMarkAll('a', T0);
  expect(notices).toEqual([LOST]);
  expect(store.syncState('a')).toMatchObject({
    markAllSent: null,
    historyComplete: false,
    baselineSet: true,
  });
  expect(
    store
      .dueMarks('a', T0, 9)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(due);
});

test('a damaged set that the server has answered already is no loss', () => {
  const { where, file, store } = standing();
  store.markAllSent('a');
  store.close();
  alter(file, BRACKET);
  const again = watched(where);
  expect(again.store.syncState('a').markAllSent).toBe(true);
  again.store.endMarkAll('a', T0);
  expect([again.notices, again.store.syncState('a').markAllSent]).toEqual([[], null]);
});

test('a whole mark-all ends without a word', () => {
  const { store, notices } = standing();
  store.endMarkAll('a', T0);
  expect([notices, store.dueMarks('a', T0, 9).length]).toEqual([[], 4]);
});

test('marks that were dropped as the process ended are said at the next opening, and once', () => {
  const { where, file, store } = standing();
  store.close();
  alter(file, BRACKET);
  const { database, checked } = openDatabase(file, T0);
  checkSmall(database, false);
  database.close();
  expect(checked).toBe(true);
  const again = watched(where);
  expect([again.notices, again.store.syncState('a').baselineSet]).toEqual([[LOST], false]);
  again.store.close();
  expect(watched(where).notices).toEqual([]);
});

test('a set that was dropped in use is said once, not again at the next opening', () => {
  const { where, file, store, notices } = standing();
  alter(file, BRACKET);
  store.endMarkAll('a', T0);
  store.close();
  expect([notices, watched(where).notices]).toEqual([[LOST], []]);
});

test('a set that was dropped in use as the process ended is said at the next opening', () => {
  const { where, file, store } = standing();
  store.close();
  const ending = createOperations(
    () => T0,
    () => {
      throw new Error('the process ended');
    },
  );
  ending.open(where);
  alter(file, BRACKET);
  expect(() => ending.endMarkAll('a', T0)).toThrow('the process ended');
  ending.close();
  expect(watched(where).notices).toEqual([LOST]);
});
