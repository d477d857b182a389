import { expect, test } from 'vitest';
import { briefOf, type Arrival } from '../../../../src-main/core/alerts/arrival';
import { arrivalOf, createWorld, SEVERE, T0, type Given } from './world';

const off = (at: number, subject: number, more: Partial<Given> = {}): Given => ({
  at,
  type: 8,
  subject,
  ...more,
});
const on = (at: number, subject: number): Given => ({ at, type: 7, subject });
const failed = (at: number, subject: number, more: Partial<Given> = {}): Given => ({
  at,
  type: 3,
  subject,
  ...more,
});

/** Asleep from 100 to 8,000. */
function asleep(...given: readonly Given[]) {
  const world = createWorld();
  world.add(...given);
  world.at(100, () => world.sleep());
  world.at(8000, () => world.wake(100));
  return world;
}

test.for<{ when: string; given: Given[]; told: string[] }>([
  { when: 'nothing came', given: [], told: [] },
  {
    when: 'one digest of all, and then as ever',
    given: [failed(200, 1), off(300, 4), off(400, 5), on(900, 5), failed(8100, 2)],
    told: ['8000 away of 3, 2 open: Task 1 failed', '8120 Task 2 failed'],
  },
  {
    when: 'a critical one is in it, first by name',
    given: [failed(200, 1), failed(300, 2, { severity: SEVERE })],
    told: ['8000 away of 2, 2 open: Task 2 failed'],
  },
  {
    when: 'an outage that began just before waking waits as ever',
    given: [off(7990, 4)],
    told: ['8021 Agent 4 is offline'],
  },
  {
    when: 'the end of what was told before is a part of it',
    given: [off(10, 4), on(500, 4)],
    told: ['41 Agent 4 is offline', '8000 Agent 4 was offline for 8 min'],
  },
])('catch-up: $when', ({ given, told }) => {
  const world = asleep(...given);
  world.run(9000);
  expect(world.told()).toEqual(told);
});

test('catch-up says how long, and ends with the first complete poll, not by time', () => {
  const world = asleep(failed(200, 1));
  world.at(7999, () => world.fail(true));
  world.at(8100, () => world.add(failed(8100, 2)));
  world.at(8200, () => world.fail(false));
  world.run(9000);
  expect(world.told()).toEqual(['8210 away of 2, 2 open: Task 1 failed']);
  expect(world.decisions[0]?.decision).toMatchObject({ lasted: (8210 - 100) * 1000 });
});

test('catch-up: a poll that began before waking says nothing of what came since; a clock set back ends no night', () => {
  const world = createWorld();
  world.sleep();
  world.run(500);
  world.hear({ kind: 'back', since: null, accounts: ['lab'] });
  const polled = (second: number) =>
    world.hear({ kind: 'polled', asked: { account: 'lab', server: null, at: T0 + second * 1000 } });
  polled(499);
  expect(world.state().catchUp).not.toBe(null);
  world.back(400);
  polled(101);
  expect(world.state().catchUp).toBe(null);
});

test('catch-up of two accounts: the second answer grows the same bubble', () => {
  const world = createWorld({ accounts: ['lab', 'other'] });
  world.sleep();
  world.run(500);
  world.hear({ kind: 'back', since: null, accounts: ['lab', 'other'] });
  const asked = (account: string) => ({ account, server: (T0 + 500_000) * 1000, at: T0 + 500_000 });
  for (const account of ['lab', 'other']) {
    const arrivals = [arrivalOf(failed(200, 1, { account }))];
    world.hear({ kind: 'arrivals', arrivals, asked: asked(account) });
    world.hear({ kind: 'polled', asked: asked(account) });
  }
  expect(world.told()).toEqual(['500 Task 1 failed', '500 ~away of 2, 2 open: Task 1 failed']);
  expect(world.state().catchUp).toBe(null);
});

test('catch-up: an account that is paused meanwhile keeps nobody waiting', () => {
  const world = createWorld();
  world.sleep();
  world.run(500);
  world.hear({ kind: 'back', since: null, accounts: ['lab'] });
  world.hear({ kind: 'left', account: 'other' });
  expect(world.state().catchUp).not.toBe(null);
  world.hear({ kind: 'left', account: 'lab' });
  expect(world.state().catchUp).toBe(null);
});

test('after a screen lock: one digest of what was neither clicked nor closed, in place of its bubbles', () => {
  const world = createWorld();
  world.add(failed(100, 1), failed(200, 2), failed(300, 3));
  world.run(400);
  world.hear({ kind: 'ended', tag: 'lab/task:2' });
  world.hear({ kind: 'unlocked', since: T0 + 50_000 });
  expect(world.told().at(-1)).toBe('400 locked of 2, 2 open: Task 1 failed');
  expect(world.withdrawn.map(({ tag }) => tag)).toEqual(['lab/task:1', 'lab/task:3']);
  world.hear({ kind: 'unlocked', since: T0 + 390_000 });
  expect(world.told()).toHaveLength(4);
});

test('after a screen lock: what its digest took over is told by no storm that follows', () => {
  const world = createWorld({ pollSeconds: 5 });
  const three = (at: number, from: number) => [0, 1, 2].map((n) => failed(at, from + n));
  world.add(...three(100, 1), ...three(120, 4));
  world.at(110, () => world.hear({ kind: 'unlocked', since: T0 + 90_000 }));
  world.run(300);
  expect(world.told().slice(3)).toEqual([
    '110 locked of 3, 3 open: Task 1 failed',
    ...[4, 5, 6].map((n) => `120 Task ${n} failed`),
  ]);
});

const lively = (from: number, to: number, every: number): Given[] =>
  Array.from({ length: Math.floor((to - from) / every) }, (_, i) => ({ at: from + i * every, type: 1 }));
const H = 3600;
test.for<{ when: string; given: Given[]; told: string[] }>([
  {
    when: 'a lively feed falls silent: said once',
    given: lively(0, 14 * H, 300),
    told: [`${16 * H - 300} silent: lab`],
  },
  { when: 'less than half a day known', given: lively(0, 10 * H, 300), told: [] },
  { when: 'never lively', given: lively(0, 14 * H, 900), told: [] },
  {
    when: 'and again after it came back',
    given: [...lively(0, 14 * H, 300), ...lively(17 * H, 18 * H, 300)],
    told: [`${16 * H - 300} silent: lab`, `${20 * H - 300} silent: lab`],
  },
])('silent feed: $when', ({ given, told }) => {
  const world = createWorld();
  world.add(...given);
  world.run(23 * H);
  expect(world.told()).toEqual(told);
  expect(world.withdrawn.length).toBe(Math.max(0, told.length - 1));
});

test('snoozed: its bubble goes, and it comes back with one toast, unless it was seen by then', () => {
  const world = createWorld();
  const [first, second, third] = [failed(20, 1), failed(21, 2), failed(22, 3)].map(arrivalOf) as [
    Arrival,
    Arrival,
    Arrival,
  ];
  const asked = { account: 'lab', server: (T0 + 30_000) * 1000, at: T0 + 30_000 };
  world.run(29);
  world.hear({ kind: 'arrivals', arrivals: [first, second, third], asked });
  for (const one of [first, second])
    world.hear({ kind: 'snoozed', brief: briefOf(one), until: T0 + 600_000 });
  expect(world.withdrawn.map(({ tag }) => tag)).toEqual(['lab/task:1', 'lab/task:2']);
  world.hear({ kind: 'snoozed', brief: briefOf(third), until: T0 + 900_000 });
  world.at(300, () => world.hear({ kind: 'seen', keys: [second.key] }));
  world.run(1000);
  expect(world.told().slice(3)).toEqual(['600 Task 1 failed', '900 Task 3 failed']);
});

test('seen here or elsewhere: its bubble goes; one of several when the last is seen', () => {
  const world = createWorld();
  const keys = world.add(
    failed(20, 1),
    failed(50, 2),
    ...Array.from({ length: 6 }, (_, i) => failed(200, 10 + i)),
  );
  world.run(400);
  world.hear({ kind: 'seen', keys: [keys[0]!] });
  expect(world.withdrawn.map(({ tag }) => tag)).toEqual(['lab/task:1']);
  world.hear({ kind: 'seen', keys: keys.slice(2, 7) });
  expect(world.withdrawn).toHaveLength(1);
  world.hear({ kind: 'seen', keys: keys.slice(7) });
  expect(world.withdrawn.at(-1)?.tag).toMatch(/^lab\/storm\//);
});

test('seen while it waits for its hold-down: no toast', () => {
  const world = createWorld();
  const [key] = world.add(off(20, 4));
  world.run(35);
  world.hear({ kind: 'seen', keys: [key!] });
  world.run(200);
  expect(world.told()).toEqual([]);
  expect(world.verdictsOf(key!)).toEqual(['rule-toast', 'hold-down', 'seen-elsewhere']);
});

test('an account that is removed takes all that is known of it along', () => {
  const world = createWorld({ accounts: ['lab', 'other'] });
  world.add(off(10, 4), off(40, 5), failed(20, 1), off(10, 4, { account: 'other' }));
  world.run(61);
  world.hear({ kind: 'forgotten', account: 'lab' });
  expect(JSON.stringify(world.state())).not.toContain('lab');
  expect([...world.state().subjects].map(([name]) => name)).toEqual(['other/agent:4']);
});
