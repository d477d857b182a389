import { expect, test } from 'vitest';
import { contextOf, keyOf, opened, T0, toldBy, type Item, type Opened } from '../opened';

const FAILED = 3;
const first: Item = { id: 1, second: 1, type: FAILED, data: { task_id: 1 } };
const item: Item = { id: 2, second: 2, type: FAILED, data: { task_id: 2 } };
const seen: Item = { ...item, seen: true };
const paused = contextOf({}, { pausedUntil: T0 + 3_600_000 });

const page = (store: Opened, items: Item[]): unknown => store.apply(items, { horizon: 0 });
const unseenWalk = (store: Opened, items: Item[]): unknown => store.apply(items, { walk: 'unseen' });
const tell = (store: Opened, context = contextOf()): string[] => {
  const bubbles = toldBy(store, 'a', context);
  for (const { tag, tells } of bubbles) store.toasted(tag, tells, 'shown', '', context);
  return bubbles.flatMap(({ members }) => members.map(({ id }) => id));
};

test.for<{ when: string; steps: (store: Opened) => unknown[]; told: string[] }>([
  {
    when: 'taken for seen within the poll that brought it, and unseen again',
    steps: (store) => [
      page(store, [item, first]),
      unseenWalk(store, [first]),
      tell(store),
      unseenWalk(store, [item, first]),
    ],
    told: ['2'],
  },
  {
    when: 'held, gone meanwhile, and brought back by a backup',
    steps: (store) => [
      page(store, [item, first]),
      tell(store, paused),
      page(store, [first]),
      tell(store, paused),
      page(store, [item, first]),
    ],
    told: ['2'],
  },
  {
    when: 'called seen by the server itself, and unseen again',
    steps: (store) => [
      page(store, [item, first]),
      page(store, [seen, first]),
      tell(store),
      unseenWalk(store, [item, first]),
    ],
    told: [],
  },
  {
    when: 'told before it went',
    steps: (store) => [
      page(store, [item, first]),
      tell(store),
      page(store, [first]),
      page(store, [item, first]),
    ],
    told: [],
  },
  {
    when: 'marked here while it waited',
    steps: (store) => [
      page(store, [item, first]),
      store.addMarks([keyOf(2, 2)], 'b', T0),
      tell(store),
      page(store, [first]),
      page(store, [item, first]),
    ],
    told: [],
  },
  {
    when: 'there before the first look',
    steps: (store) => [unseenWalk(store, []), unseenWalk(store, [first])],
    told: [],
  },
])('back and unseen, $when → $told', ({ steps, told }) => {
  const store = opened();
  page(store, [first]);
  steps(store);
  expect(tell(store)).toEqual(told);
  expect(tell(store)).toEqual([]);
});
