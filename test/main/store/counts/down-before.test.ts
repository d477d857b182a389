import { expect, test } from 'vitest';
import { at, opened, type Item } from '../opened';

const off = (id: number, agent: number, second: number, more: Partial<Item> = {}): Item => ({
  id,
  second,
  data: { test_agent_id: agent },
  seen: true,
  ...more,
});
const on = (id: number, agent: number, second: number): Item => off(id, agent, second, { type: 7 });

/** What is said of account `a`: `4@10 9@30, 2 in all`. */
function said(store: ReturnType<typeof opened>): string {
  const { count, first } = store.summary().accounts['a']!.downBefore;
  const names = first.map(
    ({ key, subject }) => `${subject.replace('agent:', '')}@${key.ts / 1e6 - at(0) / 1e6}`,
  );
  return [...names, `${count} in all`].join(' ');
}

test('down at the first look: said until they are back; what goes down later is alerted instead', () => {
  const store = opened();
  store.apply([off(5, 9, 50), on(4, 7, 40), off(3, 4, 30), off(2, 7, 20)]);
  expect(said(store)).toBe('4@30 9@50 2 in all');
  store.apply([off(6, 12, 60, { seen: false })]);
  expect(said(store)).toBe('4@30 9@50 2 in all');
  store.apply([on(7, 4, 70)]);
  expect(said(store)).toBe('9@50 1 in all');
  store.apply([on(9, 9, 90), off(8, 4, 80)]);
  expect(said(store)).toBe('0 in all');
});

test('what the history tells later was before, too: the oldest of one outage counts', () => {
  const store = opened();
  store.apply([off(9, 4, 90)], { next: 'http://x/?limit=1&offset=1' });
  store.apply([off(8, 5, 80), on(7, 4, 70)], { walk: 'history', offset: 1 });
  expect(said(store)).toBe('5@80 4@90 2 in all');
});

test('tasks are none of it; five are named and all are counted', () => {
  const store = opened();
  const agents = Array.from({ length: 8 }, (_, i) => off(20 + i, i, 20 + i));
  store.apply([off(90, 1, 90, { type: 3, data: { task_id: 1 } }), ...agents.toReversed()]);
  expect(said(store)).toBe('0@20 1@21 2@22 3@23 4@24 8 in all');
});
