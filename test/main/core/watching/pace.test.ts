import { expect, test } from 'vitest';
import type { Failure } from '../../../../src-shared/app-error';
import { createJumpWatch } from '../../../../src-main/core/watching/clock-jump';
import type { Way } from '../../../../src-main/core/watching/origins';
import { createPace } from '../../../../src-main/core/watching/pace';
import { createFakeClock } from '../../../support/fake-clock';

const S = 1000;
const way: Way = { guard: (api) => api, wait: () => 7 * S, tryNow: () => undefined };
function pace() {
  const clock = createFakeClock();
  return { clock, ...createPace({ clock, way, interval: () => 30 * S }) };
}
const broken: Failure = { kind: 'server-error', status: 500 };
const throttled: Failure = { kind: 'throttled', status: 429, retryAfter: 600 * S };

test('answers back off with the account, the way with its origin; a good poll clears, a broken way does not', () => {
  const { next } = pace();
  const waits = [broken, broken, { kind: 'name' } as const, broken, null, broken].map((one) => next(one) / S);
  expect(waits).toEqual([2, 4, 7, 8, 30, 2]);
});

test.for([
  { what: 'just asked', mono: 0, jump: 0, rests: true },
  { what: 'a moment before its end', mono: 600 * S - 1, jump: 0, rests: true },
  { what: 'at its end', mono: 600 * S, jump: 0, rests: false },
  { what: 'after a sleep in which the monotonic clock stood still', mono: 1, jump: 600 * S, rests: false },
  { what: 'with the clock set back a day', mono: 600 * S, jump: -86_400 * S, rests: false },
])('asked to be left alone for 10 min, $what: rests $rests', async ({ mono, jump, rests }) => {
  const { clock, next, restLeft } = pace();
  expect(restLeft()).toBeLessThanOrEqual(0);
  next(throttled);
  clock.jump(jump);
  await clock.pass(mono);
  expect(restLeft() > 0).toBe(rests);
});

test('a failure without Retry-After asks for no rest, and ends none that was asked for', () => {
  const { next, restLeft } = pace();
  next(broken);
  expect(restLeft()).toBeLessThanOrEqual(0);
  next(throttled);
  next({ kind: 'name' });
  expect(restLeft()).toBeGreaterThan(0);
});

test.for([
  { by: 86_400 * S, jumped: true },
  { by: -86_400 * S, jumped: true },
  { by: 900, jumped: false },
  { by: 0, jumped: false },
])('a clock set by $by ms: jumped $jumped, told once', async ({ by, jumped }) => {
  const clock = createFakeClock();
  const watch = createJumpWatch(clock);
  await clock.pass(3_600 * S);
  expect(watch()).toBe(false);
  clock.jump(by);
  expect([watch(), watch()]).toEqual([jumped, false]);
});
