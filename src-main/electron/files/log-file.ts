import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Clock, Log } from '../../core/ports';

/** Bytes after which the log starts anew; the one before it is kept as `tocsin.1.log`. */
const MAX_BYTES = 1024 * 1024;
/** Lines wait this long for company, ms: one write for many. */
const FLUSH_MS = 250;
/** Bytes that wait for a disk that does not answer; beyond it the oldest lines go. */
const MAX_WAITING = 1024 * 1024;

export interface LogFileDeps {
  /** `userData/logs`; made with 0700. */
  readonly folder: string;
  readonly clock: Pick<Clock, 'now' | 'after'>;
  /** Takes every known secret out of a text, in whatever form (core's redact). */
  readonly redact: (text: string) => string;
  /** `--verbose`: where `[HH:MM:SS] event · text` goes, without the line's end. */
  readonly verbose?: ((line: string) => void) | undefined;
  /** Tests hang it. */
  readonly append?: typeof appendFile;
}

export interface LogFile extends Log {
  /** Writes what waits before it returns, after a bug; while a write is under way it is that one's to do. */
  flush(): void;
  /** Writes what waits, at quit. Never rejects; never ends while the disk does not answer. */
  written(): Promise<void>;
  readonly file: string;
}

/** `--verbose`: once whoever reads it is gone (`| head`) nothing is written any more, as each failure would be a line again. */
export function linesTo(stream: Pick<NodeJS.WritableStream, 'write' | 'on'>): (line: string) => void {
  let isRead = true;
  stream.on('error', () => (isRead = false));
  return (line) => void (isRead && stream.write(`${line}\n`));
}

/**
 * One line an event in `tocsin.log` (0600). A full disk costs lines, never the app; one that hangs keeps one write, and
 * main does not wait for it.
 */
export function createLogFile(deps: LogFileDeps): LogFile {
  const { folder, clock, redact, verbose, append = appendFile } = deps;
  const file = path.join(folder, 'tocsin.log');
  const before = path.join(folder, 'tocsin.1.log');
  const waiting = createWaiting();
  let cancel: (() => void) | undefined;
  let size: number | undefined;
  let writing: Promise<void> | undefined;

  function write(event: string, text: string | undefined): void {
    const line = oneLine(redact(text === undefined ? event : `${event} · ${text}`));
    const now = new Date(clock.now());
    verbose?.(`[${now.toTimeString().slice(0, 8)}] ${line}`);
    waiting.add(`${now.toISOString()} ${line}\n`);
    cancel ??= clock.after(FLUSH_MS, () => void written());
  }

  function written(): Promise<void> {
    cancel?.();
    cancel = undefined;
    if (!writing && waiting.isAny()) writing = writeAll();
    return writing ?? Promise.resolve();
  }

  async function writeAll(): Promise<void> {
    while (waiting.isAny()) {
      const text = waiting.take(clock);
      try {
        size ??= await open();
        if (size > MAX_BYTES) {
          await rename(file, before);
          size = 0;
        }
        await append(file, text, { mode: 0o600 });
        size += Buffer.byteLength(text);
      } catch {
        size = undefined; // looked at again with the next line
      }
    }
    writing = undefined;
  }

  async function open(): Promise<number> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return stat(file).then(
      (found) => found.size,
      () => 0,
    );
  }

  function flush(): void {
    if (writing) return;
    cancel?.();
    cancel = undefined;
    if (!waiting.isAny()) return;
    const text = waiting.take(clock);
    try {
      size ??= openNow();
      if (size > MAX_BYTES) {
        renameSync(file, before);
        size = 0;
      }
      appendFileSync(file, text, { mode: 0o600 });
      size += Buffer.byteLength(text);
    } catch {
      size = undefined;
    }
  }

  function openNow(): number {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  }

  function bug(error: unknown): void {
    write('bug', error instanceof Error ? (error.stack ?? error.message) : String(error));
    flush();
  }

  return { event: write, bug, flush, written, file };
}

/** Lines on their way to the disk, the newest of them. */
function createWaiting() {
  let lines: string[] = [];
  let bytes = 0;
  let dropped = 0;
  return {
    isAny: (): boolean => lines.length > 0,
    add(line: string): void {
      lines.push(line);
      bytes += Buffer.byteLength(line);
      for (; bytes > MAX_WAITING && lines.length > 1; dropped += 1)
        bytes -= Buffer.byteLength(lines.shift()!);
    },
    /** All of them, after a line that says how many went. */
    take(clock: Pick<Clock, 'now'>): string {
      const said = `${new Date(clock.now()).toISOString()} log · ${dropped} older lines are missing: the disk did not keep up\n`;
      const text = (dropped > 0 ? said : '') + lines.join('');
      lines = [];
      bytes = 0;
      dropped = 0;
      return text;
    },
  };
}

/** A server's words must not be able to forge a line of their own. */
function oneLine(text: string): string {
  return text.replace(/\s*[\r\n\u0085\u2028\u2029]+\s*/g, ' ↵ ').replace(/\p{Cc}/gu, '');
}
