import { expect, test } from 'vitest';
import { fail, type ErrorKind } from '../../../../src-shared/app-error';
import { EVERY, history, slowed, watch } from './watch';

const MIN = 60_000;

test('a clock set back does not keep polls away while the history is read', async () => {
  const { clock, server, begin, asked } = await watch();
  server.maxLimit = 100;
  history(server, clock.now(), 20_000);
  const { api } = slowed(server, clock.after, 500);
  begin({ api });
  await clock.pass(5000);
  clock.jump(-86_400_000);
  asked();
  await clock.pass(2 * EVERY);
  expect(asked().filter((line) => line.endsWith('offset=0')).length).toBeGreaterThanOrEqual(1);
});

test('single flight: a poll, a kick, a mark and a mark-all never overlap', async () => {
  const { clock, server, store, begin } = await watch();
  history(server, clock.now(), 300);
  const { api, most } = slowed(server, clock.after, 700);
  const poller = begin({ api });
  await clock.pass(5000);
  const [row] = (await store.query({ seen: false }, 0, 1)).rows;
  await store.addMarks([row!.key], 'b', clock.now());
  void poller.kick();
  poller.marksAdded();
  void poller.markAll();
  void poller.lookNow();
  await clock.pass(MIN);
  expect(most.atOnce).toBe(1);
  expect(server.items.every(({ seen }) => seen)).toBe(true);
});

test('kicks while one waits are one poll', async () => {
  const { clock, server, begin, asked } = await watch();
  history(server, clock.now(), 5);
  const { api } = slowed(server, clock.after, 1000);
  const poller = begin({ api });
  await clock.pass(5000);
  asked();
  const kicks = [poller.kick(), poller.kick(), poller.kick()];
  expect(new Set(kicks).size).toBe(1);
  await clock.pass(5000);
  expect(asked()).toHaveLength(1);
  void poller.kick();
  await clock.pass(5000);
  expect(asked()).toHaveLength(1);
});

test('a kick moves the next poll: the interval begins anew', async () => {
  const { clock, begin, asked } = await watch();
  const poller = begin();
  await clock.pass(20_000);
  await Promise.all([poller.kick(), clock.pass(0)]);
  asked();
  // Up to a second earlier, where that tells more of the server's clock.
  await clock.pass(EVERY - 1000);
  expect(asked()).toEqual([]);
  await clock.pass(1000);
  expect(asked()).toHaveLength(1);
});

test.for<{ kind: ErrorKind; status?: number; retryAfter?: number; asked: number[] }>([
  { kind: 'connection', asked: [2, 4, 8, 16, 30, 30] },
  { kind: 'server-error', status: 503, asked: [2, 4, 8, 16, 32, 64] },
  { kind: 'throttled', status: 429, retryAfter: 120_000, asked: [120, 120] },
  { kind: 'token-refused', status: 401, asked: [300, 300] },
  { kind: 'no-token', asked: [300, 300] },
])(
  'after $kind ($status) it is asked again after $asked s',
  async ({ kind, status, retryAfter, asked: waits }) => {
    const { clock, server, begin } = await watch();
    const times: number[] = [];
    server.before = () => {
      times.push(clock.monotonic());
      throw fail(kind, { ...(status && { status }), ...(retryAfter && { retryAfter }) });
    };
    begin();
    await clock.pass(waits.reduce((sum, wait) => sum + wait, 1) * 1000);
    expect(times.slice(1).map((time, i) => (time - times[i]!) / 1000)).toEqual(waits);
  },
);

test('a good answer clears the back-off', async () => {
  const { clock, server, begin } = await watch();
  const times: number[] = [];
  server.before = () => {
    times.push(Math.ceil(clock.monotonic() / 1000)); // a good one is followed up to a second earlier
    if (times.length !== 5) throw fail('connection');
  };
  begin();
  await clock.pass(70_000);
  expect(times).toEqual([0, 2, 6, 14, 30, 60, 62, 66]);
});
