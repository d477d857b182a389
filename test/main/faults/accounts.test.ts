import { expect, test } from 'vitest';
import type { ErrorKind } from '../../../src-shared/app-error';
import * as faults from '../../support/faults';
import type { Fault, FaultServer } from '../../support/fault-server';
import { EVERY, MIN, S, startWorld } from './world';

/** When a server was asked for its newest, in s of the monotonic clock. */
function times(server: FaultServer, now: () => number): readonly number[] {
  const all: number[] = [];
  const { push } = server.questions;
  server.questions.push = (question) => {
    if (question.query.get('limit') === '100') all.push(now() / S);
    return push.call(server.questions, question);
  };
  return all;
}

test('seven accounts, six of them failing each in its own way: the seventh is polled in its time', async () => {
  const world = await startWorld({ servers: Array.from({ length: 7 }, () => ({})) });
  const { clock, servers, failure, health, arrive } = world;
  const good = times(servers[6]!, clock.monotonic);
  const start = clock.monotonic() / S;
  const bad: readonly (readonly [Fault | undefined, ErrorKind])[] = [
    [faults.status(429, () => ({ 'Retry-After': '3600' })), 'throttled'],
    [faults.status(401), 'token-refused'],
    [faults.stall(20), 'timeout'],
    [faults.page, 'not-json'],
    [faults.flood(9 * 1024 * 1024), 'too-large'],
    [undefined, 'refused'],
  ];
  for (const [i, [fault]] of bad.entries()) servers[i]!.fault = fault;
  await servers[5]!.down();
  for (let minute = 0; minute < 10; minute += 1) {
    arrive(6);
    await clock.pass(MIN);
  }
  expect(bad.map((_, i) => failure(i)?.kind)).toEqual(bad.map(([, kind]) => kind));
  expect(health(6)).toEqual({ state: 'watching' });
  // Up to a second earlier than every 30 s, while that tells more of the server's clock.
  const gaps = good.map((at, i) => at - (good[i - 1] ?? start));
  expect(Math.max(...gaps)).toBeLessThanOrEqual(30);
  expect(Math.min(...gaps.slice(1))).toBeGreaterThan(29);
  expect(world.told().filter((title) => title.startsWith('Task'))).toHaveLength(10);
  for (const server of servers) server.fault = undefined;
  await servers[5]!.up();
  for (let i = 0; i < 6; i += 1) arrive(i);
  await clock.pass(62 * MIN);
  await world.whole();
});

test('two accounts at one origin share its back-off where nobody listens, and nothing else', async () => {
  const world = await startWorld({ accountsPerServer: 2 });
  const { clock, server, failure, health } = world;
  // The first one's token is refused: that is its own.
  server.accepts = (authorization) => authorization === 'Token t-2';
  await clock.pass(MIN);
  expect(failure(0)?.kind).toBe('token-refused');
  expect(health(1)).toEqual({ state: 'watching' });
  server.accepts = () => true;
  await clock.pass(5 * MIN);
  expect([health(0), health(1)]).toEqual([{ state: 'watching' }, { state: 'watching' }]);
  const attempts = world.attempts();
  await server.down();
  await clock.pass(10 * MIN);
  expect([failure(0)?.kind, failure(1)?.kind]).toEqual(['refused', 'refused']);
  // rests of 2, 4, 8, 16 and then 30 s, with a second at most for who comes after
  expect(world.attempts() - attempts).toBeLessThanOrEqual(2 + 4 + Math.ceil((10 * MIN - 30 * S) / EVERY));
  await server.up();
  await clock.pass(2 * MIN);
  await world.whole();
});
