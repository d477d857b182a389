import { expect, test } from 'vitest';
import { fail } from '../../../../src-shared/app-error';
import type { HistoryResult, Store } from '../../../../src-main/core/store-port';
import { watch } from '../watching/watch';

const ROWS = 1000;
/** An account with a long history at a server that gives a hundred a page; how many pages were written at once. */
async function longHistory() {
  const world = await watch();
  world.server.maxLimit = 100;
  for (let n = 0; n < ROWS; n += 1)
    world.server.add({ ts: (world.clock.now() - (ROWS - n) * 60_000) * 1000, seen: true });
  const together: number[] = [];
  /** The thread is slower than the server: what was asked ahead is here by the time a page is written. */
  const store = new Proxy(world.store, {
    get(target, name) {
      const act = Reflect.get(target, name) as (...given: unknown[]) => Promise<unknown>;
      if (name !== 'applyHistory') return act;
      return async (...given: Parameters<Store['applyHistory']>) => {
        await new Promise((resolve) => setImmediate(resolve));
        const written = (await act(...given)) as HistoryResult;
        together.push(written.results.length);
        return written;
      };
    },
  });
  const poller = world.begin({ store });
  return { ...world, poller, together };
}
const complete = async (world: Awaited<ReturnType<typeof longHistory>>): Promise<void> => {
  for (let turns = 0; !world.poller.state().historyComplete; turns += 1) {
    if (turns > 2000) throw new Error('the history never ends');
    await new Promise((resolve) => setImmediate(resolve));
  }
};

test('pages that are here while the thread writes are written together; each row is there once', async () => {
  const world = await longHistory();
  await complete(world);
  expect(Math.max(...world.together)).toBe(7);
  expect((await world.counts())?.counts.total).toBe(ROWS);
  expect(world.bugs).toEqual([]);
  // The first look, then pages of a hundred rows that overlap by ten: nothing is asked for twice.
  const lists = world.asked();
  expect(lists).toHaveLength(1 + Math.ceil((ROWS - 100) / 90));
});

test('a page that fails ahead stops the reading where it is; the rest comes with the next poll', async () => {
  const world = await longHistory();
  let calls = 0;
  world.server.before = () => {
    calls += 1;
    if (calls === 5) throw fail('server-error', { status: 500 });
  };
  for (let turns = 0; world.poller.state().historyStopped === null; turns += 1) {
    if (turns > 2000) throw new Error('it never stopped');
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { cursor } = await world.store.syncState('a');
  const lowest = Math.min(...(await world.rows()).map(({ key }) => key.ts));
  expect(cursor).toBe(lowest);
  await world.poller.kick();
  await complete(world);
  expect((await world.counts())?.counts.total).toBe(ROWS);
});
