import { expect, test } from 'vitest';
import { bent, EVERY, history, watch } from './watch';

const MIN = 60_000;

test('seen elsewhere is seen here, unseen again is unseen here', async () => {
  const { clock, server, begin, counts, rows } = await watch();
  for (let i = 0; i < 20; i += 1) server.add({ ts: (clock.now() - (20 - i) * 1000) * 1000 });
  begin();
  await clock.pass(1000);
  server.items[3]!.seen = true;
  await clock.pass(5 * EVERY);
  expect(await counts()).toMatchObject({ serverUnseen: 19, counts: { unseen: 19 } });
  server.items[3]!.seen = false;
  await clock.pass(5 * EVERY);
  expect(await counts()).toMatchObject({ serverUnseen: 20, counts: { unseen: 20 } });
  expect((await rows()).every(({ seen }) => !seen)).toBe(true);
});

test('numbers that cannot be brought together are not walked after again and again', async () => {
  const { clock, server, begin, asked } = await watch();
  server.strange.push({ id: 'x', seen: false, timestamp: new Date(clock.now()).toISOString() });
  server.maxLimit = 100;
  history(server, clock.now(), 1000, 10_000);
  begin({ api: bent(server, ({ count }) => ({ count: count === 500 ? 502 : count })) });
  await clock.pass(6 * EVERY);
  asked();
  await clock.pass(20 * EVERY); // four steps of the scrub, which takes ten
  expect(asked().filter((line) => line.includes('seen=false') && !line.includes('limit=1&'))).toEqual([]);
});

test('unreadable unseen items count where the numbers are compared: one seen elsewhere does not hide behind one', async () => {
  const { clock, server, begin, counts } = await watch();
  server.strange.push({ id: 'x', seen: false, timestamp: new Date(clock.now()).toISOString() });
  server.maxLimit = 100;
  history(server, clock.now(), 1000, 10_000);
  const unseen = (): number => server.items.filter(({ seen }) => !seen).length;
  begin({ api: bent(server, ({ count }) => ({ count: count === unseen() ? count + 1 : count })) });
  await clock.pass(6 * EVERY);
  expect(await counts()).toMatchObject({ serverUnseen: 500 });
  server.items.find(({ seen, id }) => !seen && id > 500)!.seen = true;
  await clock.pass(5 * EVERY);
  expect(await counts()).toMatchObject({ serverUnseen: 499 });
});

test('more than 50 that vanish at once are believed when the same page lacks them again a minute later', async () => {
  const { clock, server, begin, counts } = await watch();
  for (let i = 0; i < 90; i += 1) server.add({ ts: (clock.now() - (90 - i) * 1000) * 1000 });
  begin();
  await clock.pass(1000);
  const gone = server.items.splice(10, 60);
  await clock.pass(EVERY);
  expect(await counts()).toMatchObject({ live: 90 });
  server.items.push(...gone.splice(0, 5));
  await clock.pass(EVERY);
  expect(await counts()).toMatchObject({ live: 90 });
  await clock.pass(EVERY); // 29 s or 30 after the one before, as any
  await clock.pass(EVERY);
  expect(await counts()).toMatchObject({ live: 35, counts: { total: 90 } });
});

test('a local history that cannot be used is said as the cause, and watched for', async () => {
  const tested = await watch();
  await tested.store.close();
  const poller = tested.begin();
  await tested.clock.pass(1000);
  expect(poller.state().health).toMatchObject({ state: 'not-watching', failure: { kind: 'storage' } });
  await tested.store.open(':memory:');
  await tested.clock.pass(2 * MIN);
  expect(poller.state().health).toEqual({ state: 'watching' });
});

test('a server of whose items not one can be read is not watched; once one can, nothing old is alerted', async () => {
  const { clock, server, begin, told, counts } = await watch();
  const naive = (at: number): object => ({
    id: at,
    type: 8,
    seen: false,
    severity: 1,
    timestamp: '2026-11-22T14:02:00',
  });
  server.strange.push(naive(1), naive(2));
  const poller = begin();
  await clock.pass(1000);
  expect(poller.state().health).toMatchObject({
    state: 'not-watching',
    failure: { kind: 'unreadable', detail: 'timestamp' },
  });
  expect(await counts()).toMatchObject({ live: 0, unreadable: 2 });
  server.strange.pop();
  history(server, clock.now(), 2);
  await clock.pass(2 * MIN);
  expect(poller.state().health).toEqual({ state: 'watching' });
  expect(await counts()).toMatchObject({ live: 2 });
  expect(told).toEqual([]);
});

test.for([
  { what: 'ignores the order', bend: (all: readonly unknown[]) => all.toReversed(), kind: 'order-ignored' },
  { what: 'sends the same again and again', bend: (all: readonly unknown[]) => all, kind: 'not-our-api' },
])('a server that $what is named', async ({ bend, kind }) => {
  const { clock, server, begin, asked } = await watch();
  history(server, clock.now(), 300);
  const api = bent(
    server,
    ({ results }) => ({ results: bend(results) }),
    (query) => ({ ...query, offset: 0, limit: 100 }),
  );
  const poller = begin({ api });
  await clock.pass(1000);
  if (kind === 'order-ignored') expect(poller.state().health).toMatchObject({ failure: { kind } });
  else expect(poller.state().historyComplete).toBe(false);
  expect(asked().length).toBeLessThan(30);
});

test.for([
  { what: 'rightly', extra: 0 },
  { what: 'with seven too many for ever', extra: 7 },
])(
  'pages cut short and never a `next`, counted $what: all is read, what goes is noticed',
  async ({ extra }) => {
    const { clock, server, begin, told, counts, asked } = await watch();
    history(server, clock.now() - 60 * MIN, 300);
    Object.assign(server, { maxLimit: 50, nexts: false, extra });
    const poller = begin();
    await clock.pass(MIN);
    expect(poller.state().historyComplete).toBe(true);
    expect(await counts()).toMatchObject({ live: 300, serverUnseen: 150 });
    // More than one page of what is new, and at the other end some that go.
    for (let i = 0; i < 130; i += 1) server.add();
    server.items.splice(0, 5);
    await clock.pass(EVERY);
    expect(told.length).toBeGreaterThan(0);
    await clock.pass(60 * MIN);
    expect(await counts()).toMatchObject({ live: 425 });
    asked();
    await clock.pass(50 * EVERY);
    expect(asked().length).toBeLessThanOrEqual(90);
  },
);

test.for([
  { what: 'one item is left', stamps: [60] },
  { what: 'all that is left has one stamp', stamps: [60, 60, 60] },
  { what: 'a group of one stamp is left below one item', stamps: [30, 60, 60, 60] },
  {
    what: 'a group that no page can hold with two items above it is left',
    stamps: [30, 40, 50, 60, 60],
    most: 3,
  },
])(
  'a list is counted too long for ever and never has a `next`, $what: the others of that stamp are gone too',
  async ({ stamps, most = Infinity }) => {
    const { clock, server, begin, counts, asked } = await watch();
    const from = clock.now();
    const add = (minutes: number): void => void server.add({ ts: (from - minutes * MIN) * 1000 });
    history(server, from - 61 * MIN, 20);
    for (let i = 0; i < 4; i += 1) add(60);
    stamps.toReversed().forEach(add);
    Object.assign(server, { nexts: false, extra: 7, maxLimit: most });
    begin();
    await clock.pass(10 * MIN);
    expect(await counts()).toMatchObject({ live: 24 + stamps.length });
    server.items.splice(0, 24);
    await clock.pass(30 * MIN);
    expect(await counts()).toMatchObject({ live: stamps.length });
    asked();
    await clock.pass(30 * EVERY);
    expect(asked().length).toBeLessThanOrEqual(30 * 6);
  },
);
