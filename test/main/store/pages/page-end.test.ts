import { expect, test } from 'vitest';
import { at, message, NEXT, opened, page, type Item } from '../opened';

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

const ROWS = [`4/${at(4)}`, `5/${at(5)}`];
const BOTTOM = { offset: 0, count: 9, members: ROWS };
test.for([
  { what: 'is the same as before: it is the end', bottom: BOTTOM, end: true },
  { what: 'has another row', bottom: { ...BOTTOM, members: [ROWS[0]!, `6/${at(5)}`] }, end: false },
  { what: 'has a row less', bottom: { ...BOTTOM, members: [...ROWS, `6/${at(6)}`] }, end: false },
  { what: 'has a row more', bottom: { ...BOTTOM, members: [ROWS[0]!] }, end: false },
  { what: 'is counted otherwise', bottom: { ...BOTTOM, count: 8 }, end: false },
  { what: 'is at another place', bottom: { ...BOTTOM, offset: 1 }, end: false },
  { what: 'has a `next` now', bottom: BOTTOM, next: NEXT, end: false },
  { what: 'was never asked for before', bottom: null, end: false },
])('counted on, nothing was found below a page that $what', ({ bottom, next = null, end }) => {
  const store = opened();
  const body = page(items(5, 4), { count: 9, next });
  const { facts } = store.applyPage(message(body, { bottom, longest: 2, reached: 2 }));
  expect(facts).toMatchObject({ ok: true, end });
});

test('the rows of a page are told where `count` tells of more and no `next` does', () => {
  const store = opened();
  const membersOf = (more: object): unknown =>
    store.applyPage(message(page(items(5, 4), more))).facts.members;
  expect(membersOf({ count: 9 })).toEqual(ROWS);
  expect(membersOf({ count: 2 })).toBeNull();
  expect(membersOf({ count: 9, next: NEXT })).toBeNull();
});
