import { expect, test } from 'vitest';
import { createPause } from '../../../../src-main/core/telling/pause';
import { MOST_PAUSE_MS } from '../../../../src-shared/moments';
import { createFakeClock } from '../../../support/fake-clock';

const MIN = 60_000;
const DAY = 86_400_000;

/** A pause over a file; `again` is the next run over the same. */
function paused(given: { readonly refuses?: boolean } = {}) {
  const clock = createFakeClock();
  const ended: number[] = [];
  const lines: string[] = [];
  const kept = { until: null as number | null };
  const file = {
    read: () => kept.until,
    write: (until: number | null) => {
      if (given.refuses) throw new Error('disk full');
      kept.until = until;
    },
  };
  const log = {
    event: (text: string) => void lines.push(text),
    bug: (error: unknown) => expect.unreachable(String(error)),
  };
  const onEnd = () => Promise.resolve(void ended.push(clock.monotonic()));
  const again = () => createPause({ clock, log, file, onChange: () => undefined, onEnd });
  const pause = again();
  const set = (minutes: number) => pause.set(clock.now() + minutes * MIN);
  return { clock, ended, lines, kept, again, pause, set };
}

test('it ends by itself, once', async () => {
  const { clock, ended, pause, set, kept } = paused();
  await set(30);
  expect([pause.until(), kept.until]).toEqual([clock.now() + 30 * MIN, clock.now() + 30 * MIN]);
  await clock.pass(30 * MIN - 1);
  expect([pause.until() === null, ended]).toEqual([false, []]);
  await clock.pass(1);
  expect([pause.until(), kept.until, ended]).toEqual([null, null, [30 * MIN]]);
  expect(clock.timers()).toBe(0);
});

test('ended by hand it ends at once; where none is, nothing ends', async () => {
  const { clock, ended, pause, set } = paused();
  await pause.set(null);
  await set(60);
  await clock.pass(MIN);
  await pause.set(null);
  await clock.pass(120 * MIN);
  expect([ended, pause.until()]).toEqual([[MIN], null]);
});

test('paused anew, the new time counts', async () => {
  const { clock, ended, set } = paused();
  await set(60);
  await clock.pass(10 * MIN);
  await set(30);
  await clock.pass(300 * MIN);
  expect(ended).toEqual([40 * MIN]);
});

test.for([-DAY, DAY])(
  'a clock set by %d ms does not make it last: it ends when its time has passed',
  async (jump) => {
    const { clock, ended, pause, set } = paused();
    await set(30);
    clock.jump(jump);
    expect(pause.isOver()).toBe(jump > 0);
    await clock.pass(30 * MIN);
    expect([pause.until(), ended]).toEqual([null, [30 * MIN]]);
  },
);

test.for<{ ms: number; ok: boolean }>([
  { ms: 1, ok: true },
  { ms: MOST_PAUSE_MS, ok: true },
  { ms: MOST_PAUSE_MS + 1, ok: false },
  { ms: 0, ok: false },
  { ms: -MIN, ok: false },
  { ms: NaN, ok: false },
])('for $ms ms: $ok', async ({ ms, ok }) => {
  const { clock, pause } = paused();
  const asked = pause.set(clock.now() + ms);
  if (!ok) await expect(asked).rejects.toMatchObject({ failure: { kind: 'bad-input' } });
  await asked.catch(() => undefined);
  expect(pause.until() !== null).toBe(ok);
});

test('it outlives the run that it was made in, and ends there once', async () => {
  const { clock, ended, pause, set, again } = paused();
  await set(60);
  pause.stop();
  await clock.pass(20 * MIN);
  const next = again();
  expect(next.until()).toBe(clock.now() + 40 * MIN);
  await clock.pass(40 * MIN);
  expect([next.until(), ended]).toEqual([null, [60 * MIN]]);
  expect(again().until()).toBeNull();
});

test.for<{ when: string; pass: number; jump: number; left: number | null }>([
  { when: 'its end is over', pass: 61 * MIN, jump: 0, left: null },
  { when: 'the clock was set back', pass: 0, jump: -DAY, left: MOST_PAUSE_MS },
])('started again where $when: $left', async ({ pass, jump, left }) => {
  const { clock, ended, pause, set, again } = paused();
  await set(60);
  pause.stop();
  await clock.pass(pass);
  clock.jump(jump);
  const next = again();
  expect(next.until()).toBe(left === null ? null : clock.now() + left);
  expect(ended).toEqual([]); // what it held is told with what came since
});

test('a disk that refuses keeps nobody from a pause', async () => {
  const { clock, ended, pause, set, lines } = paused({ refuses: true });
  await set(30);
  expect(pause.until()).not.toBeNull();
  await clock.pass(30 * MIN);
  expect([ended, lines.filter((line) => line === 'pause not kept').length]).toEqual([[30 * MIN], 2]);
});
