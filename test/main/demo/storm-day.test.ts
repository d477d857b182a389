import { expect, test } from 'vitest';
import { createArrivals } from '../../../src-main/demo/arrivals';
import { fastClock } from '../../../src-main/demo/clock';
import { createInbox } from '../../../src-main/demo/inbox';
import { createNetwork } from '../../../src-main/demo/network';
import { createRandom } from '../../../src-main/demo/random';
import { stormDay } from '../../../src-main/demo/storm-day';

test('the day is played in its order, each item at its second, until it is stopped', () => {
  let now = 1_000_000;
  const timers: { at: number; run: () => void }[] = [];
  const clock = {
    now: () => now,
    after: (ms: number, run: () => void) => {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
  };
  const random = createRandom(1);
  const inbox = createInbox(1);
  const arrivals = createArrivals({
    inbox,
    network: createNetwork(random),
    random,
    clock,
    tell: () => undefined,
  });
  const day = stormDay().slice(0, 50);
  const stop = arrivals.play(day);
  for (let i = 0; i < 20; i += 1) {
    const next = timers.shift()!;
    now = next.at;
    next.run();
  }
  expect(inbox.rows.map(({ type }) => type)).toEqual(day.slice(0, 20).map(({ type }) => type));
  expect(inbox.rows.map(({ ts }) => Math.round(ts / 1000 - 1_000_000 - 1))).toEqual(
    day.slice(0, 20).map(({ at }) => Math.round(at * 1000 - 1)),
  );
  stop();
  expect(timers).toEqual([]);
});

test('a fast clock runs ahead, and its timers fire as much sooner', async () => {
  const clock = fastClock(1000);
  const before = clock.now();
  await new Promise<void>((resolve) => clock.after!(20_000, resolve));
  expect(clock.now() - before).toBeGreaterThanOrEqual(19_000);
});
