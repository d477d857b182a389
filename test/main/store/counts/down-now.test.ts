import { expect, test } from 'vitest';
import type { Filter } from '../../../../src-shared/filter';
import { opened, type Item } from '../opened';

const off = (id: number, agent: number, second: number, more: Partial<Item> = {}): Item => ({
  id,
  second,
  data: { test_agent_id: agent },
  ...more,
});
const on = (id: number, agent: number, second: number): Item => off(id, agent, second, { type: 7 });

/** `9@50 4@30, 2 down`: what is shown, and the number at the left. */
function shown(store: ReturnType<typeof opened>, filter: Filter = {}): string {
  const { rows, total } = store.query({ down: true, ...filter }, 0, 100);
  const count = Object.values(store.summary().accounts).reduce((sum, { down }) => sum + down, 0);
  expect(total).toBe(rows.length);
  return [
    ...rows.map(({ key, subject }) => `${key.account}${subject.slice(6)}#${key.id}`),
    `${count} down`,
  ].join(' ');
}

test('down now is who went offline and is not back, seen or not', () => {
  const store = opened();
  store.apply([off(5, 9, 50), on(4, 7, 40), off(3, 4, 30, { seen: true }), off(2, 7, 20)]);
  expect(shown(store)).toBe('a9#5 a4#3 2 down');
  store.apply([on(6, 9, 60)]);
  expect(shown(store)).toBe('a4#3 1 down');
  store.apply([off(7, 9, 70)]);
  expect(shown(store)).toBe('a9#7 a4#3 2 down');
});

test('offline and back within one second, as servers without fractions say it: not down, and its row says so', () => {
  const store = opened();
  store.apply([on(10, 4, 30), off(9, 4, 30), on(8, 5, 20), off(7, 5, 10)]);
  expect(shown(store)).toBe('0 down');
  const rows = Object.fromEntries(store.query({}, 0, 9).rows.map((row) => [row.key.id, row]));
  expect([rows['9']!.outageTo, rows['10']!.outageFrom]).toEqual([rows['10']!.key.ts, rows['9']!.key.ts]);
});

test('told twice of one outage, the first stands for it; a failed task is no agent', () => {
  const store = opened();
  store.apply([off(4, 9, 40, { type: 3, data: { task_id: 9 } }), off(3, 4, 30), off(2, 4, 20)]);
  expect(shown(store)).toBe('a4#2 1 down');
});

test('other filters narrow it, a range is a part of it, an archive is none of it', () => {
  const store = opened();
  store.apply([off(5, 9, 50), off(3, 4, 30, { seen: true })]);
  store.apply([off(8, 1, 45)], { account: 'b' });
  expect(shown(store)).toBe('a9#5 b1#8 a4#3 3 down');
  expect(shown(store, { seen: false })).toBe('a9#5 b1#8 3 down');
  expect(shown(store, { account: 'a', order: 'oldest' })).toBe('a4#3 a9#5 3 down');
  expect(shown(store, { text: '"test_agent_id": 4' })).toBe('3 down');
  expect(store.query({ down: true }, 1, 1).rows.map(({ key }) => key.id)).toEqual(['8']);
  while (store.archive('b'));
  expect(shown(store)).toBe('a9#5 a4#3 2 down');
});
