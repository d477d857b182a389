import { expect, test } from 'vitest';
import { ids, LIST, startDemo, type Page } from './demo-client';

test.for([
  { fault: { kind: 'status', status: 403 }, status: 403, text: /"detail":/ },
  { fault: { kind: 'status', status: 429, headers: { 'Retry-After': '7' } }, status: 429, text: /throttled/ },
  { fault: { kind: 'status', status: 503 }, status: 503, text: /<html/ },
  {
    fault: { kind: 'status', status: 400, body: { type: ['no'] } },
    status: 400,
    text: /^\{"type":\["no"\]\}$/,
  },
  { fault: { kind: 'html' }, status: 200, text: /<html/ },
  { fault: { kind: 'redirect', location: 'https://login.example/' }, status: 302, text: /^$/ },
  { fault: { kind: 'truncated' }, status: 200, text: /^\{"count":3[^\]]*$/ },
  { fault: { kind: 'flood', bytes: 5_000, gzip: true }, status: 200, text: /^ {5000}\{\}$/ },
  { fault: { kind: 'deep', depth: 3 }, status: 200, text: /^\[\[\[\]\]\]$/ },
  { fault: { kind: 'empty-page' }, status: 200, text: /"results":\[\]/ },
  {
    fault: { kind: 'malformed-item', text: '{"id":{}}' },
    status: 200,
    text: /"results":\[\{"id":\{\}\},\{"id":3589/,
  },
  {
    fault: { kind: 'malformed-item' },
    status: 200,
    text: /"results":\[\{"id":"not a number","type":8,"seen":false,"severity":1,"add/,
  },
  { fault: { kind: 'clamp-limit', limit: 2 }, status: 200, text: /"next":"[^"]*limit=2&offset=2"/ },
])('$fault → $status $text, once', async ({ fault, status, text }) => {
  const demo = await startDemo();
  await demo.control('POST', '/arrive', [{}, {}, {}]);
  await demo.control('POST', '/fault', fault);
  const answer = await demo.inbox(LIST);
  expect(answer.status).toBe(status);
  expect(answer.text).toMatch(text);
  const headers = 'headers' in fault ? Object.entries(fault.headers ?? {}) : [];
  for (const [name, value] of headers) expect(answer.headers.get(name)).toBe(value);
  expect(ids(await demo.inbox(LIST))).toEqual([3590, 3589, 3588]);
});

test('order and offset can be ignored', async () => {
  const demo = await startDemo();
  await demo.control('POST', '/arrive', [{}, {}, {}]);
  await demo.control('POST', '/fault', [{ kind: 'ignore-ordering' }, { kind: 'ignore-offset' }]);
  expect(ids(await demo.inbox(`${LIST}?ordering=-timestamp`))).toEqual([3588, 3589, 3590]);
  expect(ids(await demo.inbox(`${LIST}?offset=2`))).toEqual([3590, 3589, 3588]);
});

test.for([{ kind: 'reset' }, { kind: 'reset', afterBytes: 20 }, { kind: 'lost-answer' }])(
  '%j breaks the connection',
  async (fault) => {
    const demo = await startDemo();
    await demo.control('POST', '/arrive', {});
    await demo.control('POST', '/fault', { ...fault, method: 'PATCH' });
    await expect(demo.inbox(`${LIST}3588/`, { method: 'PATCH', body: { seen: true } })).rejects.toThrow();
    // It was carried out all the same.
    expect(ids(await demo.inbox(`${LIST}?seen=true`))).toEqual([3588]);
  },
);

test.for([{ kind: 'stall' }, { kind: 'stall', afterBytes: 20 }, { kind: 'delay', ms: 60_000 }])(
  '%j holds the answer until somebody gives up',
  async (fault) => {
    const held: number[] = [];
    const clock = { now: Date.now, after: (ms: number) => (held.push(ms), () => undefined) };
    let arrived: () => void = () => undefined;
    const request = new Promise<void>((resolve) => (arrived = resolve));
    const demo = await startDemo({ clock, onEvent: ({ event }) => event === 'request' && arrived() });
    await demo.control('POST', '/fault', fault);
    const patience = new AbortController();
    const answer = demo.inbox(LIST, { signal: patience.signal }).catch((error: unknown) => String(error));
    await request;
    patience.abort();
    expect(await answer).toMatch(/abort/i);
    expect(held).toEqual('ms' in fault ? [fault.ms] : []);
  },
);

test('a fault picks its requests, skips some, counts, and is cleared', async () => {
  const demo = await startDemo({ history: 300 });
  const fault = { kind: 'status', status: 500, times: 2, skip: 1, method: 'get', path: 'offset=100' };
  await demo.control('POST', '/fault', fault);
  const statuses = async (queries: readonly string[]) => {
    const seen: number[] = [];
    for (const query of queries) seen.push((await demo.inbox(LIST + query)).status);
    return seen;
  };
  const second = '?offset=100';
  expect(await statuses(['', second, second, '', second, second])).toEqual([200, 200, 500, 200, 500, 200]);
  await demo.control('POST', '/fault', { kind: 'status', status: 500, times: 'all' });
  expect(await statuses(['', '', ''])).toEqual([500, 500, 500]);
  expect((await demo.tenant()).status).toBe(500);
  await demo.control('DELETE', '/fault');
  expect(await statuses([''])).toEqual([200]);
});

test('a fault before the tenant service speaks its language', async () => {
  const demo = await startDemo();
  await demo.control('POST', '/fault', { kind: 'status', status: 503, path: '/tenants' });
  expect((await demo.tenant()).body).toMatchObject({
    success: false,
    error: { code: 'SERVICE_UNAVAILABLE' },
  });
});

test('the Date header goes ahead, or away', async () => {
  const demo = await startDemo();
  await demo.control('POST', '/behaviour', { dateSkewSeconds: 60 });
  expect((await demo.inbox(LIST)).headers.get('date')).toBe('Fri, 20 Nov 2026 13:03:00 GMT');
  await demo.control('POST', '/behaviour', { dateSkewSeconds: null });
  expect((await demo.inbox(LIST)).headers.get('date')).toBeNull();
});

test('pages of a clamped server say their true limit', async () => {
  const demo = await startDemo({ history: 100 });
  await demo.control('POST', '/fault', { kind: 'clamp-limit', limit: 10, times: 'all' });
  const { next, results } = (await demo.inbox(`${LIST}?limit=1000`)).body as Page;
  expect(results).toHaveLength(10);
  expect(new URL(next!).searchParams.get('limit')).toBe('10');
});
