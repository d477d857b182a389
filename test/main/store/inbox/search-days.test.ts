import { expect, test } from 'vitest';
import { spanOf } from '../../../../src-shared/days';
import type { Filter } from '../../../../src-shared/filter';
import { searchTerms } from '../../../../src-shared/search';
import { openDatabase, type Database } from '../../../../src-main/store/file/database';
import { applyPage } from '../../../../src-main/store/pages/pages';
import { indexSome } from '../../../../src-main/store/inbox/search-index';
import { createSearch } from '../../../../src-main/store/inbox/search';
import { message, page, T0, type Item } from '../opened';

const HOUR = 3600;
/** One an hour, thirty days back, every tenth unseen. */
const items: Item[] = Array.from({ length: 720 }, (_, i) => ({
  id: 720 - i,
  second: -i * HOUR,
  seen: i % 10 !== 0,
  type: i % 3 === 0 ? 3 : 1,
  data: { task_id: i % 7, note: i % 2 === 0 ? 'even' : 'odd' },
}));
const LAST_TUESDAY = { since: '2026-11-17', until: '2026-11-17' };

/** A history, and what was asked of it, each with how SQLite goes about it. */
function asked(act: (search: ReturnType<typeof createSearch>) => unknown) {
  const { database } = openDatabase(':memory:', T0);
  applyPage(database, message(page(items), { limit: 1000 }));
  while (indexSome(database, 1000) > 0);
  const plans: string[] = [];
  const planned =
    <Of extends 'all' | 'get'>(how: Of) =>
    (sql: string, ...values: readonly never[]) => {
      const plan = database.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values);
      if (/notification|MATCH/.test(sql)) plans.push(plan.map(({ detail }) => detail).join('; '));
      return database[how](sql, ...values);
    };
  const watched = { ...database, all: planned('all'), get: planned('get') } as Database;
  let rows = 0;
  const search = createSearch(watched, (where, ...values) => {
    const found = watched.all<never>(`SELECT rowid, * FROM notification ${where}`, ...values);
    rows += found.length;
    return found;
  });
  act(search);
  return { plans: [...new Set(plans)], rows };
}

test.for<{ filter: Filter; text?: string; plan: RegExp }>([
  { filter: LAST_TUESDAY, plan: /by_time \(ts>\? AND ts<\?\)/ },
  { filter: { ...LAST_TUESDAY, order: 'oldest' }, plan: /by_time \(ts>\? AND ts<\?\)/ },
  { filter: { ...LAST_TUESDAY, level: 'major' }, plan: /by_time \(ts>\? AND ts<\?\)/ },
  { filter: { ...LAST_TUESDAY, seen: false }, plan: /by_unseen \(ts>\? AND ts<\?\)/ },
  { filter: { until: '2026-10-26' }, plan: /by_time \(ts<\?\)/ },
  { filter: { ...LAST_TUESDAY, types: [3] }, plan: /search VIRTUAL TABLE INDEX .*[<>]/ },
  { filter: LAST_TUESDAY, text: 'even', plan: /search VIRTUAL TABLE INDEX .*[<>]/ },
])('$filter $text: only those days are looked at', ({ filter, text, plan }) => {
  let rows = 0;
  const told = asked((search) => {
    const found = search.find(filter, searchTerms(text), 0, 100);
    const { from = -Infinity, before = Infinity } = spanOf(filter);
    const wanted = items.filter(({ second, seen, type, data }) => {
      const ts = (T0 + second * 1000) * 1000;
      if (ts < from || ts >= before || (filter.seen === false && seen)) return false;
      if ((filter.types ?? filter.level) && type !== 3) return false;
      return text === undefined || (data as { note: string }).note === text;
    });
    expect(wanted).not.toEqual([]);
    rows = wanted.length;
    expect(found).toMatchObject({ total: rows });
    expect(found.partial).toBeUndefined();
  });
  expect(told.rows).toBe(rows);
  expect(told.plans.filter((one) => plan.test(one))).not.toEqual([]);
  expect(told.plans.filter((one) => /SCAN notification|TEMP B-TREE/.test(one))).toEqual([]);
});
