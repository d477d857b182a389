import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Clock, Log } from '../../core/ports';

/** Bytes after which the log starts anew; the one before it is kept as `tocsin.1.log`. */
const MAX_BYTES = 1024 * 1024;
/** Lines wait this long for company, ms: one write for many. */
const FLUSH_MS = 250;

export interface LogFileDeps {
  /** `userData/logs`; made with 0700. */
  readonly folder: string;
  readonly clock: Pick<Clock, 'now' | 'after'>;
  /** Takes every known secret out of a text, in whatever form (core's redact). */
  readonly redact: (text: string) => string;
  /** `--verbose`: where `[HH:MM:SS] event · text` goes, without the line's end. */
  readonly verbose?: ((line: string) => void) | undefined;
}

export interface LogFile extends Log {
  /** Writes what waits; at quit and after a bug. */
  flush(): void;
  readonly file: string;
}

/** `--verbose`: once whoever reads it is gone (`| head`) nothing is written any more, as each failure would be a line again. */
export function linesTo(stream: Pick<NodeJS.WritableStream, 'write' | 'on'>): (line: string) => void {
  let isRead = true;
  stream.on('error', () => (isRead = false));
  return (line) => void (isRead && stream.write(`${line}\n`));
}

/** One line an event in `tocsin.log` (0600). A full disk costs lines, never the app. */
export function createLogFile({ folder, clock, redact, verbose }: LogFileDeps): LogFile {
  const file = path.join(folder, 'tocsin.log');
  let waiting: string[] = [];
  let cancel: (() => void) | undefined;
  let size: number | undefined;

  function write(event: string, text: string | undefined): void {
    const line = oneLine(redact(text === undefined ? event : `${event} · ${text}`));
    const now = new Date(clock.now());
    verbose?.(`[${now.toTimeString().slice(0, 8)}] ${line}`);
    waiting.push(`${now.toISOString()} ${line}\n`);
    cancel ??= clock.after(FLUSH_MS, flush);
  }

  function flush(): void {
    cancel?.();
    cancel = undefined;
    if (waiting.length === 0) return;
    const text = waiting.join('');
    waiting = [];
    try {
      size ??= open();
      if (size > MAX_BYTES) rotate();
      appendFileSync(file, text, { mode: 0o600 });
      size += Buffer.byteLength(text);
    } catch {
      size = undefined; // looked at again with the next line
    }
  }

  function open(): number {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  }

  function rotate(): void {
    renameSync(file, path.join(folder, 'tocsin.1.log'));
    size = 0;
  }

  function bug(error: unknown): void {
    write('bug', error instanceof Error ? (error.stack ?? error.message) : String(error));
    flush();
  }

  return { event: write, bug, flush, file };
}

/** A server's words must not be able to forge a line of their own. */
function oneLine(text: string): string {
  return text.replace(/\s*[\r\n\u0085\u2028\u2029]+\s*/g, ' ↵ ').replace(/\p{Cc}/gu, '');
}
