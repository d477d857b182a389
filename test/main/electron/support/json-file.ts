import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { isRecord } from '../../../../src-shared/json';
import type { Whole } from '../../../../src-main/electron/files/store-file';

/**
 * One JSON object in a file, replaced atomically: what electron-store does, without the 110–250 ms that its
 * import takes in main (measured on Electron 33; its schema validator alone is 300 kB) and without the channel
 * that it opens to pages.
 */
export function openJsonFile({
  name,
  cwd,
  configFileMode,
}: {
  name: string;
  cwd: string;
  configFileMode: number;
}): Whole {
  const file = path.join(cwd, `${name}.json`);
  return {
    get store() {
      const text = orNothing(() => readFileSync(file, 'utf8'));
      const value: unknown = text === undefined ? {} : JSON.parse(text);
      if (!isRecord(value)) throw new Error(`${file} holds no JSON object`);
      return value;
    },
    set store(value) {
      // Somebody's link to a file elsewhere stays a link.
      replace(
        orNothing(() => realpathSync(file)) ?? file,
        `${JSON.stringify(value, null, 2)}\n`,
        configFileMode,
      );
    },
  };
}

/** A crash or a full disk in the middle leaves the old file as it was. */
function replace(file: string, text: string, mode: number): void {
  const fresh = `${file}.${process.pid}.tmp`;
  try {
    const handle = openSync(fresh, 'w', mode);
    try {
      writeSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(fresh, file);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}

/** `undefined` where there is no such file. */
function orNothing<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
