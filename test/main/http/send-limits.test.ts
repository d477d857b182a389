import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fail, type Failure } from '../../../src-shared/app-error';
import { createSend, MAX_BYTES } from '../../../src-main/http/send';
import { startLoopback, type Loopback } from './loopback';
import { clock, get, failureOf } from './sending';

const X = { name: 'Authorization', value: 'x', token: 'x' };

/** Sends `pieces` and then nothing more. */
async function stalled(pieces: number): Promise<{ sent: Promise<Failure>; server: Loopback }> {
  const server = await startLoopback((response) => {
    if (pieces > 0) response.writeHead(200, { 'Content-Length': 1000 });
    for (let i = 0; i < pieces; i += 1) response.write('x');
  });
  const asked = server.asked();
  const sent = failureOf(get(server.origin));
  await asked;
  return { sent, server };
}

test.for([0, 1])('silence for 10 s after %d pieces → timeout', async (pieces) => {
  const { sent } = await stalled(pieces);
  let over = false;
  void sent.then(() => (over = true));
  await clock.pass(9_000);
  expect(over).toBe(false);
  await clock.pass(1_001);
  expect(await sent).toEqual({ kind: 'timeout', ...(pieces > 0 && { begun: true }) });
  expect(clock.timers()).toBe(0);
});

test.for([
  { cut: 'before it answers', pieces: 0, begun: {} },
  { cut: 'in its answer', pieces: 1, begun: { begun: true } },
])('cut by the server $cut → connection', async ({ pieces, begun }) => {
  const server = await startLoopback((response) => {
    if (pieces > 0) response.writeHead(200, { 'Content-Length': 1000 }).write('x');
    setImmediate(() => response.destroy());
  });
  expect(await failureOf(get(server.origin))).toMatchObject({ kind: 'connection' });
  expect(Object.keys(await failureOf(get(server.origin))).includes('begun')).toBe('begun' in begun);
});

test('a drip that never falls silent ends after 30 s as a whole', async () => {
  const encoder = new TextEncoder();
  let drip: (() => void) | undefined;
  const slow = createSend((_, { signal }) => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        drip = () => controller.enqueue(encoder.encode(' '));
        signal?.addEventListener('abort', () => controller.error(signal.reason));
      },
    });
    return Promise.resolve(new Response(body));
  }, clock);
  const sent = failureOf(slow({ method: 'GET', url: 'https://h.example/', authorization: X }));
  for (let second = 5; second < 30; second += 5) {
    await clock.pass(5_000);
    drip!();
  }
  await clock.pass(5_001);
  expect(await sent).toEqual({ kind: 'timeout', begun: true });
  expect(clock.timers()).toBe(0);
});

test.for([
  { what: 'plain', gzip: false },
  { what: 'a gzip bomb of 64 MiB', gzip: true },
])('over 8 MiB decoded, $what → too large, and no more is read', async ({ gzip }) => {
  const bytes = gzip ? 64 * 1024 * 1024 : MAX_BYTES + 1;
  const body = gzip ? gzipSync(Buffer.alloc(bytes, ' ')) : Buffer.alloc(bytes, ' ');
  const server = await startLoopback((response) => {
    response.writeHead(200, gzip ? { 'Content-Encoding': 'gzip' } : {}).end(body);
  });
  const before = process.memoryUsage().arrayBuffers;
  expect(await failureOf(get(server.origin))).toEqual({ kind: 'too-large' });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024);
});

test('8 MiB to the byte is taken', async () => {
  const server = await startLoopback((response) => void response.end(Buffer.alloc(MAX_BYTES, ' ')));
  expect((await get(server.origin)).body.byteLength).toBe(MAX_BYTES);
});

test('an endless error page costs 64 KiB and keeps its status', async () => {
  const server = await startLoopback((response) => {
    response.writeHead(500).end(Buffer.alloc(20 * 1024 * 1024, '<'));
  });
  expect(await failureOf(get(server.origin))).toEqual({ kind: 'server-error', status: 500 });
});

test.for(['before', 'while it waits', 'while it reads'] as const)('stopped %s → stopped', async (when) => {
  const stop = new AbortController();
  const server = await startLoopback((response) => {
    if (when === 'while it reads') response.writeHead(200, { 'Content-Length': 1000 }).write('x');
  });
  if (when === 'before') stop.abort(fail('stopped'));
  const asked = server.asked();
  const sent = failureOf(get(server.origin, { signal: stop.signal }));
  if (when !== 'before') await asked;
  stop.abort(fail('stopped'));
  expect(await sent).toEqual({ kind: 'stopped' });
  expect(clock.timers()).toBe(0);
});
