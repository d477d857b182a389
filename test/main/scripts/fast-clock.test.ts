import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const CLOCK = path.resolve(import.meta.dirname, '../../../scripts/demo/fast-clock.cjs');

/** What a program prints whose clock goes so much faster. */
const printed = (speed: number, program: string): string =>
  execFileSync(process.execPath, ['-r', CLOCK, '-e', program], {
    env: { FAST_SPEED: String(speed), FAST_START: String(Date.now() - 1000) },
  }).toString();

test('dates run ahead, and what passes by them is what passes by the monotonic clock', () => {
  const [ahead, apart] = JSON.parse(
    printed(
      3600,
      `const real = process.hrtime.bigint(), from = Date.now(), mono = performance.now();
       setTimeout(() => {
         const by = Date.now() - from, apart = by - (performance.now() - mono);
         console.log(JSON.stringify([by / (Number(process.hrtime.bigint() - real) / 1e6), apart]));
       }, 60_000);`,
    ),
  ) as [number, number];
  expect(ahead).toBeGreaterThan(1000);
  expect(Math.abs(apart)).toBeLessThan(3600 * 100);
});

test('timers fire as much sooner, but an answer is waited for as long as one takes', () => {
  const timers = [10_000, 30_000, 60_000, 9000].map((ms) => `setTimeout(() => console.log(${ms}), ${ms});`);
  expect(printed(2000, timers.join(''))).toBe('9000\n60000\n10000\n30000\n');
});
