import { DatabaseSync } from '@photostructure/sqlite';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../../src-main/store/file/database';
import { HISTORY_FILE } from '../../../../src-main/store/operations';
import { createInserts, type NewRow } from '../../../../src-main/store/pages/inserts';
import { folder } from '../damaged';
import { opened, T0, type Item } from '../opened';

const open = () => openDatabase(':memory:', T0).database;
const valuesOf = (id: number): [id: number, ...(number | string)[]] => [
  id,
  id,
  8,
  1,
  2,
  'agent:1',
  0,
  1,
  T0,
  id * 3,
  0,
  `raw ${id}`,
];

test('rows of every kind, more than one statement holds: each is there once, as it was given', () => {
  const database = open();
  const inserts = createInserts(database, `O'Hara`, 'history');
  const kindOf = (id: number): NewRow => (id % 70 === 0 ? 'swallowed' : id < 100 ? 'skip' : 'pending');
  const ids = Array.from({ length: 300 }, (_, n) => n + 1);
  for (const id of ids) inserts.add(kindOf(id), ...valuesOf(id));
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
      seen_server: 0,
      known_seq: 1,
      first_seen_at: T0,
      hash: id * 3,
      marked: 0,
      raw: `raw ${id}`,
      found_by: wanted[kindOf(id)][0],
      toast: wanted[kindOf(id)][1],
    })),
  );
});

test.for([1, 64, 100])(
  'an error at row %s of a transaction takes all of it back, and the next one is written',
  (at) => {
    const database = open();
    const write = (last: number): void =>
      database.transaction(() => {
        const inserts = createInserts(database, 'a', 'head');
        for (let id = 1; id < at; id += 1) inserts.add('skip', ...valuesOf(id));
        inserts.add('skip', ...valuesOf(last));
        inserts.add('skip', ...valuesOf(500));
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
