import { expect, test } from 'vitest';
import type { Bubble } from '../../../../src-main/core/alerts/decision';
import { createWorld, T0, type Given, type World } from './world';

/** Enough for a storm; failed tasks do not wait. */
const failed = (at: number): Given[] =>
  Array.from({ length: 8 }, (_, i) => ({ at, type: 3, subject: i + 1 }));
const stormOf = (world: World): Bubble | undefined =>
  world.decisions.flatMap(({ decision }) => (decision.kind === 'storm' ? [decision] : []))[0];

test.for([
  { when: 'polls failed until a moment ago', fail: [20, 50], at: 60, from: 20 },
  { when: 'they failed long ago', fail: [20, 50], at: 150, from: null },
  { when: 'they never failed', fail: null, at: 60, from: null },
])('9: $when → since $from', ({ fail, at, from }) => {
  const world = createWorld({ pollSeconds: 10 });
  if (fail) world.at(fail[0]!, () => world.fail(true));
  if (fail) world.at(fail[1]!, () => world.fail(false));
  world.add(...failed(at));
  world.run(at + 20);
  const storm = stormOf(world);
  expect(storm?.ownLink?.from ?? null).toBe(from === null ? null : T0 + from * 1000);
});

test('9: the network changed a moment ago', () => {
  const world = createWorld({ pollSeconds: 10 });
  world.at(55, () => world.hear({ kind: 'network-changed' }));
  world.add(...failed(60));
  world.run(80);
  expect(stormOf(world)?.ownLink).toEqual({ from: T0 + 55_000, to: T0 + 55_000 });
});
