import { expect, test } from 'vitest';
import type { Failure } from '../../../src-shared/app-error';
import * as faults from '../../support/faults';
import type { Fault } from '../../support/fault-server';
import { EVERY, MIN, S, sayable, startWorld, type World } from './world';

interface Row {
  readonly what: string;
  readonly fault: (world: World) => Fault;
  readonly told: Partial<Failure>;
}

const dateIn = (world: World, seconds: number): Date => new Date(world.clock.now() + seconds * S);

const ROWS: readonly Row[] = [
  ...[500, 502, 503, 504].map((code) => ({
    what: `${code} with a proxy’s page`,
    fault: () => faults.status(code, undefined, '<html><h1>Bad Gateway</h1></html>'),
    told: { kind: 'server-error', status: code } as const,
  })),
  { what: 'a reset before the answer', fault: () => faults.reset(), told: { kind: 'connection' } },
  { what: 'a reset within the body', fault: () => faults.reset(50), told: { kind: 'connection' } },
  { what: 'silence for 10 s', fault: () => faults.stall(), told: { kind: 'timeout' } },
  { what: 'silence after a part of the body', fault: () => faults.stall(50), told: { kind: 'timeout' } },
  {
    what: 'a drip that takes over 30 s',
    fault: ({ clock }) => faults.drip(5 * S, clock.after),
    told: { kind: 'timeout' },
  },
  { what: 'a captive portal', fault: () => faults.page, told: { kind: 'not-json', status: 200 } },
  {
    what: 'a redirect to a sign-in page',
    fault: ({ servers }) => faults.redirect(`${servers[1]!.origin}/login/`),
    told: { kind: 'redirect' },
  },
  {
    what: 'a redirect to the same place',
    fault: () => faults.redirect('/api/', 308),
    told: { kind: 'redirect' },
  },
  {
    what: 'a JSON that is cut',
    fault: () => faults.text((whole) => whole.slice(0, whole.length >> 1)),
    told: { kind: 'broken-json' },
  },
  { what: 'an empty answer', fault: () => faults.text(() => ''), told: { kind: 'broken-json' } },
  {
    what: 'another JSON',
    fault: () => faults.text(() => '{"status":"ok"}'),
    told: { kind: 'not-our-api' },
  },
  { what: 'a list as such', fault: () => faults.text(() => '[]'), told: { kind: 'not-our-api' } },
  {
    what: 'an order that is ignored',
    fault: () =>
      faults.text((whole) => {
        const answer = JSON.parse(whole) as { results: unknown[] };
        return JSON.stringify({ ...answer, results: answer.results.toReversed() });
      }),
    told: { kind: 'order-ignored' },
  },
  { what: '403 for a bad token', fault: () => faults.status(403), told: { kind: 'forbidden', status: 403 } },
  { what: '404 everywhere', fault: () => faults.status(404), told: { kind: 'not-found', status: 404 } },
  { what: '405', fault: () => faults.status(405), told: { kind: 'unexpected-status', status: 405 } },
  { what: '400 for everything', fault: () => faults.status(400), told: { kind: 'bad-request', status: 400 } },
  {
    what: '401 for a while',
    fault: () => faults.status(401, undefined, { detail: 'Invalid token.' }),
    told: { kind: 'token-refused', status: 401, detail: 'Invalid token.' },
  },
];

test.for(ROWS)(
  '$what for 10 min: told with its cause, nothing lost, nothing doubled',
  async ({ fault, told }) => {
    const world = await startWorld({ servers: [{}, {}] });
    const { clock, server, servers, failure, arrive, health } = world;
    arrive();
    await clock.pass(EVERY);
    servers[1]!.questions.length = 0;
    server.fault = fault(world);
    arrive();
    await clock.pass(5 * MIN);
    arrive();
    await clock.pass(5 * MIN);
    expect(health().state).toBe('not-watching');
    expect(failure()).toMatchObject(told);
    sayable(failure()!);
    expect(world.told().filter((title) => title === 'Not watching Lab 1')).toHaveLength(1);
    expect(
      servers[1]!.questions.filter(({ path }) => path === '/login/'),
      'the token went elsewhere',
    ).toEqual([]);
    server.fault = undefined;
    await clock.pass(6 * MIN);
    await world.whole();
  },
);

test.for<{ form: string; header: (world: World) => string | undefined; waits: readonly number[] }>([
  { form: 'seconds', header: () => '120', waits: [120, 120] },
  { form: 'a date', header: (world) => dateIn(world, 90).toUTCString(), waits: [90, 90] },
  { form: 'a date of RFC 850', header: (world) => rfc850(dateIn(world, 90)), waits: [90, 90] },
  { form: 'a date of asctime', header: (world) => asctime(dateIn(world, 90)), waits: [90, 90] },
  { form: 'a fraction', header: () => '90.5', waits: [90.5, 90.5] },
  { form: 'several', header: () => '30, 200', waits: [200, 200] },
  { form: 'more than an hour', header: () => '86400', waits: [3600, 3600] },
  { form: 'a past date', header: (world) => dateIn(world, -90).toUTCString(), waits: [2, 4, 8, 16, 32, 64] },
  { form: 'an absurd number', header: () => '9'.repeat(400), waits: [3600] },
  { form: 'a negative number', header: () => '-5', waits: [2, 4, 8, 16, 32, 64] },
  { form: 'zero', header: () => '0', waits: [2, 4, 8, 16, 32, 64] },
  { form: 'words', header: () => 'later', waits: [2, 4, 8, 16, 32, 64] },
  { form: 'nothing', header: () => undefined, waits: [2, 4, 8, 16, 32, 64, 128, 150, 150] },
])('429 with $form in Retry-After: asked again after $waits s', async ({ header, waits }) => {
  const world = await startWorld();
  const { clock, server, arrive, failure } = world;
  const times: number[] = [];
  server.fault = (exchange) => {
    times.push(clock.monotonic() / S);
    const value = header(world);
    return faults.status(429, () => (value === undefined ? {} : { 'Retry-After': value }))(exchange);
  };
  arrive();
  await clock.pass(EVERY + waits.reduce((sum, wait) => sum + wait, 0) * S);
  expect(times.slice(1).map((time, i) => time - times[i]!)).toEqual(
    waits.map((wait) => expect.closeTo(wait, 0) as number),
  );
  expect(failure()).toMatchObject({ kind: 'throttled', status: 429 });
  sayable(failure()!);
  server.fault = undefined;
  await clock.pass(62 * MIN);
  await world.whole();
});

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** `Sun, 22 Nov 2026 10:00:00 GMT` → `Sunday, 22-Nov-26 10:00:00 GMT` */
const rfc850 = (date: Date): string =>
  date.toUTCString().replace(/^\w+, (\d+) (\w+) \d\d(\d\d) (.*)$/, `${DAYS[date.getUTCDay()]}, $1-$2-$3 $4`);
/** `Sun, 22 Nov 2026 10:00:00 GMT` → `Sun Nov 22 10:00:00 2026` */
const asctime = (date: Date): string =>
  date.toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) (\S+) GMT$/, '$1 $3 $2 $5 $4');
