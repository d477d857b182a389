import type { Clock } from '../ports';

/** ms between two looks, and how many in a row have to find that nothing was answered: a minute in all. */
const LOOK_MS = 10_000;
const LOOKS = 6;

export interface StuckWatchDeps {
  readonly clock: Pick<Clock, 'after'>;
  /** Something was asked, and nothing at all has been answered for a minute. */
  readonly onStuck: () => void;
  /** Answers come again. */
  readonly onFree: () => void;
}

/**
 * Notices a disk that neither answers nor fails: the thread of the history hangs in it, and every question with it. It
 * looks often and counts looks, not the clock: a machine that slept was not waiting.
 */
export function createStuckWatch({ clock, onStuck, onFree }: StuckWatchDeps) {
  let open = 0;
  let looks = 0;
  let cancel: (() => void) | undefined;

  function look(): void {
    looks += 1;
    if (looks === LOOKS) onStuck();
    cancel = clock.after(LOOK_MS, look);
  }

  function over(): void {
    open -= 1;
    const wasStuck = looks >= LOOKS;
    looks = 0;
    if (open === 0) {
      cancel?.();
      cancel = undefined;
    }
    if (wasStuck) onFree();
  }

  return {
    /** The question's own outcome. */
    async during<T>(question: () => Promise<T>): Promise<T> {
      open += 1;
      cancel ??= clock.after(LOOK_MS, look);
      try {
        return await question();
      } finally {
        over();
      }
    },
    end: (): void => cancel?.(),
  };
}
