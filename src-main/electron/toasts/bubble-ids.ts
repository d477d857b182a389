import * as v from 'valibot';
import type { Clock } from '../../core/ports';
import type { StoreFile } from '../files/store-file';

/** So many are kept; older ones have long left every screen. */
const KEPT = 100;
/** What comes closely together is written once, ms. */
const GATHER_MS = 300;

const Kept = v.object({ service: v.string(), ids: v.record(v.string(), v.number()) });

export interface BubbleIdsDeps {
  /** `bubbles.json`, read once. Losing it is no loss but that of a place to take, so nothing is said of it. */
  readonly file: Pick<StoreFile, 'read' | 'write'>;
  readonly clock: Pick<Clock, 'after'>;
}

/**
 * Which bubble of the notification service is whose. An id outlives the app: after a restart the next of a tag takes the
 * bubble's place, and what was seen meanwhile is taken from the screen. It does not outlive the service that gave it.
 */
export function createBubbleIds({ file, clock }: BubbleIdsDeps) {
  const ids = new Map<string, number>();
  // Now, at the start: by the time the service is known the disk may hang.
  const kept = v.safeParse(Kept, file.read());
  let service: string | undefined;
  let cancel: (() => void) | undefined;

  function changed(): void {
    cancel ??= clock.after(GATHER_MS, () => {
      cancel = undefined;
      if (service === undefined) return;
      try {
        file.write({ service, ids: Object.fromEntries([...ids].slice(-KEPT)) });
      } catch {
        // a full disk must not keep a toast back
      }
    });
  }

  return {
    get: (tag: string): number | undefined => ids.get(tag),
    tagOf: (id: unknown): string | undefined => [...ids].find(([, one]) => one === id)?.[0],
    set(tag: string, id: number): void {
      ids.delete(tag);
      ids.set(tag, id);
      changed();
    },
    delete(tag: string): void {
      if (ids.delete(tag)) changed();
    },
    /**
     * Another service counts anew, unless it is the one that gave the kept ids.
     * @param next who it is, on which bus: no other at any other time; `undefined`: none
     * @returns the tags that went with the one before
     */
    serviceIs(next: string | undefined): readonly string[] {
      if (next === service) return [];
      const gone = [...ids.keys()];
      ids.clear();
      const isFirst = service === undefined;
      service = next;
      if (next === undefined) return gone;
      if (isFirst && kept.success && kept.output.service === next)
        for (const [tag, id] of Object.entries(kept.output.ids)) ids.set(tag, id);
      else changed();
      return gone;
    },
  };
}
