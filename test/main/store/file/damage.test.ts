import { DatabaseSync } from '@photostructure/sqlite';
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { StorageNotice } from '../../../../src-main/core/store-port';
import { searchTerms } from '../../../../src-shared/search';
import { createOperations, HISTORY_FILE } from '../../../../src-main/store/operations';
import { message, opened, page, T0, toldBy } from '../opened';
import { folder, damaged, flip, ITEMS, watched } from '../damaged';

test.for([
  { what: 'the text', damage: (file: string) => flip(file, '"test_agent_id":2', '"test_agent_id":7') },
  { what: 'the hash', damage: 'UPDATE notification SET hash = 1 WHERE id = 2' },
  { what: 'the stamp', damage: 'UPDATE notification SET ts = ts + 1 WHERE id = 2' },
])('a row of which $what is damaged is not shown, not counted, and read again', ({ damage }) => {
  const { store, shown, notices } = damaged(damage);
  expect(shown()).toEqual(['4 agent:4', "3' agent:3", '1 agent:1']);
  expect(notices).toEqual([{ kind: 'repaired', accounts: ['a'] }]);
  expect(store.summary().accounts['a']?.counts).toMatchObject({ total: 3, unseen: 2 });
  expect(store.syncState('a')).toMatchObject({ historyComplete: false, cursor: null });
  store.applyPage(message(page(ITEMS)));
  expect(shown()).toEqual(['4 agent:4', "3' agent:3", '2 agent:2', '1 agent:1']);
  expect(toldBy(store)).toEqual([]);
});

test('columns that disagree with the server’s text are made of it anew', () => {
  const { shown, notices, store } = damaged(
    `UPDATE notification SET subject = 'agent:77', type = 3 WHERE id = 2`,
  );
  expect(shown()).toEqual(['4 agent:4', "3' agent:3", '2 agent:2', '1 agent:1']);
  expect(notices).toEqual([{ kind: 'repaired', accounts: [] }]);
  expect(store.query({ types: [8] }, 0, 9).total).toBe(4);
});

test.for(["subject = x'6162'", "severity = x''", 'severity = 0.25', 'type = 8.5', "subject = x''"])(
  'a value of another kind is noticed: %s',
  (damage) => {
    const where = folder();
    const before = opened(where);
    before.apply([{ id: 1, second: 1, severity: 0 }]);
    before.close();
    const raw = new DatabaseSync(join(where, HISTORY_FILE));
    raw.exec(`UPDATE notification SET ${damage}`);
    raw.close();
    const { store, notices } = watched(where);
    expect(store.query({}, 0, 9).rows).toMatchObject([{ subject: 'agent:1', severity: 0, type: 8 }]);
    expect(notices).toEqual([{ kind: 'repaired', accounts: [] }]);
  },
);

test('a row that was damaged when its words were indexed is found once it is mended', () => {
  const { store } = damaged(`UPDATE notification SET subject = 'agent:99', type = 3 WHERE id = 2`);
  while (store.indexSome(100) > 0);
  expect(store.query({}, 0, 9).total).toBe(4); // looked at, and mended
  const terms = searchTerms('agent:2');
  const ids = () => store.query({ text: 'agent:2' }, 0, 9, terms).rows.map(({ key }) => key.id);
  expect(ids()).toEqual(['2']);
  while (store.indexSome(100) > 0);
  expect(ids()).toEqual(['2']);
});

test('the server’s page mends a damaged row that nobody has looked at', () => {
  const { store, shown } = damaged(`UPDATE notification SET severity = 4, level = 0 WHERE id = 2`);
  store.applyPage(message(page(ITEMS)));
  expect(store.summary().accounts['a']?.counts).toMatchObject({ total: 4, unseen: 3, byLevel: { major: 3 } });
  expect(shown()).toHaveLength(4);
});

test('flipped flags hide nothing: unseen until the server says', () => {
  // In a record's head 8 is the number 0 and 9 the number 1: seen_server, marked, live of each unseen row.
  const { store, shown } = damaged((file) => flip(file, '\b\b\t', '\t\b\t'));
  store.applyPage(message(page(ITEMS)));
  expect(shown()).toEqual(['4 agent:4', "3' agent:3", '2 agent:2', '1 agent:1']);
  expect(store.summary().accounts['a']?.counts.unseen).toBe(3);
});

test.for([
  { when: 'before its meaning is told', first: true },
  { when: 'after', first: false },
])('a damaged row gets the level that its severity means to the user, read $when', ({ first }) => {
  const { store } = damaged('UPDATE notification SET type = 3 WHERE id = 2');
  if (first) store.query({}, 0, 9);
  store.relevel({ 1: 'critical' });
  expect(store.query({}, 0, 9).rows.map(({ level }) => level)).toEqual(Array(4).fill('critical'));
  expect(store.summary().accounts['a']?.counts.byLevel.critical).toBe(3);
});

test('a page that mends a damaged row gives it the level that its severity means', () => {
  const { store } = damaged('UPDATE notification SET type = 3 WHERE id = 2');
  store.relevel({ 1: 'critical' });
  store.applyPage(message(page(ITEMS), { levels: { 1: 'critical' } }));
  expect(store.summary().accounts['a']?.counts).toMatchObject({ total: 4, byLevel: { critical: 3 } });
});

test('another meaning of a severity makes no truth of a damaged flag', () => {
  // In a record's head 8 is the number 0 and 9 the number 1: seen_server, marked, live of each unseen row.
  const { store, shown } = damaged((file) => flip(file, '\b\b\t', '\t\b\t'));
  store.relevel({ 1: 'critical' });
  expect(shown()).toEqual(['4 agent:4', "3' agent:3", '2 agent:2', '1 agent:1']);
});

// One flipped bit in a record's head makes an empty blob of a 0 (serial types 8 and 12), which any sum still takes for 0.
test.for(['seen_server', 'marked', 'level'])(
  '%s that is no number any more: mended, not guessed at',
  (column) => {
    const { store, shown } = damaged(`UPDATE notification SET ${column} = x'' WHERE id = 2`);
    expect(shown()).toEqual(['4 agent:4', "3' agent:3", '2 agent:2', '1 agent:1']);
    expect(store.query({}, 0, 9).rows.map(({ level }) => level)).toEqual(Array(4).fill('major'));
    expect(store.summary().accounts['a']?.counts).toMatchObject({ unseen: 3, byLevel: { major: 3 } });
  },
);

test.for(['parked', 'tries'])('a mark of which %s is no number any more: its loss is said', (column) => {
  const { notices } = damaged(`UPDATE outbox SET ${column} = x''`);
  expect(notices).toContainEqual({ kind: 'rebuilt', marksLost: true });
});

test('a count that is no number any more is counted anew', () => {
  const { store } = damaged(`UPDATE tally SET unseen = x''`);
  expect(store.summary().accounts['a']?.counts).toMatchObject({ total: 4, unseen: 3 });
});

test.for(['DELETE FROM tally', 'DELETE FROM severity_count', 'UPDATE severity_count SET total = total + 1'])(
  'counts that were damaged are counted anew (%#)',
  (damage) => {
    const { store } = damaged(damage);
    expect(store.countSeverities('a', 9)).toEqual([{ severity: 1, count: 4 }]);
    expect(store.query({}, 0, 9).rows).toHaveLength(4);
    expect(store.summary().accounts['a']?.counts).toMatchObject({ total: 4, unseen: 3 });
  },
);

test.for([
  {
    what: 'an index without its entries',
    damage: `PRAGMA writable_schema = ON; UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'verdict_of') WHERE name = 'by_time'`,
  },
  { what: 'cut in half', damage: (file: string) => truncateSync(file, 8 * 4096) },
])('$what: set aside, made anew, the mark kept', ({ damage }) => {
  const { store, notices, rebuilt, where } = damaged(damage);
  expect(rebuilt).toBe(true);
  expect(notices[0]?.kind).toBe('rebuilt');
  expect(readdirSync(where).filter((name) => name.includes('.corrupt-'))).not.toEqual([]);
  store.applyPage(message(page(ITEMS)));
  expect(store.query({}, 0, 9).total).toBe(4);
  const kept = store.dueMarks('a', T0, 9).length === 1;
  expect(kept || notices.some((one) => one.kind === 'rebuilt' && one.marksLost)).toBe(true);
  expect(toldBy(store)).toEqual([]);
});

test('rows, marks and what was alerted are taken over of a file whose index is damaged', () => {
  const { store, shown, notices } = damaged(
    `PRAGMA writable_schema = ON; UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'verdict_of') WHERE name = 'by_time'`,
  );
  expect(shown()).toEqual(['4 agent:4', "3' agent:3", '2 agent:2', '1 agent:1']);
  expect(store.dueMarks('a', T0, 9)).toMatchObject([{ id: '3' }]);
  expect(notices).toEqual([{ kind: 'rebuilt', marksLost: false }]);
  expect(store.query({}, 0, 9).rows.map(({ mark }) => mark)).toEqual([null, 'waiting', null, null]);
});

test('damage that is met while the file is open: set aside, made anew, and on it goes', () => {
  const where = folder();
  const notices: StorageNotice[] = [];
  const store = createOperations(
    () => T0,
    (notice) => void notices.push(notice),
  );
  store.open(where);
  // More than the cache holds: what was read is not read from the disk again.
  const data = { note: 'x'.repeat(8000) };
  const many = Array.from({ length: 900 }, (_, i) => ({ id: 900 - i, second: 900 - i, data }));
  store.applyPage(message(page(many)));
  store.close();
  store.open(where);
  const file = join(where, HISTORY_FILE);
  const bytes = readFileSync(file);
  for (let at = 20 * 4096; at < bytes.length; at += 4096) bytes.fill(0xff, at, at + 4096);
  writeFileSync(file, bytes);
  const { rows, total } = store.query({}, 0, 1000);
  expect(rows).toHaveLength(total);
  expect(total).toBeLessThan(900);
  expect(notices.map(({ kind }) => kind)).toContain('rebuilt');
  store.applyPage(message(page(many)));
  expect(store.query({}, 0, 1000).total).toBe(900);
  store.close();
});

test('a larger file is looked through when there is time: an index that lies is noticed', () => {
  const where = folder();
  const first = createOperations(() => T0);
  first.open(where);
  const data = { note: 'x'.repeat(8000) };
  const many = Array.from({ length: 900 }, (_, i) => ({ id: 900 - i, second: 900 - i, data }));
  first.applyPage(message(page(many)));
  first.close();
  const raw = new DatabaseSync(join(where, HISTORY_FILE));
  raw.enableDefensive(false);
  raw.exec(
    `PRAGMA writable_schema = ON; UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'by_unseen') WHERE name = 'by_time'; DELETE FROM sqlite_master WHERE name = 'by_unseen'`,
  );
  raw.close();
  const notices: StorageNotice[] = [];
  const store = createOperations(
    () => T0,
    (notice) => void notices.push(notice),
  );
  expect(store.open(where)).toEqual({ rebuilt: false });
  while (store.indexSome(200) > 0);
  expect(notices).toMatchObject([{ kind: 'rebuilt' }]);
  expect(store.query({}, 0, 1).total).toBe(900);
  store.close();
});

test('a history that could not be made anew is tried again', () => {
  const where = folder();
  const store = createOperations(() => T0);
  store.open(where);
  store.close();
  expect(() => store.probe()).toThrow(/not open/);
  store.open(where);
  expect(() => store.probe()).not.toThrow();
  store.close();
});

test('at most three damaged files are kept, the newest', () => {
  const where = folder();
  const file = join(where, HISTORY_FILE);
  for (let time = 1; time <= 5; time += 1) {
    writeFileSync(file, 'no database'.repeat(500));
    writeFileSync(`${file}-wal`, `log ${time}`);
    const store = createOperations(() => T0 + time);
    store.open(where);
    store.close();
  }
  const kept = readdirSync(where).filter((name) => name.includes('.corrupt-'));
  expect(kept.filter((name) => !/-(wal|shm)$/.test(name)).toSorted()).toEqual(
    [3, 4, 5].map((time) => `${HISTORY_FILE}.corrupt-${T0 + time}`),
  );
  expect(kept.every((name) => existsSync(join(where, name)))).toBe(true);
});
