import { cpSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, ITEMS, watched } from '../damaged';
import { message, page } from '../opened';

const five = page([{ id: 5, second: 5 }, ...ITEMS]);

test('a disk that was taken away and is back: what is written goes to the file that stands there now', () => {
  const where = join(folder(), 'profile');
  const { store, notices } = watched(where);
  store.applyPage(message(page(ITEMS)));
  // The folder of another moment is mounted in its place: what is open is the one of before.
  cpSync(where, `${where}-back`, { recursive: true });
  renameSync(where, `${where}-gone`);
  store.probe();
  expect(notices).toEqual([]);
  renameSync(`${where}-back`, where);
  store.probe();
  expect(notices).toContainEqual({ kind: 'repaired', accounts: ['a'] });
  expect(store.query({}, 0, 9).total).toBe(4);
  store.applyPage(message(five));
  const other = watched(join(where));
  expect(other.store.query({}, 0, 9).total).toBe(5);
});

test('a file that stands where it stood is not opened anew', () => {
  const where = folder();
  const { store, notices } = watched(where);
  store.applyPage(message(page(ITEMS)));
  store.probe();
  expect([notices, store.query({}, 0, 9).total]).toEqual([[], 4]);
});
