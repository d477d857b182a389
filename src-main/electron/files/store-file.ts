import type { IpcMain } from 'electron';
import { chmodSync, copyFileSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fail } from '../../../src-shared/app-error';
import { isRecord } from '../../../src-shared/json';
import type { Clock, Log } from '../../core/ports';

/** What we use of electron-store: the whole as one object, read and written at once. */
export interface Whole {
  store: Record<string, unknown>;
}

/** Some editors put it before a text; electron-store takes it for a part of the JSON. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Electron-store opens a channel of its own by which a page learns the profile's folder: shut again. */
const STORE_CHANNEL = 'electron-store-get-data';

export type Opener = (options: {
  name: string;
  cwd: string;
  configFileMode: number;
  clearInvalidConfig: boolean;
}) => Whole;

/** @param Store of electron-store */
export function storeOpener(
  Store: new (options: Parameters<Opener>[0]) => Whole,
  ipcMain: Pick<IpcMain, 'removeAllListeners'>,
): Opener {
  return (options) => {
    const opened = new Store(options);
    ipcMain.removeAllListeners(STORE_CHANNEL);
    return opened;
  };
}

/**
 * Loading electron-store takes 50–100 ms, which the first rows should not wait for.
 * @param after when it may be loaded
 */
export async function loadOpener(
  ipcMain: Pick<IpcMain, 'removeAllListeners'>,
  after: Promise<void>,
): Promise<Opener> {
  await after;
  const { default: Store } = await import('electron-store');
  return storeOpener(Store<Record<string, unknown>>, ipcMain);
}

export interface StoreFileDeps {
  /**
   * `loadOpener(…)`; tests open plain files. Until it is there, what the file holds is known all the same, and what
   * is written waits for it.
   */
  readonly open: Opener | Promise<Opener>;
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
  /** Where what could not be understood is kept, if anything; where the file cannot be used at all, itself. */
  kept(): string | undefined;
}

/**
 * Opens a file that a person may have edited. What is no JSON object is moved aside and told in the log; the
 * app starts with an empty one.
 */
export function openStoreFile(name: string, { open, folder, clock, log }: StoreFileDeps): StoreFile {
  const file = path.join(folder, `${name}.json`);
  const aside = (): string => `${file}.corrupt-${new Date(clock.now()).toISOString().replaceAll(':', '-')}`;
  let whole: Whole | undefined;
  /** What the file holds, or is to hold, while electron-store is on its way. */
  let early: Readonly<Record<string, unknown>> | undefined;
  let unwritten = false;
  let refused = false;
  let kept: string | undefined;

  try {
    const found = readObject(file);
    if (typeof found === 'string') {
      const to = aside();
      renameSync(file, to);
      kept = to;
      log.event('file', `${file} ${found}; moved to ${to}, starting without it`);
    } else if (found) chmodSync(file, 0o600); // somebody's editor may have made it readable for others
    if (open instanceof Promise) {
      early = typeof found === 'string' ? {} : (found ?? {});
      void open.then(openWith).catch((error: unknown) => {
        refused = true;
        log.event('file', `${file} cannot be written: ${words(error)}`);
      });
    } else openWith(open);
  } catch (error) {
    kept = file;
    log.event('file', `${file} cannot be used: ${words(error)}`);
  }

  function openWith(opener: Opener): void {
    const waiting = early;
    early = undefined;
    whole = opener({ name, cwd: folder, configFileMode: 0o600, clearInvalidConfig: false });
    if (unwritten && waiting) whole.store = { ...waiting };
  }

  return {
    read() {
      try {
        return early ?? whole?.store ?? {};
      } catch (error) {
        log.event('file', `${file} cannot be read: ${words(error)}`);
        return {};
      }
    },
    write(value) {
      if (early && !refused) {
        early = { ...value };
        unwritten = true;
        return;
      }
      if (!whole) throw fail('storage', { detail: file });
      try {
        whole.store = { ...value };
      } catch (error) {
        throw fail('storage', { detail: words(error).slice(0, 300) });
      }
    },
    keepCopy(why) {
      const to = aside();
      kept = to;
      log.event('file', `${file}: ${why}; a copy is kept in ${to}`);
      try {
        copyFileSync(file, to);
      } catch (error) {
        log.event('file', `no copy of ${file}: ${words(error)}`);
      }
    },
    kept: () => kept,
  };
}

/** What it holds; `undefined` without a file; a sentence about a file that is no JSON object. */
function readObject(file: string): Record<string, unknown> | string | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  if (text.startsWith(BYTE_ORDER_MARK)) {
    text = text.slice(1);
    const target = realpathSync(file); // somebody's link to a file elsewhere stays a link
    writeFileSync(`${target}.new`, text, { mode: 0o600 });
    renameSync(`${target}.new`, target);
  }
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : 'holds no JSON object';
  } catch (error) {
    return `is not JSON (${words(error)})`;
  }
}

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));
