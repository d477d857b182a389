import type { Clock } from '../../src-main/core/ports';

interface Timer {
  readonly at: number;
  readonly act: () => void;
}

export interface ModelClock extends Clock {
  /** Moves on, runs what falls due in order, and lets everything come to rest in between. */
  pass(ms: number): Promise<void>;
  jump(ms: number): void;
  /** The process died: nothing that it waited for comes, and the next one takes a second to start. */
  clear(): void;
}

/** Starts at 2026-11-22 10:00 UTC by the wall. */
export function createModelClock(): ModelClock {
  let mono = 0;
  let wall = Date.UTC(2026, 10, 22, 10);
  let timers: Timer[] = [];
  return {
    now: () => wall + mono,
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
      await rest();
      for (;;) {
        const due = timers.filter(({ at }) => at <= end);
        const next = due.reduce<Timer | undefined>((a, b) => (a && a.at <= b.at ? a : b), undefined);
        if (!next) break;
        timers = timers.filter((one) => one !== next);
        mono = Math.max(mono, next.at);
        next.act();
        await rest();
      }
      mono = end;
    },
    jump: (ms) => void (wall += ms),
    clear: () => {
      timers = [];
      mono += 1000;
    },
  };
}

/** Nothing in the model waits for more than promises: one turn of the loop and all of them have gone on. */
export const rest = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
