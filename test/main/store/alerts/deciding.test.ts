import { expect, test } from 'vitest';
import { at, contextOf, keyOf, opened, T0, toldBy, type Item } from '../opened';

const outage = { test_agent_id: 4 };

test.for<{
  when: string;
  items: Item[];
  from: Record<string, number | null>;
  to: Record<string, number | null>;
}>([
  {
    when: 'down and up',
    items: [
      { id: 2, second: 9, type: 7, data: outage },
      { id: 1, second: 2, data: outage },
    ],
    from: { '2': at(2), '1': null },
    to: { '2': null, '1': at(9) },
  },
  {
    when: 'down twice, up once: the nearest',
    items: [
      { id: 3, second: 9, type: 7, data: outage },
      { id: 2, second: 5, data: outage },
      { id: 1, second: 2, data: outage },
    ],
    from: { '3': at(5) },
    to: { '2': at(9), '1': null },
  },
  {
    when: 'up twice: the second ended nothing',
    items: [
      { id: 3, second: 9, type: 7, data: outage },
      { id: 2, second: 5, type: 7, data: outage },
      { id: 1, second: 2, data: outage },
    ],
    from: { '3': null, '2': at(2) },
    to: { '1': at(5) },
  },
  {
    when: 'another agent’s return',
    items: [
      { id: 2, second: 9, type: 7, data: { test_agent_id: 5 } },
      { id: 1, second: 2, data: outage },
    ],
    from: { '2': null },
    to: { '1': null },
  },
  {
    when: 'a task fails, another of its items lies between, it succeeds',
    items: [
      { id: 3, second: 9, type: 2, data: { task_id: 7 } },
      { id: 2, second: 5, type: 4, data: { task_id: 7 } },
      { id: 1, second: 2, type: 3, data: { task_id: 7 } },
    ],
    from: { '3': at(2) },
    to: { '1': at(9) },
  },
  {
    when: 'no subject, no pair',
    items: [
      { id: 2, second: 9, type: 7, data: null },
      { id: 1, second: 2, data: null },
    ],
    from: { '2': null },
    to: { '1': null },
  },
])('$when', ({ items, from, to }) => {
  const store = opened();
  store.apply(items);
  const rows = new Map(store.query({}, 0, 9).rows.map((one) => [one.key.id, one]));
  for (const [id, stamp] of Object.entries(from)) expect(rows.get(id)?.outageFrom).toBe(stamp);
  for (const [id, stamp] of Object.entries(to)) expect(rows.get(id)?.outageTo).toBe(stamp);
});

test('agents of the same number in two accounts: each has its own outages', () => {
  const store = opened();
  const data = { test_agent_id: 4 };
  store.apply([{ id: 1, second: 2, data }]);
  store.apply([{ id: 2, second: 9, type: 7, data }], { account: 'b' });
  const shown = (): unknown[] =>
    store.query({}, 0, 9).rows.map(({ key, outageFrom, outageTo }) => [key.account, outageFrom, outageTo]);
  expect(shown()).toEqual([
    ['b', null, null],
    ['a', null, null],
  ]);
  store.apply([{ id: 3, second: 12, type: 7, data }]);
  expect(shown()).toEqual([
    ['a', at(2), null],
    ['b', null, null],
    ['a', null, at(12)],
  ]);
});

test('why, or why not: each item keeps its log', () => {
  const store = opened();
  store.apply([
    { id: 2, second: 2 },
    { id: 1, second: 1, seen: true },
  ]);
  store.apply([
    { id: 4, second: 4 },
    { id: 3, second: 3, seen: true },
    { id: 2, second: 2 },
    { id: 1, second: 1, seen: true },
  ]);
  const steps = (id: number) => store.item(keyOf(id, id))?.verdicts.map(({ step }) => step);
  expect(steps(4)).toEqual([]);
  const [bubble] = toldBy(store);
  store.toasted(bubble!.tag, bubble!.tells, 'shown', '', contextOf());
  store.toasted(bubble!.tag, bubble!.tells, 'clicked', '', contextOf());
  expect([4, 3, 2, 1].map(steps)).toEqual([
    ['rule-toast', 'shown', 'clicked'],
    ['seen'],
    ['baseline'],
    ['baseline'],
  ]);
  expect(store.item(keyOf(9, 9))).toBeUndefined();
});

test.for([
  { outcome: 'shown', told: true },
  { outcome: 'do-not-disturb', told: true },
  { outcome: 'no-answer', told: false },
  { outcome: 'failed', told: false },
  { outcome: 'no-service', told: false },
] as const)('an outage that was $outcome: its end is told: $told', ({ outcome, told }) => {
  const store = opened();
  store.apply([]);
  store.apply([{ id: 1, second: 1, data: outage }]);
  const [bubble] = toldBy(store);
  store.toasted(bubble!.tag, bubble!.tells, outcome, 'why', contextOf());
  store.apply([
    { id: 2, second: 2, type: 7, data: outage },
    { id: 1, second: 1, data: outage },
  ]);
  expect(toldBy(store)).toHaveLength(told ? 1 : 0);
});

test('the end of a told outage is told even where the server has it seen already; other seen ones leave no log', () => {
  const store = opened();
  store.apply([]);
  store.apply([{ id: 1, second: 1, data: outage }]);
  const [bubble] = toldBy(store);
  store.toasted(bubble!.tag, bubble!.tells, 'shown', '', contextOf());
  store.apply([
    { id: 3, second: 3, type: 1, seen: true },
    { id: 2, second: 2, type: 7, seen: true, data: outage },
    { id: 1, second: 1, seen: true, data: outage },
  ]);
  expect(toldBy(store).map(({ first }) => [first.key.id, first.outageFrom])).toEqual([['2', at(1)]]);
  expect(store.item(keyOf(3, 3))?.verdicts.map(({ step }) => step)).toEqual(['seen']);
});

test('down and up in one batch: one bubble, which says the end and tells both', () => {
  const store = opened();
  store.apply([]);
  store.apply([
    { id: 2, second: 2, type: 7, data: outage },
    { id: 1, second: 1, data: outage },
  ]);
  const [bubble, ...more] = toldBy(store);
  expect(more).toEqual([]);
  expect(bubble).toMatchObject({ tag: 'a/agent:4', first: { key: { id: '2' }, outageFrom: at(1) } });
  expect(bubble!.tells.map(({ id }) => id)).toEqual(['1', '2']);
});

test('what was decided is not decided again', () => {
  const store = opened();
  store.apply([]);
  store.apply([{ id: 1, second: 1 }]);
  expect(toldBy(store)).toHaveLength(1);
  expect(toldBy(store)).toEqual([]);
});

test('what the person has dealt with by now is no part of a storm', () => {
  const store = opened();
  store.apply([]);
  const five = [5, 4, 3, 2, 1].map((id) => ({ id, second: id }));
  store.apply(five);
  expect(toldBy(store)).toHaveLength(5);
  store.addMarks(
    [1, 2, 3].map((id) => keyOf(id, id)),
    'b',
    T0,
  );
  store.apply([{ id: 6, second: 6 }, ...five]);
  expect(toldBy(store).map(({ kind }) => kind)).toEqual(['item']);
});
