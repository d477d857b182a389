import { expect, test } from 'vitest';
import { SCHEMES, type Scheme } from '../../../src-shared/account';
import { fail, type AppError } from '../../../src-shared/app-error';
import { testConnection, type Connection } from '../../../src-main/core/connection-test';
import type { InboxApi, TenantApi } from '../../../src-main/core/ports';

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

function run(answer: (asked: Connection) => Pick<InboxApi, 'list'>, given: Partial<Connection> = {}) {
  const asked: Connection[] = [];
  const api = (one: Connection): never => {
    asked.push(one);
    const { list: ask } = answer(one);
    return { list: ask, load: () => ask({ params: {}, limit: 1, offset: 0 }) } as never;
  };
  const apis = { inbox: api as (one: Connection) => InboxApi, tenant: api as (one: Connection) => TenantApi };
  return testConnection({ ...connection, ...given }, apis).then((steps) => ({
    asked,
    steps: steps.map((one) => (one.ok ? one.step : `${one.step}: ${one.failure.kind}`)),
    last: steps.at(-1)!,
  }));
}

test('everything answers: four steps passed, the address as it will be kept', async () => {
  const { steps, asked } = await run(() => GOOD);
  expect(steps).toEqual(['address', 'reach', 'token', 'shape']);
  expect(asked).toEqual([{ ...connection, baseUrl: 'https://lab.example/p' }]);
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
  { kind: 'no-network', steps: ['address', 'reach: no-network'] },
  { kind: 'name', steps: ['address', 'reach: name'] },
  { kind: 'refused', steps: ['address', 'reach: refused'] },
  { kind: 'timeout', steps: ['address', 'reach: timeout'] },
  { kind: 'tls', steps: ['address', 'reach: tls'] },
  { kind: 'proxy', steps: ['address', 'reach: proxy'] },
  { kind: 'connection', steps: ['address', 'reach: connection'] },
  { kind: 'not-found', steps: ['address', 'reach', 'shape: not-found'] },
  { kind: 'redirect', steps: ['address', 'reach', 'shape: redirect'] },
  { kind: 'not-json', steps: ['address', 'reach', 'shape: not-json'] },
  { kind: 'throttled', steps: ['address', 'reach', 'shape: throttled'] },
  { kind: 'server-error', steps: ['address', 'reach', 'shape: server-error'] },
  { kind: 'token-refused', steps: ['address', 'reach', 'token: token-refused'] },
  { kind: 'forbidden', steps: ['address', 'reach', 'token: forbidden'] },
  { kind: 'no-permission', steps: ['address', 'reach', 'token: no-permission'] },
] as const)('$kind → $steps', async ({ kind, steps }) => {
  expect((await run(() => refusing(fail(kind)))).steps).toEqual(steps);
});

test('an answer of another form is the last step’s failure', async () => {
  expect((await run(() => list('{"status":"ok"}'))).steps).toEqual([
    'address',
    'reach',
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
  expect(last).toEqual({ step: 'token', ok: false, failure: { kind: 'token-refused', status: 401 }, works });
  expect(
    asked.every(({ token, baseUrl }) => token === 'secret-token' && baseUrl === 'https://lab.example/p'),
  ).toBe(true);
});

test('where none works, each was tried once and none is named', async () => {
  const { last, asked } = await run(() => refusing(fail('forbidden', { status: 403 })));
  expect(asked.map(({ scheme }) => scheme).toSorted()).toEqual([...SCHEMES].toSorted());
  expect(last).not.toHaveProperty('works');
});

test('a tenant is asked for its settings', async () => {
  expect((await run(() => GOOD, { kind: 'tenant' })).steps).toEqual(['address', 'reach', 'token', 'shape']);
  expect((await run(() => refusing(fail('maintenance')), { kind: 'tenant' })).steps).toEqual([
    'address',
    'reach',
    'shape: maintenance',
  ]);
});
