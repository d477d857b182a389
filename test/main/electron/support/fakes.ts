import { EventEmitter } from 'node:events';
import type { Log } from '../../../../src-main/core/ports';
import type { StoreFile } from '../../../../src-main/electron/files/store-file';

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
    kept: () => (file.copies.length > 0 ? 'a copy' : undefined),
  };
  return file;
}
