import { expect, test } from 'vitest';
import { createPause } from '../../../src-main/core/pause';
import { createFakeClock } from '../../support/fake-clock';

const MIN = 60_000;
function paused() {
  const clock = createFakeClock();
  const ended: number[] = [];
  const log = { event: () => undefined, bug: () => undefined };
  const onEnd = () => Promise.resolve(void ended.push(clock.monotonic()));
  return { clock, ended, pause: createPause({ clock, log, onChange: () => undefined, onEnd }) };
}

test('it ends by itself, once', async () => {
  const { clock, ended, pause } = paused();
  await pause.set(30);
  expect([pause.isPaused(), pause.until()]).toEqual([true, clock.now() + 30 * MIN]);
  await clock.pass(30 * MIN - 1);
  expect([pause.isPaused(), ended]).toEqual([true, []]);
  await clock.pass(1);
  expect([pause.isPaused(), pause.until(), ended]).toEqual([false, null, [30 * MIN]]);
  expect(clock.timers()).toBe(0);
});

test('ended by hand it ends at once; where none is, nothing ends', async () => {
  const { clock, ended, pause } = paused();
  await pause.set(null);
  await pause.set(60);
  await clock.pass(MIN);
  await pause.set(null);
  await clock.pass(120 * MIN);
  expect([ended, pause.until()]).toEqual([[MIN], null]);
});

test('paused anew, the new time counts', async () => {
  const { clock, ended, pause } = paused();
  await pause.set(60);
  await clock.pass(10 * MIN);
  await pause.set(30);
  await clock.pass(300 * MIN);
  expect(ended).toEqual([40 * MIN]);
});

test.for([-86_400_000, 86_400_000])(
  'a clock set by %d ms does not make it last: it ends when its time has passed',
  async (jump) => {
    const { clock, ended, pause } = paused();
    await pause.set(30);
    clock.jump(jump);
    await clock.pass(30 * MIN);
    expect([pause.isPaused(), ended]).toEqual([false, [30 * MIN]]);
  },
);
