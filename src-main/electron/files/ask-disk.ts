import { access } from 'node:fs/promises';
import type { Clock } from '../../core/ports';

/** What is shown or heard comes without what the disk has not given by then, ms. */
const PATIENCE_MS = 1000;

/** `undefined` where it has not ended within a second, and at once for as long as that one lasts. */
export type AskDisk = <T>(act: () => Promise<T>) => Promise<T | undefined>;

/**
 * Asks a disk one thing at a time: one that hangs then holds one of the four threads that Node has for files, names and
 * keys, and not all of them.
 */
export function createAskDisk(clock: Pick<Clock, 'after'>): AskDisk {
  let last: Promise<unknown> = Promise.resolve();
  let late: Promise<unknown> | undefined;

  return <T>(act: () => Promise<T>) => {
    if (late) return Promise.resolve(undefined);
    const turn = last.then(act);
    const ended = turn.catch(() => undefined);
    last = ended;
    return new Promise<T | undefined>((resolve, reject) => {
      const cancel = clock.after(PATIENCE_MS, () => {
        late = last;
        void late.then(() => (late = undefined));
        resolve(undefined);
      });
      void ended.then(cancel);
      turn.then(resolve, reject);
    });
  };
}

export const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
