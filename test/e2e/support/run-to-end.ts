import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { AppState } from '../../../src-shared/app-state';

const root = resolve(import.meta.dirname, '../../..');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the app as a person would from a terminal, to its end. */
export function run(...switches: readonly string[]): Promise<Ended> {
  const given = JSON.parse(process.env['TOCSIN_SWITCHES'] ?? '[]') as string[];
  const child = spawn(process.env['TOCSIN_ELECTRON']!, [...given, root, ...switches]);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  const patience = setTimeout(() => child.kill('SIGKILL'), 20_000);
  return new Promise((done) =>
    child.once('close', (code) => {
      clearTimeout(patience);
      done({ code, stdout, stderr });
    }),
  );
}

/** The running app's state, as monitoring would ask for it. */
export async function statusOf(profile: string): Promise<AppState> {
  const { stdout, stderr } = await run(`--user-data-dir=${profile}`, '--status');
  if (stdout === '') throw new Error(`no status: ${stderr}`);
  return JSON.parse(stdout) as AppState;
}
