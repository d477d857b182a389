import type { Clock } from '../../core/ports';

/** The page has drawn the rows that it was given, ms. */
const DRAWN_MS = 150;
/** A page without rows, a slow machine: then nothing waits any longer, ms after the start. */
const PATIENCE_MS = 1500;

export interface FirstPaint {
  /** Resolves once. What main does before it keeps the window waiting: the bus, the keyring, the first poll. */
  readonly over: Promise<void>;
  /** The page was given its first rows. */
  rowsGiven(): void;
  /** No window is to come. */
  skip(): void;
}

/** When the first window shows its rows, or need not. */
export function createFirstPaint(clock: Pick<Clock, 'after'>): FirstPaint {
  let resolve = (): void => undefined;
  const over = new Promise<void>((done) => (resolve = done));
  const end = clock.after(PATIENCE_MS, () => resolve());
  let given = false;
  return {
    over,
    rowsGiven() {
      if (given) return;
      given = true;
      clock.after(DRAWN_MS, skip);
    },
    skip,
  };

  function skip(): void {
    end();
    resolve();
  }
}
