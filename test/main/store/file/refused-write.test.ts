import { DatabaseSync } from '@photostructure/sqlite';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { HISTORY_FILE } from '../../../../src-main/store/operations';
import { folder } from '../damaged';
import { contextOf, opened, T0 } from '../opened';

/** While it stands, whatever writes to this table fails, as with a disk that is full in the middle. */
function refuse(where: string, table: string): () => void {
  const raw = new DatabaseSync(join(where, HISTORY_FILE));
  onTestFinished(() => raw.close());
  raw.exec(
    `CREATE TRIGGER refused BEFORE INSERT ON ${table} BEGIN SELECT raise(ABORT, 'database or disk is full'); END`,
  );
  return () => raw.exec('DROP TRIGGER refused');
}

test('decisions that could not be written are taken again, with what was seen meanwhile', () => {
  const where = folder();
  const store = opened(where);
  onTestFinished(() => store.close());
  const after = (seconds: number) => {
    const now = T0 + seconds * 1000;
    const context = contextOf({ holdDownSeconds: 60 }, { now });
    return store.decide('a', { account: 'a', server: now * 1000, at: now, complete: true }, context);
  };
  store.apply([]);
  store.apply([{ id: 1, second: 5 }]);
  expect(after(10).decisions).toEqual([]); // it waits for its hold-down
  store.apply([{ id: 1, second: 5, seen: true }]);
  const again = refuse(where, 'alert_state');
  expect(() => after(20)).toThrow(/full/);
  again();
  expect(after(120).decisions).toEqual([]);
  expect(store.item({ account: 'a', id: '1', ts: (T0 + 5000) * 1000 })?.verdicts.at(-1)?.step).toBe(
    'seen-elsewhere',
  );
});

test.for([
  { table: 'notification', kept: 0 },
  { table: 'tally', kept: 0 },
  { table: 'verdict', kept: 2 },
  { table: 'alert_state', kept: 2 },
])(
  'a poll that the disk refuses at $table: $kept rows are kept, nothing is told; then both, once',
  ({ table, kept }) => {
    const where = folder();
    const store = opened(where);
    onTestFinished(() => store.close());
    store.apply([]);
    const items = [2, 1].map((id) => ({ id, second: id, type: 3, data: { task_id: id } }));
    const poll = () => {
      store.apply(items);
      return store.decide('a', { account: 'a', server: T0 * 1000, at: T0, complete: true }, contextOf())
        .decisions;
    };
    const again = refuse(where, table);
    expect(poll).toThrow(/full/);
    again();
    expect(store.query({}, 0, 9).total).toBe(kept);
    expect(store.summary().accounts['a']?.counts.unseen ?? 0).toBe(kept);
    expect(poll()).toHaveLength(2);
    expect(poll()).toEqual([]);
  },
);
