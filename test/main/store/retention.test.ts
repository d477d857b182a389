import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RetainMessage } from '../../../src-main/core/store-port';
import { folder } from './damaged';
import { at, keyOf, opened, T0, type Item, type Opened, toldBy } from './opened';

const DAY = 86_400;
const NOW = T0 + 400 * DAY * 1000;

/** Every step, as the core takes them. */
function retainAll(store: Opened, keep: RetainMessage['keep'], more: Partial<RetainMessage> = {}) {
  let deleted = 0;
  let after: RetainMessage['after'] = null;
  for (let steps = 0; ; steps += 1) {
    const done = store.retain({ account: 'a', keep, now: NOW, after, ...more });
    deleted += done.deleted;
    after = done.next;
    if (after === null) return { deleted, reread: done.reread, steps };
  }
}
const days = (n: number) => ({ by: 'days', days: n }) as const;

/** One a day, 400 days, the newest first; task started: no outage. */
const daily = (change: (n: number) => Partial<Item> = () => ({})): Item[] =>
  Array.from({ length: 400 }, (_, i) => ({
    id: 400 - i,
    second: (400 - i) * DAY,
    type: 1,
    seen: true,
    data: { task_id: 1 },
    ...change(400 - i),
  }));

function withHorizon(items: Item[]): Opened {
  const store = opened();
  store.apply(items);
  store.saveHorizon('a', NOW * 1000);
  return store;
}

test('what is older than so many days goes, with its log; counts and the floor follow; then nothing is written', () => {
  const store = withHorizon(daily());
  expect(retainAll(store, days(180))).toMatchObject({ deleted: 219, reread: false });
  expect(store.query({ order: 'oldest' }, 0, 1)).toMatchObject({
    total: 181,
    rows: [{ key: { id: '220' } }],
  });
  expect(store.summary().accounts['a']).toMatchObject({ live: 181, counts: { total: 181 } });
  expect(retainAll(store, days(180))).toEqual({ deleted: 0, reread: false, steps: 0 });
});

test('the unseen, those with a mark on its way or refused, and an outage that lasts stay', () => {
  const store = withHorizon(
    daily((n) => ({
      ...(n === 3 || n === 4 || n === 5 ? { seen: false } : {}),
      ...(n === 6 ? { type: 8, data: { test_agent_id: 6 } } : {}),
      ...(n === 7 ? { type: 8, data: { test_agent_id: 7 } } : {}),
      ...(n === 8 ? { type: 7, data: { test_agent_id: 7 } } : {}),
    })),
  );
  store.addMarks([keyOf(4, 4 * DAY), keyOf(5, 5 * DAY)], 'b', T0);
  const [, second] = store.dueMarks('a', T0, 9);
  store.settleMark('a', second!, { state: 'parked' });
  retainAll(store, days(180));
  const old = store.query({ order: 'oldest' }, 0, 5).rows.map(({ key }) => key.id);
  expect(old).toEqual(['3', '4', '5', '6', '220']);
  expect(store.dueMarks('a', T0, 9)).toHaveLength(1);
});

test('so many of each account', () => {
  const store = withHorizon(daily());
  store.apply(daily(), { account: 'b' });
  expect(retainAll(store, { by: 'items', items: 50 } as never).deleted).toBe(350);
  expect(store.query({ account: 'a', order: 'oldest' }, 0, 1)).toMatchObject({
    total: 50,
    rows: [{ key: { id: '351' } }],
  });
  expect(store.query({ account: 'b' }, 0, 1).total).toBe(400);
  expect(retainAll(store, { by: 'items', items: 390 } as never).deleted).toBe(0);
});

test('everything is kept where the person says so', () => {
  expect(retainAll(withHorizon(daily()), { by: 'all' }).deleted).toBe(0);
});

test('a clock that runs ahead deletes nothing: the server’s time counts', () => {
  const store = withHorizon(daily());
  expect(retainAll(store, days(390), { now: NOW + 3650 * DAY * 1000 }).deleted).toBe(9);
});

test('more is kept than before: the floor goes down, and the history is read again', () => {
  const store = withHorizon(daily());
  retainAll(store, days(30));
  expect(retainAll(store, days(180)).reread).toBe(true);
  expect(store.syncState('a')).toMatchObject({ historyComplete: false, cursor: null });
  expect(retainAll(store, days(180)).reread).toBe(false);
  store.apply(daily());
  toldBy(store); // what nothing is decided of yet has to stay
  expect(retainAll(store, days(180)).deleted).toBe(0); // what is seen and below the new floor did not come back
});

test('more is kept than before, and the poll that sees to it is another start’s', () => {
  const where = folder();
  const before = opened(where);
  before.apply(daily());
  before.saveHorizon('a', NOW * 1000);
  retainAll(before, days(30));
  before.close();
  const store = opened(where);
  expect(retainAll(store, days(180)).reread).toBe(true);
  store.close();
});

test('where nobody keeps more the floor never goes down: neither with the clock nor with fewer rows', () => {
  const store = withHorizon(daily());
  retainAll(store, days(30));
  const { floor } = store.syncState('a');
  expect(retainAll(store, days(30), { now: NOW - 100 * DAY * 1000 }).reread).toBe(false);
  expect(store.syncState('a').floor).toBe(floor);
});

test('what is read again because more is kept alerts nothing, also while a mark-all stands', () => {
  const exceeded = daily(() => ({ type: 4 }));
  const store = withHorizon(exceeded);
  toldBy(store);
  retainAll(store, days(30));
  store.beginMarkAll('a');
  expect(retainAll(store, days(180)).reread).toBe(true);
  store.apply(exceeded, { walk: 'history' });
  expect(toldBy(store)).toEqual([]);
});

test('while it is not known whether a mark-all was done, none of its rows is let go of; then they are', () => {
  const store = withHorizon(daily(() => ({ seen: false })));
  toldBy(store);
  store.saveCursor('a', { ts: null, complete: true });
  store.beginMarkAll('a');
  store.apply(
    daily(() => ({ seen: true })),
    { walk: 'history' },
  );
  expect(retainAll(store, days(30)).deleted).toBe(0);
  store.endMarkAll('a', NOW);
  expect(store.syncState('a').historyComplete).toBe(true); // no loss was met
  expect(retainAll(store, days(30)).deleted).toBeGreaterThan(300);
});

test('kept by number, what a walk has not come down to yet is told when it does', () => {
  const store = opened();
  store.apply(daily().slice(300)); // the first look: days 1 to 100
  store.saveHorizon('a', at(100 * DAY));
  // The next walk breaks off below its first page: the newest ones are here, and what lies between is not.
  const next = 'http://internal/api/user/notifications/?limit=50&offset=50';
  store.apply(daily().slice(0, 50), { next, limit: 50 });
  retainAll(store, { by: 'items', items: 20 });
  store.apply([{ id: 9000, second: 200 * DAY, data: { test_agent_id: 77 } }], { walk: 'asked' });
  expect(toldBy(store)).toHaveLength(1);
});

test('an agent that was said to be offline twice: where its outage began stays as long as it lasts', () => {
  const offline = { type: 8, data: { test_agent_id: 7 } };
  const online = { type: 7, data: { test_agent_id: 7 } };
  const store = withHorizon(daily((n) => (n === 7 || n === 9 ? offline : {})));
  toldBy(store);
  retainAll(store, days(180));
  const down = () => store.query({ down: true }, 0, 9).rows.map(({ key }) => key.id);
  expect(down()).toEqual(['7']);
  expect(store.summary().accounts['a']?.down).toBe(1);
  store.apply([{ id: 500, second: 399 * DAY + 1, seen: true, ...online }], { walk: 'asked' });
  toldBy(store);
  retainAll(store, days(180));
  expect(down()).toEqual([]);
  expect(store.query({ order: 'oldest' }, 0, 1).rows.map(({ key }) => key.id)).toEqual(['220']);
});

test('also where that row is no longer on the server', () => {
  const store = withHorizon(daily((n) => (n === 7 ? { type: 8, data: { test_agent_id: 7 } } : {})));
  toldBy(store);
  store.apply(daily().filter(({ id }) => id !== 7));
  retainAll(store, days(180));
  expect(store.summary().accounts['a']?.down).toBe(store.query({ down: true }, 0, 9).total);
});

test('what the person asks for below the floor is given, and let go of again', () => {
  const store = withHorizon(daily());
  toldBy(store);
  retainAll(store, days(180));
  const { keys } = store.apply(daily().slice(-3), { walk: 'asked' });
  expect(store.rows(keys)).toHaveLength(3);
  expect(toldBy(store)).toEqual([]);
  expect(retainAll(store, days(180)).deleted).toBe(3);
});

test('a thousand that have to stay do not hide what has to go', () => {
  const many = Array.from({ length: 900 }, (_, i) => ({
    id: 900 - i,
    second: 900 - i,
    type: 1,
    seen: i < 100,
    data: { task_id: 1 },
  }));
  const store = withHorizon(many);
  expect(retainAll(store, days(7))).toMatchObject({ deleted: 100, steps: 3 });
});

test('counts are those of the rows, whatever goes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ seen: fc.boolean(), type: fc.constantFrom(1, 3, 7, 8), agent: fc.nat(3) }), {
        maxLength: 40,
      }),
      fc.integer({ min: 1, max: 40 }),
      (items, kept) => {
        const store = opened();
        store.apply(
          items.map(({ seen, type, agent }, i) => ({
            id: items.length - i,
            second: items.length - i,
            seen,
            type,
            data: { test_agent_id: agent, task_id: agent },
          })),
        );
        const unseen = store.query({ seen: false }, 0, 99).total;
        retainAll(store, { by: 'items', items: kept } as never);
        const { rows, total } = store.query({}, 0, 99);
        expect(rows).toHaveLength(total);
        expect(store.query({ seen: false }, 0, 99).total).toBe(unseen);
        expect(store.summary().accounts['a']?.counts.unseen ?? 0).toBe(unseen);
        expect(total).toBeGreaterThanOrEqual(Math.min(kept, items.length));
        store.close();
      },
    ),
    { numRuns: 60 },
  );
});
