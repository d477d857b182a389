import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Filter } from '../../../../src-shared/filter';
import { typeWords } from '../../../../src-shared/messages/type-words';
import { fits, searchTerms } from '../../../../src-shared/search';
import { openDatabase } from '../../../../src-main/store/file/database';
import { applyPage } from '../../../../src-main/store/pages/pages';
import { indexSome, question } from '../../../../src-main/store/inbox/search-index';
import { createOperations } from '../../../../src-main/store/operations';
import { message, NEXT, opened, page, T0, type Item } from '../opened';

type Store = ReturnType<typeof createOperations>;

/** All of it, asked as the window does. */
function searched(store: Store, filter: Filter, names = {}) {
  const terms = searchTerms(filter.text, names, typeWords);
  for (;;) {
    const answer = store.query(filter, 0, 10_000, terms);
    if (!answer.partial) return answer;
  }
}
const idsOf = ({ rows }: ReturnType<typeof searched>): string => rows.map(({ key }) => key.id).join(' ');

const words = fc.constantFrom(
  'Łódź',
  'łód',
  'LODZ',
  'iași',
  'ping',
  'pi',
  'g',
  'agent',
  'offline',
  'uplink',
  '"',
  "'",
  'x y',
  '42',
  'próg',
);
const value = fc.oneof(
  fc.constantFrom('Łódź', 'IAŞI', 'ping', 'pong "x"', 'a\0b', '42%', '日本語テスト', 'xy'),
  fc.integer({ min: 0, max: 999 }),
);
const item = fc.record<Item>({
  id: fc.integer({ min: 1, max: 60 }),
  second: fc.oneof(
    fc.integer({ min: 0, max: 8 }),
    fc.integer({ min: 0, max: 8 }).map((n) => n * 6 * 3600),
  ),
  seen: fc.boolean(),
  type: fc.constantFrom(1, 4, 7, 8, 99),
  data: fc.oneof(fc.record({ test_agent_id: fc.nat(3), task_id: fc.nat(3), note: value }), fc.constant(null)),
});

test('what is found is what fits, in order, whatever the index has by then', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(item, { maxLength: 12 }), { minLength: 1, maxLength: 4 }),
      fc.array(fc.constantFrom(0, 1, 3, 50), { minLength: 4, maxLength: 4 }),
      fc.array(words, { minLength: 1, maxLength: 2 }),
      fc.constantFrom<Filter>(
        {},
        { order: 'oldest' },
        { seen: false },
        { types: [8, 4] },
        { since: '2026-11-23' },
        { until: '2026-11-22', order: 'oldest' },
      ),
      (pages, steps, asked, rest) => {
        const store = createOperations(() => T0);
        store.open(':memory:');
        const names = { 'a/agent:1': 'Uplink Gdańsk' };
        const text = asked.join(' ');
        for (const [i, items] of pages.entries()) {
          const newest = items.toSorted((a, b) => b.second - a.second);
          store.applyPage(message(page(newest, { next: NEXT })));
          store.indexSome(steps[i] ?? 0);
          const terms = searchTerms(text, names, typeWords);
          const all = store.query(rest, 0, 1000).rows;
          const wanted = all.filter((row) =>
            fits({ ...row, account: row.key.account, id: row.key.id }, terms),
          );
          const found = searched(store, { ...rest, text }, names);
          expect(found.rows).toEqual(wanted);
          expect(found.total).toBe(wanted.length);
        }
        store.close();
      },
    ),
    { numRuns: 60 },
  );
});

test('a word of one or two letters that nothing has is answered by the index, one that little has is found by it', () => {
  const { database } = openDatabase(':memory:', T0);
  const letter = (n: number): string => String.fromCharCode(97 + (Math.floor(n) % 16));
  const items = (from: number): Item[] =>
    Array.from({ length: 50 }, (_, i) => ({
      id: from - i,
      second: from - i,
      data: {
        test_agent_id: 1,
        // 1aa, 1ba, 1cb: many pieces that begin with a 1
        run: `1${letter(from - i)}${letter((from - i) / 4)}`,
        note: from - i === 77 ? 'the last two: zq' : 'nothing of note',
      },
    }));
  for (const from of [100, 50]) applyPage(database, message(page(items(from), { next: NEXT })));
  while (indexSome(database, 100) > 0);
  const asked = (text: string) => question(database, searchTerms(text), {});
  const found = (text: string) =>
    database.all<{ second: number }>('SELECT rowid AS second FROM search WHERE search MATCH ?', asked(text)!);
  expect(found('xw')).toEqual([]);
  expect(found('V')).toEqual([]);
  expect(found('zq').map(({ second }) => second - T0 / 1000)).toEqual([77]);
  expect(found('q')).toHaveLength(1);
  expect(found('of')).toHaveLength(99);
  // A number stands in every entry, in many ways: then rows are looked at.
  expect(asked('1')).toBeUndefined();
});

test('an item that says something else is found by that; one that went is not', () => {
  const store = opened();
  const one = (note: string): Item[] => [{ id: 1, second: 1, data: { test_agent_id: 1, note } }];
  store.apply(one('first words'));
  while (store.indexSome(10) > 0);
  store.apply(one('other words'));
  expect([idsOf(searched(store, { text: 'first' })), idsOf(searched(store, { text: 'other' }))]).toEqual([
    '',
    '1',
  ]);
  while (store.indexSome(10) > 0);
  expect([idsOf(searched(store, { text: 'first' })), idsOf(searched(store, { text: 'other' }))]).toEqual([
    '',
    '1',
  ]);
  store.forget('a');
  expect(searched(store, { text: 'words' }).total).toBe(0);
  store.apply([{ id: 5, second: 7, data: { note: 'words again' } }], { account: 'b' });
  expect(idsOf(searched(store, { text: 'words' }))).toBe('5');
});

test('a row whose number was another’s before is found', () => {
  const store = opened();
  store.apply([
    { id: 2, second: 900_000, seen: true, type: 1, data: { note: 'young' } },
    { id: 1, second: 1, seen: true, type: 1, data: { note: 'ancient' } },
  ]);
  while (store.indexSome(10) > 0);
  const keep = { by: 'days', days: 7 } as const;
  store.retain({ account: 'a', keep, now: T0 + 900_000_000, after: null });
  store.apply([
    { id: 3, second: 900_001, seen: true, type: 1, data: { note: 'newcomer' } },
    { id: 2, second: 900_000, seen: true, type: 1, data: { note: 'young' } },
  ]);
  expect(['ancient', 'young', 'newcomer'].map((text) => idsOf(searched(store, { text })))).toEqual([
    '',
    '2',
    '3',
  ]);
});

test('a crowd within one second is searched as well', () => {
  const store = opened();
  store.apply(
    Array.from({ length: 700 }, (_, i) => ({ id: 700 - i, second: 5, data: { note: `crowd ${700 - i}` } })),
    { limit: 1000 },
  );
  while (store.indexSome(100) > 0);
  expect(idsOf(searched(store, { text: 'crowd 77' }))).toBe('677 577 477 377 277 177 77');
});

test('idle is idle: where everything is searchable nothing is written', () => {
  const store = opened();
  store.apply([{ id: 1, second: 1 }]);
  expect([store.indexSome(9), store.indexSome(9)]).toEqual([1, 0]);
});

test('a long search answers in parts, each going on where the last one ended', () => {
  const store = opened();
  for (let from = 6000; from > 0; from -= 1000)
    store.apply(
      Array.from({ length: 1000 }, (_, i) => ({
        id: from - i,
        second: from - i,
        data: { note: `n ${from - i}` },
      })),
      { limit: 1000, next: NEXT },
    );
  const filter = { text: 'zq' };
  let parts = 0;
  for (let answer = store.query(filter, 0, 10); answer.partial; answer = store.query(filter, 0, 10)) {
    expect(answer).toMatchObject({ rows: [], total: 1 });
    parts += 1;
  }
  expect(parts).toBeLessThan(400);
  expect(store.query(filter, 0, 10)).toMatchObject({ rows: [], total: 0 });
  expect(store.query({ text: 'n 6' }, 0, 10).rows.map(({ key }) => key.id)[0]).toBe('6000');
});
