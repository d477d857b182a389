import type { OfThread } from './operations';

interface Timers {
  /** ms */
  readonly monotonic: () => number;
  /** @returns takes it back */
  readonly after: (ms: number, act: () => void) => () => void;
}

/** Nothing was asked for so long: time to make rows searchable. ms. */
const QUIET_MS = 1000;
/** How long one step may keep others waiting. ms. */
const STEP_MS = 15;

/**
 * What the thread does when nobody asks for anything: rows of accounts that went are deleted, the index of words is
 * written, the file is looked through; a little at a time. Catching up comes first. Once nothing is
 * left, nobody is woken for a look until something is written.
 */
export function createRest(
  { indexSome, stamp }: Pick<OfThread, 'indexSome' | 'stamp'>,
  { after, monotonic }: Timers,
) {
  let most = 64;
  let cancel = (): void => undefined;
  /** The state that had nothing left to be done. */
  let rested: string | undefined;

  function step(): void {
    const start = monotonic();
    const count = indexSome(most);
    const took = monotonic() - start;
    rested = count === 0 ? stamp() : undefined;
    if (count === 0) return;
    most = Math.min(512, Math.max(8, Math.round(most * Math.min(2, Math.max(0.5, STEP_MS / took)))));
    cancel = after(2, step);
  }

  return {
    /** Somebody asked for something, and was answered. */
    asked(): void {
      cancel();
      if (rested === undefined || rested !== stamp()) cancel = after(QUIET_MS, step);
    },
  };
}
