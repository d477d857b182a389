import { DatabaseSync } from '@photostructure/sqlite';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { StorageNotice } from '../../../../src-main/core/store-port';
import { createOperations, HISTORY_FILE } from '../../../../src-main/store/operations';
import { rowHash } from '../../../../src-main/store/file/row-hash';
import { MIGRATIONS } from '../../../../src-main/store/file/schema';
import { folder } from '../damaged';
import { T0 } from '../opened';

test('a history of the first version is brought forward with all of its rows and marks', () => {
  const where = folder();
  const raw = new DatabaseSync(join(where, HISTORY_FILE));
  raw.exec(`${MIGRATIONS[0]!}; PRAGMA user_version = 1`);
  raw.exec(
    `INSERT INTO notification VALUES ('a', 9223372036854775807, ${T0 * 1000}, 8, 1, 2, 'agent:1', 0, 1, 1, 1, 1, 'head', 'shown',
     '{"id":9223372036854775807,"type":8,"seen":false,"severity":1,"timestamp":"${new Date(T0).toISOString()}","additional_data":{"test_agent_id":1}}');
     INSERT INTO tally VALUES ('a', 2, 0, 1, 1, 1);
     INSERT INTO outbox VALUES ('a', 9223372036854775807, ${T0 * 1000}, 'b', 0, 0, 0)`,
  );
  raw.close();
  const notices: StorageNotice[] = [];
  const store = createOperations(
    () => T0,
    (notice) => void notices.push(notice),
  );
  store.open(where);
  expect(store.query({}, 0, 9)).toMatchObject({
    total: 1,
    rows: [{ key: { id: '9223372036854775807' }, mark: 'waiting', seen: true }],
  });
  expect(store.dueMarks('a', T0, 9)).toHaveLength(1);
  expect(store.countSeverities('a', 9)).toEqual([{ severity: 1, count: 1 }]);
  expect(notices).toEqual([]);
  store.close();
});

test('outages of a history of any older version are found again', () => {
  for (let version = 2; version < MIGRATIONS.length; version += 1) {
    const where = folder();
    const raw = new DatabaseSync(join(where, HISTORY_FILE));
    raw.function('row_hash', { varargs: true }, () => 0);
    raw.exec(`${MIGRATIONS.slice(0, version).join(';')}; PRAGMA user_version = ${version}`);
    const row = (second: number, type: number): void => {
      const ts = (T0 + second * 1000) * 1000;
      const text = JSON.stringify({
        id: second,
        type,
        seen: true,
        severity: 1,
        timestamp: new Date(T0 + second * 1000).toISOString(),
        additional_data: { test_agent_id: 1 },
      });
      const hash = rowHash({
        account: 'a',
        id: String(second),
        ts,
        type,
        severity: 1,
        subject: 'agent:1',
        raw: text,
      });
      raw.exec(
        `INSERT INTO notification (account, id, ts, type, severity, level, subject, seen_server, known_seq, first_seen_at, found_by, toast, hash, raw)
         VALUES ('a', ${second}, ${ts}, ${type}, 1, 0, 'agent:1', 1, 1, 1, 'head', 'skip', ${hash}, '${text}')`,
      );
    };
    row(1, 8);
    row(9, 7);
    raw.close();
    const store = createOperations(() => T0);
    store.open(where);
    expect([version, store.query({}, 0, 9).rows.map(({ outageFrom }) => outageFrom)]).toEqual([
      version,
      [(T0 + 1000) * 1000, null],
    ]);
    store.close();
  }
});
