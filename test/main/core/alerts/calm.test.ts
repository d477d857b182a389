import { expect, test } from 'vitest';
import type { QuietHours } from '../../../../src-shared/alert-rules';
import type { WorldOptions, Given } from './world';
import { createWorld, SEVERE, T0 } from './world';

// Quiet hours and a pause hold also what no arrival brings.

const H = 3600;
const failed = (at: number, subject: number, more: Partial<Given> = {}): Given => ({
  at,
  type: 3,
  subject,
  ...more,
});
/** T0 is a Monday, 00:00: quiet from 01:00 to 07:00. */
const QUIET: QuietHours[] = [{ days: [1], from: 60, to: 7 * 60 }];
const settings = { quietHours: QUIET } satisfies WorldOptions['settings'];
const silenceUntil = (second: number) => ({
  id: 's',
  what: { by: 'subject', account: 'lab', subject: 'task:1' } as const,
  until: T0 + second * 1000,
});

test('a silence that ends in quiet hours says what it counted when they end', () => {
  const world = createWorld({ settings: { ...settings, silences: [silenceUntil(2 * H)] } });
  world.add(failed(600, 1), failed(3 * H, 1), failed(3 * H, 2));
  world.run(9 * H);
  expect(world.told()).toEqual([
    `${7 * H} silenced of 1, 1 open: Task 1 failed`,
    `${7 * H} quiet of 2, 2 open: Task 1 failed`,
  ]);
});

test('one that ends in a pause, when that ends, and early where it does', () => {
  const world = createWorld({ settings: { silences: [silenceUntil(1000)] } });
  world.add(failed(100, 1));
  world.run(500);
  world.pause(H);
  world.run(2000);
  expect(world.told()).toEqual([]);
  world.pause(null);
  expect(world.told()).toEqual(['2000 silenced of 1, 1 open: Task 1 failed']);
});

test('one that ended while asleep waits for its account, as all does', () => {
  const world = createWorld({ settings: { silences: [silenceUntil(1000)] } });
  world.add(failed(20, 1), { at: 500, type: 2, subject: 1 });
  world.at(100, () => world.sleep());
  world.at(8000, () => world.wake(100));
  world.run(9000);
  expect(world.told()).toEqual(['8000 silenced of 1, 0 open: Task 1 failed']);
});

test.for<{ when: string; criticalBreaksThrough: boolean; again: number[] }>([
  { when: 'held', criticalBreaksThrough: false, again: [0, 180, 480, 780, 1080, 1380].map((s) => 7 * H + s) },
  {
    when: 'told where critical ones break through',
    criticalBreaksThrough: true,
    again: [120, 300, 600, 900, 1200, 1500].map((s) => 3570 + s),
  },
])('escalation in quiet hours: $when', ({ criticalBreaksThrough, again }) => {
  const world = createWorld({ settings: { ...settings, criticalBreaksThrough, escalate: true } });
  world.add(failed(3560, 1, { severity: SEVERE }));
  world.run(9 * H);
  expect(world.told()).toEqual(['3570 Task 1 failed', ...again.map((at) => `${at} !Task 1 failed`)]);
});

test('escalation that is held stops when the item is seen meanwhile', () => {
  const world = createWorld({ settings: { ...settings, criticalBreaksThrough: false, escalate: true } });
  const keys = world.add(failed(3560, 1, { severity: SEVERE }));
  world.at(2 * H, () => world.hear({ kind: 'seen', keys }));
  world.run(9 * H);
  expect(world.told()).toHaveLength(1);
});

const lively = (from: number, to: number): Given[] =>
  Array.from({ length: (to - from) / 300 }, (_, i) => ({ at: from + i * 300, type: 1 }));
const NEXT_NIGHT: QuietHours[] = [{ days: [1], from: 15 * 60, to: 20 * 60 }];

test.for<{ when: string; given: Given[]; told: string[] }>([
  { when: 'said when they end', given: lively(0, 14 * H), told: [`${20 * H} silent: lab`] },
  {
    when: 'not said where it came back meanwhile',
    given: [...lively(0, 14 * H), ...lively(18 * H, 23 * H)],
    told: [],
  },
])('a feed that falls silent in quiet hours: $when', ({ given, told }) => {
  const world = createWorld({ settings: { quietHours: NEXT_NIGHT } });
  world.add(...given);
  world.run(22 * H);
  expect(world.told()).toEqual(told);
});

/** Unlocked at 01:23, after three bubbles behind the lock. */
function unlocked(three: readonly Given[] = [1, 2, 3].map((n) => failed(3000, n))) {
  const world = createWorld({ settings });
  const keys = world.add(...three);
  world.run(4980);
  world.hear({ kind: 'unlocked', since: T0 + 2_900_000 });
  return { world, keys };
}

test('a screen unlocked in quiet hours: its digest when they end, of what was shown behind the lock', () => {
  const { world } = unlocked();
  world.add(failed(5000, 4, { severity: SEVERE }));
  world.run(9 * H);
  expect(world.told().slice(3)).toEqual([
    '5010 Task 4 failed',
    `${7 * H} locked of 3, 3 open: Task 1 failed`,
  ]);
  expect(world.decisions.at(-1)?.decision).toMatchObject({ lasted: 2_080_000 });
  expect(world.state().lock).toBe(null);
});

test('of what was neither clicked nor closed by then; where that is one, none', () => {
  const { world } = unlocked();
  world.hear({ kind: 'ended', tag: 'lab/task:1' });
  world.hear({ kind: 'ended', tag: 'lab/task:2' });
  expect(world.state().lock).toBe(null);
  world.run(9 * H);
  expect(world.told()).toHaveLength(3);
});

test('unlocked twice in a pause: one digest when that ends', () => {
  const world = createWorld();
  world.add(failed(100, 1), failed(200, 2));
  world.run(300);
  world.pause(1000);
  world.hear({ kind: 'unlocked', since: T0 + 50_000 });
  world.run(600);
  world.hear({ kind: 'unlocked', since: T0 + 500_000 });
  world.run(2000);
  expect(world.told().slice(2)).toEqual(['1300 locked of 2, 2 open: Task 1 failed']);
});
