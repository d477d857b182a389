import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createOperations, HISTORY_FILE } from '../../../../src-main/store/operations';
import { alter, BAD_INDEX, folder, watched, written } from '../damaged';
import { opened, T0 } from '../opened';

const items = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => ({
    id: to - i,
    second: to - i,
    type: 1,
    data: { note: 'x'.repeat(300) },
  }));

/** A closed history of 900 rows, of which the last 100 came last. */
function long(): string {
  const where = folder();
  const store = opened(where);
  store.apply(items(0, 800), { limit: 1000 });
  store.apply(items(700, 900), { limit: 1000, next: 'http://internal/?limit=1000&offset=1000' });
  store.close();
  return join(where, HISTORY_FILE);
}

const shownOf = ({ store }: ReturnType<typeof watched>): readonly number[] =>
  store.query({}, 0, 1000).rows.map(({ key }) => Number(key.id));

test('where time is up, what is taken over is what came last', () => {
  const file = long();
  alter(file, BAD_INDEX);
  // Each look at the clock is a second later: time for a few steps.
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 1000));
  onTestFinished(() => clock.mockRestore());
  const made = watched(join(file, '..'));
  clock.mockRestore();
  const shown = shownOf(made);
  expect(shown.length).toBeLessThan(900);
  expect(shown.slice(0, 100)).toEqual(Array.from({ length: 100 }, (_, i) => 900 - i));
  expect(made.store.syncState('a')).toMatchObject({ baselineSet: false, historyComplete: false });
});

/** Pages that hold rows, in the order of the rows. */
function leaves(file: string): readonly number[] {
  const raw = new DatabaseSync(file);
  const found = raw
    .prepare(`SELECT pageno FROM dbstat WHERE name = 'notification' AND pagetype = 'leaf' ORDER BY path`)
    .all() as { pageno: number }[];
  raw.close();
  return found.map(({ pageno }) => pageno);
}

test.for([
  { what: 'the last', of: (all: readonly number[]) => all.slice(-1) },
  { what: 'the first', of: (all: readonly number[]) => all.slice(0, 1) },
  { what: 'one in the middle', of: (all: readonly number[]) => all.slice(50, 51) },
  { what: 'three in a row', of: (all: readonly number[]) => all.slice(50, 53) },
  { what: 'the first and the last', of: (all: readonly number[]) => [all[0]!, all.at(-1)!] },
])('pages that cannot be read cost their own rows: $what', ({ of }) => {
  const file = long();
  const pages = of(leaves(file));
  expect(pages.length).toBeGreaterThan(0);
  const bytes = readFileSync(file);
  for (const page of pages) bytes.fill(0xff, (page - 1) * 4096, page * 4096);
  writeFileSync(file, bytes);
  alter(file, BAD_INDEX); // found damaged at its opening, whatever that reads
  const shown = shownOf(watched(join(file, '..')));
  expect(shown.length).toBeGreaterThan(900 - pages.length * 15);
  expect(shown.length).toBeLessThan(900);
});

test('a damaged history that another program holds is not taken for an empty one', () => {
  const where = folder();
  const file = written(where);
  writeFileSync(`${file}.damaged`, '');
  const holder = new DatabaseSync(file);
  holder.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  const store = createOperations(() => T0);
  expect(() => store.open(where)).toThrow(/locked/);
  expect(readdirSync(where).filter((name) => name.includes('.corrupt-'))).toEqual([]);
  holder.exec('ROLLBACK');
  holder.close();
  expect(store.open(where)).toEqual({ rebuilt: true });
  onTestFinished(() => store.close());
  expect(store.dueMarks('a', T0, 9)).toMatchObject([{ id: '3' }]);
});

test('an archive of a history made anew begins with a first look, if its account is added again', () => {
  const where = folder();
  const file = written(where);
  const first = watched(where).store;
  while (first.archive('a'));
  first.close();
  alter(file, BAD_INDEX);
  const { store, rebuilt } = watched(where);
  expect([rebuilt, store.query({}, 0, 1).total, store.syncState('a').baselineSet]).toEqual([true, 4, false]);
});
