import type { Clock } from '../core/ports';

/** The longest delay that a timer takes; beyond it Node fires at once (`TimeoutOverflowWarning`). */
const LONGEST = 2 ** 31 - 1;

export function createClock(): Clock {
  return {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    after: (ms, act) => {
      let timer: NodeJS.Timeout;
      const arm = (left: number): void => {
        timer = setTimeout(() => (left > LONGEST ? arm(left - LONGEST) : act()), Math.min(left, LONGEST));
      };
      arm(Math.max(0, ms));
      return () => clearTimeout(timer);
    },
    random: () => Math.random(),
  };
}
