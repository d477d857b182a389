import type { Keep } from '../../../src-shared/preferences';
import type { Clock, Log } from '../ports';
import type { RetainMessage, Store } from '../store-port';

const HOUR = 3_600_000;
/** Between two small steps, so that others are answered. ms. */
const PAUSE = 20;

export interface RetentionDeps {
  readonly store: Pick<Store, 'retain'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly keep: () => Keep;
  /** Rows were deleted. */
  readonly onRows: () => void;
  /** The history below has to be read again: more is kept than before. */
  readonly onReread: (account: string) => void;
}

/** Lets go of what is older than the person wants to keep: after a poll, an hour apart, in small steps. */
export function createRetention({ store, clock, log, keep, onRows, onReread }: RetentionDeps) {
  const dueAt = new Map<string, number>();
  let ended = false;

  async function run(account: string): Promise<void> {
    let deleted = 0;
    let after: RetainMessage['after'] = null;
    do {
      const done = await store.retain({ account, keep: keep(), now: clock.now(), after });
      if (done.reread) return onReread(account);
      deleted += done.deleted;
      after = done.next;
      if (after !== null) await new Promise<void>((resolve) => clock.after(PAUSE, resolve));
    } while (after !== null && !ended);
    if (deleted === 0) return;
    log.event('history', `${deleted} old notifications are no longer kept`);
    onRows();
  }

  return {
    /** Never throws: what goes wrong with the history is said elsewhere. */
    async polled(account: string): Promise<void> {
      if (clock.monotonic() < (dueAt.get(account) ?? -Infinity)) return;
      dueAt.set(account, clock.monotonic() + HOUR);
      await run(account).catch((error: unknown) => log.bug(error));
    },
    /** The person keeps more, or less: the next poll of each sees to it. */
    changed: (): void => dueAt.clear(),
    end: (): void => void (ended = true),
  };
}
