import * as v from 'valibot';
import type { PauseFile } from '../../core/ports';
import type { StoreFile } from './store-file';

const Kept = v.object({ until: v.pipe(v.number(), v.safeInteger()) });

/** `pause.json`: when the pause ends. What cannot be understood is no pause. */
export const createPauseFile = (file: StoreFile): PauseFile => ({
  read() {
    const read = v.safeParse(Kept, file.read());
    return read.success ? read.output.until : null;
  },
  write: (until) => file.write(until === null ? {} : { until }),
});
