import type { MarkBatch } from '../../../src-shared/ipc';
import type { NotificationKey } from '../../../src-shared/notification';
import type { Clock, Log } from '../ports';
import type { Store } from '../store-port';

/** How long a mark can be taken back: PATCH seen=false is not documented, so it waits here (sync.md, Undo). */
export const UNDO_MS = 8000;

export interface MarksDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** Tells the accounts' pollers that marks wait. */
  readonly onMarked: (keys: readonly NotificationKey[], batch: MarkBatch) => void;
  readonly onTakenBack: () => void;
  /** Puts items off until then, wall ms (`createSnoozing`). */
  readonly snooze: (keys: readonly NotificationKey[], until: number) => Promise<unknown>;
}

/** What a batch marked that had been put off: its Undo puts it off again. */
interface Away {
  /** Wall ms until which it can be taken back. */
  readonly until: number;
  readonly snoozes: Awaited<ReturnType<Store['snoozed']>>;
}

/** Every mark, whether from a toast, the tray, a row or the keyboard, ends here. */
export function createMarks({ store, clock, log, onMarked, onTakenBack, snooze }: MarksDeps) {
  let last = 0;
  const away = new Map<string, Away>();

  async function putOffAgain(snoozes: Away['snoozes']): Promise<void> {
    for (const { key, until } of snoozes) if (until > clock.now()) await snooze([key], until);
  }

  return {
    /** Shown as seen at once; the server hears of it after `UNDO_MS`, or at the next start. */
    async markSeen(keys: readonly NotificationKey[]): Promise<MarkBatch> {
      last += 1;
      const now = clock.now();
      const batch = `${now}-${last}`;
      const until = now + UNDO_MS;
      // Asked first: a mark ends a snooze.
      const [snoozes, count] = await Promise.all([store.snoozed(keys), store.addMarks(keys, batch, until)]);
      for (const [old, one] of away) if (one.until < now) away.delete(old);
      if (snoozes.length > 0) away.set(batch, { until, snoozes });
      const marked: MarkBatch = { batch, count, until };
      if (count > 0) onMarked(keys, marked);
      return marked;
    },
    async undo(batch: string): Promise<'taken back' | 'already sent'> {
      const count = await store.takeBack(batch, clock.now());
      if (count === 0) return 'already sent';
      log.event('mark taken back', String(count));
      await putOffAgain(away.get(batch)?.snoozes ?? []);
      away.delete(batch);
      onTakenBack();
      return 'taken back';
    },
  };
}
