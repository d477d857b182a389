import { expect, test } from 'vitest';
import * as faults from '../../support/faults';
import { EVERY, MIN, S, startWorld } from './world';

const HOUR = 60 * MIN;
const DAY = 24 * HOUR;

test('asleep for a night in the middle of an outage: seen again with the first kick, told once', async () => {
  const world = await startWorld();
  const { clock, server, arrive, app, health } = world;
  server.fault = faults.status(503);
  await clock.pass(20 * MIN);
  server.fault = undefined;
  for (let hour = 0; hour < 8; hour += 1) {
    clock.jump(HOUR); // the monotonic clock stands still in sleep, and no timer runs
    arrive(0, { seen: true });
  }
  arrive();
  await Promise.all([app.watchers.nudgeAll(), clock.pass(S)]);
  expect(health()).toEqual({ state: 'watching' });
  await clock.pass(5 * MIN);
  await world.whole();
});

test('asleep with a request on its way: it ends by time, the next one is good', async () => {
  const world = await startWorld();
  const { clock, server, arrive, app } = world;
  server.fault = faults.stall(30);
  await clock.pass(EVERY);
  expect(server.held()).toBe(1);
  clock.jump(8 * HOUR);
  arrive();
  server.fault = undefined;
  await Promise.all([app.watchers.nudgeAll(), clock.pass(11 * S)]);
  await clock.pass(MIN);
  await world.whole();
});

test.for([
  { what: 'a day ahead', by: DAY },
  { what: 'a day back', by: -DAY },
  { what: 'an hour back, as a clock that knows no DST', by: -HOUR },
])('this machine’s clock set $what: polls and marks go on, all is told', async ({ by }) => {
  const world = await startWorld();
  const { clock, server, arrive, app } = world;
  const skew = { ms: 0 };
  const { list } = server.inbox;
  // The server's clock stays right: its stamps and its Date do not follow ours.
  server.inbox.list = async (...given) => {
    const answer = await list(...given);
    return { ...answer, date: answer.date! - skew.ms };
  };
  await clock.pass(MIN);
  const rows = (await app.store.query({ seen: false }, 0, 3)).rows;
  await app.marks.markSeen(rows.map(({ key }) => key));
  clock.jump(by); // within their Undo
  skew.ms = by;
  for (let i = 0; i < 8; i += 1) {
    arrive(0, { ts: (clock.now() - by) * 1000 + i });
    await clock.pass(MIN);
  }
  await world.whole();
  expect(app.state().accounts[0]!.marks).toEqual({ waiting: 0, refused: 0 });
  expect(server.inbox.items.filter(({ seen }) => seen)).toHaveLength(20 + 3);
});

test.for([
  { what: 'a day ahead', by: DAY },
  { what: 'a day back', by: -DAY },
])('the server’s clock set $what for a while: nothing lost, nothing doubled', async ({ by }) => {
  const world = await startWorld();
  const { clock, server, arrive } = world;
  const { list } = server.inbox;
  await clock.pass(MIN);
  server.inbox.list = async (...given) => {
    const answer = await list(...given);
    return { ...answer, date: answer.date! + by };
  };
  arrive(0, { ts: (clock.now() + by) * 1000 });
  await clock.pass(10 * MIN);
  server.inbox.list = list;
  arrive();
  await clock.pass(10 * MIN);
  await world.whole();
});

test('the hour that comes twice: stamps with +02:00 and +01:00 in one feed are instants', async () => {
  const world = await startWorld({ history: 0 });
  const { clock, server } = world;
  // 2026-10-25 00:30 … 01:29 UTC is 02:30 … 02:59 +02:00, then 02:00 … 02:29 +01:00.
  const turn = Date.UTC(2026, 9, 25, 1);
  for (let minute = -30; minute < 30; minute += 1)
    server.inbox.add({ ts: (turn + minute * MIN) * 1000, seen: true });
  server.fault = faults.text((whole) =>
    whole.replaceAll(/2026-10-25T(\d\d):(\d\d:[\d.]+)\+00:00/g, (_, hour: string, rest: string) =>
      Number(hour) < 1 ? `2026-10-25T02:${rest}+02:00` : `2026-10-25T02:${rest}+01:00`,
    ),
  );
  await clock.pass(10 * MIN);
  await world.whole();
  const { rows } = await world.app.store.query({ order: 'oldest' }, 0, 100);
  expect(rows.map(({ timestamp }) => timestamp.slice(11, 16)).slice(28, 32)).toEqual([
    '02:58',
    '02:59',
    '02:00',
    '02:01',
  ]);
});
