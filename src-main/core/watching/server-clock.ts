import { PARTING } from '../alerts/arrival';

/** A server may make its header once a second, and somewhat late. ms */
const LATE_MS = 20;
/** Known as closely as this, nothing more is asked of it. ms */
const CLOSE_MS = 60;

/**
 * A server's clock, more closely than by its `Date`, which has whole seconds. Every answer bounds by how much it is
 * ahead of ours: the header's second had begun when the answer came, and was not over when it was asked for. What all
 * of them allow is soon a few ms. Only for how long something has waited: what is on the server is reckoned by its
 * headers alone (sync.md, F3).
 * All times are ms; ours are monotonic ones, since nobody sets that clock.
 */
export function createServerClock() {
  /** Server's less ours: at least, at most, and when that was so. */
  let [least, most, at] = [-Infinity, Infinity, 0];

  /** They may have parted since. */
  const bounds = (mono: number): readonly [least: number, most: number] => {
    const parted = Math.max(0, mono - at) * PARTING;
    return [least - parted, most + parted];
  };

  return {
    /** @param date of the answer's header · @param asked · @param answered when its last byte had come */
    heard(date: number, asked: number, answered: number): void {
      const said = [date - answered, date + 1000 + LATE_MS - asked] as const;
      const [low, high] = bounds(answered);
      const both = [Math.max(low, said[0]), Math.min(high, said[1])] as const;
      // One of the clocks was set, or stood still in sleep: what was known is of no use.
      [least, most] = both[0] <= both[1] ? both : said;
      at = answered;
    },
    /** The server's time then, at the least, a whole number; `null`: it has named none. */
    atLeast(mono: number): number | null {
      const [low] = bounds(mono);
      return low === -Infinity ? null : Math.floor(mono + low);
    },
    /**
     * How much earlier than in `wait` ms a poll tells more of the clock, a whole number in [0, 1000): asked where a second begins if
     * the middle of what is possible is so, its header says which half is. 0 where the clock is known closely enough.
     */
    sooner(mono: number, wait: number): number {
      const [low, high] = bounds(mono);
      if (low === -Infinity || high - low <= CLOSE_MS) return 0;
      const then = mono + wait + (low + high) / 2;
      return Math.floor(then - Math.floor(then / 1000) * 1000);
    },
  };
}
