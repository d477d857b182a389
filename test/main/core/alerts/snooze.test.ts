import { expect, test } from 'vitest';
import { briefOf } from '../../../../src-main/core/alerts/arrival';
import { arrivalOf, createWorld, T0, type Given } from './world';

const failed = (at: number, subject: number, more: Partial<Given> = {}): Given => ({
  at,
  type: 3,
  subject,
  ...more,
});
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
