import { expect, test } from 'vitest';
import type { PageMessage, PageResult } from '../../../../src-main/core/store-port';
import { createOperations } from '../../../../src-main/store/operations';
import { NOTHING_MISSED } from '../../../../src-main/core/sync/guard';
import { json, message, NEXT, page, T0, type Item } from '../opened';

const ITEMS: readonly Item[] = [3, 2, 1].map((id) => ({ id, second: id, seen: true }));
const KEY = { account: 'a', id: '2', ts: (T0 + 2000) * 1000 };

/** A store that was shown this page as often as it takes to know it. */
function shown(body = page(ITEMS, { next: NEXT })) {
  const store = createOperations(() => T0);
  store.open(':memory:');
  const apply = (more: Partial<PageMessage> = {}): PageResult =>
    store.applyPage(message(body.slice(), { again: false, missed: NOTHING_MISSED, ...more }));
  apply({ knownSeq: store.sequence() });
  const knownSeq = store.sequence();
  const last = apply({ knownSeq });
  return { store, last, apply: (more: Partial<PageMessage> = {}) => apply({ knownSeq, ...more }) };
}

test('the same page again is known by its bytes; one that brought something is read once more', () => {
  const store = createOperations(() => T0);
  store.open(':memory:');
  const apply = (): PageResult =>
    store.applyPage(
      message(page(ITEMS, { next: NEXT }), {
        again: false,
        missed: NOTHING_MISSED,
        knownSeq: 99, // whatever is known counts: the page alone has to tell
      }),
    );
  const results = [apply(), apply(), apply(), apply()];
  expect(results.map(({ changed }) => changed)).toEqual([true, false, false, false]);
  expect(results.map((one) => one === results[1])).toEqual([false, true, true, true]);
});

test.for<{ what: string; more: (ts: number) => Partial<PageMessage> }>([
  { what: 'bytes', more: () => ({ body: page(ITEMS, { next: NEXT, count: 4 }) }) },
  {
    what: 'a row of as many bytes',
    more: () => ({ body: page([{ ...ITEMS[0]!, id: 4 }, ITEMS[1]!, ITEMS[2]!], { next: NEXT }) }),
  },
  { what: 'a limit', more: () => ({ limit: 50 }) },
  { what: 'a longest page', more: () => ({ longest: 90 }) },
  { what: 'a reach of the history', more: () => ({ reached: 90 }) },
  { what: 'a counter of what is known', more: () => ({ knownSeq: 99 }) },
  { what: 'a doubt', more: (at) => ({ missed: { since: new Map([['9/9', at]]), before: 0, at } }) },
  { what: 'a second look', more: () => ({ again: true }) },
  { what: 'a walk', more: () => ({ walk: 'history' }) },
  { what: 'an account', more: () => ({ account: 'b' }) },
])('another $what: read row by row', ({ more }) => {
  const { last, apply } = shown();
  expect(apply()).toBe(last);
  expect(apply(more(T0))).not.toBe(last);
});

test('anything written since, and it is read row by row: what was taken for gone is here', () => {
  const { store, last, apply } = shown();
  store.gone(KEY);
  expect(store.item(KEY)?.row.live).toBe(false);
  const again = apply();
  expect([again === last, again.changed, store.item(KEY)?.row.live]).toEqual([false, true, true]);
});

test('another account’s page between two: it is known all the same, unless that brought something', () => {
  const { last, apply } = shown();
  const other = { account: 'b' };
  apply(other);
  expect(apply()).not.toBe(last);
  const now = apply();
  apply(other);
  expect(apply()).toBe(now);
});

test('an item that cannot be read waits for a page without it: never known', () => {
  const body = page([json(ITEMS[0]!), '{"id":7}'], { next: NEXT });
  const { last, apply } = shown(body);
  expect([last.changed, apply() === last]).toEqual([false, false]);
});

test.for([
  { what: 'an end that its count contradicts waits for a second look', body: page(ITEMS, { count: 1 }) },
  {
    what: 'over half a MiB is not worth keeping',
    body: page([{ ...ITEMS[0]!, data: { text: 'x'.repeat(600_000) } }, ...ITEMS.slice(1)], { next: NEXT }),
  },
])('$what: never known', ({ body }) => {
  const { last, apply } = shown(body);
  expect([last.changed, apply() === last]).toEqual([false, false]);
});

test('rows that many lack at once are doubted, and gone a minute later, by the same bytes', () => {
  const { store, apply } = shown();
  const few = page([ITEMS[2]!], { next: NEXT });
  const live = (): number => store.summary().accounts['a']!.live;
  const first = apply({ body: few.slice() });
  expect([first.missed.doubted.length, live()]).toEqual([2, 3]);
  expect(apply({ body: few.slice() }), 'whoever asks has forgotten the doubt').not.toBe(first);
  const since = new Map(first.missed.doubted.map((row) => [row, 0]));
  apply({ body: few.slice(), missed: { since, before: 0, at: 60_000 } });
  expect(live()).toBe(1);
});
