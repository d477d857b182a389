import { expect, test } from 'vitest';
import { fail } from '../../../../src-shared/app-error';
import { bent, EVERY, history, watch } from './watch';

const MIN = 60_000;

test('the first look is the baseline, the rest of the history comes after it, and nothing of it alerts', async () => {
  const { clock, server, begin, counts, told, lines, asked } = await watch();
  history(server, clock.now(), 2500);
  const poller = begin();
  await clock.pass(1000);
  expect(await counts()).toMatchObject({ counts: { total: 2500, unseen: 1250 }, live: 2500 });
  expect(poller.state()).toMatchObject({
    health: { state: 'watching' },
    historyComplete: true,
    serverCount: 2500,
  });
  expect(told).toEqual([]);
  expect(lines).toEqual(['watching · Lab', 'first sync done · Lab']);
  expect(asked()[0]).toBe('GET ordering=-timestamp&limit=100&offset=0');
});

test('the first look breaks off behind its first page: what comes until the next one is read in whole, and told', async () => {
  const { clock, server, begin, counts, told } = await watch();
  history(server, clock.now() - MIN, 20);
  let lists = 0;
  // An item came between the counting and the list: the end is unsure, and its second reading fails.
  server.before = () => {
    lists += 1;
    if (lists === 2) throw fail('timeout');
  };
  begin({ api: bent(server, ({ count }) => ({ count: lists === 1 ? count - 1 : count })) });
  await clock.pass(100);
  expect(await counts()).toMatchObject({ counts: { total: 20 } });
  for (let i = 0; i < 250; i += 1) server.add({ ts: (clock.now() - i) * 1000 });
  await clock.pass(EVERY);
  expect(await counts()).toMatchObject({ counts: { total: 270 } });
  expect(told[0]).toMatchObject({ members: { length: 250 } });
});

test('an idle poll is one request, also of a large inbox; every fifth asks for the flags and a step of the scrub', async () => {
  const { clock, server, begin, asked } = await watch();
  history(server, clock.now(), 2500, 10_000);
  begin();
  await clock.pass(1000);
  asked();
  const polls: number[] = [];
  for (let i = 0; i < 10; i += 1) {
    await clock.pass(EVERY);
    polls.push(asked().length);
  }
  expect(polls).toEqual([1, 1, 1, 3, 1, 1, 1, 1, 3, 1]);
});

test.for([
  { what: 'with', date: true, requests: 1 },
  { what: 'without', date: false, requests: 2 }, // its place is the first page's last row, and the lag below it
])('the horizon rises $what a Date: an hour later a poll is $requests', async ({ date, requests }) => {
  const { clock, server, begin, asked, rows } = await watch();
  const api = date
    ? server
    : { ...server, list: async (query: never) => ({ ...(await server.list(query)), date: undefined }) };
  server.maxLimit = 100;
  history(server, clock.now(), 90);
  begin({ api });
  const polls: number[] = [];
  for (let i = 0; i < 120; i += 1) {
    for (let n = 0; n < 3; n += 1) server.add({ type: 5 });
    asked();
    await clock.pass(EVERY);
    polls.push(asked().length);
  }
  expect(Math.min(...polls.slice(-5))).toBe(requests);
  expect(await rows()).toHaveLength(90 + 360);
});

test('what becomes visible late, far below the top, is found by the next poll within the lag', async () => {
  const { clock, server, begin, told } = await watch();
  history(server, clock.now(), 10);
  begin();
  await clock.pass(5 * MIN);
  for (let i = 0; i < 150; i += 1) server.add({ type: 5, ts: (clock.now() - 60_000 + i * 100) * 1000 });
  await clock.pass(EVERY);
  const late = server.add({ ts: (clock.now() - 2 * MIN) * 1000 });
  await clock.pass(EVERY);
  expect(told.map(({ first }) => first.key.id)).toEqual([String(late.id)]);
});

test('what was read before a restart is not read again, and nothing is told twice', async () => {
  const { clock, server, begin, told, asked, rows } = await watch();
  history(server, clock.now(), 2500, 10_000);
  const first = begin();
  await clock.pass(1000);
  server.add();
  await clock.pass(EVERY);
  await first.stop(100);
  expect(told).toHaveLength(1);
  asked();
  begin();
  await clock.pass(1000);
  expect(asked()).toHaveLength(1);
  server.add();
  await clock.pass(EVERY);
  expect(told).toHaveLength(2);
  expect(await rows()).toHaveLength(2502);
});

test('a history that breaks off goes on where it was, watched all the while', async () => {
  const { clock, server, begin, counts, lines, asked } = await watch();
  history(server, clock.now(), 3500, 10_000);
  let lists = 0;
  server.before = (call) => {
    if (call.startsWith('GET') && (lists += 1) === 4) throw fail('connection');
  };
  const poller = begin();
  await clock.pass(1000);
  expect(poller.state()).toMatchObject({ health: { state: 'watching' }, historyComplete: false });
  expect(lines).toContain('history paused · Lab: connection');
  const read = (await counts())!.live;
  expect(read).toBeGreaterThan(1000);
  asked();
  await clock.pass(EVERY);
  expect((await counts())!.live).toBe(3500);
  expect(
    asked()
      .map((line) => Number(/offset=(\d+)/.exec(line)?.[1]))
      .filter((offset) => offset > 0 && offset < read - 10),
  ).toEqual([]);
});

test('a server too slow for large pages completes its history by smaller ones, and says meanwhile what stops it', async () => {
  const { clock, server, begin, counts, asked } = await watch();
  history(server, clock.now(), 3500, 10_000);
  const limitOf = (call: string): number => Number(/limit=(\d+)/.exec(call)?.[1]);
  server.before = (call) => {
    if (limitOf(call) > 250) throw fail('timeout');
  };
  const poller = begin();
  await clock.pass(1000);
  expect(poller.state()).toMatchObject({
    health: { state: 'watching' },
    historyComplete: false,
    historyStopped: { kind: 'timeout' },
  });
  expect(asked().map(limitOf)).toEqual([100, 1000]);
  await clock.pass(EVERY);
  expect(asked().map(limitOf)).toEqual([100, 500]);
  await clock.pass(EVERY);
  expect((await counts())!.live).toBe(3500);
  expect(poller.state()).toMatchObject({ historyComplete: true, historyStopped: null });
});

test('what a walk found before it broke is alerted all the same', async () => {
  const { clock, server, begin, told, asked } = await watch();
  history(server, clock.now(), 50);
  begin();
  await clock.pass(1000);
  server.add();
  for (let i = 0; i < 150; i += 1) server.add({ type: 5 });
  server.before = (call) => {
    if (!call.endsWith('offset=0')) throw fail('timeout');
  };
  await clock.pass(EVERY);
  expect(told).toEqual([]);
  server.add();
  asked();
  await clock.pass(EVERY);
  expect(told).toHaveLength(1);
});

test('what comes later than the lag teaches it: from then on the walks look further back, and the account says so', async () => {
  const { clock, server, begin, told } = await watch();
  server.maxLimit = 40;
  history(server, clock.now(), 10, 3_600_000);
  const poller = begin();
  await clock.pass(MIN);
  expect(poller.state().lag).toBe(10 * 60_000_000);
  server.add({ type: 3, ts: (clock.now() - 14 * MIN) * 1000 });
  await clock.pass(EVERY);
  expect(poller.state().lag! / 60_000_000).toBeGreaterThan(28);
  expect(told).toHaveLength(1);
  // Below a page full of newer ones, further down than the first lag goes.
  for (let i = 0; i < 60; i += 1) server.add({ type: 5, ts: (clock.now() - 11 * MIN + i * 1000) * 1000 });
  await clock.pass(EVERY);
  await clock.pass(3 * EVERY);
  server.add({ type: 3, ts: (clock.now() - 20 * MIN) * 1000 });
  await clock.pass(EVERY);
  expect(told).toHaveLength(2);
});

test('the horizon is saved every five minutes and at the end: an idle poll writes nothing', async () => {
  const { clock, server, store, begin } = await watch();
  history(server, clock.now(), 10, 3_600_000);
  const poller = begin();
  await clock.pass(4 * MIN);
  expect((await store.syncState('a')).horizon).toBeNull();
  await clock.pass(2 * MIN);
  const first = (await store.syncState('a')).horizon!;
  expect(first).toBeGreaterThan(0);
  await clock.pass(2 * MIN);
  expect((await store.syncState('a')).horizon).toBe(first);
  await poller.stop();
  expect((await store.syncState('a')).horizon).toBeGreaterThan(first);
});

test('one item over the byte cap is stepped over, counted and shown; what is around it is read', async () => {
  const { clock, server, begin, counts, store } = await watch();
  for (let i = 0; i < 30; i += 1) server.add({ ts: (clock.now() - (30 - i) * 1000) * 1000 });
  const newest = server.items.toReversed();
  const big = newest[12]!;
  const api = {
    ...server,
    list: (query: Parameters<typeof server.list>[0]) => {
      const page = newest.slice(query.offset, query.offset + query.limit);
      return page.includes(big) ? Promise.reject(fail('too-large')) : server.list(query);
    },
  };
  begin({ api });
  await clock.pass(MIN);
  expect(await counts()).toMatchObject({ live: 29, unreadable: 1 });
  expect((await store.unreadable()).map(({ field }) => field)).toEqual(['size']);
});

test('one unseen walk a wrap of the scrub, whatever the numbers say: errors that cancel out are found', async () => {
  const { clock, server, begin, counts } = await watch();
  for (let i = 0; i < 20; i += 1) server.add({ ts: (clock.now() - (20 - i) * 1000) * 1000, seen: i < 10 });
  begin();
  await clock.pass(MIN);
  server.items[2]!.seen = false;
  server.items[15]!.seen = true;
  await clock.pass(5 * EVERY);
  expect(await counts()).toMatchObject({ serverUnseen: 10 });
});
