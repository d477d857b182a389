import type { NotificationKey } from '../../src-shared/notification';
import type { createDisk, DiskRow } from './disk';
import { ACCOUNT, type Engine } from './engine';
import { nameOf } from './items';

export const keyOf = ({ id, ts }: DiskRow): NotificationKey => ({ account: ACCOUNT, id, ts });

interface MarkingDeps {
  readonly disk: ReturnType<typeof createDisk>;
  /** What the user has marked and not taken back: when, by the server's counter. */
  readonly marked: Map<string, { readonly key: NotificationKey; readonly at: number }>;
  readonly everMarked: Set<string>;
  /** What a mark-all that stands was to mark. */
  readonly markedAll: Map<string, number>;
  readonly momentOf: (name: string) => number;
  /** Of the process that runs now. */
  readonly marks: () => Engine['marks'];
  readonly after: () => Promise<void>;
}

/** The user marks rows, and takes the last batch back. */
export function createMarking({ disk, marked, everMarked, markedAll, momentOf, marks, after }: MarkingDeps) {
  let lastBatch: { readonly id: string; readonly keys: readonly NotificationKey[] } | undefined;
  return {
    async mark(at: readonly number[]): Promise<void> {
      const rows = disk.rows().filter(({ seen, live }) => live && !seen);
      if (rows.length === 0) return;
      const keys = [...new Set(at.map((one) => one % rows.length))].map((one) => keyOf(rows[one]!));
      const moments = new Map(keys.map((key) => [nameOf(key), momentOf(nameOf(key))]));
      // A crash may come before the mark is written: then it was never made.
      const made = marks()
        .markSeen(keys)
        .then(({ batch }) => {
          for (const key of keys) {
            marked.set(nameOf(key), { key, at: moments.get(nameOf(key))! });
            everMarked.add(nameOf(key));
          }
          lastBatch = { id: batch, keys };
        });
      void made;
      await after();
    },
    async undo(): Promise<void> {
      if (!lastBatch) return;
      const { id, keys } = lastBatch;
      lastBatch = undefined;
      // From here on a crash leaves either: nothing is said of them. It is the user's last word, also after a mark-all.
      for (const key of keys) {
        marked.delete(nameOf(key));
        markedAll.delete(nameOf(key));
      }
      void marks().undo(id);
      await after();
    },
  };
}
