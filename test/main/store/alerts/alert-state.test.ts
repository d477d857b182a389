import { DatabaseSync } from '@photostructure/sqlite';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HISTORY_FILE } from '../../../../src-main/store/operations';
import { folder } from '../damaged';
import { at, contextOf, opened, T0, toldBy } from '../opened';

const PAUSED = contextOf({}, { pausedUntil: T0 + 3_600_000 });
/** Two hours on: no pause, no hold-down runs any more. */
const LATER = contextOf({}, { now: T0 + 7_200_000 });
const polled = (now: number) => ({ account: 'a', server: now * 1000, at: now, complete: true });
const changed = (where: string, sql: string): void => {
  const raw = new DatabaseSync(join(where, HISTORY_FILE));
  raw.exec(sql);
  raw.close();
};

/** A failed task is held by a pause, an agent that is offline waits for its hold-down. */
function waiting() {
  const where = folder();
  const store = opened(where);
  store.apply([]);
  store.apply([{ id: 1, second: 1, type: 3, data: { task_id: 1 } }]);
  expect(store.decide('a', polled(T0), PAUSED).decisions).toEqual([]);
  store.apply([
    { id: 2, second: 2 },
    { id: 1, second: 1, type: 3, data: { task_id: 1 } },
  ]);
  expect(
    store.decide('a', polled(T0), contextOf({ holdDownSeconds: 600 }, { pausedUntil: T0 + 1 })).decisions,
  ).toEqual([]);
  store.close();
  return where;
}
const toldLater = (where: string): unknown[] => {
  const store = opened(where);
  expect(store.recover()).toBeUndefined();
  const { decisions } = store.decide('a', polled(LATER.now), LATER);
  store.close();
  return decisions.flatMap((one) => ('members' in one ? one.members : [])).map(({ id }) => id);
};

test.for([
  { what: 'is of another version', sql: 'UPDATE alert_state SET version = version + 1' },
  { what: 'was salvaged no more', sql: 'DELETE FROM alert_state' },
  { what: 'is no JSON', sql: `UPDATE alert_state SET json = replace(json, '{', '[')` },
  { what: 'has one other letter', sql: `UPDATE alert_state SET json = replace(json, '"brief"', '"brieg"')` },
  { what: 'is no text', sql: `UPDATE alert_state SET json = x'00'` },
  { what: 'is whole', sql: 'SELECT 1' },
])('what waited in a state that $what is told', ({ sql }) => {
  const where = waiting();
  changed(where, sql);
  expect(new Set(toldLater(where))).toEqual(new Set(['1', '2']));
});

test('where nothing waited, a state that cannot be read costs nothing, and stands until there is another', () => {
  const where = waiting();
  toldLater(where);
  changed(where, `UPDATE alert_state SET json = 'x'`);
  const store = opened(where);
  expect(toldBy(store, 'a', LATER)).toEqual([]);
  store.apply([{ id: 3, second: 7300, data: { test_agent_id: 3 } }], { above: at(2) });
  expect(toldBy(store, 'a', LATER)).toHaveLength(1);
  expect(toldBy(store, 'a', LATER)).toEqual([]);
  store.close();
});
