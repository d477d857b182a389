import type { App, ClientRequest, ClientRequestConstructorOptions, IncomingMessage, Session } from 'electron';
import { expect, test } from 'vitest';
import { fail } from '../../../src-shared/app-error';
import type { Asking } from '../../../src-main/core/network-port';
import { createApiSessions } from '../../../src-main/electron/api-session';
import { settle } from '../../support/fake-clock';
import { emitter } from './support/fakes';

const ASKING: Asking = {
  method: 'GET',
  headers: { Accept: 'application/json', Authorization: 'Token t' },
  signal: new AbortController().signal,
  redirect: 'error',
  credentials: 'omit',
  cache: 'no-store',
};

/** What Chromium is asked, and what it answers. */
function network() {
  const opened: unknown[] = [];
  const started: ClientRequestConstructorOptions[] = [];
  const sent: unknown[] = [];
  const asked = emitter<ClientRequest>({
    end: (body?: string) => void sent.push(body),
    abort: () => void sent.push('aborted'),
  });
  const app = emitter<App>();
  const fromPartition = (...given: unknown[]): Session => {
    opened.push(given);
    return {
      setSSLConfig: (config: object) => opened.push(config),
      setUserAgent: (agent: string) => opened.push(agent),
      closeAllConnections: () => Promise.resolve(opened.push('closed')),
      clearStorageData: () => Promise.resolve(opened.push('cleared')),
    } as unknown as Session;
  };
  const start = (options: ClientRequestConstructorOptions): ClientRequest => {
    started.push(options);
    return asked;
  };
  const sessions = createApiSessions({ app, session: { fromPartition }, start, userAgent: 'Tocsin/1' });
  /** The head of an answer; its body is told by events. */
  function answer(statusCode = 200, headers: object = {}) {
    const incoming = emitter<IncomingMessage>({ statusCode, headers });
    asked.emit('response', incoming);
    return incoming;
  }
  return { app, opened, started, sent, asked, answer, ...sessions };
}

test('a session each, in memory; never a redirect, a cookie or the cache, whatever is asked', async () => {
  const { fetchOf, forget, opened, started, sent } = network();
  const fetch = fetchOf('abcd1234');
  expect(opened).toEqual([]);
  const lax = { redirect: 'follow', credentials: 'include', cache: 'default' } as unknown as Asking;
  void fetch('https://a.example/', { ...ASKING, ...lax, method: 'PATCH', body: '{}' });
  void fetchOf('abcd1234')('https://a.example/', ASKING);
  expect(opened).toEqual([['api-abcd1234-1', { cache: false }], { minVersion: 'tls1.2' }, 'Tocsin/1']);
  const session: unknown = expect.objectContaining({});
  const safe = { redirect: 'error', credentials: 'omit', cache: 'no-store' };
  const { headers } = ASKING;
  expect(started).toEqual([
    { session, url: 'https://a.example/', method: 'PATCH', headers, ...safe },
    { session, url: 'https://a.example/', method: 'GET', headers, ...safe },
  ]);
  expect(sent).toEqual(['{}', undefined]);
  await forget('abcd1234');
  expect(opened.slice(-2)).toEqual(['closed', 'cleared']);
});

test('another session once Chromium’s network process is gone, and only then', () => {
  const { app, fetchOf, opened } = network();
  const fetch = fetchOf('a');
  const names = (): unknown[] => opened.flatMap((one) => (Array.isArray(one) ? [one[0] as unknown] : []));
  void fetch('https://a.example/', ASKING);
  app.emit('child-process-gone', {}, { type: 'GPU' });
  void fetch('https://a.example/', ASKING);
  expect(names()).toEqual(['api-a-1']);
  app.emit('child-process-gone', {}, { type: 'Utility', serviceName: 'network.mojom.NetworkService' });
  void fetch('https://a.example/', ASKING);
  expect(names()).toEqual(['api-a-1', 'api-a-2']);
});

test.for([
  { status: 200, ok: true },
  { status: 299, ok: true },
  { status: 304, ok: false },
  { status: 401, ok: false },
])('an answer of $status: its head, then its body in pieces, then its end', async ({ status, ok }) => {
  const { fetchOf, answer } = network();
  const asking = fetchOf('a')('https://a.example/', ASKING);
  const incoming = answer(status, { date: 'Sun, 22 Nov 2026 16:00:00 GMT', 'set-cookie': ['a', 'b'] });
  const answered = await asking;
  const header = (name: string): string | null => answered.headers.get(name);
  expect([answered.status, answered.ok, header('date')]).toEqual([
    status,
    ok,
    'Sun, 22 Nov 2026 16:00:00 GMT',
  ]);
  expect([header('set-cookie'), header('retry-after')]).toEqual(['a,b', null]);
  const reader = answered.body!.getReader();
  const first = reader.read(); // waits for it
  await settle();
  incoming.emit('data', Buffer.from('12'));
  incoming.emit('data', Buffer.from('3'));
  const read = [await first, await reader.read()].map(({ value }) => Buffer.from(value ?? []).toString());
  expect(read).toEqual(['12', '3']);
  const end = reader.read();
  incoming.emit('end');
  expect(await end).toEqual({ done: true });
});

test('nobody was reached: rejects with Chromium’s own words', async () => {
  const { fetchOf, asked } = network();
  const asking = fetchOf('a')('https://a.example/', ASKING);
  asked.emit('error', new Error('net::ERR_NAME_NOT_RESOLVED'));
  await expect(asking).rejects.toThrow('net::ERR_NAME_NOT_RESOLVED');
});

test('the connection breaks in the middle: what came is read, then it is told; the request says so, too, and nobody minds', async () => {
  const { fetchOf, asked, answer } = network();
  const asking = fetchOf('a')('https://a.example/', ASKING);
  const incoming = answer();
  const reader = (await asking).body!.getReader();
  const first = reader.read();
  incoming.emit('data', Buffer.from('12'));
  incoming.emit('error', new Error('net::ERR_CONNECTION_RESET'));
  asked.emit('error', new Error('net::ERR_CONNECTION_RESET'));
  expect((await first).value).toEqual(Buffer.from('12'));
  await expect(reader.read()).rejects.toThrow('net::ERR_CONNECTION_RESET');
});

test('a body that nobody reads may break as it likes', async () => {
  const { fetchOf, answer } = network();
  const asking = fetchOf('a')('https://a.example/', ASKING);
  const incoming = answer();
  await (await asking).body!.cancel();
  expect(() => incoming.emit('error', new Error('net::ERR_FAILED'))).not.toThrow();
});

test('given up: the request ends, and a read that waits is done', async () => {
  const { fetchOf, sent, answer } = network();
  const stop = new AbortController();
  const asking = fetchOf('a')('https://a.example/', { ...ASKING, signal: stop.signal });
  answer();
  const reader = (await asking).body!.getReader();
  const reading = reader.read();
  await settle();
  expect(sent).toEqual([undefined]);
  stop.abort(fail('stopped'));
  await reader.cancel();
  expect(await reading).toEqual({ done: true });
  expect(sent).toEqual([undefined, 'aborted']);
});
