import { EventEmitter } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Log } from '../../../../src-main/core/ports';
import type { StoreFile, Whole } from '../../../../src-main/electron/store-file';

/** Something of Electron's that emits events, as the type that is asked for. */
export function emitter<Wanted>(
  members: object = {},
): Wanted & { emit(name: string, ...args: unknown[]): boolean } {
  return Object.assign(new EventEmitter(), members) as never;
}

/** An event that can be prevented, and tells whether it was. */
export function preventable(members: object = {}) {
  const event = { prevented: false, preventDefault: () => void (event.prevented = true), ...members };
  return event;
}

export interface FakeLog extends Log {
  readonly lines: string[];
  readonly bugs: unknown[];
}
export function createFakeLog(): FakeLog {
  const log: FakeLog = {
    lines: [],
    bugs: [],
    event: (event, text) => void log.lines.push(text === undefined ? event : `${event} · ${text}`),
    bug: (error) => void log.bugs.push(error),
  };
  return log;
}

/** electron-store without Electron: the same file, read at each access, written with the mode that is asked for. */
export function openFakeStore(options: { name: string; cwd: string; configFileMode: number }): Whole {
  const file = path.join(options.cwd, `${options.name}.json`);
  const read = (): Record<string, unknown> => {
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
      throw error;
    }
  };
  return {
    get store() {
      return read();
    },
    set store(value) {
      writeFileSync(file, JSON.stringify(value), { mode: options.configFileMode });
    },
  };
}

export interface FakeFile extends StoreFile {
  content: Record<string, unknown>;
  readonly copies: string[];
}
export function createFakeFile(content: Record<string, unknown> = {}): FakeFile {
  const file: FakeFile = {
    content,
    copies: [],
    read: () => file.content,
    write: (value) => void (file.content = { ...value }),
    keepCopy: (why) => void file.copies.push(why),
  };
  return file;
}
