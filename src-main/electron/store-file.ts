import type { IpcMain } from 'electron';
import { chmodSync, copyFileSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { fail } from '../../src-shared/app-error';
import { isRecord } from '../../src-shared/json';
import type { Clock, Log } from '../core/ports';

/** What we use of electron-store: the whole as one object, read and written at once. */
export interface Whole {
  store: Record<string, unknown>;
}

/** Electron-store opens a channel of its own by which a page learns the profile's folder: shut again. */
const STORE_CHANNEL = 'electron-store-get-data';

/** @param Store of electron-store */
export function storeOpener<Options>(
  Store: new (options: Options) => Whole,
  ipcMain: Pick<IpcMain, 'removeAllListeners'>,
): (options: Options) => Whole {
  return (options) => {
    const opened = new Store(options);
    ipcMain.removeAllListeners(STORE_CHANNEL);
    return opened;
  };
}

export interface StoreFileDeps {
  /** `storeOpener(Store, ipcMain)`; tests open plain files. */
  readonly open: (options: {
    name: string;
    cwd: string;
    configFileMode: number;
    clearInvalidConfig: boolean;
  }) => Whole;
  /** userData */
  readonly folder: string;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
}

/** One JSON object in `FOLDER/NAME.json` (0600), replaced atomically. */
export interface StoreFile {
  /** Empty where there is none, or nothing readable. */
  read(): Readonly<Record<string, unknown>>;
  /** Throws an `AppError` (`storage`) where the disk refuses. */
  write(value: Readonly<Record<string, unknown>>): void;
  /** Keeps a copy as `NAME.json.corrupt-DATE`, since the next write drops what could not be understood. */
  keepCopy(why: string): void;
}

/**
 * Opens a file that a person may have edited. What is no JSON object is moved aside and told in the log; the
 * app starts with an empty one.
 */
export function openStoreFile(name: string, { open, folder, clock, log }: StoreFileDeps): StoreFile {
  const file = path.join(folder, `${name}.json`);
  const aside = (): string => `${file}.corrupt-${new Date(clock.now()).toISOString().replaceAll(':', '-')}`;
  let whole: Whole | undefined;

  try {
    const broken = problemOf(file);
    if (broken !== undefined) {
      const to = aside();
      renameSync(file, to);
      log.event('file', `${file} ${broken}; moved to ${to}, starting without it`);
    } else chmodIfThere(file);
    whole = open({ name, cwd: folder, configFileMode: 0o600, clearInvalidConfig: false });
  } catch (error) {
    log.event('file', `${file} cannot be used: ${words(error)}`);
  }

  return {
    read() {
      try {
        return whole?.store ?? {};
      } catch (error) {
        log.event('file', `${file} cannot be read: ${words(error)}`);
        return {};
      }
    },
    write(value) {
      if (!whole) throw fail('storage', { detail: file });
      try {
        whole.store = { ...value };
      } catch (error) {
        throw fail('storage', { detail: words(error).slice(0, 300) });
      }
    },
    keepCopy(why) {
      const to = aside();
      log.event('file', `${file}: ${why}; a copy is kept in ${to}`);
      try {
        copyFileSync(file, to);
      } catch (error) {
        log.event('file', `no copy of ${file}: ${words(error)}`);
      }
    },
  };
}

/** `undefined`: a JSON object, or no file at all. */
function problemOf(file: string): string | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return isRecord(JSON.parse(text)) ? undefined : 'holds no JSON object';
  } catch (error) {
    return `is not JSON (${words(error)})`;
  }
}

/** Somebody's editor may have made it readable for others. */
function chmodIfThere(file: string): void {
  try {
    chmodSync(file, 0o600);
  } catch {
    // not there yet
  }
}

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));
