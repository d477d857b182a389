import { expect, test } from 'vitest';
import type { PageMessage } from '../../../../src-main/core/store-port';
import { opened, type Item } from '../opened';

/** Looks at one page after the other, as the walks of one account do; what was missed is kept in between. */
function watched(n: number) {
  const store = opened();
  const all = Array.from({ length: n }, (_, i) => ({ id: n - i, second: n - i }));
  store.apply(all);
  const since = new Map<string, number>();
  return {
    all,
    /** Rows of which it is remembered when they were first missed. */
    doubted: (): number => since.size,
    live: (): number => store.summary().accounts['a']!.live,
    look(at: number, rows: Item[], more: Partial<PageMessage> & { next?: string; before?: number } = {}) {
      const { before = 0, ...rest } = more;
      const { missed } = store.apply(rows, { missed: { since, before, at }, ...rest });
      for (const row of missed.back) since.delete(row);
      for (const row of missed.doubted) if (!since.has(row)) since.set(row, at);
    },
  };
}

test('over 50 missing are believed only when they are still missing a minute later', () => {
  const { all, live, look, doubted } = watched(300);
  const few = all.filter((_, i) => i < 10 || i >= 61);
  look(0, few);
  look(59_999, few);
  expect(live()).toBe(300);
  expect(doubted()).toBe(51);
  look(60_000, few);
  expect([live(), doubted()]).toEqual([249, 0]);
  look(61_000, all);
  expect(live()).toBe(300);
  look(62_000, few); // the wait begins anew
  expect(live()).toBe(300);
  look(63_000, all);
  look(130_000, few);
  expect(live()).toBe(300);
});

test.for([
  { what: '50 of 300', n: 300, gone: 50, live: 250 },
  { what: '51 of 300', n: 300, gone: 51, live: 300 },
  { what: '4 of 20', n: 20, gone: 4, live: 16 },
  { what: '5 of 20', n: 20, gone: 5, live: 20 },
  { what: '30 of 300 after 20 on pages before', n: 300, gone: 30, before: 20, live: 270 },
  { what: '30 of 300 after 21 on pages before', n: 300, gone: 30, before: 21, live: 300 },
])('$what missing at the new end: $live are left at once', ({ n, gone, before = 0, live }) => {
  const tested = watched(n);
  tested.look(
    0,
    tested.all.filter((_, i) => i < 1 || i > gone),
    { before },
  );
  expect(tested.live()).toBe(live);
});

test('the oldest of a list may go by the thousand; a list that is empty at once is doubted', () => {
  const { all, live, look } = watched(300);
  look(0, all.slice(0, 20));
  expect(live()).toBe(20);
  look(1000, []);
  expect(live()).toBe(20);
  look(61_000, []);
  expect(live()).toBe(0);
});
