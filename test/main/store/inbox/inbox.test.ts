import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matches, type Filter } from '../../../../src-shared/filter';
import { LEVELS } from '../../../../src-shared/notification';
import { contextOf, opened, T0, type Item } from '../opened';

const row = fc.record<Item>({
  id: fc.integer({ min: 1, max: 40 }),
  second: fc.integer({ min: 0, max: 30 }).map((n) => n * 3 * 3600),
  seen: fc.boolean(),
  type: fc.constantFrom(1, 3, 4, 8, 12),
  severity: fc.integer({ min: -2, max: 4 }),
});

const parts = fc.record<Required<Omit<Filter, 'text' | 'down'>>>({
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
  since: fc.constantFrom('2026-11-22', '2026-11-23', '2026-11-25'),
  until: fc.constantFrom('2026-11-22', '2026-11-24', '2026-11-25'),
});

/** One to three parts: all of them together fit nothing. */
const filter: fc.Arbitrary<Filter> = fc
  .tuple(
    parts,
    fc.subarray(['seen', 'types', 'level', 'severity', 'order', 'account', 'snoozed', 'since', 'until'], {
      maxLength: 3,
    }),
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

test('of one stamp the higher number stands first, also where the text of it would not', () => {
  const store = opened();
  store.apply([9, 10, 100, 77].map((id) => ({ id, second: 5 })));
  expect(store.query({}, 0, 9).rows.map(({ key }) => key.id)).toEqual(['100', '77', '10', '9']);
  expect(store.query({ order: 'oldest' }, 0, 2).rows.map(({ key }) => key.id)).toEqual(['9', '10']);
});
