import { expect, test } from 'vitest';
import { briefOf, type Brief } from '../../../../src-main/core/alerts/arrival';
import { arrivalOf, createWorld, SEVERE, T0, type Given, type World } from './world';

const off = (at: number, subject = 4): Given => ({ at, type: 8, subject });
const on = (at: number, subject = 4): Given => ({ at, type: 7, subject });
const failed = (at: number, subject: number, more: Partial<Given> = {}): Given => ({
  at,
  type: 3,
  subject,
  ...more,
});
/** Offline at 10, then a change every 8 s, offline at the last. */
const flapping = [off(10), ...[40, 56, 72].flatMap((at) => [on(at), off(at + 8)])];

/** Asleep from 100 to 7,200. */
function asleep(...given: readonly Given[]): World {
  const world = createWorld();
  world.add(...given);
  world.at(100, () => world.sleep());
  world.at(7200, () => world.wake(100));
  return world;
}

test.for<{ when: string; given: Given[]; told: string[] }>([
  {
    when: 'an outage in its hold-down at sleep is in the digest',
    given: [off(88), off(3000, 6), failed(4000, 7)],
    told: ['7200 away of 3, 3 open: Agent 4 is offline'],
  },
  {
    when: 'eight of them are no storm',
    given: [...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => off(88, n)), failed(4000, 7)],
    told: ['7200 away of 9, 9 open: Agent 1 is offline'],
  },
  {
    when: 'one alone says itself; counted as told, its end is told',
    given: [off(88), on(7500)],
    told: ['7200 Agent 4 is offline', '7500 Agent 4 was offline for 2 h 4 min'],
  },
  {
    when: 'what flapped and came to rest is in the digest; at rest offline, its end is told',
    given: [...flapping, failed(4000, 7), on(7500)],
    told: [
      '71 flapping: Agent 4 is offline',
      '7200 away of 2, 2 open: Agent 4 is offline',
      '7501 ~Agent 4 was offline for 2 h 4 min',
    ],
  },
])('after sleep one toast: $when', ({ given, told }) => {
  const world = asleep(...given);
  world.run(7800);
  expect(world.told()).toEqual(told);
});

test('after sleep into quiet hours: a critical outage in its hold-down breaks through as ever', () => {
  const world = asleep({ ...off(88), severity: SEVERE }, failed(4000, 7));
  world.set({ quietHours: [{ days: [0, 1, 2, 3, 4, 5, 6], from: 60, to: 180 }] });
  world.run(3 * 3600);
  expect(world.told()).toEqual(['7200 Agent 4 is offline', '10800 Task 7 failed']);
});

test('an account that is resumed ends nobody’s catch-up', () => {
  const world = createWorld({ accounts: ['lab', 'other', 'third'] });
  world.sleep();
  world.add(...[1, 2, 3].map((n) => failed(1000 + n * 100, n)));
  world.run(5000);
  world.wake(10);
  world.hear({ kind: 'resumed', since: T0, account: 'third' });
  expect(world.state().catchUp?.waiting).toEqual(['lab', 'other', 'third']);
  world.run(5100);
  expect(world.told()).toEqual(['5000 away of 3, 3 open: Task 1 failed']);
  expect(world.state().catchUp).toBe(null);
});

test('a start waits for those that are watched now, whomever the last run waited for', () => {
  const world = createWorld();
  world.hear({ kind: 'back', since: null, accounts: ['lab', 'other'] });
  world.hear({ kind: 'back', since: null, accounts: ['lab'] });
  expect(world.state().catchUp?.waiting).toEqual(['lab']);
});

test('an account that never answers makes no silent change of another’s snoozed item', () => {
  const world = createWorld();
  world.hear({ kind: 'back', since: null, accounts: ['lab', 'dead'] });
  world.add(failed(-100, 1), failed(-50, 2));
  world.run(100);
  world.hear({ kind: 'ended', tag: [...world.bubbles.keys()][0]! });
  const one = arrivalOf(failed(200, 3, { severity: SEVERE }));
  world.hear({ kind: 'snoozed', brief: briefOf(one), until: T0 + 3_600_000 });
  world.run(4000);
  expect(world.told()).toEqual(['0 away of 2, 2 open: Task 1 failed', '3600 Task 3 failed']);
});

test('beside an account that never answers the next away has a digest and a length of its own', () => {
  const world = createWorld();
  const back = (since: number): void =>
    world.hear({ kind: 'back', since: T0 + since * 1000, accounts: ['lab', 'dead'] });
  back(-3600);
  world.add(failed(-100, 1), failed(-50, 2), failed(4985, 3), failed(4986, 4));
  world.at(4990, () => back(4000));
  world.run(5100);
  expect(world.told()).toEqual([
    '0 away of 2, 2 open: Task 1 failed',
    '5010 away of 2, 2 open: Task 3 failed',
  ]);
  expect(world.decisions.map(({ decision }) => 'lasted' in decision && decision.lasted)).toEqual([
    3_600_000, 1_010_000,
  ]);
});

test('it begins with its own sleep, also where the one before had brought nothing to tell', () => {
  const world = createWorld();
  const back = (since: number): void =>
    world.hear({ kind: 'back', since: T0 + since * 1000, accounts: ['lab', 'dead'] });
  back(-3600);
  world.add(failed(4985, 3), failed(4986, 4));
  world.at(4990, () => back(4000));
  world.run(5100);
  expect(world.decisions.map(({ decision }) => 'lasted' in decision && decision.lasted)).toEqual([1_010_000]);
});

test('an account that is resumed when the digest has told something has one of its own', () => {
  const world = createWorld();
  world.hear({ kind: 'back', since: T0 - 3_600_000, accounts: ['lab', 'dead'] });
  world.add(failed(-100, 1), failed(-50, 2));
  world.run(100);
  world.hear({ kind: 'resumed', since: T0 - 60_000, account: 'third' });
  const asked = { account: 'third', server: (T0 + 101_000) * 1000, at: T0 + 101_000 };
  const arrivals = [3, 4].map((n) => arrivalOf({ ...failed(50, n), account: 'third' }));
  world.hear({ kind: 'arrivals', arrivals, asked });
  world.hear({ kind: 'polled', asked });
  expect(world.told()).toEqual([
    '0 away of 2, 2 open: Task 1 failed',
    '100 away of 2, 2 open: Task 3 failed',
  ]);
  expect([...world.bubbles.keys()], 'neither in the place of the other').toEqual(['away/1', 'away/2']);
});

test.for<{ when: string; act: (world: World, first: Brief) => void; told: string }>([
  { when: 'stands', act: () => undefined, told: '100 ~away of 3, 3 open: Task 1 failed' },
  {
    when: 'was clicked',
    act: (world) => world.hear({ kind: 'ended', tag: 'away/1' }),
    told: '100 Task 3 failed',
  },
  {
    when: 'told something that was seen since',
    act: (world, { key }) => world.hear({ kind: 'seen', keys: [key] }),
    told: '100 ~away of 2, 2 open: Task 2 failed',
  },
  {
    when: 'told something that was put off since',
    act: (world, brief) => world.hear({ kind: 'snoozed', brief, until: T0 + 900_000 }),
    told: '100 ~away of 2, 2 open: Task 2 failed',
  },
])('what another account brings later, where the digest $when', ({ act, told }) => {
  const world = createWorld();
  const answered = (account: string, second: number, ...given: readonly Given[]): Brief => {
    const asked = { account, server: (T0 + second * 1000) * 1000, at: T0 + second * 1000 };
    const arrivals = given.map((one) => arrivalOf({ ...one, account }));
    world.hear({ kind: 'arrivals', arrivals, asked });
    world.hear({ kind: 'polled', asked });
    return briefOf(arrivals[0]!);
  };
  world.hear({ kind: 'back', since: T0 - 3_600_000, accounts: ['lab', 'other'] });
  const first = answered('lab', 0, failed(-100, 1), failed(-50, 2));
  world.run(100);
  act(world, first);
  answered('other', 100, failed(50, 3));
  expect(world.told()).toEqual(['0 away of 2, 2 open: Task 1 failed', told]);
});

test('snoozed until some time in the sleep: in the digest, also of an account that is paused before it answers', () => {
  const put = (world: World): void => {
    for (const n of [1, 2])
      world.hear({ kind: 'snoozed', brief: briefOf(arrivalOf(failed(20, n))), until: T0 + 3_600_000 });
  };
  const world = asleep(failed(4000, 7));
  put(world);
  world.run(7300);
  expect(world.told()).toEqual(['7200 away of 3, 1 open: Task 7 failed']);

  const paused = createWorld();
  paused.sleep();
  put(paused);
  paused.run(7200);
  paused.hear({ kind: 'back', since: T0, accounts: ['lab', 'other'] });
  paused.hear({ kind: 'left', account: 'lab' });
  expect(paused.told()).toEqual(['7200 away of 2, 0 open: Task 1 failed']);
});
