import { expect, test } from 'vitest';
import type { Failure } from '../../../src-shared/app-error';
import { json, startLoopback } from './loopback';
import { clock, send, get, failureOf } from './sending';

const X = { name: 'Authorization', value: 'x', token: 'x' };

test('an answer: its bytes, its headers; the token goes along, no cookie, no cache', async () => {
  const Date_ = 'Sun, 22 Nov 2026 09:00:00 GMT';
  const server = await startLoopback((response) => json(response, 200, { count: 0 }, { Date: Date_ }));
  const { body, ...rest } = await get(`${server.origin}/a/?b=1`);
  expect(new TextDecoder().decode(body)).toBe('{"count":0}');
  expect(rest).toEqual({ status: 200, date: Date.UTC(2026, 10, 22, 9), duration: 0 });
  expect(server.hits[0]).toMatchObject({
    method: 'GET',
    url: '/a/?b=1',
    authorization: 'Token canary-token',
  });
  expect(server.hits[0]!.headers).not.toHaveProperty('cookie');
  expect(server.hits[0]!.headers).not.toHaveProperty('content-type');
  expect(clock.timers()).toBe(0);
});

test('a body is sent as JSON', async () => {
  const server = await startLoopback((response) => json(response, 200, {}));
  await send({ method: 'PATCH', url: server.origin, authorization: X, body: '{"seen":true}' });
  expect(server.hits[0]).toMatchObject({ method: 'PATCH', body: '{"seen":true}' });
  expect(server.hits[0]!.headers['content-type']).toBe('application/json');
});

const redirects = [301, 302, 303, 307, 308].flatMap((status) =>
  (['GET', 'PATCH', 'POST'] as const).map((method) => ({ status, method })),
);

test.for(redirects)(
  '$method answered with $status: told, and nobody else gets the token',
  async ({ status, method }) => {
    const second = await startLoopback((response) => json(response, 200, {}));
    const first = await startLoopback((response) => {
      response.writeHead(status, { Location: `${second.origin}/steal/` }).end();
    });
    const body = method === 'GET' ? {} : { body: '{}' };
    expect(await failureOf(send({ method, url: first.origin, authorization: X, ...body }))).toEqual({
      kind: 'redirect',
    });
    expect(second.hits).toEqual([]);
    expect(first.hits).toHaveLength(1);
  },
);

test('a redirect within the same origin is not followed either: a PATCH would lose its body', async () => {
  const server = await startLoopback((response, { url }) => {
    if (url.endsWith('/')) json(response, 200, {});
    else response.writeHead(301, { Location: `${url}/` }).end();
  });
  expect(await failureOf(get(`${server.origin}/a`))).toEqual({ kind: 'redirect' });
  expect(server.hits).toHaveLength(1);
});

const html = '<!doctype html><html><body>503 Service Temporarily Unavailable</body></html>';

test.for<{ status: number; body: unknown; headers?: object; failure: Failure }>([
  {
    status: 401,
    body: { detail: 'Invalid token.' },
    failure: { kind: 'token-refused', status: 401, detail: 'Invalid token.' },
  },
  { status: 403, body: { detail: 'No.' }, failure: { kind: 'forbidden', status: 403, detail: 'No.' } },
  {
    status: 404,
    body: { detail: 'Not found.' },
    failure: { kind: 'not-found', status: 404, detail: 'Not found.' },
  },
  { status: 404, body: html, failure: { kind: 'not-found', status: 404 } },
  { status: 405, body: { detail: 'x' }, failure: { kind: 'unexpected-status', status: 405, detail: 'x' } },
  {
    status: 400,
    body: { severity: ['Enter a number.'] },
    failure: { kind: 'bad-request', status: 400, detail: 'severity: Enter a number.' },
  },
  {
    status: 400,
    body: { seen: 'not so' },
    failure: { kind: 'bad-request', status: 400, detail: 'seen: not so' },
  },
  { status: 400, body: '"just words"', failure: { kind: 'bad-request', status: 400, detail: 'just words' } },
  { status: 400, body: '[1,2]', failure: { kind: 'bad-request', status: 400 } },
  { status: 400, body: '{}', failure: { kind: 'bad-request', status: 400 } },
  { status: 422, body: '', failure: { kind: 'bad-request', status: 422 } },
  {
    status: 429,
    body: { detail: 'Slow.' },
    headers: { 'Retry-After': '30' },
    failure: { kind: 'throttled', status: 429, detail: 'Slow.', retryAfter: 30_000 },
  },
  { status: 429, body: '', headers: { 'Retry-After': 'soon' }, failure: { kind: 'throttled', status: 429 } },
  {
    status: 429,
    body: '',
    headers: { Date: 'Sun, 01 Jan 2023 00:00:00 GMT', 'Retry-After': 'Sun, 01 Jan 2023 00:02:00 GMT' },
    failure: { kind: 'throttled', status: 429, retryAfter: 120_000 },
  },
  { status: 500, body: html, failure: { kind: 'server-error', status: 500 } },
  { status: 502, body: html, failure: { kind: 'server-error', status: 502 } },
  { status: 511, body: html, failure: { kind: 'not-json', status: 511 } },
  {
    status: 503,
    body: html,
    headers: { 'Retry-After': '86400' },
    failure: { kind: 'server-error', status: 503, retryAfter: 3_600_000 },
  },
  { status: 418, body: 'teapot', failure: { kind: 'unexpected-status', status: 418 } },
  { status: 304, body: '', failure: { kind: 'unexpected-status', status: 304 } },
])('$status with $body → $failure', async ({ status, body, headers, failure }) => {
  const server = await startLoopback((response) => json(response, status, body, headers));
  expect(await failureOf(get(server.origin))).toEqual(failure);
});

test('the server’s words are cut to 300 characters on one line', async () => {
  const server = await startLoopback((response) =>
    json(response, 400, { detail: `a\n  b${'x'.repeat(9000)}` }),
  );
  const { detail } = await failureOf(get(server.origin));
  expect(detail).toHaveLength(300);
  expect(detail).toMatch(/^a bx+$/);
});

test('an API’s own form of errors goes over what the status means', async () => {
  const server = await startLoopback((response) => json(response, 403, { code: 'SCOPE' }));
  const explain = (value: unknown) => ({ kind: 'no-permission', detail: JSON.stringify(value) }) as const;
  expect(await failureOf(get(server.origin, { explain }))).toEqual({
    kind: 'no-permission',
    status: 403,
    detail: '{"code":"SCOPE"}',
  });
});

test.for([
  'canary/to=ken',
  'canary%2Fto%3Dken',
  'Y2FuYXJ5L3RvPWtlbg==',
  'Authorization: Basic Y2FuYXJ5L3RvPWtlbg',
  'canary/to=',
])('a token that the server repeats goes no further: %s', async (repeated) => {
  const authorization = { name: 'Authorization', value: 'Token canary/to=ken', token: 'canary/to=ken' };
  const server = await startLoopback((response) =>
    json(response, 401, { detail: `No such token: ${repeated}.` }),
  );
  expect((await failureOf(get(server.origin, { authorization }))).detail).toMatch(/^No such token: .*•••\.$/);
  const explain = (value: unknown) => ({ detail: JSON.stringify(value) });
  const { detail } = await failureOf(get(server.origin, { authorization, explain }));
  expect(detail).not.toMatch(/canary|Y2Fu/);
});

test('nobody listens → refused', async () => {
  const server = await startLoopback(() => undefined);
  await server.close();
  expect(await failureOf(get(server.origin))).toEqual({ kind: 'refused' });
});

test.for([0, 10])('reset after %d bytes → connection', async (bytes) => {
  const server = await startLoopback((response) => {
    const reset = () => void response.socket?.resetAndDestroy();
    if (bytes === 0) return reset();
    response.writeHead(200, { 'Content-Length': 1000 });
    response.write('x'.repeat(bytes), reset);
  });
  expect((await failureOf(get(server.origin))).kind).toBe('connection');
});
