import { DatabaseSync } from '@photostructure/sqlite';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AppError } from '../../../../src-shared/app-error';
import { HISTORY_FILE } from '../../../../src-main/store/operations';
import { folder } from '../damaged';
import { at, message, NEXT, opened, page, type Item } from '../opened';

/** The last stamp of the history that `begun` makes. */
const cursor = at(41);
/** Seconds 40 … 31, 30 … 21 and so on, ten a page, with `overlap` of the page before. */
const tens = (from: number, overlap = 0): Item[] =>
  Array.from({ length: 10 + overlap }, (_, i) => ({
    id: from + overlap - i,
    second: from + overlap - i,
    seen: true,
  }));
const below = (items: readonly Item[], offset: number, more: { next?: string | null } = {}) =>
  message(page(items, { next: NEXT, count: 100, ...more }), {
    walk: 'history',
    offset,
    limit: items.length,
    above: cursor,
  });

/** A history whose first page goes down to second 41. */
function begun(where?: string) {
  const store = opened(where);
  store.apply(tens(50), { walk: 'head', limit: 10, next: NEXT });
  return store;
}

test('pages one below the other are written together, with the place they lead to', () => {
  const store = begun();
  const { results, cursor: to } = store.applyHistory([below(tens(40, 2), 8), below(tens(30, 2), 18)], cursor);
  expect(results.map(({ facts }) => [facts.ok, facts.lastTs])).toEqual([
    [true, at(31)],
    [true, at(21)],
  ]);
  expect(to).toBe(at(21));
  expect(store.syncState('a')).toMatchObject({ cursor: at(21), historyComplete: false });
  expect(store.summary().accounts['a']?.counts.total).toBe(30);
});

test.for([
  { what: 'slipped: rows are missing in between', second: below(tens(28), 20) },
  { what: 'goes no further down', second: below(tens(40, 2), 18) },
  { what: 'cannot be read', second: message(new TextEncoder().encode('<html>'), { walk: 'history' }) },
  { what: 'rises', second: below(tens(30, 2).toReversed(), 18) },
])('a page that $what is not written, nor what is below it', ({ second }) => {
  const store = begun();
  const { results, cursor: to } = store.applyHistory(
    [below(tens(40, 2), 8), second, below(tens(20, 2), 28)],
    cursor,
  );
  expect(results).toHaveLength(1);
  expect(to).toBe(at(31));
  expect(store.syncState('a')).toMatchObject({ cursor: at(31) });
  expect(store.summary().accounts['a']?.counts.total).toBe(20);
});

test('a first page that slipped moves nothing, and nothing below it is written', () => {
  const store = begun();
  const { results, cursor: to } = store.applyHistory([below(tens(38), 12), below(tens(28, 2), 20)], cursor);
  expect(results.map(({ facts }) => facts.ok)).toEqual([false]);
  expect(to).toBe(cursor);
});

test('the end is the last of them', () => {
  const store = begun();
  const last = message(page(tens(30, 2).slice(0, 5), { next: null, count: 23 }), {
    walk: 'history',
    offset: 18,
    limit: 12,
  });
  const { results, cursor: to } = store.applyHistory(
    [below(tens(40, 2), 8), last, below(tens(20), 30)],
    cursor,
  );
  expect(results.map(({ facts }) => facts.end)).toEqual([false, true]);
  expect(to).toBe(at(31));
});

test('a first page that cannot be read is said, and nothing is written', () => {
  const store = begun();
  const html = message(new TextEncoder().encode('<html>'), { walk: 'history', offset: 8 });
  expect(() => store.applyHistory([html, below(tens(40, 2), 8)], cursor)).toThrow(AppError);
  expect(store.summary().accounts['a']?.counts.total).toBe(10);
});

test('where a page below meets a damaged row, the rows of all pages are counted once', () => {
  const where = folder();
  const before = begun(where);
  before.apply([{ id: 25, second: 25 }], { walk: 'asked' });
  before.close();
  const raw = new DatabaseSync(join(where, HISTORY_FILE));
  raw.exec('UPDATE notification SET hash = hash + 1 WHERE id = 25');
  raw.close();
  const store = opened(where);
  const { results } = store.applyHistory([below(tens(40, 2), 8), below(tens(30, 2), 18)], cursor);
  expect(results).toHaveLength(2);
  const rows = store.query({}, 0, 1).total;
  expect(rows).toBe(30);
  expect(store.summary().accounts['a']?.counts).toMatchObject({ total: rows, unseen: 0 });
  store.close();
});
