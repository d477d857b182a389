import { DatabaseSync } from '@photostructure/sqlite';
import fc from 'fast-check';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { matches, type Filter } from '../../../../src-shared/filter';
import { DAY_OF_ROW, dayOf } from '../../../../src-main/store/counts/days';
import { HISTORY_FILE } from '../../../../src-main/store/operations';
import { folder, watched } from '../damaged';
import { contextOf, opened, T0, type Item } from '../opened';

const HOUR = 3600;

/** Rows of some weeks, an hour apart, but for one day that has two hundred of one minute; every other is seen. */
const ITEMS: Item[] = Array.from({ length: 4000 }, (_, n): Item => {
  const second = n < 3000 ? -n * HOUR : -3000 * HOUR - (n % 200);
  return { id: n + 1, second, type: n % 6 === 0 ? 1 : 8, seen: n % 2 === 0, severity: n % 5 };
}).toSorted((a, b) => b.second - a.second || Number(b.id) - Number(a.id));

function written(where: string) {
  const store = opened(where);
  store.apply(ITEMS, { limit: 9999 });
  store.apply(
    ITEMS.map((item) => ({ ...item, seen: !item.seen })),
    { account: 'b', limit: 9999 },
  );
  const some = store.query({ seen: false }, 0, 4000).rows.filter((_, i) => i % 61 === 0);
  store.snooze(
    some.map(({ key }) => key),
    T0 + 60_000,
    contextOf(),
  );
  return store;
}

const FILTERS: Filter[] = [
  {},
  { order: 'oldest' },
  { seen: false },
  { seen: false, order: 'oldest' },
  { seen: true },
  { level: 'major' },
  { level: 'major', seen: false, account: 'b' },
  { account: 'a', order: 'oldest' },
  { account: 'b', seen: true, level: 'info' },
  { snoozed: false },
  { snoozed: false, seen: true },
];

test('a page in the midst of a long list is the one that stands there', () => {
  const store = written(':memory:');
  const all = store.query({}, 0, 9999).rows;
  expect(all).toHaveLength(8000);
  for (const filter of FILTERS) {
    const fitting = all.filter(
      (one) => matches(filter, one) && (filter.account === undefined || one.key.account === filter.account),
    );
    const wanted = filter.order === 'oldest' ? fitting.toReversed() : fitting;
    expect(wanted.length).toBeGreaterThan(1200);
    for (let offset = 0; offset < wanted.length; offset += 437) {
      const { rows, total } = store.query(filter, offset, 50);
      expect([filter, offset, total, rows.map(({ key }) => key)]).toEqual([
        filter,
        offset,
        wanted.length,
        wanted.slice(offset, offset + 50).map(({ key }) => key),
      ]);
    }
  }
  store.close();
});

test.for([
  'DELETE FROM day_count',
  'UPDATE day_count SET total = total + 1',
  `UPDATE day_count SET unseen = x''`,
])('days that were damaged are counted anew (%#)', (damage) => {
  const where = folder();
  const before = written(where);
  const wanted = before.query({ seen: false }, 1400, 20);
  before.close();
  const raw = new DatabaseSync(join(where, HISTORY_FILE));
  raw.enableDefensive(false);
  raw.exec(damage);
  raw.close();
  expect(watched(where).store.query({ seen: false }, 1400, 20)).toEqual(wanted);
  const after = new DatabaseSync(join(where, HISTORY_FILE), { readOnly: true });
  expect(after.prepare('SELECT sum(total) AS n, sum(unseen) AS unseen FROM day_count').get()).toEqual({
    n: 8000,
    unseen: 4000,
  });
  after.close();
});

test('the database has a stamp on the same day, before 1970 and at the borders, too', () => {
  const raw = new DatabaseSync(':memory:');
  const asked = raw.prepare(`SELECT ${DAY_OF_ROW} AS day FROM (SELECT ? + 0 AS ts)`);
  const day = fc.integer({ min: -104_000, max: 104_000 });
  fc.assert(
    fc.property(day, fc.constantFrom(-1, 0, 1, 86_399_999_999), (days, more) => {
      const ts = days * 86_400_000_000 + more;
      expect(asked.get(BigInt(ts))).toEqual({ day: dayOf(ts) });
      expect(dayOf(ts)).toBe(days + (more < 0 ? -1 : 0));
    }),
  );
  raw.close();
});
