import { copyFileSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { StorageNotice } from '../../../src-main/core/store-port';
import { createOperations, HISTORY_FILE } from '../../../src-main/store/operations';
import { keyOf, opened, T0 } from './opened';
import { folder, ITEMS } from './damaged';

/** A folder with a history as a kill leaves it: its log is not in the file yet. */
function killed(): string {
  const where = folder();
  const copy = folder();
  const first = opened(where);
  first.apply(ITEMS);
  first.addMarks([keyOf(3, 3)], 'b', T0);
  for (const end of ['', '-wal', '-shm'])
    copyFileSync(join(where, HISTORY_FILE + end), join(copy, HISTORY_FILE + end));
  first.close();
  return copy;
}

test('a log whose committed end is damaged or cut off: the loss is said, and all is read again', () => {
  const copy = killed();
  const wal = join(copy, `${HISTORY_FILE}-wal`);
  truncateSync(wal, readFileSync(wal).length - 4096 - 24);
  const notices: StorageNotice[] = [];
  const store = createOperations(
    () => T0,
    (notice) => void notices.push(notice),
  );
  expect(store.open(copy)).toEqual({ rebuilt: false });
  expect(notices).toEqual([{ kind: 'rebuilt', marksLost: true }]);
  expect(store.syncState('a')).toMatchObject({ baselineSet: false, historyComplete: false });
  store.close();
});

test('a process that was killed loses nothing, and nothing is said to be lost', () => {
  const copy = killed();
  const notices: StorageNotice[] = [];
  const store = createOperations(
    () => T0,
    (notice) => void notices.push(notice),
  );
  expect(store.open(copy)).toEqual({ rebuilt: false });
  expect(notices).toEqual([]);
  expect(store.dueMarks('a', T0, 9)).toHaveLength(1);
  store.close();
});
