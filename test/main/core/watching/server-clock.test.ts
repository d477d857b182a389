import { expect, test } from 'vitest';
import { createServerClock } from '../../../../src-main/core/watching/server-clock';

/** The server's less our monotonic clock, ms. */
const AHEAD = 1_000_000_637;

/** Asked then; the answer was made half-way of `took` ms, its `Date` a whole second. */
function ask(clock: ReturnType<typeof createServerClock>, at: number, took = 20, ahead = AHEAD): void {
  clock.heard(Math.floor((at + took / 2 + ahead) / 1000) * 1000, at, at + took);
}

/** By how much the server is later than what is known of it. */
const unknown = (clock: ReturnType<typeof createServerClock>, at: number, ahead = AHEAD): number =>
  at + ahead - clock.atLeast(at)!;

test('nothing is known before it names a time', () => {
  const clock = createServerClock();
  expect(clock.atLeast(5)).toBeNull();
  expect(clock.sooner(5, 30_000)).toBe(0);
});

test('one header: what it says, less the request’s duration', () => {
  const clock = createServerClock();
  clock.heard(8000, 100, 130);
  expect(clock.atLeast(100)).toBe(7970);
  expect(clock.atLeast(1100)).toBe(8969); // parted by 0.2 ms since, told in whole ones
});

test('polls that come somewhat sooner tell it to some ms, and then come at their time', () => {
  const clock = createServerClock();
  let at = 0;
  const sooner: number[] = [];
  for (let polls = 0; polls < 12; polls += 1) {
    ask(clock, at);
    sooner.push(clock.sooner(at + 20, 30_000));
    at += 30_020 - sooner.at(-1)!;
    expect(unknown(clock, at)).toBeGreaterThan(0);
  }
  expect(unknown(clock, at)).toBeLessThan(100);
  expect(Math.max(...sooner)).toBeLessThan(1000);
  expect(sooner.slice(6).filter((ms) => ms === 0).length).toBeGreaterThan(1);
});

test('an answer that took long says less: its second may have begun when it was asked for', () => {
  const clock = createServerClock();
  const ahead = 8899;
  clock.heard(8000, 100, 900); // made right at the start, at 8999
  ask(clock, 2000, 20, ahead);
  ask(clock, 2105, 20, ahead);
  expect(unknown(clock, 2125, ahead)).toBeLessThan(60);
  expect(clock.sooner(2125, 30_000), 'nothing contradicted what was known').toBe(0);
});

test('between two milliseconds: whole ones are told', () => {
  const clock = createServerClock();
  clock.heard(8000, 100.4, 130.7);
  expect([clock.atLeast(140.2)! % 1, clock.sooner(140.2, 30_000.3) % 1]).toEqual([0, 0]);
  expect(clock.sooner(140.2, 30_000.3)).toBeGreaterThan(0);
});

test.for([
  { when: 'set back', by: -5000 },
  { when: 'set forward', by: 5000 },
  { when: 'ahead by a night, since ours stood still', by: 8 * 3_600_000 },
])('a clock that was $when is known anew', ({ by }) => {
  const clock = createServerClock();
  for (let at = 0; at < 100_000; at += 10_150) ask(clock, at);
  ask(clock, 130_000, 20, AHEAD + by);
  const off = unknown(clock, 130_000, AHEAD + by);
  expect(off).toBeGreaterThan(0);
  expect(off).toBeLessThan(1020);
});

test('what was known closely is known less so after an hour', () => {
  const clock = createServerClock();
  for (let at = 0; at < 100_000; at += 10_150) ask(clock, at);
  const before = unknown(clock, 100_000);
  expect(unknown(clock, 3_700_000) - before).toBeCloseTo(720, 0);
});
