import * as v from 'valibot';
import { Bounds } from './bounds';
import type { StoreFile } from '../files/store-file';

/** `window.json`: where the window was left. Losing it is no loss, so nothing is said of it. */
export function createWindowFile(file: StoreFile): {
  read(): Bounds | undefined;
  write(bounds: Bounds): void;
} {
  return {
    read() {
      const read = v.safeParse(Bounds, file.read());
      return read.success ? read.output : undefined;
    },
    write(bounds) {
      try {
        file.write(bounds);
      } catch {
        // a full disk must not keep a window from closing
      }
    },
  };
}
