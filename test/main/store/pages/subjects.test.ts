import { expect, test } from 'vitest';
import { openDatabase } from '../../../../src-main/store/file/database';
import { createInserts } from '../../../../src-main/store/pages/inserts';
import { knownRows } from '../../../../src-main/store/pages/known-rows';
import { rowHash } from '../../../../src-main/store/file/row-hash';
import { createTally } from '../../../../src-main/store/counts/tally';
import { createSubjects } from '../../../../src-main/store/pages/subjects';
import { NEXT, opened } from '../opened';

const ON = 7;
const OFF = 8;
const open = () => openDatabase(':memory:', 0).database;

/** What is kept of agent 4 after these transactions, each a list of [state, stamp, id], the id the stamp unless given. */
function kept(...transactions: readonly (readonly (readonly [number, number, string?])[])[]) {
  const database = open();
  for (const changes of transactions) {
    const subjects = createSubjects(database, 'a');
    for (const [type, ts, id = String(ts)] of changes) subjects.met('agent:4', { type, ts, id });
    subjects.save();
  }
  return database.get('SELECT state, since, last_change FROM subject');
}

test.for([
  {
    why: 'newest first: the newest run of one state counts',
    given: [
      [
        [OFF, 5],
        [OFF, 4],
        [ON, 3],
      ],
    ],
    state: OFF,
    since: 4,
    last: 5,
  },
  {
    why: 'the same state goes on since before',
    given: [[[OFF, 1]], [[OFF, 5]]],
    state: OFF,
    since: 1,
    last: 5,
  },
  {
    why: 'but not across a change within the page',
    given: [
      [[OFF, 1]],
      [
        [OFF, 5],
        [ON, 3],
      ],
    ],
    state: OFF,
    since: 5,
    last: 5,
  },
  {
    why: 'of one stamp the higher id is the later, by number and not by letters',
    given: [
      [
        [ON, 5, '10'],
        [OFF, 5, '9'],
      ],
    ],
    state: ON,
    since: 5,
    last: 5,
  },
  { why: 'older news change nothing', given: [[[OFF, 5]], [[ON, 1]]], state: OFF, since: 5, last: 5 },
] as const)('$why', ({ given, state, since, last }) => {
  expect(kept(...given)).toEqual({ state, since, last_change: last });
});

test.for(['item:4', 'task:4', 'suite:4'])('what %s is by now is not kept: nobody asks', (subject) => {
  const database = open();
  const subjects = createSubjects(database, 'a');
  subjects.met(subject, { type: 1, ts: 5, id: '5' });
  subjects.save();
  expect(database.all('SELECT * FROM subject')).toEqual([]);
});

const hashOf = (ts: number): number =>
  rowHash('a', { id: String(ts), ts, type: 8, severity: 0, subject: 'agent:1', raw: `raw ${ts}` });

test('known rows: in one go, or one by one where the page spans more than it holds; and what was just put', () => {
  const database = open();
  for (let ts = 1; ts <= 300; ts += 1)
    database.run(
      `INSERT INTO notification (account, id, ts, type, severity, level, subject, seen_server, known_seq, first_seen_at, found_by, toast, hash, raw)
       VALUES ('a', ?, ?, 8, 0, 0, 'agent:1', 0, 1, 0, 'head', 'skip', ?, ?)`,
      ts,
      ts,
      hashOf(ts),
      `raw ${ts}`,
    );
  const row = (ts: number) => ({ id: String(ts), ts });
  const tally = (account: string) => createTally(database, account);
  const inserts = createInserts(database, { account: 'a', foundBy: 'head', seq: 2, now: 0 });
  const now = { level: 0, severity: 0, seen_server: 1, marked: 0, live: 1, raw: 'new' };
  const twin = { id: '4', ts: 5 };
  for (const page of [
    [row(5), row(3)],
    [row(300), row(3)],
  ]) {
    const known = knownRows(database, 'a', { rows: [...page, twin, twin] }, tally('a'), {}, inserts);
    expect(page.map((one) => known.find(one)?.raw)).toEqual(page.map(({ ts }) => `raw ${ts}`));
    expect(known.find(twin)).toBeUndefined();
    known.put(twin, now);
    expect(known.find(twin)?.raw).toBe('new');
  }
  // The server's own answer to a filter may be in any order.
  for (const rows of [
    [twin, twin],
    [twin, row(300), twin],
    [row(3), twin, row(300), twin],
  ]) {
    const fresh = knownRows(database, 'b', { rows }, tally('b'), {}, inserts);
    expect(fresh.find(twin)).toBeUndefined();
    fresh.put(twin, now);
    expect(fresh.find(twin)?.raw).toBe('new');
  }
  expect(knownRows(database, 'b', { rows: [row(5)] }, tally('b'), {}, inserts).find(row(5))).toBeUndefined();
});

test.for([
  { pages: [6, 5], what: 'the newer one first, as pages come' },
  { pages: [5, 6], what: 'the older one first' },
])('of one stamp, in pages of their own, $what: the higher id is the later', ({ pages }) => {
  const store = opened();
  const items = { 5: { id: 5, second: 9, type: OFF }, 6: { id: 6, second: 9, type: ON } };
  for (const id of pages)
    store.apply([{ ...items[id as 5 | 6], data: { test_agent_id: 4 } }], {
      walk: 'history',
      limit: 1,
      next: NEXT,
    });
  expect(store.summary().accounts['a']).toMatchObject({ live: 2, down: 0 });
});
