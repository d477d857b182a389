import type { createDisk } from './disk';
import { nameOf, type Item } from './items';
import { LATE } from './schedule';
import type { createModelServer } from './server';

/** The first page that was written. */
export interface Baseline {
  readonly names: ReadonlySet<string>;
  readonly ts: number;
}

interface Checked {
  readonly server: ReturnType<typeof createModelServer>;
  readonly disk: ReturnType<typeof createDisk>;
  readonly marked: ReadonlyMap<string, unknown>;
  readonly baseline: () => Baseline | undefined;
  readonly floor: () => number;
  readonly fail: (what: string) => void;
}

/** What has to hold at every step, faults or not. Numbers are those of sync.md, Invariants. */
export function createChecks({ server, disk, marked, baseline, floor, fail }: Checked) {
  return {
    /** I4: "A row that the user marked never flips back on screen." */
    checkMarks(): void {
      if (marked.size === 0) return;
      for (const name of disk.unseen())
        if (marked.has(name)) fail(`I4 ${name} was marked and is shown as unseen`);
    },

    /** I1: nothing that was there all the while is said to be gone. */
    checkGone(): void {
      const lost = disk.gone().filter((name) => !server.everGone.has(name));
      if (lost.length === 0) return;
      const there = new Set(server.visible().map(nameOf));
      for (const name of lost) if (there.has(name)) fail(`I1 ${name} is said to be gone and never was`);
    },

    /**
     * "A failed walk keeps its pages; what it found is alerted all the same." What a link brought beside its last page, asked for
     * ahead and never written, is alerted by the next one.
     * @param linked what links brought while it ran
     */
    checkAlerted(linked: ReadonlySet<string>): void {
      const n = disk.pending().filter((name) => !linked.has(name)).length;
      if (n > 0) fail(`I2 ${n} wait for an alert after the poll that found them`);
    },

    /** I1 after each good poll: what was there before it, came in time and stood above the horizon is here. */
    checkFound(before: readonly Item[]): void {
      const here = new Set(disk.names());
      const base = baseline()?.ts ?? Infinity;
      // One that came back with a backup was gone in between.
      const still = new Set(
        server
          .visible()
          .filter(({ restored }) => !restored)
          .map(nameOf),
      );
      for (const item of before) {
        const name = nameOf(item);
        if (here.has(name) || !still.has(name) || item.ts <= base || item.ts < floor()) continue;
        // A group that no page can hold is gone through twice, and that is all that can be done.
        if (item.late > LATE.within || !server.fits(item)) continue;
        fail(`I1 ${name} was there before a good poll and is not here after it`);
      }
    },
  };
}
