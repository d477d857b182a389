import { DatabaseSync } from '@photostructure/sqlite';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { StorageNotice } from '../../../../src-main/core/store-port';
import { openDatabase } from '../../../../src-main/store/file/database';
import { createOperations, HISTORY_FILE } from '../../../../src-main/store/operations';
import { rowHash } from '../../../../src-main/store/file/row-hash';
import { rowHashBefore } from '../../../../src-main/store/file/row-hash-before';
import { MIGRATIONS } from '../../../../src-main/store/file/schema';
import { flip, folder } from '../damaged';
import { T0 } from '../opened';

/** From the next on a row's hash is another. */
const LAST_WITH_HASH_BEFORE = 11;

/** An empty history as that version made it. */
function make(raw: InstanceType<typeof DatabaseSync>, version: number): void {
  for (const name of ['row_hash', 'row_hash_before']) raw.function(name, { varargs: true }, () => 0);
  raw.exec(`BEGIN; ${MIGRATIONS.slice(0, version).join(';')}; PRAGMA user_version = ${version}; COMMIT`);
}

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
    make(raw, version);
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
      const id = String(second);
      const hash = rowHashBefore('a', { id, ts, type, severity: 1, subject: 'agent:1', raw: text });
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

test('a row gets the hash of today, and one that was damaged before, in its text or its flags, stays so', () => {
  const where = folder();
  const file = join(where, HISTORY_FILE);
  const raw = new DatabaseSync(file);
  make(raw, LAST_WITH_HASH_BEFORE);
  const rowOf = (second: number) => ({
    id: String(second),
    ts: (T0 + second * 1000) * 1000,
    type: 8,
    severity: 1,
    subject: 'agent:1',
    raw: `{"id":${second}}`,
  });
  const put = (second: number, hash: number, seen = 1): void => {
    const { id, ts, raw: text } = rowOf(second);
    raw.exec(
      `INSERT INTO notification (account, id, ts, type, severity, level, subject, seen_server, known_seq, first_seen_at, found_by, toast, hash, raw)
       VALUES ('a', ${id}, ${ts}, 8, 1, 0, 'agent:1', ${seen}, 1, 1, 'head', 'skip', ${hash}, '${text}')`,
    );
  };
  put(1, rowHashBefore('a', rowOf(1)));
  put(2, rowHashBefore('a', rowOf(2)) ^ 1);
  put(3, rowHashBefore('a', rowOf(3)), 0);
  raw.close();
  flip(file, '\b\b\t', '\t\b\t'); // in a record's head: seen_server 0, marked 0, live 1
  const { database } = openDatabase(file, T0);
  expect(database.all('SELECT id, hash FROM notification ORDER BY ts')).toEqual([
    { id: 1, hash: rowHash('a', rowOf(1)) },
    { id: 2, hash: -1 },
    { id: 3, hash: -1 },
  ]);
  database.close();
});
