import { expect, test } from 'vitest';
import { fail } from '../../../../src-shared/app-error';
import { marked, patches } from './marked';
import { EVERY } from './watch';

const MIN = 60_000;

test('mark all: counted, sent once, and what came meanwhile is told', async () => {
  const { clock, server, poller, told, asked, rows } = await marked(5);
  server.before = (call) => void (call === 'POST mark_seen' && server.add());
  const all = poller.markAll();
  await clock.pass(1000);
  expect(await all).toBe(5);
  expect(asked().filter((line) => line.startsWith('POST'))).toHaveLength(1);
  expect((await rows()).filter(({ seen }) => !seen)).toEqual([]);
  expect(told.map(({ first }) => first.key.id)).toEqual(['6']);
});

test('mark all refused: said, and nothing is sent one by one', async () => {
  const { clock, server, poller, asked, counts } = await marked(5);
  server.before = (call) => {
    if (call === 'POST mark_seen') throw fail('forbidden', { status: 403 });
  };
  const all = poller.markAll().catch((error: unknown) => error);
  await clock.pass(MIN);
  expect(await all).toMatchObject({ failure: { kind: 'forbidden' } });
  expect(patches(asked())).toEqual([]);
  expect(await counts()).toMatchObject({ waiting: 0, counts: { unseen: 5 } });
});

test.for([true, false])('mark all whose answer was lost, done by the server: %s', async (done) => {
  const { clock, server, poller, counts } = await marked(5);
  server.before = (call) => {
    if (call !== 'POST mark_seen') return;
    if (done) for (const item of server.items) item.seen = true;
    throw fail('timeout');
  };
  const all = poller.markAll();
  await clock.pass(MIN);
  expect(await all).toBe(5);
  expect(server.items.every(({ seen }) => seen)).toBe(true);
  expect(await counts()).toMatchObject({ waiting: 0, serverUnseen: 0 });
});

test('mark all whose walk breaks off: what it found is told, and it is settled by the next poll', async () => {
  const { clock, server, poller, told, counts } = await marked(5);
  let broken = false;
  server.before = (call) => {
    if (call.startsWith('POST')) server.add({ type: 3 });
    if (call.includes('seen=false') && !broken) {
      broken = true;
      throw fail('connection');
    }
  };
  const all = poller.markAll().catch((error: unknown) => error);
  await clock.pass(1000);
  expect(await all).toMatchObject({ failure: { kind: 'connection' } });
  expect(told).toHaveLength(1);
  await clock.pass(2 * EVERY);
  expect(await counts()).toMatchObject({ waiting: 0, serverUnseen: 0 });
});

test('mark all is refused where there are more by now than was agreed to, and nothing is sent', async () => {
  const { clock, poller, asked } = await marked(5);
  const all = poller.markAll(4).catch((error: unknown) => error);
  await clock.pass(1000);
  expect(await all).toMatchObject({ failure: { kind: 'grew' } });
  expect(asked().filter((line) => line.startsWith('POST'))).toEqual([]);
});

test('mark all clicked once more while one stands: what the first swallowed is told, though the second is refused', async () => {
  const { clock, server, poller, told } = await marked(5);
  let clicks = 0;
  server.before = (call) => {
    if (call.startsWith('POST')) {
      clicks += 1;
      if (clicks === 2) throw fail('throttled', { status: 429 });
      server.add({ type: 3 });
      for (const item of server.items) item.seen = true;
      throw fail('timeout'); // done, and its answer lost
    }
    if (clicks === 1 && call.includes('offset=0') && told.length === 0 && broken)
      throw fail('server-error', { status: 503 });
  };
  let broken = true;
  const first = poller.markAll().catch((error: unknown) => error);
  await clock.pass(0);
  expect(await first).toMatchObject({ failure: { kind: 'server-error' } });
  broken = false;
  const second = poller.markAll().catch((error: unknown) => error);
  await clock.pass(1000);
  expect(await second).toMatchObject({ failure: { kind: 'throttled' } });
  await clock.pass(2 * EVERY);
  expect(told.map(({ first: { key } }) => key.id)).toEqual(['6']);
});

test.for(['no-network', 'name', 'token-locked'] as const)(
  'mark all that was never sent (%s) does not stand',
  async (kind) => {
    const { clock, server, poller, counts, asked } = await marked(5);
    server.before = () => {
      throw fail(kind);
    };
    const all = poller.markAll().catch((error: unknown) => error);
    await clock.pass(1000);
    expect(await all).toMatchObject({ failure: { kind } });
    server.before = () => undefined;
    asked();
    await clock.pass(10 * EVERY);
    expect(patches(asked())).toEqual([]);
    expect(await counts()).toMatchObject({ waiting: 0, counts: { unseen: 5 } });
  },
);
