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
}

/** Every mark, whether from a toast, the tray, a row or the keyboard, ends here. */
export function createMarks({ store, clock, log, onMarked, onTakenBack }: MarksDeps) {
  let last = 0;
  return {
    /** Shown as seen at once; the server hears of it after `UNDO_MS`, or at the next start. */
    async markSeen(keys: readonly NotificationKey[]): Promise<MarkBatch> {
      last += 1;
      const now = clock.now();
      const batch = `${now}-${last}`;
      const until = now + UNDO_MS;
      const count = await store.addMarks(keys, batch, until);
      const marked: MarkBatch = { batch, count, until };
      if (count > 0) onMarked(keys, marked);
      return marked;
    },
    async undo(batch: string): Promise<'taken back' | 'already sent'> {
      const count = await store.takeBack(batch, clock.now());
      if (count === 0) return 'already sent';
      log.event('mark taken back', String(count));
      onTakenBack();
      return 'taken back';
    },
  };
}
