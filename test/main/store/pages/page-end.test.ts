import { expect, test } from 'vitest';
import { at, message, opened, page, type Item } from '../opened';

const items = (...ids: number[]): Item[] => ids.map((id) => ({ id, second: id }));

test('the effective limit is learned from next, never from a page’s length', () => {
  const store = opened();
  const next = 'http://internal/?limit=3&offset=3';
  const first = store.apply(items(9, 8, 7), { next });
  expect(first.facts).toMatchObject({ effectiveLimit: 3, end: false });
  const full = store.apply(items(6, 5, 4), { offset: 3, above: at(6.5) - 600_000 });
  expect(full.facts.end).toBe(false);
  expect(store.apply(items(4, 3), { offset: 5, above: at(3.9) }).facts.end).toBe(true);
});

test.for([
  { what: 'counted on, the first of its walk: there is more', count: 9, end: false },
  { what: 'not counted on: it is the end', count: 4, end: true },
  {
    what: 'counted on, no further than the page above and shorter',
    count: 9,
    longest: 5,
    reached: 4,
    end: true,
  },
  { what: 'counted on, as long as the longest', count: 9, longest: 2, reached: 4, end: false },
  { what: 'counted on, further than the page above', count: 9, longest: 5, reached: 3, end: false },
])('a short page without a `next`, $what', ({ count, longest = 0, reached = 0, end }) => {
  const store = opened();
  store.applyPage(message(page(items(5, 4, 3, 2))));
  const below = page(
    [
      { id: 3, second: 3 },
      { id: 2, second: 2 },
    ],
    { count },
  );
  const { facts } = store.applyPage(message(below, { offset: 2, above: at(2), longest, reached }));
  expect(facts).toMatchObject({ ok: true, end });
});

test.for([
  { what: 'is still the first one: there is nothing below', emptyBelow: at(5), ids: [5], end: true },
  { what: 'is another one: a row may have moved up', emptyBelow: at(6), ids: [5], end: false },
  { what: 'is not alone any more', emptyBelow: at(5), ids: [5, 4], end: false },
])('counted on, below its only row nothing was found, and that $what', ({ emptyBelow, ids, end }) => {
  const store = opened();
  const { facts } = store.applyPage(
    message(page(items(...ids), { count: 9 }), { emptyBelow, longest: 1, reached: 1 }),
  );
  expect(facts).toMatchObject({ ok: true, end });
});
