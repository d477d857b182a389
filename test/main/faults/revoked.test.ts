import { expect, test } from 'vitest';
import { createCommands } from '../../../src-main/core/commands';
import { EVERY, MIN, S, sayable, startWorld, type World } from './world';

/** Much for one poll to do: marks, a walk of several pages, a scrub and the flags. @returns when it may begin */
async function busy(): Promise<World> {
  const world = await startWorld({ history: 300 });
  const { clock, server, app } = world;
  server.inbox.maxLimit = 100;
  await clock.pass(MIN);
  const { rows } = await app.store.query({ seen: false }, 0, 3);
  await app.marks.markSeen(rows.map(({ key }) => key));
  for (let i = 0; i < 200; i += 1) world.arrive(0, { type: 5 });
  world.arrive();
  server.inbox.items[7]!.seen = true; // elsewhere
  server.questions.length = 0;
  return world;
}

/** From the `n`-th request on the token is refused. */
function revokeAt({ server }: World, n: number): void {
  server.accepts = (authorization) => authorization === 'Token t-2' || server.questions.length <= n;
}

/** The requests of those polls when nothing goes wrong: everything that a poll can do. */
async function calm(): Promise<number> {
  const { clock, server, whole } = await busy();
  await clock.pass(5 * EVERY);
  await whole();
  const all = server.questions.map(({ method, query }) => `${method} ${query.toString()}`);
  expect(all.filter((one) => one.startsWith('PATCH'))).toHaveLength(3);
  expect(all.filter((one) => one.includes('seen=false'))).not.toHaveLength(0);
  expect(all.filter((one) => one.includes('offset='))).not.toHaveLength(0);
  return all.length;
}

test('the token is revoked at each request in turn: told, healed by a new token or by the server', async () => {
  const turns = await calm();
  let requests = 0;
  for (let n = 0; n < turns; n += 1) {
    const world = await busy();
    const { clock, server, failure, health, app } = world;
    revokeAt(world, n);
    await clock.pass(6 * EVERY);
    expect(health().state, `at request ${n}`).toBe('not-watching');
    expect(failure(), `at request ${n}`).toMatchObject({ kind: 'token-refused', status: 401 });
    sayable(failure()!);
    const asked = server.questions.length;
    await clock.pass(30 * MIN);
    expect(server.questions.length - asked, 'once in 5 min, marks and history too').toBeLessThanOrEqual(7);
    requests += server.questions.length - asked;
    if (n % 2 === 0) {
      await createCommands(app).accountToken({ account: 'lab1', token: 't-2' });
      await clock.pass(S);
    } else server.accepts = () => true;
    await clock.pass(6 * MIN);
    await world.whole();
    expect(app.state().accounts[0]!.marks).toEqual({ waiting: 0, refused: 0 });
  }
  console.log(
    `revoked at each of ${turns} requests: ${(requests / turns).toFixed(1)} asked in the 30 min after it`,
  );
});
