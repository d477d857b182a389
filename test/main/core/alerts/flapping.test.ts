import { expect, test } from 'vitest';
import { defaultPreferences } from '../../../../src-shared/preferences';
import { decide } from '../../../../src-main/core/alerts/engine';
import { NO_STATE } from '../../../../src-main/core/alerts/engine-state';
import { arrivalOf, createWorld, T0, type Given, type WorldOptions } from './world';

/** So many changes of agent 4, offline first, so many seconds apart. */
const changes = (n: number, apart: number, more: Partial<Given> = {}): Given[] =>
  Array.from({ length: n }, (_, i) => ({
    at: 10 + i * apart,
    type: i % 2 === 0 ? 8 : 7,
    subject: 4,
    ...more,
  }));

test.for<{ when: string; given: Given[]; options?: WorldOptions; told: string[] }>([
  {
    when: 'five in ten minutes: one toast, one when it rests online',
    given: changes(6, 5),
    told: ['30 flapping: Agent 4 is offline', '660 rest: Agent 4 is online'],
  },
  {
    when: 'at rest offline: a told outage, so its end is told',
    given: [...changes(7, 5), { at: 2000, type: 7, subject: 4 }],
    told: [
      '30 flapping: Agent 4 is offline',
      '660 rest: Agent 4 is offline',
      '2010 ~Agent 4 was offline for 33 min',
    ],
  },
  {
    when: 'several: each comes to rest in its own time',
    given: [
      ...changes(6, 5),
      ...changes(6, 5, { subject: 5 }).map((one) => ({ ...one, at: one.at + 300 })),
      ...changes(6, 5, { account: 'other' }),
    ],
    options: { accounts: ['lab', 'other'] },
    told: [
      '30 flapping: Agent 4 is offline',
      '30 flapping: Agent 4 is offline',
      '330 flapping: Agent 5 is offline',
      '660 rest: Agent 4 is online',
      '660 rest: Agent 4 is online',
      '960 rest: Agent 5 is online',
    ],
  },
  {
    when: 'stamps an hour ahead of the server’s own clock: the rest is counted from when they were met',
    given: changes(7, 20).map((one) => ({ ...one, at: one.at + 3600, late: -3600 })),
    told: ['90 flapping: Agent 4 is offline', '750 rest: Agent 4 is offline'],
  },
  {
    when: 'four are none: its hold-downs hold them',
    given: changes(4, 5),
    told: [],
  },
  {
    when: 'five within more than ten minutes are none',
    given: changes(5, 150),
    told: [
      '41 Agent 4 is offline',
      '161 ~Agent 4 was offline for 3 min',
      '341 Agent 4 is offline',
      '461 ~Agent 4 was offline for 3 min',
      '641 Agent 4 is offline',
    ],
  },
  {
    when: 'the same said again is no change',
    given: Array.from({ length: 9 }, (_, i) => ({ at: 10 + i * 5, type: 8, subject: 4 })),
    told: ['41 Agent 4 is offline'],
  },
  {
    when: 'told, then it flaps: nothing more until it rests',
    given: [...changes(3, 50), ...changes(20, 20).map((one) => ({ ...one, at: one.at + 150 }))],
    told: [
      '41 Agent 4 is offline',
      '71 ~Agent 4 was offline for 50 s',
      '141 Agent 4 is offline',
      '201 flapping: Agent 4 is offline',
      '1161 rest: Agent 4 is online',
    ],
  },
  {
    when: 'noticed as it comes back: it takes the place of what stands, however urgent that was',
    given: [0, 180, 360, 540, 700, 770].map((at, n) => ({ at, type: n % 2 === 0 ? 8 : 7, subject: 4 })),
    told: [
      '31 Agent 4 is offline',
      '181 ~Agent 4 was offline for 3 min',
      '391 Agent 4 is offline',
      '541 ~Agent 4 was offline for 3 min',
      '731 Agent 4 is offline',
      '791 flapping: Agent 4 is online',
      '1391 rest: Agent 4 is online',
    ],
  },
  {
    when: 'switched off',
    given: changes(6, 5),
    options: { settings: { flapChanges: 0 } },
    told: [],
  },
  {
    when: 'three in two minutes, as set',
    given: changes(3, 5),
    options: { settings: { flapChanges: 3, flapMinutes: 2 } },
    told: ['30 flapping: Agent 4 is offline', '150 rest: Agent 4 is offline'],
  },
  {
    when: 'nobody is to hear of its outages',
    given: changes(6, 5),
    options: { settings: { toastsByLevel: { '8/major': 'badge' } } },
    told: [],
  },
  {
    when: 'all seen already',
    given: changes(6, 5, { seen: true }),
    told: [],
  },
  {
    when: 'failing tasks flap as well',
    given: changes(6, 20).map((one) => ({ ...one, type: one.type === 8 ? 3 : 2 })),
    told: [
      '30 Task 4 succeeded, 20 s after it failed',
      '60 Task 4 failed',
      '90 flapping: Task 4 failed',
      '720 rest: Task 4 succeeded',
    ],
  },
])('$when', ({ given, options, told }) => {
  const world = createWorld(options);
  world.add(...given);
  world.run(3000);
  expect(world.told()).toEqual(told);
});

test('what is quiet because of it says so', () => {
  const world = createWorld();
  const keys = world.add(...changes(7, 5));
  world.run(60);
  expect(keys.map((key) => world.verdictsOf(key).filter((step) => !step.startsWith('rule')))).toEqual([
    ['hold-down', 'came-back'],
    ['no-outage'],
    ['hold-down', 'came-back'],
    ['no-outage'],
    ['flapping', 'shown'],
    ['flapping-quiet'],
    ['flapping-quiet'],
  ]);
});

test('a server whose clock is set back while an agent flaps: the rest is counted by ours, and nothing is polled for in vain', () => {
  const context = (now: number) => ({ now, pausedUntil: null, settings: defaultPreferences });
  const asked = (at: number, behind = 0) => ({ account: 'lab', server: (at - behind) * 1000, at });
  const met = asked(T0 + 60_000);
  const arrivals = changes(6, 5).map(arrivalOf);
  const { state } = decide(NO_STATE, { kind: 'arrivals', arrivals, asked: met }, context(met.at));
  const poll = (minutes: number) =>
    decide(
      state,
      { kind: 'polled', asked: asked(T0 + minutes * 60_000, 3_600_000) },
      context(T0 + minutes * 60_000),
    );
  expect(poll(10)).toMatchObject({ decisions: [], pollAt: [['lab', T0 + 661_000]] });
  expect(poll(12)).toMatchObject({ decisions: [{ kind: 'rest' }], pollAt: [] });
});
