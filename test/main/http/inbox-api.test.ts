import { expect, test } from 'vitest';
import type { Scheme } from '../../../src-shared/account';
import { AppError, toFailure } from '../../../src-shared/app-error';
import { toServerQuery, type Filter } from '../../../src-shared/filter';
import { createInboxApi } from '../../../src-main/http/inbox-api';
import { createSend } from '../../../src-main/http/send';
import { readPage } from '../../../src-main/core/sync/read-page';
import type { DemoOptions } from '../../../src-main/demo/server';
import { createFakeClock } from '../../support/fake-clock';
import { LIST, NOW, startDemo } from '../demo/demo-client';
import { json, startLoopback } from './loopback';

const send = createSend((url, init) => fetch(url, init), createFakeClock());

async function connect(options: Partial<DemoOptions> = {}, scheme: Scheme = 'Token') {
  const demo = await startDemo(options);
  const api = createInboxApi(send, { baseUrl: demo.baseUrl, scheme }, () => demo.token);
  const requests = async () =>
    (
      (await demo.control('GET', '/requests')).body as {
        requests: { method: string; path: string; query: string; status: number }[];
      }
    ).requests;
  const idsOf = async (filter: Filter, limit = 100, offset = 0) => {
    const { params } = toServerQuery(filter);
    return readPage((await api.list({ params, limit, offset })).body).rows.map(({ id }) => Number(id));
  };
  return { demo, api, requests, idsOf };
}

const kindOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'no failure',
    (error: unknown) => (error instanceof AppError ? error.failure.kind : error),
  );

/** Severities 1 to 5 with types 1 to 5; the third is seen. */
const items = [1, 2, 3, 4, 5].map((n) => ({
  id: n,
  type: n,
  severity: n,
  seen: n === 3,
  timestamp: `2026-11-20T10:00:0${n}Z`,
}));

const FILTERS: { filter: Filter; ids: number[] }[] = [
  { filter: {}, ids: [5, 4, 3, 2, 1] },
  { filter: { order: 'oldest' }, ids: [1, 2, 3, 4, 5] },
  { filter: { seen: true }, ids: [3] },
  { filter: { seen: false }, ids: [5, 4, 2, 1] },
  { filter: { types: [1, 2] }, ids: [2, 1] },
  { filter: { severity: { op: 'in', values: [4] } }, ids: [4] },
  { filter: { severity: { op: 'in', values: [1, 5] } }, ids: [5, 1] },
  { filter: { severity: { op: '>', value: 3 } }, ids: [5, 4] },
  { filter: { severity: { op: '<', value: 3 } }, ids: [2, 1] },
  { filter: { severity: { op: '>=', value: 3 } }, ids: [5, 4, 3] },
  { filter: { severity: { op: '<=', value: 3 } }, ids: [3, 2, 1] },
  { filter: { seen: false, types: [2, 3], severity: { op: '>=', value: 2 } }, ids: [2] },
];

test.for(
  (['both', 'document', 'examples'] as const).flatMap((operators) =>
    FILTERS.map((one) => ({ operators, ...one })),
  ),
)('a server that takes $operators: $filter → $ids', async ({ operators, filter, ids }) => {
  const { demo, idsOf } = await connect();
  await demo.control('POST', '/arrive', items);
  await demo.control('POST', '/behaviour', { operators });
  expect(await idsOf(filter)).toEqual(ids);
});

test('the other spelling is tried once after a 400, and then kept', async () => {
  const { demo, idsOf, requests } = await connect();
  await demo.control('POST', '/arrive', items);
  await demo.control('POST', '/behaviour', { operators: 'document' });
  const filter: Filter = { severity: { op: '>=', value: 3 } };
  await idsOf(filter);
  await idsOf(filter);
  expect(
    (await requests()).map(({ query, status }) => [new URLSearchParams(query).get('severity'), status]),
  ).toEqual([
    ['>=3', 400],
    ['=>3', 200],
    ['=>3', 200],
  ]);
});

test('a 400 about something else is the answer after two tries, and nothing is learned of it', async () => {
  const { demo, api, requests } = await connect();
  const params = { severity: '>=1', type: '99' };
  expect(await kindOf(api.list({ params, limit: 1, offset: 0 }))).toBe('bad-request');
  expect(await requests()).toHaveLength(2);
  await demo.control('POST', '/behaviour', { operators: 'examples' });
  await api.list({ params: { severity: '>=1' }, limit: 1, offset: 0 });
  expect(await requests()).toHaveLength(3);
  expect(await kindOf(api.list({ params: { type: '99' }, limit: 1, offset: 0 }))).toBe('bad-request');
  expect(await requests()).toHaveLength(4);
});

test('operators travel percent-encoded, the slash stands, offset 0 is left out', async () => {
  const { api, requests } = await connect();
  await api.list({ params: { severity: '>=1', type: '1|2' }, limit: 7, offset: 0 });
  await api.list({ params: {}, limit: 7, offset: 14 });
  expect((await requests()).map(({ path, query }) => `${path}?${query}`)).toEqual([
    `${LIST}?severity=%3E%3D1&type=1%7C2&limit=7`,
    `${LIST}?limit=7&offset=14`,
  ]);
});

test('`next` is never asked: pages are of the account’s own host, whatever the server thinks it is', async () => {
  const thief = await startLoopback((response) => json(response, 200, {}));
  const { demo, api, requests } = await connect({ history: 30, basePath: '/platform' });
  await demo.control('POST', '/behaviour', { nextOrigin: thief.origin });
  const { body } = await api.list({ params: {}, limit: 10, offset: 10 });
  expect(new TextDecoder().decode(body)).toContain(thief.origin);
  expect(readPage(body)).toMatchObject({ length: 10, hasNext: true, nextLimit: 10, count: 30 });
  expect(await requests()).toHaveLength(1);
  expect(thief.hits).toEqual([]);
});

test('the server’s own time comes with each page; without it there is none', async () => {
  const { demo, api } = await connect();
  await demo.control('POST', '/behaviour', { dateSkewSeconds: 3600 });
  expect((await api.list({ params: {}, limit: 1, offset: 0 })).date).toBe(NOW + 3_600_000);
  await demo.control('POST', '/behaviour', { dateSkewSeconds: null });
  expect((await api.list({ params: {}, limit: 1, offset: 0 })).date).toBeUndefined();
});

test('a mark is one PATCH with its slash and its body, and reaches the server', async () => {
  const { demo, api, requests } = await connect();
  await demo.control('POST', '/arrive', items);
  const answer = await api.markSeen('2');
  expect(JSON.parse(new TextDecoder().decode(answer))).toMatchObject({ id: 2, seen: true });
  expect((await requests()).at(-1)).toMatchObject({ method: 'PATCH', path: `${LIST}2/`, status: 200 });
  const state = await demo.control('GET', '/state?ids=2,1');
  expect(state.body).toMatchObject({
    unseen: 3,
    items: [
      { id: 2, seen: true },
      { id: 1, seen: false },
    ],
  });
});

test('mark all is one POST', async () => {
  const { demo, api, requests } = await connect();
  await demo.control('POST', '/arrive', items);
  await api.markAllSeen();
  expect((await requests()).at(-1)).toMatchObject({ method: 'POST', path: `${LIST}mark_seen/`, status: 200 });
  expect((await demo.control('GET', '/state')).body).toMatchObject({ unseen: 0 });
});

test('one notification by its number, as its text; one that is not there', async () => {
  const { demo, api } = await connect();
  await demo.control('POST', '/arrive', items);
  expect(JSON.parse(new TextDecoder().decode(await api.single('4')))).toMatchObject({ id: 4, type: 4 });
  expect(await kindOf(api.single('99'))).toBe('not-found');
  expect(await kindOf(api.markSeen('99'))).toBe('not-found');
});

test('a wrong token and a scheme that the server does not know', async () => {
  const { demo } = await connect();
  const list = (scheme: Scheme, token: string | undefined) =>
    kindOf(
      createInboxApi(send, { baseUrl: demo.baseUrl, scheme }, () => token).list({
        params: {},
        limit: 1,
        offset: 0,
      }),
    );
  expect(await list('Bearer', demo.token)).toBe('no failure');
  expect(await list('JWT', demo.token)).toBe('token-refused');
  expect(await list('Token', 'wrong')).toBe('token-refused');
  expect(await list('Token', undefined)).toBe('no-token');
});

test.for([
  { fault: { kind: 'html' }, kind: 'not-json' },
  { fault: { kind: 'redirect', location: 'http://127.0.0.1:9/login' }, kind: 'redirect' },
  { fault: { kind: 'status', status: 503 }, kind: 'server-error' },
  { fault: { kind: 'reset', afterBytes: 5 }, kind: 'connection' },
  { fault: { kind: 'flood', bytes: 9_000_000, gzip: true }, kind: 'too-large' },
])('$fault.kind → $kind for every request', async ({ fault, kind }) => {
  const { demo, api } = await connect();
  await demo.control('POST', '/arrive', items);
  await demo.control('POST', '/fault', { ...fault, times: 'all' });
  expect(await kindOf(api.list({ params: {}, limit: 10, offset: 0 }))).toBe(kind);
  expect(await kindOf(api.single('1'))).toBe(kind);
  expect(await kindOf(api.markSeen('1'))).toBe(kind);
  expect(await kindOf(api.markAllSeen())).toBe(kind);
});

test('a server that answers a mark with seen: false has refused it: asking again changes nothing', async () => {
  const server = await startLoopback((response) => json(response, 200, '{"id":1,"seen":false}'));
  const api = createInboxApi(send, { baseUrl: server.origin, scheme: 'Token' }, () => 'x');
  expect(await api.markSeen('1').then(() => null, toFailure)).toEqual({ kind: 'bad-request', status: 200 });
});

test.for([
  { what: 'a portal’s page', body: '<html>', kind: 'not-json' },
  { what: 'half an answer', body: '{"id":1,"se', kind: 'broken-json' },
  { what: 'nothing', body: '', kind: 'broken-json' },
  { what: 'another JSON', body: '{"ok":true}', kind: 'not-our-api' },
  { what: 'a list', body: '[]', kind: 'not-our-api' },
])('a 2xx that does not say so is no mark: $what', async ({ body, kind }) => {
  const server = await startLoopback((response) => json(response, 200, body));
  const api = createInboxApi(send, { baseUrl: server.origin, scheme: 'Token' }, () => 'x');
  expect(await kindOf(api.markSeen('1'))).toBe(kind);
  expect(await kindOf(api.markAllSeen())).toBe(kind);
});

test.for([
  { what: 'words', body: ' OK', kind: 'not-json' },
  { what: 'nothing', body: '', kind: 'broken-json' },
  { what: 'a page after a byte order mark', body: '\uFEFF<html>', kind: 'not-json' },
  { what: 'a list far down', body: `\uFEFF${' '.repeat(500)}[]`, kind: 'no failure' },
])('a page of $what → $kind', async ({ body, kind }) => {
  const server = await startLoopback((response) => json(response, 200, body));
  const api = createInboxApi(send, { baseUrl: server.origin, scheme: 'Token' }, () => 'x');
  expect(await kindOf(api.list({ params: {}, limit: 1, offset: 0 }))).toBe(kind);
});

test.for(['clé', 'a\nb', '“quoted”', ''])(
  'a token that no header can hold is said to be one: %j',
  async (token) => {
    const server = await startLoopback((response) => json(response, 200, '[]'));
    const api = createInboxApi(send, { baseUrl: server.origin, scheme: 'Token' }, () => token);
    expect(await kindOf(api.list({ params: {}, limit: 1, offset: 0 }))).toBe('bad-token');
    expect(server.hits).toEqual([]);
  },
);

test('204 without a body is a yes', async () => {
  const server = await startLoopback((response) => void response.writeHead(204).end());
  const api = createInboxApi(send, { baseUrl: server.origin, scheme: 'Token' }, () => 'x');
  await api.markSeen('1');
  expect(server.hits).toMatchObject([{ body: '{"seen":true}' }]);
});

test('a mark asked to stop stops', async () => {
  const stop = new AbortController();
  const server = await startLoopback(() => stop.abort());
  const api = createInboxApi(send, { baseUrl: server.origin, scheme: 'Token' }, () => 'x');
  expect(await kindOf(api.markSeen('1', stop.signal))).toBe('stopped');
});
