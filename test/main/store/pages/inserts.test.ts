import { DatabaseSync } from '@photostructure/sqlite';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../../src-main/store/file/database';
import { HISTORY_FILE } from '../../../../src-main/store/operations';
import type { ReadRow } from '../../../../src-main/core/sync/read-page';
import { createInserts } from '../../../../src-main/store/pages/inserts';
import { folder } from '../damaged';
import { opened, T0, type Item } from '../opened';

const rowOf = (id: number): ReadRow => ({
  id: String(id),
  ts: id,
  type: 8,
  severity: 1,
  seen: id % 2 === 0,
  subject: 'agent:1',
  raw: `raw ${id}`,
});
const open = () => openDatabase(':memory:', T0).database;

test('rows of every kind, more than one statement holds: each is there once, as it was given', () => {
  const database = open();
  const inserts = createInserts(database, { account: `O'Hara`, foundBy: 'history', seq: 3, now: T0 });
  const kindOf = (id: number) => ({
    toast: id % 70 === 0 ? ('swallowed' as const) : id < 100 ? ('skip' as const) : ('pending' as const),
    marked: id === 150 ? 2 : 0,
  });
  const ids = Array.from({ length: 300 }, (_, n) => n + 1);
  for (const id of ids) inserts.add(kindOf(id).toast, kindOf(id).marked, rowOf(id), 2, id * 3);
  inserts.flush();
  inserts.flush();
  const wanted = {
    skip: ['history', 'skip'],
    pending: ['history', 'pending'],
    swallowed: ['mark-all', 'pending'],
  };
  expect(
    database.all(`SELECT account, id, ts, type, severity, level, subject, seen_server, known_seq, first_seen_at, hash, marked, raw,
     found_by, toast FROM notification ORDER BY id`),
  ).toEqual(
    ids.map((id) => ({
      account: `O'Hara`,
      id,
      ts: id,
      type: 8,
      severity: 1,
      level: 2,
      subject: 'agent:1',
      seen_server: id % 2 === 0 ? 1 : 0,
      known_seq: 3,
      first_seen_at: T0,
      hash: id * 3,
      marked: kindOf(id).marked,
      raw: `raw ${id}`,
      found_by: wanted[kindOf(id).toast][0],
      toast: wanted[kindOf(id).toast][1],
    })),
  );
});

test.for([1, 64, 100])(
  'an error at row %s of a transaction takes all of it back, and the next one is written',
  (at) => {
    const database = open();
    const write = (last: number): void =>
      database.transaction(() => {
        const inserts = createInserts(database, { account: 'a', foundBy: 'head', seq: 3, now: T0 });
        for (let id = 1; id < at; id += 1) inserts.add('skip', 0, rowOf(id), 2, 1);
        inserts.add('skip', 0, rowOf(last), 2, 1);
        inserts.add('skip', 0, rowOf(500), 2, 1);
        inserts.flush();
      });
    const rows = (): unknown => database.get('SELECT count(*) AS n FROM notification');
    expect(() => write(500)).toThrow(/UNIQUE/);
    expect(rows()).toEqual({ n: 0 });
    write(501);
    expect(rows()).toEqual({ n: at + 1 });
  },
);

test('a damaged row that is met between new ones: all of them are counted', () => {
  const where = folder();
  const items = (from: number, n: number): Item[] =>
    Array.from({ length: n }, (_, i) => ({ id: from - i, second: from - i }));
  const before = opened(where);
  before.apply(items(200, 200));
  before.close();
  const raw = new DatabaseSync(join(where, HISTORY_FILE));
  raw.exec('UPDATE notification SET hash = hash + 1 WHERE id = 75');
  raw.close();
  const store = opened(where);
  // So wide a page that each of its rows is looked up by itself.
  const wide = [...items(203, 3), ...items(75, 1), ...items(1, 1)];
  store.apply(wide, { next: 'http://internal/?limit=5&offset=5', walk: 'asked' });
  const { total } = store.query({}, 0, 1);
  expect(total).toBe(203);
  expect(store.summary().accounts['a']?.counts.total).toBe(203);
  store.close();
});
