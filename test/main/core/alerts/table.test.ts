import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEmpty, openTable } from '../../../../src-main/core/alerts/table';

const key = fc.integer({ min: 0, max: 60 }).map(String);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('set' as const), key, value: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), key }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('fork' as const, 'json' as const) }) },
);

test('a table is a map in which what was set last stands last, and a fork leaves it as it was', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      let plain = new Map<string, number>();
      let table = openTable<number>([]);
      const before: { readonly table: typeof table; readonly entries: readonly unknown[] }[] = [];
      for (const one of steps) {
        if (one.do === 'set') {
          plain.delete(one.key);
          plain.set(one.key, one.value);
          table.set(one.key, one.value);
        } else if (one.do === 'delete') expect(table.delete(one.key)).toBe(plain.delete(one.key));
        else {
          before.push({ table, entries: [...plain] });
          plain = new Map(plain);
          table = openTable(
            one.do === 'fork' ? table : (JSON.parse(JSON.stringify(table)) as [string, number][]),
          );
        }
      }
      const visited: (readonly [string, number])[] = [];
      table.each((value, of) => visited.push([of, value]));
      for (const all of [[...table], visited, table.toJSON()]) expect(all).toEqual([...plain]);
      expect([table.keys(), table.values()]).toEqual([[...plain.keys()], [...plain.values()]]);
      expect([table.size(), isEmpty(table)]).toEqual([plain.size, plain.size === 0]);
      for (let n = 0; n <= 60; n += 1) expect(table.get(String(n))).toBe(plain.get(String(n)));
      for (const { table: earlier, entries } of before) expect([...earlier]).toEqual(entries);
    }),
    { numRuns: 300 },
  );
});

test('a table that is written on after it was forked keeps the fork as it is', () => {
  const table = openTable<number>(Array.from({ length: 50 }, (_, n) => [String(n), n] as const));
  for (let n = 0; n < 40; n += 1) table.set(String(n), -n);
  const fork = openTable(table);
  const entries = [...fork];
  table.set('3', 7);
  table.delete('4');
  expect([...fork]).toEqual(entries);
  fork.set('5', 8);
  expect([table.get('5'), fork.get('5')]).toEqual([-5, 8]);
});
