import { expect, test } from 'vitest';
import type { ErrorKind } from '../../../src-shared/app-error';
import * as faults from '../../support/faults';
import type { Fault } from '../../support/fault-server';
import { EVERY, MIN, S, startWorld, type World } from './world';

const emptyPage: Fault = faults.text((whole) =>
  JSON.stringify({ ...(JSON.parse(whole) as object), next: null, results: [] }),
);

interface Row {
  readonly what: string;
  readonly fault: Fault;
  /** What is told while it lasts and much arrives; `undefined`: it does no harm. */
  readonly told: ErrorKind | undefined;
}
const ROWS: readonly Row[] = [
  { what: 'an empty page that says how many there are', fault: emptyPage, told: undefined },
  { what: 'a limit that is ignored', fault: faults.deafTo('limit'), told: undefined },
  { what: 'an offset that is ignored', fault: faults.deafTo('offset'), told: 'not-our-api' },
  { what: 'a filter that is ignored', fault: faults.deafTo('seen'), told: undefined },
];

const catchUp = async (world: World): Promise<void> => {
  for (let i = 0; i < 130; i += 1) world.arrive(0, { type: 5, seen: true });
  world.arrive();
  await world.clock.pass(10 * MIN);
};

test.for(ROWS)('$what while much arrives: nothing lost, nothing doubled', async ({ fault, told }) => {
  const world = await startWorld({ history: 300 });
  const { clock, server } = world;
  server.inbox.maxLimit = 100;
  await clock.pass(MIN);
  server.fault = fault;
  await catchUp(world);
  expect(world.failure()?.kind).toBe(told);
  server.fault = undefined;
  await clock.pass(20 * MIN);
  await world.whole();
});

test.for(ROWS)(
  '$what from the first look on, for 10 min: the history is whole in the end',
  async ({ fault }) => {
    const world = await startWorld({ history: 300, first: 0 });
    const { clock, server } = world;
    server.fault = fault;
    await clock.pass(10 * MIN);
    server.fault = undefined;
    await clock.pass(20 * MIN);
    await world.whole();
  },
);

test.for(
  [2, 3, 7, 100].flatMap((limit) => [
    { limit, nexts: true, said: 'said by `next`' },
    { limit, nexts: false, said: 'said by nothing but `count`' },
  ]),
)('a limit clamped to $limit, $said: the history and what arrives are whole', async ({ limit, nexts }) => {
  const world = await startWorld({ history: limit < 5 ? 60 : 400, first: 0 });
  const { clock, server, arrive } = world;
  Object.assign(server.inbox, { maxLimit: limit, nexts });
  await clock.pass(2 * MIN);
  for (let i = 0; i < 4; i += 1) {
    arrive();
    await clock.pass(40 * S);
  }
  await clock.pass(EVERY);
  await world.whole();
});

test('one item that cannot be read costs the page nothing: kept as it came, counted, shown', async () => {
  const world = await startWorld();
  const { clock, server, arrive, app, account } = world;
  server.inbox.strange.push(
    { id: 'x', what: 'nonsense' },
    null,
    { id: 7, type: 3, seen: false, severity: 1, timestamp: 'yesterday' },
    {
      id: 8,
      type: 3,
      seen: false,
      severity: 1,
      timestamp: '2026-11-22T11:00:00Z',
      additional_data: nested(40),
    },
  );
  arrive();
  await clock.pass(2 * MIN);
  expect(account().unreadable).toBe(4);
  const unreadable = await app.store.unreadable();
  expect(unreadable.map(({ field }) => field).toSorted()).toEqual([
    'additional_data',
    'id',
    'item',
    'timestamp',
  ]);
  expect(unreadable.map(({ raw }) => raw)).toContain('{"id":"x","what":"nonsense"}');
  server.inbox.strange.length = 0;
  await world.whole();
});

function nested(depth: number): unknown {
  return depth === 0 ? 1 : { in: nested(depth - 1) };
}
