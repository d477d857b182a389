import { LATE, type Change, type Config } from './schedule';

/** Half an hour: how far ahead a stamp of the future is. µs. */
const AHEAD = 1_800_000_000;

/**
 * The stamps of rows, in µs: each kind of insert has its own. "micro" comes right after the row before, "same" has its
 * very stamp; where that is long ago, they are of now.
 */
export function createStamps(start: number, { initial, tied, age, future }: Config) {
  let last = start;
  return {
    /** Of those that were there before: half of them, a group of one stamp, the other half. */
    before(): readonly number[] {
      last -= age * 1000;
      return Array.from({ length: initial + tied }, (_, i) => {
        const inGroup = i > initial / 2 && i <= initial / 2 + tied;
        return inGroup ? last : (last += 1);
      });
    },
    of({ at, late }: Extract<Change, { kind: 'insert' }>, now: number, i: number): number {
      if (last < now - LATE.within * 500) last = now;
      switch (at) {
        case 'now':
          return (last = Math.max(last + 1, now + i));
        case 'micro':
          return (last += 1);
        case 'same':
          return last;
        case 'future':
          return future ? now + AHEAD + i * 7 : now + i;
        case 'late':
          return now - late * 1000;
        // Its stamp is of now, it becomes visible later.
        case 'hidden':
          return now + i;
      }
    },
  };
}
