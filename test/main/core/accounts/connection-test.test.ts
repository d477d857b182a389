import { expect, test } from 'vitest';
import { SCHEMES, type Scheme } from '../../../../src-shared/account';
import { fail, type AppError } from '../../../../src-shared/app-error';
import { testConnection, type Connection } from '../../../../src-main/core/accounts/connection-test';
import type { TestStep } from '../../../../src-shared/ipc';
import type { InboxApi, Network, TenantApi } from '../../../../src-main/core/ports';

const connection: Connection = {
  kind: 'inbox',
  baseUrl: ' https://lab.example/p/ ',
  scheme: 'Token',
  token: 'secret-token',
  allowHttp: false,
};
const list = (body: string): Pick<InboxApi, 'list'> => ({
  list: () => Promise.resolve({ body: new TextEncoder().encode(body), date: undefined, duration: 1 }),
});
const refusing = (error: AppError): Pick<InboxApi, 'list'> => ({ list: () => Promise.reject(error) });
const GOOD = list('{"count":0,"next":null,"results":[]}');

const NETWORK: Network = {
  proxyOf: () => Promise.resolve(null),
  addressesOf: () => Promise.resolve(['203.0.113.7', '203.0.113.8', '2001:db8::7', '203.0.113.9']),
};
const wordOf = (one: TestStep): string =>
  one.ok ? one.step : one.ok === null ? `${one.step}: ${one.why}` : `${one.step}: ${one.failure.kind}`;

/** Up to the name; and up to the answer. */
const WAY = ['address', 'proxy', 'name'];
const REACHED = [...WAY, 'tls', 'status'];
const ALL = [...REACHED, 'json', 'shape', 'read', 'write: not-tried'];

function run(
  answer: (asked: Connection) => Pick<InboxApi, 'list'>,
  given: Partial<Connection> = {},
  network: Partial<Network> = {},
) {
  const asked: Connection[] = [];
  const api = (one: Connection): never => {
    asked.push(one);
    const { list: ask } = answer(one);
    return { list: ask, load: () => ask({ params: {}, limit: 1, offset: 0 }) } as never;
  };
  const apis = {
    inbox: api as (one: Connection) => InboxApi,
    tenant: api as (one: Connection) => TenantApi,
    network: { ...NETWORK, ...network },
  };
  return testConnection({ ...connection, ...given }, apis).then((steps) => ({
    asked,
    steps: steps.map(wordOf),
    all: steps,
    last: steps.at(-1)!,
  }));
}

test('everything answers: each step passed, the address as it will be kept', async () => {
  const { steps, asked, all } = await run(() => GOOD);
  expect(steps).toEqual(ALL);
  expect(asked).toEqual([{ ...connection, baseUrl: 'https://lab.example/p' }]);
  expect(all.filter((one) => 'detail' in one || 'count' in one)).toEqual([
    { step: 'address', ok: true, detail: 'https://lab.example/p' },
    { step: 'name', ok: true, detail: '203.0.113.7, 203.0.113.8, 2001:db8::7' },
    { step: 'read', ok: true, count: 0 },
  ]);
});

test('through a proxy the name is not ours to find; the proxy is named', async () => {
  const addressesOf = () => Promise.reject(fail('name'));
  const proxyOf = () => Promise.resolve('proxy.example:3128');
  const { steps, all } = await run(() => GOOD, {}, { proxyOf, addressesOf });
  expect(steps).toEqual(['address', 'proxy', 'name: proxied', ...ALL.slice(3)]);
  expect(all[1]).toEqual({ step: 'proxy', ok: true, detail: 'proxy.example:3128' });
});

test('a name that is not found stops it, and no token is sent', async () => {
  const { steps, asked } = await run(() => GOOD, {}, { addressesOf: () => Promise.reject(fail('name')) });
  expect(steps).toEqual(['address', 'proxy', 'name: name']);
  expect(asked).toEqual([]);
});

test.for([
  { baseUrl: 'https://10.0.0.1:8443', tls: 'tls' },
  { baseUrl: 'https://[2001:db8::7]', tls: 'tls' },
  { baseUrl: 'http://127.0.0.1:8000', tls: 'tls: http' },
])('$baseUrl needs no name: $tls', async ({ baseUrl, tls }) => {
  const { steps } = await run(() => GOOD, { baseUrl }, { addressesOf: () => Promise.reject(fail('name')) });
  expect(steps).toEqual(['address', 'proxy', 'name: number', tls, ...ALL.slice(4)]);
});

test('a system that cannot say its proxy is asked over none', async () => {
  const { steps } = await run(() => GOOD, {}, { proxyOf: () => Promise.reject(new Error('PAC')) });
  expect(steps).toEqual(ALL);
});

test.for([
  { baseUrl: 'lab.example', steps: ['address: bad-address'] },
  { baseUrl: 'http://lab.example', steps: ['address: http-refused'] },
  { baseUrl: 'https://u:p@lab.example', steps: ['address: bad-address'] },
])('$baseUrl asks nobody: $steps', async ({ baseUrl, steps }) => {
  const result = await run(() => GOOD, { baseUrl });
  expect(result.steps).toEqual(steps);
  expect(result.asked).toEqual([]);
});

test.for([
  { kind: 'no-network', steps: [...WAY, 'status: no-network'] },
  { kind: 'name', steps: ['address', 'proxy', 'name: name'] },
  { kind: 'refused', steps: [...WAY, 'status: refused'] },
  { kind: 'timeout', steps: [...WAY, 'status: timeout'] },
  { kind: 'tls', steps: [...WAY, 'tls: tls'] },
  { kind: 'proxy', steps: ['address', 'proxy: proxy'] },
  { kind: 'connection', steps: [...WAY, 'status: connection'] },
  { kind: 'no-token', steps: [...WAY, 'status: no-token'] },
  { kind: 'bad-token', steps: [...WAY, 'status: bad-token'] },
  { kind: 'not-found', steps: [...WAY, 'tls', 'status: not-found'] },
  { kind: 'redirect', steps: [...WAY, 'tls', 'status: redirect'] },
  { kind: 'throttled', steps: [...WAY, 'tls', 'status: throttled'] },
  { kind: 'server-error', steps: [...WAY, 'tls', 'status: server-error'] },
  { kind: 'token-refused', steps: [...WAY, 'tls', 'status: token-refused'] },
  { kind: 'token-expired', steps: [...WAY, 'tls', 'status: token-expired'] },
  { kind: 'not-json', steps: [...REACHED, 'json: not-json'] },
  { kind: 'broken-json', steps: [...REACHED, 'json: broken-json'] },
  { kind: 'not-our-api', steps: [...REACHED, 'json', 'shape: not-our-api'] },
  { kind: 'too-large', steps: [...REACHED, 'json', 'shape: too-large'] },
  { kind: 'forbidden', steps: [...REACHED, 'json', 'shape', 'read: forbidden'] },
  { kind: 'no-permission', steps: [...REACHED, 'json', 'shape', 'read: no-permission'] },
] as const)('$kind → $steps', async ({ kind, steps }) => {
  expect((await run(() => refusing(fail(kind)))).steps).toEqual(steps);
});

test('an answer of another form', async () => {
  expect((await run(() => list('{"status":"ok"}'))).steps).toEqual([
    ...REACHED,
    'json',
    'shape: not-our-api',
  ]);
});

test.for<Scheme>([...SCHEMES])('the scheme that works is found: %s', async (works) => {
  const given: Scheme = works === 'Token' ? 'Bearer' : 'Token';
  const { last, asked } = await run(
    ({ scheme }) => (scheme === works ? GOOD : refusing(fail('token-refused', { status: 401 }))),
    {
      scheme: given,
    },
  );
  expect(last).toEqual({ step: 'status', ok: false, failure: { kind: 'token-refused', status: 401 }, works });
  expect(
    asked.every(({ token, baseUrl }) => token === 'secret-token' && baseUrl === 'https://lab.example/p'),
  ).toBe(true);
});

test('where none works, each was tried once and none is named', async () => {
  const { last, asked } = await run(() => refusing(fail('forbidden', { status: 403 })));
  expect(asked.map(({ scheme }) => scheme).toSorted()).toEqual([...SCHEMES].toSorted());
  expect(last).not.toHaveProperty('works');
});

test.for(['no-token', 'bad-token', 'token-expired', 'server-error'] as const)(
  '%s: no other scheme is tried',
  async (kind) => {
    expect((await run(() => refusing(fail(kind)))).asked).toHaveLength(1);
  },
);

test('a header of its own that is refused: the three usual ways are tried', async () => {
  const { last, asked } = await run(
    ({ scheme }) => (scheme === 'Bearer' ? GOOD : refusing(fail('token-refused', { status: 401 }))),
    { scheme: 'Header', header: 'X-API-Key' },
  );
  expect(asked.map(({ scheme }) => scheme)).toEqual(['Header', 'Token', 'Bearer']);
  expect(last).toMatchObject({ works: 'Bearer' });
});

test('a tenant is asked for its settings', async () => {
  const { steps, all } = await run(() => GOOD, { kind: 'tenant' });
  expect(steps).toEqual(ALL);
  expect(all.some((one) => 'count' in one)).toBe(false);
  const stopped = await run(() => refusing(fail('maintenance')), { kind: 'tenant' });
  expect(stopped.steps).toEqual([...WAY, 'tls', 'status: maintenance']);
});
