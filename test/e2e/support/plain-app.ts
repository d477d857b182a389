import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

export interface PlainApp {
  readonly child: ChildProcess;
  /** What it said on stdout so far. */
  readonly output: () => string;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

/** A folder that goes with the test. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'tocsin-plain-')); // 0700 by itself
  onTestFinished(() => rmSync(made, { recursive: true, force: true, maxRetries: 5 }));
  return made;
}

/** `value` as a file for `--provision`, for its owner alone. */
export function provisionFile(at: string, name: string, value: object): string {
  const file = join(at, name);
  writeFileSync(file, JSON.stringify(value), { mode: 0o600 });
  return file;
}

/** The built app without a debugger, as a desktop starts it; ended with the test. */
export function startPlain(...switches: readonly string[]): PlainApp {
  const given = JSON.parse(process.env['TOCSIN_SWITCHES'] ?? '[]') as string[];
  const child = spawn(process.env['TOCSIN_ELECTRON']!, [...given, root, '--verbose', ...switches], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  const ended = new Promise<number | NodeJS.Signals>((done) =>
    child.once('exit', (code, signal) => done(code ?? signal ?? 'SIGKILL')),
  );
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { child, output: () => output, ended };
}
