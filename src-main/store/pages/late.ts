import type { PageMessage } from '../../core/store-port';
import { learnLag } from '../../core/sync/lag';
import type { Sync } from './sync-state';

/**
 * Rows that came later than the lag allows. Only a head walk proves that, and only once all that was there is known.
 * @param wasThere whether an item of this stamp was there, and could not be read
 */
export function createLate(
  { lag, historyComplete, floor }: Sync,
  { walk, horizon, date }: PageMessage,
  wasThere: (ts: number) => boolean,
) {
  const unknown: number[] = [];
  return {
    looks: walk === 'head' && historyComplete,
    /** A row that was not known. */
    met(ts: number): void {
      if (horizon !== null && ts < horizon && ts >= (floor ?? -Infinity) && !wasThere(ts)) unknown.push(ts);
    },
    lag: (): number =>
      unknown.length === 0 || horizon === null ? lag : learnLag(lag, horizon, date ?? horizon + lag, unknown),
  };
}
