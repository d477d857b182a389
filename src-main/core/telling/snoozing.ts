import { fail } from '../../../src-shared/app-error';
import type { NotificationKey } from '../../../src-shared/notification';
import { MOST_SNOOZE_MS } from '../../../src-shared/snooze';
import type { Context } from '../alerts/draft';
import type { Clock, Log } from '../ports';
import type { Alerts, Snoozing } from '../alerts-port';
import type { Store } from '../store-port';

export interface SnoozingDeps {
  readonly store: Pick<Store, 'snooze' | 'unsnooze'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  readonly context: () => Context;
  /** Bubbles go, the inbox has other rows, and the engine wants its time. */
  readonly onAlerts: (alerts: Alerts) => Promise<void>;
}

/** Putting items off, from a row, the detail or a bubble: local, durable, and for 7 days at most. */
export function createSnoozing({ store, clock, log, context, onAlerts }: SnoozingDeps) {
  async function done({ alerts, count }: Snoozing, what: string): Promise<number> {
    if (count === 0) return 0;
    log.event(what, `${count} ${count === 1 ? 'item' : 'items'}`);
    await onAlerts(alerts);
    return count;
  }
  return {
    /**
     * What of these is unseen leaves the inbox until then, and comes back with one toast.
     * @param until wall ms, from now up to 7 days
     * @returns how many were unseen
     * @throws AppError `bad-input`: the time is over, or too far away; `snoozed-too-many`
     */
    async put(keys: readonly NotificationKey[], until: number): Promise<number> {
      const left = until - clock.now();
      if (!(left > 0 && left <= MOST_SNOOZE_MS))
        throw fail('bad-input', { fields: { until: String(until) } });
      return done(await store.snooze(keys, until, context()), 'snoozed');
    },
    /** Brings them back now, and tells nothing. @returns how many were put off */
    end: async (keys: readonly NotificationKey[]): Promise<number> =>
      done(await store.unsnooze(keys, context()), 'snooze taken back'),
  };
}
