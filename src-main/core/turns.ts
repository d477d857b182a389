import type { Clock } from './ports';

/** One thing at a time, in the order in which it was asked for. */
export function createTurns(clock: Pick<Clock, 'after'>) {
  let last: Promise<unknown> = Promise.resolve();
  return {
    /** Runs `act` when all before it are through, however they ended. */
    take<T>(act: () => Promise<T>): Promise<T> {
      const run = last.then(act);
      last = run.catch(() => undefined);
      return run;
    },
    /** When nothing runs or waits any more, but after `ms` at the latest. */
    over: (ms: number): Promise<void> =>
      new Promise((resolve) => {
        const giveUp = clock.after(ms, resolve);
        void last.then(() => {
          giveUp();
          resolve();
        });
      }),
  };
}
