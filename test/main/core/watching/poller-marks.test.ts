import { expect, test } from 'vitest';
import { fail } from '../../../../src-shared/app-error';
import { marked, patches } from './marked';
import { EVERY, slowed } from './watch';

const MIN = 60_000;

test('marks go out when their Undo ends, oldest first, each once', async () => {
  const { clock, mark, asked, counts } = await marked(6);
  await mark();
  await clock.pass(7999);
  expect(patches(asked())).toEqual([]);
  await clock.pass(1);
  expect(patches(asked())).toEqual([1, 2, 3, 4, 5, 6].map((id) => `PATCH ${id}`));
  expect(await counts()).toMatchObject({ waiting: 0, refused: 0, serverUnseen: 0 });
  await clock.pass(5 * MIN);
  expect(patches(asked())).toEqual([]);
});

test('four at a time at most, for at most 5 s; the rest goes on after the poll', async () => {
  const tested = await marked(30);
  const { clock, server, store, begin, keys } = tested;
  await tested.poller.stop();
  const { api, most } = slowed(server, clock.after, 990);
  await store.addMarks(keys, 'b', clock.now());
  begin({ api });
  await clock.pass(5900);
  expect(most.atOnce).toBe(4);
  expect(server.items.filter(({ seen }) => seen)).toHaveLength(20);
  await clock.pass(5000);
  expect(server.items.filter(({ seen }) => seen)).toHaveLength(30);
});

test.for([
  { status: 400, kind: 'bad-request' },
  { status: 403, kind: 'forbidden' },
  { status: 404, kind: 'not-found' },
  { status: 405, kind: 'unexpected-status' },
  { status: 422, kind: 'bad-request' },
  { status: 200, kind: 'bad-request' }, // `seen: false`
] as const)(
  'a $status ($kind) parks the mark: not sent again, shown on its row',
  async ({ status, kind }) => {
    const { clock, server, mark, asked, counts, rows } = await marked(1);
    server.before = (call) => {
      if (call.startsWith('PATCH')) throw fail(kind, { status });
    };
    await mark();
    await clock.pass(10 * MIN);
    expect(patches(asked())).toHaveLength(1);
    expect(await counts()).toMatchObject({ waiting: 0, refused: 1 });
    expect((await rows())[0]).toMatchObject({ seen: true, mark: 'refused' });
  },
);

test.for([
  { kind: 'server-error', status: 500 },
  { kind: 'throttled', status: 429, retryAfter: 90_000 },
  { kind: 'timeout' },
] as const)('$kind backs off that mark alone', async ({ kind, ...rest }) => {
  const { clock, server, mark, asked, counts, poller } = await marked(3);
  server.before = (call) => {
    if (call === 'PATCH 1') throw fail(kind, rest);
  };
  await mark();
  await clock.pass(8000);
  expect(patches(asked())).toEqual(['PATCH 1', 'PATCH 2', 'PATCH 3']);
  expect(await counts()).toMatchObject({ waiting: 1, refused: 0 });
  expect(poller.state().health.state).toBe('watching');
  const soon = 'retryAfter' in rest ? rest.retryAfter - 1 : 900;
  await clock.pass(soon);
  expect(patches(asked())).toEqual([]);
  server.before = () => undefined;
  await clock.pass(5 * MIN);
  expect(patches(asked())).toEqual(['PATCH 1']);
  expect(await counts()).toMatchObject({ waiting: 0 });
});

test.for(['token-refused', 'no-token'] as const)(
  '%s: the mark waits for the next poll, it is not hammered',
  async (kind) => {
    const { clock, server, mark, asked, counts } = await marked(2);
    server.before = () => {
      throw fail(kind, kind === 'no-token' ? {} : { status: 401 });
    };
    await mark();
    await clock.pass(10 * MIN);
    expect(patches(asked()).length).toBeLessThanOrEqual(8);
    expect(await counts()).toMatchObject({ waiting: 2, refused: 0 });
    server.before = () => undefined;
    await clock.pass(5 * MIN);
    expect(patches(asked())).toEqual(['PATCH 1', 'PATCH 2']);
  },
);

test('a mark whose answer was lost is settled by what the server says', async () => {
  const { clock, server, mark, counts, rows } = await marked(1);
  server.before = (call) => {
    if (!call.startsWith('PATCH')) return;
    server.items[0]!.seen = true;
    throw fail('timeout');
  };
  await mark();
  await clock.pass(2 * EVERY);
  expect(await counts()).toMatchObject({ waiting: 0, serverUnseen: 0 });
  expect((await rows())[0]).toMatchObject({ seen: true, mark: null });
});

test('quitting sends what is due within 2 s, the rest waits for the next start', async () => {
  const tested = await marked(30);
  const { clock, server, store, begin, keys, counts } = tested;
  await tested.poller.stop();
  const { api } = slowed(server, clock.after, 900);
  const poller = begin({ api });
  await clock.pass(5000);
  await store.addMarks(keys, 'b', clock.now() + 8000);
  await store.releaseMarks(clock.now());
  const stopped = poller.stop(2000);
  await clock.pass(2000);
  await stopped;
  const sent = server.items.filter(({ seen }) => seen).length;
  expect(sent).toBe(8);
  expect(await counts()).toMatchObject({ waiting: 30 - sent });
  begin();
  await clock.pass(5000); // those that were cut off waited a little
  expect(await counts()).toMatchObject({ waiting: 0 });
});

test('after its end nothing more is asked', async () => {
  const { clock, poller, mark, asked } = await marked(2);
  await poller.stop();
  await mark();
  await poller.kick();
  await clock.pass(10 * MIN);
  expect(asked()).toEqual([]);
});

test('a restored server gave the number to another one: that one is told, and the row says that its own is gone', async () => {
  const { clock, server, mark, told, rows, counts } = await marked(3);
  await mark();
  const [one] = server.items.splice(2, 1);
  server.items.push({ ...one!, ts: (clock.now() + 5000) * 1000, type: 3 });
  await clock.pass(8000 + 2 * EVERY);
  expect(told.map(({ first: { key } }) => [key.id, key.ts > clock.now() * 1000 - 100_000_000])).toEqual([
    ['3', true],
  ]);
  expect((await rows()).map(({ key, live, mark: waits }) => `${key.id} ${live} ${waits}`)).toEqual([
    '3 true null',
    '3 false refused',
    '2 true null',
    '1 true null',
  ]);
  expect(await counts()).toMatchObject({ waiting: 0, serverUnseen: 0 });
});

test('marks that hang hold a poll for five seconds, no longer; they back off', async () => {
  const { clock, server, store, keys, begin, poller, asked } = await marked(3);
  await poller.stop();
  const hang = (_: string, signal?: AbortSignal): Promise<never> =>
    new Promise((_resolve, reject) =>
      signal?.addEventListener('abort', () => reject(signal.reason as Error)),
    );
  await store.addMarks(keys, 'b', clock.now());
  begin({ api: { ...server, markSeen: hang } });
  await clock.pass(4999);
  expect(asked()).toEqual([]);
  await clock.pass(1);
  expect(asked()[0]).toBe('GET ordering=-timestamp&limit=100&offset=0');
  expect(await store.dueMarks('a', clock.now(), 9)).toEqual([]);
});
