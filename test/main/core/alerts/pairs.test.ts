import { expect, test } from 'vitest';
import { createWorld, SEVERE, type Given, type WorldOptions } from './world';

const off = (at: number, more: Partial<Given> = {}): Given => ({ at, type: 8, subject: 4, ...more });
const on = (at: number, more: Partial<Given> = {}): Given => ({ at, type: 7, subject: 4, ...more });
const task = (at: number, type: number, more: Partial<Given> = {}): Given => ({
  at,
  type,
  subject: 7,
  ...more,
});

test.for<{ when: string; given: Given[]; options?: WorldOptions; told: string[] }>([
  { when: 'back without a known outage: nothing', given: [on(10)], told: [] },
  {
    when: 'an outage that was seen already, and its end',
    given: [off(10, { seen: true }), on(300)],
    told: [],
  },
  {
    when: 'its end is told even where it is seen already',
    given: [off(10), on(300, { seen: true })],
    told: ['41 Agent 4 is offline', '311 ~Agent 4 was offline for 5 min'],
  },
  { when: 'down before the first look', given: [off(10, { baseline: true }), on(300)], told: [] },
  {
    when: 'an outage in no toast, by rule: nor its end',
    given: [off(10), on(300)],
    options: { settings: { toastsByLevel: { '8/major': 'badge' } } },
    told: [],
  },
  {
    when: 'the desktop refused it: its end is not told either',
    given: [off(10), on(300)],
    options: { shows: ({ first }) => first.type !== 8 },
    told: ['41 Agent 4 is offline'],
  },
  {
    when: 'a second offline of a told outage says nothing new; the end counts from the first',
    given: [off(10), off(100), on(310)],
    told: ['41 Agent 4 is offline', '311 ~Agent 4 was offline for 5 min'],
  },
  {
    when: 'outage and end in one answer: one toast',
    given: [off(10, { late: 1000 }), on(1000, { late: 20 })],
    told: ['1020 Agent 4 was offline for 17 min'],
  },
  {
    when: 'both in one answer, shorter than the hold-down: nothing',
    given: [off(10, { late: 1000 }), on(35, { late: 975 })],
    told: [],
  },
  {
    when: 'the end came first, on an earlier page: what it lasted is told once',
    given: [on(400), off(10, { late: 440 })],
    told: ['450 Agent 4 was offline for 7 min'],
  },
  { when: 'the end came first, and it was short', given: [on(30), off(10, { late: 100 })], told: [] },
  {
    when: 'an older return comes late: nothing',
    given: [off(100), on(50, { late: 200 })],
    told: ['131 Agent 4 is offline'],
  },
  {
    when: 'a task failed and succeeded: one card',
    given: [task(10, 3), task(100, 2)],
    told: ['30 Task 7 failed', '120 ~Task 7 succeeded, 2 min after it failed'],
  },
  {
    when: 'started, succeeded: one card where the rules want both',
    given: [task(10, 1), task(100, 2)],
    options: { settings: { toastsByLevel: { '1/info': 'toast', '2/info': 'toast' } } },
    told: ['30 Task 7 started', '120 Task 7 succeeded'],
  },
  {
    when: 'a suite started and finished: one card where the rules want both',
    given: [task(10, 5), task(100, 6)],
    options: { settings: { toastsByLevel: { '5/info': 'toast', '6/info': 'toast' } } },
    told: ['30 Suite 7 started', '120 Suite 7 finished'],
  },
  {
    when: 'two accounts have an agent 4 each',
    given: [off(10), on(300, { account: 'other' })],
    options: { accounts: ['lab', 'other'] },
    told: ['41 Agent 4 is offline'],
  },
  {
    when: 'an item without a subject pairs with nothing',
    given: [
      { at: 10, type: 8 },
      { at: 300, type: 7 },
    ],
    told: ['30 An agent is offline'],
  },
])('6: $when', ({ given, options, told }) => {
  const world = createWorld(options);
  world.add(...given);
  world.run(2000);
  expect(world.told()).toEqual(told);
  const subjects = new Set(world.decisions.map(({ decision }) => decision.tag));
  expect(subjects.size).toBeLessThanOrEqual(1);
});

test.for<{ when: string; given: Given[]; click?: number; told: string[] }>([
  {
    when: 'a lower one becomes a line of an unclicked higher one',
    given: [task(10, 3), task(100, 4)],
    told: ['30 Task 7 failed', '120 ~Task 7 failed + Threshold exceeded on task 7'],
  },
  {
    when: 'clicked, it stands no more',
    given: [task(10, 3), task(100, 4)],
    click: 60,
    told: ['30 Task 7 failed', '120 Threshold exceeded on task 7'],
  },
  {
    when: 'a higher one replaces it',
    given: [task(10, 4), task(100, 3)],
    told: ['30 Threshold exceeded on task 7', '120 Task 7 failed'],
  },
  {
    when: 'one of the same level replaces it',
    given: [task(10, 4), task(100, 4)],
    told: ['30 Threshold exceeded on task 7', '120 Threshold exceeded on task 7'],
  },
  {
    when: 'the end of an outage is a line of what is more urgent than it was',
    given: [task(10, 3), task(100, 4, { severity: SEVERE }), task(200, 2)],
    told: [
      '30 Task 7 failed',
      '120 Threshold exceeded on task 7',
      '210 ~Threshold exceeded on task 7 + Task 7 succeeded, 3 min after it failed',
    ],
  },
  {
    when: 'it takes the place of what is as urgent',
    given: [task(10, 3, { severity: SEVERE }), task(100, 4, { severity: SEVERE }), task(200, 2)],
    told: [
      '30 Task 7 failed',
      '120 Threshold exceeded on task 7',
      '210 ~Task 7 succeeded, 3 min after it failed',
    ],
  },
  {
    when: 'and of a failure that was more urgent than the last',
    given: [task(10, 3, { severity: SEVERE }), task(100, 3), task(200, 2)],
    told: [
      '30 Task 7 failed',
      '120 ~Task 7 failed + Task 7 failed',
      '210 ~Task 7 succeeded, 2 min after it failed',
    ],
  },
  {
    when: 'two at once: the more urgent stands first',
    given: [task(10, 4), task(11, 3, { severity: SEVERE }), task(12, 4)],
    told: ['30 Task 7 failed + Threshold exceeded on task 7 + Threshold exceeded on task 7'],
  },
])('7: $when', ({ given, click, told }) => {
  const world = createWorld();
  world.add(...given);
  if (click !== undefined) world.at(click, () => world.hear({ kind: 'ended', tag: 'lab/task:7' }));
  world.run(300);
  expect(world.told()).toEqual(told);
});

test('told with its end: the log of both says so', () => {
  const world = createWorld();
  const [outage, end] = world.add(off(10, { late: 1000 }), on(1000, { late: 20 }));
  world.run(2000);
  expect(world.verdictsOf(outage!)).toEqual(['rule-toast', 'paired', 'shown']);
  expect(world.verdictsOf(end!)).toEqual(['rule-recovery', 'shown']);
});
