import { expect, test } from 'vitest';
import { defaultPreferences } from '../../../../src-shared/preferences';
import { decide } from '../../../../src-main/core/alerts/engine';
import { NO_STATE } from '../../../../src-main/core/alerts/engine-state';
import { arrivalOf, createWorld, OFFLINE, ONLINE, T0, type Given, type WorldOptions } from './world';

const off = (at: number, subject = 4): Given => ({ at, type: OFFLINE, subject });
const on = (at: number, subject = 4): Given => ({ at, type: ONLINE, subject });

test.for<{ when: string; given: Given[]; options?: WorldOptions; told: string[]; first: string[] }>([
  {
    when: 'offline, not back: told by the first complete poll that began more than 30 s later',
    given: [off(20)],
    told: ['51 Agent 4 is offline'],
    first: ['rule-toast', 'hold-down', 'shown'],
  },
  {
    when: 'back within the hold-down: nothing',
    given: [off(20), on(45)],
    told: [],
    first: ['rule-toast', 'hold-down', 'came-back'],
  },
  {
    when: 'back just before the poll that would tell it: nothing, it is known by then',
    given: [off(20), on(50)],
    told: [],
    first: ['rule-toast', 'hold-down', 'came-back'],
  },
  {
    when: 'back later: told, then the same bubble says how long',
    given: [off(20), on(440)],
    told: ['51 Agent 4 is offline', '441 ~Agent 4 was offline for 7 min'],
    first: ['rule-toast', 'hold-down', 'shown', 'shown'],
  },
  {
    when: 'older on arrival: no wait',
    given: [{ ...off(20), late: 100 }],
    told: ['120 Agent 4 is offline'],
    first: ['rule-toast', 'shown'],
  },
  {
    when: 'exactly 30 s old when the poll began: it waits',
    given: [{ ...off(30), late: 30 }],
    told: ['61 Agent 4 is offline'],
    first: ['rule-toast', 'hold-down', 'shown'],
  },
  {
    when: 'an hour ahead of the server’s own clock, as where a zone was left out: 30 s from when it was met',
    given: [{ ...off(3620), late: -3600 }],
    told: ['61 Agent 4 is offline'],
    first: ['rule-toast', 'hold-down', 'shown'],
  },
  {
    when: 'within a minute ahead of it: 30 s from its stamp',
    given: [{ ...off(80), late: -60 }],
    told: ['111 Agent 4 is offline'],
    first: ['rule-toast', 'hold-down', 'shown'],
  },
  {
    when: 'another server time than ours: the server’s counts',
    given: [off(20)],
    options: { skew: 25 },
    told: ['26 Agent 4 is offline'],
    first: ['rule-toast', 'hold-down', 'shown'],
  },
  {
    when: 'a server without a clock: 30 s from its arrival',
    given: [off(20)],
    options: { skew: null },
    told: ['61 Agent 4 is offline'],
    first: ['rule-toast', 'hold-down', 'shown'],
  },
  {
    when: 'no hold-down wanted',
    given: [off(20)],
    options: { settings: { holdDownSeconds: 0 } },
    told: ['30 Agent 4 is offline'],
    first: ['rule-toast', 'shown'],
  },
  {
    when: 'a second offline takes the place of the first, and the wait ends as it would have',
    given: [off(20), off(40)],
    told: ['51 Agent 4 is offline'],
    first: ['rule-toast', 'hold-down', 'superseded'],
  },
  {
    when: 'a failed task does not wait',
    given: [{ at: 20, type: 3, subject: 7 }],
    told: ['30 Task 7 failed'],
    first: ['rule-toast', 'shown'],
  },
])('$when', ({ given, options, told, first }) => {
  const world = createWorld(options);
  const [key] = world.add(...given);
  world.run(1000);
  expect(world.told()).toEqual(told);
  expect(world.verdictsOf(key!)).toEqual(first);
});

test('a poll that failed tells nothing: the return could be in the answer that was lost', () => {
  const world = createWorld();
  world.add(off(20));
  world.at(31, () => world.fail(true));
  world.run(120);
  expect(world.told()).toEqual([]);
  world.fail(false);
  world.run(200);
  expect(world.told().map((line) => line.replace(/^\d+ /, ''))).toEqual(['Agent 4 is offline']);
});

test('a server without a clock, and ours set back by a day: the wait ends, it does not become a day', () => {
  const at = (now: number) => ({ account: 'lab', server: null, at: now - 200 });
  const context = (now: number) => ({ now, pausedUntil: null, settings: defaultPreferences });
  const arrivals = decide(
    NO_STATE,
    { kind: 'arrivals', arrivals: [arrivalOf(off(0))], asked: at(T0) },
    context(T0),
  );
  const polled = decide(arrivals.state, { kind: 'polled', asked: at(T0) }, context(T0));
  expect([arrivals.decisions, polled.decisions]).toEqual([[], []]);
  const back = T0 - 86_400_000;
  const after = decide(polled.state, { kind: 'polled', asked: at(back) }, context(back));
  expect(after.decisions).toMatchObject([{ kind: 'item' }]);
});

test.for<{ back: number; told: boolean }>([
  { back: 3600, told: true },
  { back: 50, told: false },
])('a server’s clock set back by $back s while an outage waits: told then, $told', ({ back, told }) => {
  const context = (now: number) => ({ now, pausedUntil: null, settings: defaultPreferences });
  const asked = (at: number, behind = 0) => ({ account: 'lab', server: (at - behind) * 1000, at });
  const arrivals = [arrivalOf(off(0))];
  const first = asked(T0 + 1000);
  const { state } = decide(NO_STATE, { kind: 'arrivals', arrivals, asked: first }, context(first.at));
  const next = asked(T0 + 31_000, back * 1000);
  const { decisions } = decide(state, { kind: 'polled', asked: next }, context(next.at));
  expect(decisions).toHaveLength(told ? 1 : 0);
});

test('a poll that knows the server’s clock better moves the end of the wait', () => {
  const context = (now: number) => ({ now, pausedUntil: null, settings: defaultPreferences });
  /** Asked at `at`, when the server was `behind` ms later at most than what is known. */
  const asked = (at: number, behind: number) => ({ account: 'lab', server: (at - behind) * 1000, at });
  const first = asked(T0 + 10_000, 900);
  const arrivals = [arrivalOf(off(0))];
  const { state, pollAt } = decide(NO_STATE, { kind: 'arrivals', arrivals, asked: first }, context(first.at));
  expect(pollAt).toEqual([['lab', T0 + 30_910]]);
  const better = asked(T0 + 20_000, 40);
  const after = decide(state, { kind: 'polled', asked: better }, context(better.at));
  expect(after.pollAt).toEqual([['lab', T0 + 30_048]]);
  const due = decide(after.state, { kind: 'polled', asked: asked(T0 + 30_048, 42) }, context(T0 + 30_048));
  expect(due.decisions).toMatchObject([{ kind: 'item' }]);
});

test('waits that end within a second are settled by one poll, the others by the next', () => {
  const asked = { account: 'lab', server: T0 * 1000 + 5_000_000, at: T0 + 5000 };
  const arrivals = [0, 0.4, 0.99, 2].map((at, n) => arrivalOf(off(at, n)));
  const context = { now: asked.at, pausedUntil: null, settings: defaultPreferences };
  const { pollAt } = decide(NO_STATE, { kind: 'arrivals', arrivals, asked }, context);
  expect(pollAt).toEqual([['lab', T0 + 31_001]]);
});
