import { expect, test } from 'vitest';
import { fail } from '../../../../src-shared/app-error';
import { EVERY, slowed, watch } from './watch';

const MIN = 60_000;
const DAY = 86_400_000;

test('asked to be left alone: a wake keeps to it, a person’s click asks, and the wait goes on from there', async () => {
  const { clock, server, begin, asked } = await watch();
  const poller = begin();
  await clock.pass(1000);
  server.before = () => {
    throw fail('throttled', { status: 429, retryAfter: 30 * MIN });
  };
  await clock.pass(EVERY);
  asked();
  await Promise.all([poller.nudge(), clock.pass(1000)]);
  expect(asked()).toHaveLength(0);
  await Promise.all([poller.kick(), clock.pass(1000)]);
  expect(asked()).toHaveLength(1);
  await clock.pass(30 * MIN - 1001);
  expect(asked()).toHaveLength(0);
  server.before = () => undefined;
  await clock.pass(1);
  expect(asked().length).toBeGreaterThan(0);
  await Promise.all([poller.nudge(), clock.pass(1000)]);
  expect(asked()).toHaveLength(1);
  expect(poller.state().health).toEqual({ state: 'watching' });
});

test('asked to be left alone, and asleep for most of it: a wake asks when the server’s time is over, and says when', async () => {
  const { clock, server, begin, asked } = await watch();
  const poller = begin();
  await clock.pass(1000);
  server.before = () => {
    throw fail('throttled', { status: 429, retryAfter: 60 * MIN });
  };
  await clock.pass(EVERY);
  asked();
  server.before = () => undefined;
  clock.jump(50 * MIN); // Linux' monotonic clock stood still
  await Promise.all([poller.nudge(), clock.pass(1000)]);
  expect(asked()).toEqual([]);
  const { nextPollAt } = poller.state();
  const left = nextPollAt! - clock.now();
  expect(left).toBeGreaterThan(9 * MIN - 2 * EVERY);
  expect(left).toBeLessThanOrEqual(10 * MIN);
  await clock.pass(left - 1);
  expect(asked()).toEqual([]);
  await clock.pass(1);
  expect(asked().length).toBeGreaterThan(0);
  expect(poller.state().health).toEqual({ state: 'watching' });
  await poller.stop();
});

test('asked to be left alone for an hour: "not watching" is said after 90 s, not after the hour', async () => {
  const { clock, server, begin, asked } = await watch();
  const poller = begin();
  await clock.pass(1000);
  server.before = () => {
    throw fail('throttled', { status: 429, retryAfter: 60 * MIN });
  };
  await clock.pass(EVERY);
  expect(poller.state().health.state).toBe('troubled');
  asked();
  await clock.pass(3 * EVERY - EVERY - 2000);
  expect(poller.state().health.state).toBe('troubled');
  await clock.pass(2000);
  expect(poller.state().health).toMatchObject({ state: 'not-watching', failure: { kind: 'throttled' } });
  expect(asked()).toEqual([]);
  server.before = () => undefined;
  await Promise.all([poller.kick(), clock.pass(1000)]);
  await clock.pass(3 * EVERY);
  expect(poller.state().health).toEqual({ state: 'watching' });
  await poller.stop();
});

test('Retry-After that comes while the history is read is kept by the next poll too', async () => {
  const { clock, server, begin, asked } = await watch();
  server.maxLimit = 100;
  for (let i = 0; i < 900; i += 1) server.add({ ts: (clock.now() - (900 - i) * 1000) * 1000 });
  let lists = 0;
  server.before = () => {
    if ((lists += 1) === 4) throw fail('throttled', { status: 429, retryAfter: 10 * MIN });
  };
  const poller = begin();
  await clock.pass(1000);
  expect(poller.state()).toMatchObject({
    health: { failure: { kind: 'throttled' } },
    historyComplete: false,
  });
  asked();
  await clock.pass(10 * MIN - 2000);
  expect(asked()).toEqual([]);
  await clock.pass(5000);
  expect(poller.state()).toMatchObject({ health: { state: 'watching' }, historyComplete: true });
});

test.for([DAY, -DAY])('a clock set by %d ms: marks wait 5 min at most, polls go on as before', async (by) => {
  const { clock, server, store, begin, rows, asked } = await watch();
  for (let i = 0; i < 3; i += 1) server.add({ ts: (clock.now() - i * 1000) * 1000 });
  const poller = begin();
  await clock.pass(1000);
  await store.addMarks(
    (await rows()).slice(0, 1).map(({ key }) => key),
    'b',
    clock.now() + 8000,
  );
  poller.marksAdded();
  clock.jump(by);
  asked();
  await clock.pass(EVERY + 5 * MIN);
  const lines = asked();
  expect(lines.filter((line) => line.startsWith('PATCH'))).toHaveLength(1);
  expect(lines.filter((line) => line.includes('limit=100&offset=0'))).toHaveLength(11);
});

test('a list that refuses the token keeps marks back too, until it is taken again', async () => {
  const { clock, server, store, begin, rows, asked } = await watch();
  server.add({ ts: (clock.now() - 5000) * 1000 });
  const poller = begin();
  await clock.pass(1000);
  server.before = (call) => {
    if (call.startsWith('GET')) throw fail('token-refused', { status: 401 });
  };
  await clock.pass(EVERY);
  await store.addMarks(
    (await rows()).map(({ key }) => key),
    'b',
    clock.now(),
  );
  poller.marksAdded();
  asked();
  await clock.pass(11 * MIN);
  expect(asked()).toHaveLength(2);
  server.before = () => undefined;
  await clock.pass(5 * MIN);
  expect(asked().filter((line) => line.startsWith('PATCH'))).toHaveLength(1);
});

test('stopped in the middle of a page: the turn gives up before the end is told, and writes nothing after it', async () => {
  const { clock, server, store, begin, bugs } = await watch();
  for (let i = 0; i < 300; i += 1) server.add({ ts: (clock.now() - i * 1000) * 1000 });
  const { api } = slowed(server, clock.after, 500);
  let running = 0;
  const counted = {
    ...api,
    list: (...given: Parameters<typeof api.list>) => {
      running += 1;
      return api.list(...given).finally(() => (running -= 1));
    },
  };
  const poller = begin({ api: counted });
  await clock.pass(700); // the first page is there, the next is asked for
  expect(running).toBe(1);
  await poller.stop();
  expect(running).toBe(0);
  await store.forget('a');
  await clock.pass(MIN);
  expect((await store.query({}, 0, 10)).rows).toEqual([]);
  expect(bugs).toEqual([]);
});
