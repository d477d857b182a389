import { expect, test } from 'vitest';
import { isIdle } from '../../../../src-main/core/alerts/idle';
import { createWorld, T0, type Given, type World } from './world';

const failed = (n: number): Given[] => Array.from({ length: n }, (_, i) => ({ at: 10, type: 3, subject: i }));
const flaps = (n: number): Given[] =>
  Array.from({ length: n }, (_, i) => ({ at: 1 + i * 4, type: i % 2 === 0 ? 8 : 7, subject: 4 }));

test.for<{ when: string; given?: Given[]; act?: (world: World) => void; idle: boolean }>([
  { when: 'nothing ever came', idle: true },
  { when: 'a bubble stands', given: failed(1), idle: true },
  { when: 'an outage waits for its hold-down', given: [{ at: 25, type: 8, subject: 4 }], idle: false },
  { when: 'an outage was told', given: [{ at: 1, type: 8, subject: 4, late: 20 }], idle: true },
  { when: 'a storm lasts', given: failed(8), idle: false },
  { when: 'an agent flaps', given: flaps(6), idle: false },
  { when: 'something is held', given: failed(1), act: (world) => world.pause(600), idle: false },
  {
    when: 'the polls failed',
    act: (world) => world.hear({ kind: 'poll-failed', account: 'lab' }),
    idle: false,
  },
  {
    when: 'nobody has answered since waking',
    act: (world) => world.hear({ kind: 'back', since: null, accounts: ['lab'] }),
    idle: false,
  },
])('idle while $when: $idle', ({ given = [], act, idle }) => {
  const world = createWorld();
  world.add(...given);
  world.at(5, (at) => act?.(at));
  // Past the poll at 30 s; where nothing comes, short of it: that poll would end what is asked for.
  world.run(given.length > 0 ? 32 : 6);
  expect(isIdle(world.state(), 'lab', T0 + world.second() * 1000)).toBe(idle);
});
