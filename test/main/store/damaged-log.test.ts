import { copyFileSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { StorageNotice } from '../../../src-main/core/store-port';
import { createOperations, HISTORY_FILE } from '../../../src-main/store/operations';
import { keyOf, opened, T0 } from './opened';
import { folder, ITEMS } from './damaged';

test('a log whose committed end is damaged or cut off: the loss is said, and all is read again', () => {
  const where = folder();
  const copy = folder();
  const first = opened(where);
  first.apply(ITEMS);
  first.addMarks([keyOf(3, 3)], 'b', T0);
  for (const end of ['', '-wal', '-shm'])
    copyFileSync(join(where, HISTORY_FILE + end), join(copy, HISTORY_FILE + end));
  first.close();
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
  const where = folder();
  const copy = folder();
  const first = opened(where);
  first.apply(ITEMS);
  first.addMarks([keyOf(3, 3)], 'b', T0);
  for (const end of ['', '-wal', '-shm'])
    copyFileSync(join(where, HISTORY_FILE + end), join(copy, HISTORY_FILE + end));
  first.close();
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
