import type { Failure } from '../../../src-shared/app-error';
import type { Way } from './origins';
import type { Clock } from '../ports';
import { isUnreached, nextDelay } from './schedule';

interface PaceDeps {
  readonly clock: Clock;
  readonly way: Way;
  /** ms between two good polls. */
  readonly interval: () => number;
}

/** When one account asks next: its answers back off with it alone, the way to its server with all who go it (sync.md, Back-off). */
export function createPace({ clock, way, interval }: PaceDeps) {
  let failures = 0;
  /** What `Retry-After` asked for ends, by each clock. */
  let mono = -Infinity;
  let wall = -Infinity;

  return {
    /** ms until the next poll, after a good one (`null`) or a failure. */
    next(failure: Failure | null): number {
      if (failure && isUnreached(failure)) return way.wait();
      failures = failure ? failures + 1 : 0;
      const asked = failure?.retryAfter ?? 0;
      mono = clock.monotonic() + asked;
      wall = clock.now() + asked;
      return nextDelay(interval(), failures, failure, clock.random());
    },
    /**
     * ms that the server asked to be left alone for, 0 or less where it is over: whatever asks of its own accord keeps to that, a wake and another network too.
     * Linux' monotonic clock stands still in sleep, the wall clock can be set: the first that is through counts.
     */
    restLeft: (): number => Math.min(mono - clock.monotonic(), wall - clock.now()),
  };
}
