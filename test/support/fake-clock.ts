import type { Clock } from '../../src-main/core/ports';

interface Timer {
  readonly at: number;
  readonly act: () => void;
}

export interface FakeClock extends Clock {
  /** Moves time on and runs what falls due, in order; waits for promises in between. */
  pass(ms: number): Promise<void>;
  /** The wall clock jumps; the monotonic one does not. */
  jump(ms: number): void;
  readonly timers: () => number;
  /** The process died: nothing that it waited for comes, and the next one begins so much later. */
  die(ms: number): void;
}

/**
 * Time as a test wants it. Starts at 2026-11-22 10:00 UTC.
 * @param settled lets everything go on that can before time does: sockets need longer than promises
 */
export function createFakeClock(start = Date.UTC(2026, 10, 22, 10), settled = settle): FakeClock {
  let mono = 0;
  let shift = start;
  let timers: Timer[] = [];
  return {
    now: () => shift + mono,
    monotonic: () => mono,
    random: () => 0.5,
    after(ms, act) {
      const timer = { at: mono + Math.max(0, ms), act };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    async pass(ms) {
      const end = mono + ms;
      await settled();
      for (;;) {
        const next = timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((one) => one !== next);
        mono = Math.max(mono, next.at);
        next.act();
        await settled();
      }
      mono = end;
      await settled();
    },
    jump: (ms) => {
      shift += ms;
    },
    timers: () => timers.length,
    die: (ms) => {
      timers = [];
      mono += ms;
    },
  };
}

/** Lets every promise that can go on do so; in-process fakes need no more than some turns of the loop. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
