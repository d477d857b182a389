import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HISTORY_FILE } from '../../../../src-main/store/operations';
import { folder } from '../damaged';
import { at, message, NEXT, opened, page, type Item } from '../opened';

const MB = 1024 * 1024;
const ROWS = 500;
/** Half a megabyte a page, and more: each overlaps the one above by a row. */
const below = (second: number): Item[] =>
  Array.from({ length: ROWS + 1 }, (_, i) => ({
    id: second + 1 - i,
    second: second + 1 - i,
    seen: true,
    data: { test_agent_id: 1, text: 'long '.repeat(400) },
  }));

test('the log grows while a long history is read, and is copied and cut once the reading rests', () => {
  const where = folder();
  const store = opened(where);
  const log = (): number => statSync(join(where, `${HISTORY_FILE}-wal`)).size;
  const newest = 20_000;
  store.apply([{ id: newest, second: newest, seen: true }], { limit: 1, next: NEXT });
  let cursor = at(newest);
  let longest = 0;
  for (let second = newest - 1; second > newest - 10 * ROWS; second -= ROWS) {
    const body = page(below(second), { next: NEXT, count: 99_999 });
    const read = message(body, {
      walk: 'history',
      offset: newest - second,
      limit: ROWS + 1,
      above: cursor + 1,
    });
    cursor = store.applyHistory([read], cursor).cursor;
    longest = Math.max(longest, log());
  }
  expect(store.summary().accounts['a']?.counts.total).toBe(10 * ROWS + 1);
  expect(longest).toBeGreaterThan(8 * MB);
  while (store.indexSome(1000) > 0);
  expect(log()).toBeLessThan(6 * MB);
  store.close();
});
