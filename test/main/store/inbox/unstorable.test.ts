import { expect, test } from 'vitest';
import type { StorageNotice } from '../../../../src-main/core/store-port';
import { opened } from '../opened';

const LONG = `${'a'.repeat(199)}😀`;

test.for([
  { what: 'a NUL', id: 'a\0b', shown: 'a\uFFFDb' },
  { what: 'half of a pair', id: 'a\uD800', shown: 'a\uFFFD' },
  { what: 'a pair that is cut in two', id: LONG, shown: `${'a'.repeat(199)}\uFFFD` },
])('$what in what an item is about: kept and found as it can be stored', ({ id, shown }) => {
  const notices: StorageNotice[] = [];
  const store = opened(':memory:', (notice) => notices.push(notice));
  store.apply([{ id: 1, second: 1, data: { test_agent_id: id } }]);
  const { rows, total } = store.query({}, 0, 10);
  expect([rows.map(({ subject }) => subject), total, notices]).toEqual([[`agent:${shown}`], 1, []]);
  // The same page again is no other: nothing is written.
  expect(store.apply([{ id: 1, second: 1, data: { test_agent_id: id } }]).changed).toBe(false);
});

test('what cannot be read, with a NUL in it: kept once, and no more is written of it', () => {
  const store = opened();
  const bad = '{"id":7,"type":8,"x":"a\0b"}';
  store.apply([{ id: 1, second: 1 }, bad]);
  const before = store.sequence();
  for (let i = 0; i < 3; i += 1) expect(store.apply([{ id: 1, second: 1 }, bad]).changed).toBe(false);
  expect(store.unreadable().map(({ raw }) => raw)).toEqual([bad.replace('\0', '\uFFFD')]);
  expect(store.sequence()).toBe(before);
});
