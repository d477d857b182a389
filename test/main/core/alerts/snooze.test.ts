import { expect, test } from 'vitest';
import { briefOf } from '../../../../src-main/core/alerts/arrival';
import { arrivalOf, createWorld, T0, type Given, type World, type WorldOptions } from './world';

const failed = (at: number, subject: number, more: Partial<Given> = {}): Given => ({
  at,
  type: 3,
  subject,
  ...more,
});
const off = (at: number): Given => ({ at, type: 8, subject: 4 });
const on = (at: number): Given => ({ at, type: 7, subject: 4 });
const asked = (at: number) => ({ account: 'lab', server: (T0 + at * 1000) * 1000, at: T0 + at * 1000 });
const DAY = 86_400_000;

test('put off between its arrival and its judgement: nothing is told before its time', () => {
  const world = createWorld();
  const one = arrivalOf(failed(20, 1));
  world.hear({ kind: 'snoozed', brief: briefOf(one), until: T0 + 600_000 });
  world.hear({ kind: 'arrivals', arrivals: [one], asked: asked(30) });
  world.run(700);
  expect(world.told()).toEqual(['600 Task 1 failed']);
  expect(world.verdictsOf(one.key)).toEqual(['snoozed', 'rule-toast', 'snooze-end', 'shown']);
});

test('of a summary the others stay; it goes with the last of them', () => {
  const world = createWorld();
  const arrivals = [1, 2, 3, 4, 5, 6, 7].map((n) => arrivalOf(failed(20, n)));
  world.run(29);
  world.hear({ kind: 'arrivals', arrivals, asked: asked(30) });
  world.run(200);
  const off = (n: number): void =>
    world.hear({ kind: 'snoozed', brief: briefOf(arrivals[n]!), until: T0 + 1_000_000 });
  for (const n of [0, 1, 2, 3, 4, 5]) off(n);
  expect(world.withdrawn).toEqual([]);
  off(6);
  expect(world.withdrawn.map(({ tag }) => tag)).toEqual([expect.stringMatching(/^lab\/storm\//)]);
  world.run(1030);
  expect(world.told().at(-1)).toMatch(/^1000 storm of 7/);
});

test('a critical one is not told again and again while it is put off', () => {
  const world = createWorld({ settings: { escalate: true } });
  const [key] = world.add(failed(20, 1, { severity: 9 }));
  world.run(40);
  expect(world.state().urgent).toHaveLength(1);
  const brief = world.state().urgent[0]!.brief;
  world.hear({ kind: 'snoozed', brief, until: T0 + 3_600_000 });
  world.run(3000);
  expect(world.told()).toHaveLength(1);
  world.run(3700);
  expect(world.told()).toEqual(['30 Task 1 failed', '3600 Task 1 failed']);
  expect(world.verdictsOf(key!)).toEqual(['rule-toast', 'shown', 'snoozed', 'snooze-end', 'shown']);
});

test('a clock that is set back keeps it away for a week at most', () => {
  const world = createWorld();
  const one = arrivalOf(failed(20, 1));
  world.hear({ kind: 'snoozed', brief: briefOf(one), until: T0 + 3 * DAY });
  world.back(10 * 86_400);
  world.hear({ kind: 'time' });
  expect(world.state().snoozed.map(({ until }) => until)).toEqual([T0 - 10 * DAY + 7 * DAY]);
});

test('brought back: only those, and only once', () => {
  const world = createWorld();
  const one = arrivalOf(failed(20, 1));
  const two = arrivalOf(failed(20, 2));
  for (const arrival of [one, two])
    world.hear({ kind: 'snoozed', brief: briefOf(arrival), until: T0 + 600_000 });
  world.hear({ kind: 'unsnoozed', keys: [one.key] });
  world.hear({ kind: 'unsnoozed', keys: [one.key] });
  world.run(700);
  expect(world.told()).toEqual(['600 Task 2 failed']);
  expect(world.verdictsOf(one.key)).toEqual(['snoozed', 'unsnoozed']);
});

test.for([
  { when: 'told: the older failure does not take its place', shows: true, told: [], last: 'still-down' },
  { when: 'refused by the desktop', shows: false, told: ['600 Task 1 failed'], last: 'shown' },
])('a task that failed anew meanwhile, which was $when', ({ shows, told, last }) => {
  let drawn = 0;
  const world = createWorld({ shows: () => drawn++ !== 1 || shows });
  const one = arrivalOf(failed(20, 1));
  world.run(29);
  world.hear({ kind: 'arrivals', arrivals: [one], asked: asked(29) });
  world.hear({ kind: 'snoozed', brief: briefOf(one), until: T0 + 600_000 });
  world.add(failed(300, 1));
  world.run(700);
  expect(world.told()).toEqual(['29 Task 1 failed', '300 Task 1 failed', ...told]);
  expect(world.verdictsOf(one.key).at(-1)).toBe(last);
});

const NIGHT = [{ days: [0, 1, 2, 3, 4, 5, 6], from: 60, to: 7 * 60 }];
const H = 3600;
/** Agent 4, told as offline and put off until then, in seconds. */
function putOff(until: number, options: WorldOptions): World {
  const world = createWorld(options);
  world.add(off(600));
  world.at(700, () => {
    const [known] = [...world.state().subjects];
    const { brief } = known![1].outage!;
    world.hear({ kind: 'snoozed', brief, until: T0 + until * 1000 });
  });
  world.run(710);
  return world;
}

test.for([
  {
    when: 'held by the quiet hours, and back in them',
    back: 3 * H,
    told: ['25200 quiet of 2, 0 open: Agent 4 is offline'],
  },
  {
    when: 'held, and seen',
    seen: 3 * H,
    back: 8 * H,
    told: ['28801 Agent 4 was offline for 7 h 50 min'],
  },
  {
    when: 'held, told by the digest, and back',
    back: 8 * H,
    told: ['25200 quiet of 1, 1 open: Agent 4 is offline', '28801 Agent 4 was offline for 7 h 50 min'],
  },
  {
    when: 'and the digest is not taken by the desktop',
    refuses: true,
    back: 8 * H,
    told: ['25200 quiet of 1, 1 open: Agent 4 is offline', '28801 Agent 4 was offline for 7 h 50 min'],
  },
])('what was told stays told while it is put off: $when', ({ back, seen, refuses = false, told }) => {
  const world = putOff(2 * H, {
    settings: { quietHours: NIGHT },
    shows: ({ kind }) => !refuses || kind === 'item',
  });
  const keys = world.state().snoozed.map(({ brief }) => brief.key);
  if (seen !== undefined) world.at(seen, () => world.hear({ kind: 'seen', keys }));
  world.add(on(back));
  world.run(9 * H);
  expect(world.told()).toEqual(['631 Agent 4 is offline', ...told]);
});

test('a desktop that refuses the bubble of its return to the inbox takes back nothing', () => {
  let taken = 0;
  const world = putOff(H, { shows: () => taken++ !== 1 });
  world.add(on(2 * H));
  world.run(3 * H);
  expect(world.told()).toEqual([
    '631 Agent 4 is offline',
    '3600 Agent 4 is offline',
    '7201 Agent 4 was offline for 1 h 50 min',
  ]);
});

test.for([{ again: false }, { again: true }])(
  'an outage that ended meanwhile does not come back in the place of the next one, put off again $again',
  ({ again }) => {
    const world = putOff(H, {});
    const { brief } = world.state().snoozed[0]!;
    world.add(on(1000), off(3000));
    if (again) world.at(3500, () => world.hear({ kind: 'snoozed', brief, until: T0 + H * 1000 }));
    world.run(4000);
    expect(world.told()).toEqual([
      '631 Agent 4 is offline',
      '1021 Agent 4 was offline for 7 min',
      '3031 Agent 4 is offline',
    ]);
    expect(world.verdictsOf(brief.key).at(-1)).toBe('snooze-over');
  },
);
