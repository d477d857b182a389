import { expect, onTestFinished, test } from 'vitest';
import * as faults from '../../support/faults';
import { selfSigned } from '../../support/self-signed';
import { EVERY, MIN, S, sayable, startWorld } from './world';

test('nobody listens for 10 min, then somebody again', async () => {
  const world = await startWorld();
  const { clock, server, arrive, failure } = world;
  arrive();
  await clock.pass(EVERY);
  await server.down();
  arrive();
  await clock.pass(10 * MIN);
  expect(failure()).toEqual({ kind: 'refused' });
  sayable(failure()!);
  await server.up();
  await clock.pass(2 * MIN);
  await world.whole();
});

/** What a person does who installs the company's certificate. */
function trust(all: boolean): void {
  if (all) process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  else delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
}

test('over TLS: a certificate nobody vouches for is told as one, nothing is asked; trusted, all is well', async () => {
  onTestFinished(() => trust(false));
  const world = await startWorld({ servers: [{ tls: selfSigned }] });
  const { clock, server, arrive, failure, health, told } = world;
  expect(health().state).toBe('not-watching');
  expect(failure()).toMatchObject({ kind: 'tls' });
  sayable(failure()!);
  expect(server.questions).toEqual([]);
  trust(true);
  await clock.pass(2 * MIN);
  arrive();
  await clock.pass(EVERY);
  server.fault = faults.reset(40);
  arrive();
  await clock.pass(3 * MIN);
  expect(failure()).toMatchObject({ kind: 'connection' });
  server.fault = undefined;
  await clock.pass(2 * MIN);
  await world.whole();
  expect(told().filter((title) => title.startsWith('Not watching'))).toHaveLength(2);
});

test('answers that get lost: what was marked is marked once, what was asked is asked again', async () => {
  const world = await startWorld();
  const { clock, server, arrive, app } = world;
  arrive();
  await clock.pass(EVERY);
  const { rows } = await app.store.query({ seen: false }, 0, 8);
  await app.marks.markSeen(rows.map(({ key }) => key));
  server.fault = faults.lostAnswer;
  await clock.pass(5 * MIN);
  expect(server.inbox.items.filter(({ seen }) => !seen)).toHaveLength(21 - 8);
  server.fault = undefined;
  await clock.pass(5 * MIN);
  await world.whole();
  expect(app.state().accounts[0]).toMatchObject({ marks: { waiting: 0, refused: 0 } });
});

test('another network: one kick, also out of a long back-off; only what the server itself asked for is kept', async () => {
  const world = await startWorld();
  const { clock, server, app, health } = world;
  await server.down();
  await clock.pass(20 * MIN);
  await server.up();
  await clock.pass(S);
  expect(health().state).toBe('not-watching');
  server.questions.length = 0;
  await Promise.all([app.watchers.nudgeAll(), app.watchers.nudgeAll(), clock.pass(S)]);
  expect(health()).toEqual({ state: 'watching' });
  expect(server.questions).toHaveLength(1);
  server.fault = faults.status(429, () => ({ 'Retry-After': '1800' }));
  await clock.pass(EVERY);
  server.questions.length = 0;
  await Promise.all([app.watchers.nudgeAll(), clock.pass(25 * MIN)]);
  expect(server.questions).toEqual([]);
  server.fault = undefined;
  await clock.pass(10 * MIN);
  await world.whole();
});
