import { expect, test } from 'vitest';
import { ids, LIST, startDemo, type Page } from './demo-client';

async function page(query: string, options: Parameters<typeof startDemo>[0] = { history: 250 }) {
  const demo = await startDemo(options);
  const { body } = await demo.inbox(`${LIST}${query}`);
  const { count, next, previous, results } = body as Page;
  const short = (link: string | null) => link?.replace(`${demo.baseUrl}${LIST}`, '') ?? null;
  return { count, next: short(next), previous: short(previous), length: results.length };
}

test.for([
  { query: '', length: 100, next: '?limit=100&offset=100', previous: null },
  { query: '?offset=100', length: 100, next: '?limit=100&offset=200', previous: '?limit=100' },
  { query: '?offset=200', length: 50, next: null, previous: '?limit=100&offset=100' },
  { query: '?offset=150', length: 100, next: null, previous: '?limit=100&offset=50' },
  { query: '?offset=30&limit=50', length: 50, next: '?limit=50&offset=80', previous: '?limit=50' },
  { query: '?offset=9999', length: 0, next: null, previous: '?limit=100&offset=9899' },
  { query: '?limit=1', length: 1, next: '?limit=1&offset=1', previous: null },
  { query: '?limit=5000', length: 200, next: '?limit=200&offset=200', previous: null },
  { query: '?limit=0', length: 100, next: '?limit=100&offset=100', previous: null },
  { query: '?limit=-5&offset=-1', length: 100, next: '?limit=100&offset=100', previous: null },
  { query: '?limit=x&offset=y', length: 100, next: '?limit=100&offset=100', previous: null },
])('of 250, "$query" gives $length, next $next, previous $previous', async ({ query, ...expected }) => {
  const pageLimit = { default: 100, max: 200 };
  expect(await page(query, { history: 250, pageLimit })).toEqual({ ...expected, count: 250 });
});

test('links keep the other parameters, percent-encoded and sorted by name', async () => {
  const query = '?severity=%3E%3D0&type=1%7C2%7C3&ordering=-timestamp&limit=2&x=a%20b';
  expect((await page(query)).next).toBe(
    '?limit=2&offset=2&ordering=-timestamp&severity=%3E%3D0&type=1%7C2%7C3&x=a+b',
  );
});

test('links name the host that the server thinks it has', async () => {
  const demo = await startDemo({ history: 3 });
  await demo.control('POST', '/behaviour', { nextOrigin: 'http://inbox.internal:8000' });
  const { next } = (await demo.inbox(`${LIST}?limit=1`)).body as Page;
  expect(next).toBe(`http://inbox.internal:8000${LIST}?limit=1&offset=1`);
});

test('below a path, addresses and links carry it', async () => {
  const demo = await startDemo({ history: 3, basePath: '/probe/one' });
  const answer = await demo.inbox(`${LIST}?limit=1`);
  expect((answer.body as Page).next).toBe(`${demo.baseUrl}${LIST}?limit=1&offset=1`);
  expect(new URL(demo.baseUrl).pathname).toBe('/probe/one');
  expect((await demo.raw(LIST)).status).toBe(404);
});

test.for(['timestamp', '-timestamp'])(
  'equal stamps are ordered by id, with ordering=%s',
  async (ordering) => {
    const demo = await startDemo();
    const timestamp = '2026-11-20T13:00:00+01:00';
    const arriving = [50, 10, 40, 20, 30];
    await demo.control(
      'POST',
      '/arrive',
      arriving.map((id) => ({ id, timestamp })),
    );
    await demo.control('POST', '/arrive', { id: 5, timestamp: '2026-11-20T12:00:00.000001Z' });
    const oldestFirst = [10, 20, 30, 40, 50, 5];
    const expected = ordering === 'timestamp' ? oldestFirst : oldestFirst.toReversed();
    expect(ids(await demo.inbox(`${LIST}?ordering=${ordering}`))).toEqual(expected);
  },
);
