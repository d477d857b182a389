import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matches, type Filter } from '../../../src-shared/filter';
import { LEVELS } from '../../../src-shared/notification';
import { at, contextOf, keyOf, NEXT, opened, T0, toldBy, type Item } from './opened';

const row = fc.record<Item>({
  id: fc.integer({ min: 1, max: 40 }),
  second: fc.integer({ min: 0, max: 30 }),
  seen: fc.boolean(),
  type: fc.constantFrom(1, 3, 4, 8, 12),
  severity: fc.integer({ min: -2, max: 4 }),
});
const parts = fc.record<Required<Omit<Filter, 'text'>>>({
  seen: fc.boolean(),
  types: fc.subarray([1, 3, 4, 8, 12], { minLength: 1 }),
  level: fc.constantFrom(...LEVELS),
  severity: fc.oneof(
    fc.record({
      op: fc.constant('in' as const),
      values: fc.array(fc.integer({ min: -2, max: 4 }), { minLength: 1 }),
    }),
    fc.record({ op: fc.constantFrom('<', '<=', '>', '>='), value: fc.integer({ min: -2, max: 4 }) }),
  ),
  order: fc.constantFrom('newest', 'oldest'),
  account: fc.constantFrom('a', 'b'),
  snoozed: fc.boolean(),
});
/** One to three parts: all of them together fit nothing. */
const filter: fc.Arbitrary<Filter> = fc
  .tuple(
    parts,
    fc.subarray(['seen', 'types', 'level', 'severity', 'order', 'account', 'snoozed'], { maxLength: 3 }),
  )
  .map(([all, names]) => Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name))));

test('a filter shows what fits it, in order, and says how many; a range is a part of it', () => {
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 30 }),
      filter,
      fc.nat(10),
      fc.nat(10),
      (items, given, offset, limit) => {
        const store = opened();
        const newest = items.toSorted((a, b) => b.second - a.second);
        store.apply(
          newest.filter((_, i) => i % 3 !== 0),
          { levels: { '4': 'critical' } },
        );
        store.apply(
          newest.filter((_, i) => i % 3 === 0),
          { account: 'b', levels: { '4': 'critical' } },
        );
        const unseen = store.query({ seen: false }, 0, 1000).rows.map(({ key }) => key);
        const away = unseen.filter((_, i) => i % 4 === 0);
        store.snooze(away, T0 + 60_000, contextOf());
        const all = store.query({}, 0, 1000).rows;
        expect(all.filter(({ snoozedUntil }) => snoozedUntil !== null)).toHaveLength(away.length);
        const fitting = all.filter(
          (one) => matches(given, one) && (given.account === undefined || one.key.account === given.account),
        );
        const wanted = given.order === 'oldest' ? fitting.toReversed() : fitting;
        const whole = store.query(given, 0, 1000);
        expect(whole.rows.map(({ key }) => key.ts)).toEqual(wanted.map(({ key }) => key.ts));
        expect(new Set(whole.rows.map(({ key }) => JSON.stringify(key)))).toEqual(
          new Set(wanted.map(({ key }) => JSON.stringify(key))),
        );
        expect(whole.total).toBe(wanted.length);
        expect(store.query(given, offset, limit)).toEqual({
          rows: whole.rows.slice(offset, offset + limit),
          total: wanted.length,
        });
        store.close();
      },
    ),
    { numRuns: 150 },
  );
});

test.for([
  { text: 'branch', ids: ['2', '1'] },
  { text: 'BRANCH loss', ids: ['2'] },
  { text: 'agent:3', ids: ['3'] },
  { text: '100%', ids: ['1'] },
  { text: 'a_b', ids: [] },
  { text: '\\', ids: [] },
  { text: `'; DROP TABLE notification; --`, ids: [] },
])('the text “$text” finds $ids', ({ text, ids }) => {
  const store = opened();
  store.apply([
    { id: 3, second: 3 },
    { id: 2, second: 2, data: { test_suite_name: 'Branch', loss: 3 } },
    { id: 1, second: 1, data: { test_suite_name: 'branch axb', load: '100%' } },
  ]);
  expect(store.query({ text }, 0, 9).rows.map(({ key }) => key.id)).toEqual(ids);
  expect(store.query({}, 0, 9).total).toBe(3);
});

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

test('a pause that ends: one digest of what is still unseen and there', () => {
  const store = opened();
  store.apply([]);
  store.apply([4, 3, 2, 1].map((id) => ({ id, second: id })));
  const paused = contextOf({}, { pausedUntil: T0 + 1000 });
  expect(toldBy(store, 'a', paused)).toEqual([]);
  expect(store.summary().accounts['a']?.held).toBe(4);
  store.addMarks([keyOf(2, 2)], 'b', T0);
  store.apply([
    { id: 4, second: 4 },
    { id: 2, second: 2 },
    { id: 1, second: 1 },
  ]);
  expect(toldBy(store, 'a', paused)).toEqual([]);
  const after = contextOf({}, { now: T0 + 1000 });
  const [digest] = store.hear({ kind: 'time' }, after).decisions;
  expect(digest).toMatchObject({ kind: 'paused', from: at(1), to: at(4), open: 2 });
  expect(digest).toMatchObject({ members: [{ id: '1' }, { id: '4' }] });
  expect(store.hear({ kind: 'time' }, after).decisions).toEqual([]);
});

test('what our own mark-all swallowed waits for the digest of what came while away', () => {
  const store = opened();
  store.apply([]);
  store.beginMarkAll('a', undefined);
  store.markAllSent('a');
  store.apply([{ id: 1, second: 1, seen: true }]);
  store.endMarkAll('a', null);
  const later = contextOf({}, { now: T0 + 30_000 });
  // A start; and the walk that brought it failed.
  store.hear({ kind: 'back', since: null, accounts: ['a'] }, later);
  const poll = { account: 'a', server: (T0 + 30_000) * 1000, at: T0 + 30_000 };
  expect(store.decide('a', { ...poll, complete: false }, later).decisions).toEqual([]);
  store.apply([2, 1].map((id) => ({ id, second: id, seen: true })));
  const { decisions } = store.decide('a', { ...poll, complete: true }, later);
  expect(decisions.flatMap((one) => ('members' in one ? one.members : []))).toMatchObject([{ id: '1' }]);
});

test('after a crash: one digest of what was being shown, until it was accepted', () => {
  const store = opened();
  expect(store.recover()).toBeUndefined();
  store.apply([]);
  store.apply([2, 1].map((id) => ({ id, second: id })));
  toldBy(store);
  expect(store.recover()).toMatchObject({ kind: 'restart', open: 2, members: [{ id: '1' }, { id: '2' }] });
  expect(store.recover()?.members).toHaveLength(2);
  store.toasted('restart', store.recover()!.tells, 'shown', '', contextOf());
  expect(store.recover()).toBeUndefined();
});

test('rows below the baseline that come later alert nothing; above it they do, by whichever way', () => {
  const store = opened();
  store.apply(
    [
      { id: 5, second: 50 },
      { id: 4, second: 40 },
    ],
    { next: NEXT },
  );
  store.apply(
    [
      { id: 4, second: 40 },
      { id: 9, second: 30 },
    ],
    { walk: 'history', offset: 1, above: at(39), next: NEXT },
  );
  expect(toldBy(store)).toEqual([]);
  store.apply(
    [
      { id: 5, second: 50 },
      { id: 8, second: 45 },
      { id: 4, second: 40 },
    ],
    { walk: 'history', next: NEXT },
  );
  expect(toldBy(store).map(({ first }) => first.key.id)).toEqual(['8']);
});

test.for(['asked', 'unseen'] as const)('what “%s” brings before the first look is part of it', (walk) => {
  const store = opened();
  store.apply([{ id: 1, second: 1 }], { walk });
  const single = new TextEncoder().encode(
    '{"id":2,"type":8,"seen":false,"severity":1,"timestamp":"2026-11-22T10:00:02Z"}',
  );
  store.applySingle('a', single, T0, {});
  store.apply([
    { id: 2, second: 2 },
    { id: 1, second: 1 },
  ]);
  expect(toldBy(store)).toEqual([]);
  expect(store.item(keyOf(1, 1))?.verdicts[0]?.step).toBe('baseline');
});

test('of one stamp the higher number stands first, also where the text of it would not', () => {
  const store = opened();
  store.apply([9, 10, 100, 77].map((id) => ({ id, second: 5 })));
  expect(store.query({}, 0, 9).rows.map(({ key }) => key.id)).toEqual(['100', '77', '10', '9']);
  expect(store.query({ order: 'oldest' }, 0, 2).rows.map(({ key }) => key.id)).toEqual(['9', '10']);
});
