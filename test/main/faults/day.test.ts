import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { settle } from '../../support/fake-clock';
import * as faults from '../../support/faults';
import type { Fault } from '../../support/fault-server';
import { EVERY, MIN, S, startWorld, type World } from './world';

const HOUR = 60 * MIN;
const HOURS = 24;
/** How long each outage lasts: one an hour. */
const OUTAGE = 15 * MIN;

interface Outage {
  readonly what: string;
  readonly fault?: Fault;
  readonly begin?: (world: World) => Promise<unknown>;
  readonly end?: (world: World) => Promise<unknown>;
  /** Requests of one failing poll, at most; 1 where nothing is said. */
  readonly each?: number;
}

const MB = 1024 * 1024;
const OUTAGES: readonly Outage[] = [
  { what: '500', fault: faults.status(500) },
  { what: '503 with a page', fault: faults.status(503, undefined, '<h1>down</h1>') },
  { what: '429 for 4 min', fault: faults.status(429, () => ({ 'Retry-After': '240' })) },
  { what: '429', fault: faults.status(429) },
  { what: 'resets', fault: faults.reset() },
  { what: 'resets within the body', fault: faults.reset(60) },
  { what: 'silence', fault: faults.stall() },
  { what: 'silence within the body', fault: faults.stall(60) },
  { what: 'a captive portal', fault: faults.page },
  { what: 'a redirect', fault: faults.redirect('/login/') },
  { what: 'cut answers', fault: faults.text((whole) => whole.slice(0, 80)) },
  { what: 'another JSON', fault: faults.text(() => '{"hello":1}') },
  { what: 'nothing', fault: faults.text(() => '') },
  { what: '401', fault: faults.status(401) },
  { what: '403', fault: faults.status(403) },
  { what: 'bodies of 9 MB', fault: faults.flood(9 * MB), each: 10 },
  { what: 'no offset', fault: faults.deafTo('offset'), each: 20 },
  {
    what: 'empty pages',
    fault: faults.text((whole) => whole.replace(/"results":\[.*\]/s, '"results":[]')),
    each: 2,
  },
  { what: 'lost answers', fault: faults.lostAnswer },
  { what: 'nobody there', begin: ({ server }) => server.down(), end: ({ server }) => server.up() },
  {
    what: 'asleep for 8 h with the server down',
    fault: faults.status(502),
    end: async ({ clock, app }) => {
      clock.jump(8 * HOUR); // the server's time goes on, too
      await Promise.all([app.watchers.nudgeAll(), clock.pass(S)]);
    },
  },
  { what: 'a day asleep', fault: faults.status(500), end: async ({ clock }) => clock.jump(24 * HOUR) },
];

/**
 * The most requests that `ms` of failing polls may make (sync.md, Back-off): waits of rand · 2ⁿ · 2 s up to the cap's;
 * the fake clock's rand is ½, so 2, 4, 8, 16 and then 30 s. 429, 503 and 401 wait for longer.
 */
const retries = (ms: number): number => 5 + Math.ceil((ms - 30 * S) / EVERY);

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
async function heap({ states, lines, server, pushes }: World): Promise<number> {
  for (const kept of [states, lines, pushes, server.questions, server.inbox.log]) kept.length = 0; // what the test keeps is not the app's
  for (let round = 0; round < 5; round += 1) {
    await settle(); // what ends later lets go of more
    collect();
  }
  return process.memoryUsage().heapUsed;
}

test('24 h with an outage of every kind: nothing lost, nothing doubled, few requests, flat memory', async () => {
  const world = await startWorld({ history: 400 });
  const { clock, server, arrive, app, told } = world;
  server.inbox.maxLimit = 1000;
  const started = performance.now();
  const begun = world.attempts();
  let marks = 0;
  let arrivals = 0;
  let failing = 0;
  let early = 0;
  /** `ms` of ordinary life: something fails every 7 min, and some of it is marked as seen. */
  async function live(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= 5 * MIN) {
      arrive();
      arrivals += 1;
      await clock.pass(Math.min(left, 5 * MIN));
    }
    const [row] = (await app.store.query({ seen: false }, 0, 1)).rows;
    if (!row) return;
    await app.marks.markSeen([row.key]);
    marks += 1;
  }

  for (let hour = 0; hour < HOURS; hour += 1) {
    const outage = OUTAGES[hour];
    await live(HOUR - OUTAGE);
    server.fault = outage?.fault;
    await outage?.begin?.(world);
    await live(OUTAGE);
    server.fault = undefined;
    await outage?.end?.(world);
    if (outage) failing += (outage.each ?? 1) * retries(OUTAGE);
    if (hour === 1) early = await heap(world);
  }
  await clock.pass(10 * MIN);
  const requests = world.attempts() - begun;
  const polls = Math.ceil((HOURS * HOUR + 10 * MIN - OUTAGES.length * OUTAGE) / EVERY);
  // A mark is a PATCH, perhaps twice; what arrived or was marked may cost a walk of the unseen; after an outage a walk catches up.
  const bound = Math.ceil(polls * 1.4 + failing + 3 * marks + 2 * OUTAGES.length);
  console.log(
    `24 h, ${OUTAGES.length} outages in ${((performance.now() - started) / 1000).toFixed(1)} s: ` +
      `${requests} requests (at most ${polls} × 1.4 + ${failing} + 3 × ${marks} + 2 × ${OUTAGES.length} = ${bound}), ` +
      `${arrivals} arrivals, ${told().length} toasts`,
  );
  // Flat: once everything that can fail has failed and its code is compiled, another half day adds nothing.
  const day = await heap(world);
  for (let hour = 0; hour < 12; hour += 1) await live(HOUR);
  await clock.pass(10 * MIN); // what came last is read
  const later = await heap(world);
  console.log(
    `heap ${(early / MB).toFixed(1)} MB after 2 h, ${(day / MB).toFixed(1)} after ${HOURS} h, ${(later / MB).toFixed(1)} after ${HOURS + 12} h`,
  );
  await world.whole();
  expect(app.state().accounts[0]!.marks.waiting).toBe(0);
  expect(requests).toBeLessThanOrEqual(bound);
  expect(later - day).toBeLessThan(1 * MB);
}, 300_000);
