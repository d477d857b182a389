import { expect, test } from 'vitest';
import * as faults from '../../support/faults';
import type { Fault } from '../../support/fault-server';
import { peakGrowth } from '../../support/peak-memory';
import { EVERY, MIN, S, sayable, startWorld } from './world';

const MB = 1024 * 1024;

test.for<{ what: string; fault: Fault }>([
  { what: 'a body of 100 MB', fault: faults.flood(100 * MB) },
  { what: 'a body that says it has 100 MB', fault: faults.flood(100 * MB, true) },
  { what: 'a gzip bomb of 1 GiB', fault: faults.bomb(1024) },
])('$what in every answer: under 50 MB, told, and the next poll works', async ({ what, fault }) => {
  const world = await startWorld();
  const { clock, server, arrive, failure } = world;
  server.fault = faults.flood(9 * MB); // once before, so that buffers are there
  await clock.pass(EVERY);
  server.fault = fault;
  arrive();
  const grown = await peakGrowth(['self'], () => clock.pass(3 * MIN));
  console.log(`${what}: ${server.questions.length} requests, ${(grown / MB).toFixed(1)} MB more at the most`);
  expect(failure()).toMatchObject({ kind: 'too-large' });
  sayable(failure()!);
  server.fault = undefined;
  await clock.pass(3 * MIN);
  await world.whole();
  expect(grown).toBeLessThan(50 * MB);
});

test('rows of 100 KB: pages over 8 MiB are asked for in halves until they fit', async () => {
  const world = await startWorld({ history: 0, first: 0 });
  const { clock, server } = world;
  for (let i = 0; i < 150; i += 1)
    server.inbox.add({ ts: (clock.now() - i * S) * 1000, seen: true, data: { note: 'x'.repeat(100_000) } });
  await clock.pass(MIN);
  await world.whole();
  const limits = server.questions.map(({ query }) => Number(query.get('limit')));
  expect(limits.slice(0, 2)).toEqual([100, 50]);
});

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

test.for([
  { what: 'as the whole answer, 4,000,000 deep', body: nested(4_000_000), told: 'broken-json' },
  { what: 'as the whole answer, 5,000,000 deep', body: nested(5_000_000), told: 'too-large' },
  { what: 'cut, 4,000,000 deep', body: '['.repeat(4_000_000), told: 'broken-json' },
])('JSON $what: told, and the next poll works', async ({ body, told }) => {
  const world = await startWorld();
  const { clock, server, arrive, failure } = world;
  server.fault = faults.text(() => body);
  arrive();
  await clock.pass(2 * MIN);
  expect(failure()).toMatchObject({ kind: told });
  server.fault = undefined;
  await clock.pass(3 * MIN);
  await world.whole();
});

test('an item 3,900,000 deep: kept by its text, the rest of the page is read', async () => {
  const world = await startWorld();
  const { clock, server, arrive, account } = world;
  const deep = `{"id":1,"type":3,"seen":false,"severity":1,"timestamp":"2026-11-22T10:00:00Z","additional_data":${nested(3_900_000)}}`;
  server.fault = faults.text((whole) => whole.replace('"results":[', `"results":[${deep},`));
  arrive();
  const grown = await peakGrowth(['self'], () => clock.pass(2 * MIN));
  console.log(`an item 3,900,000 deep: ${(grown / MB).toFixed(1)} MB more at the most`);
  expect(account().unreadable).toBe(1);
  server.fault = undefined;
  await world.whole();
  expect(grown).toBeLessThan(200 * MB);
});

test('ids beyond 2^53 are never merged, in any row and any mark', async () => {
  const world = await startWorld({ history: 0 });
  const { clock, server, app } = world;
  const ids = ['9007199254740992', '9007199254740993', '9007199254740994', '9223372036854775807'];
  const stamp = new Date(clock.now()).toISOString();
  const rows = [...ids, '9223372036854775808'].map(
    (id) =>
      `{"id":${id},"type":1,"seen":false,"severity":1,"timestamp":"${stamp}","additional_data":{"id":${id}1}}`,
  );
  server.fault = faults.text(() => `{"count":5,"next":null,"previous":null,"results":[${rows.join(',')}]}`);
  await clock.pass(MIN);
  const shown = (await app.store.query({}, 0, 10)).rows.map(({ key }) => key.id);
  expect(shown.toSorted()).toEqual(ids.toSorted());
  expect((await app.store.unreadable()).map(({ field }) => field)).toEqual(['id']);
});

test('50,000 that arrived in a night without the server: all there, each once, told in a few words', async () => {
  const world = await startWorld();
  const { clock, server, told } = world;
  const evening = clock.now();
  server.fault = faults.status(503);
  await clock.pass(8 * 60 * MIN);
  for (let i = 1; i <= 50_000; i += 1)
    server.inbox.add({ type: 3, data: { task_id: i }, ts: (evening + i * 570) * 1000 });
  server.questions.length = 0;
  server.fault = undefined;
  const started = performance.now();
  await clock.pass(8 * MIN);
  const took = performance.now() - started;
  const toasts = told().filter((title) => !title.startsWith('Not watching'));
  console.log(
    `50,000 of backlog: ${(took / 1000).toFixed(1)} s, ${server.questions.length} requests in 8 min, told as ${JSON.stringify(toasts)}`,
  );
  expect(toasts.length).toBeGreaterThan(0);
  expect(toasts.length).toBeLessThan(20);
  await world.whole();
});
