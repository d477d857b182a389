// Small helpers around processes, files and what is said while things are set up. Node built-ins only.
//   say(text)                     one line on stderr: stdout belongs to the program
//   giveUp(text)                  the same, then exit 1
//   run(command, args, options)   → { code, output }, never throws
//   findProgram(name)             → its path or undefined
//   everySeconds(seconds, tell)   → stop(); tell() is called as long as something takes long
//   waitUntil(test, ms, what)     polls until test() gives something truthy; throws Error('… not within …')
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const repoRoot = path.resolve(fileURLToPath(new URL('..', import.meta.url)));

/** @param {string} text */
export function say(text) {
  process.stderr.write(`tocsin: ${text}\n`);
}

/**
 * @param {string} text
 * @returns {never}
 */
export function giveUp(text) {
  say(text);
  process.exit(1);
}

/** @param {unknown} error */
export const wordsOf = (error) => (error instanceof Error ? error.message : String(error));

export const isRoot = () => process.getuid?.() === 0;

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onStart?: (child: import('node:child_process').ChildProcess) => void }} [options]
 * @returns {Promise<{ code: number, output: string }>} code 127 when it could not be started; output is stdout and stderr
 */
export function run(command, args, { cwd = repoRoot, env = process.env, onStart } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => void (output += chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
    onStart?.(child);
  });
}

/** @param {string} name */
export function findProgram(name) {
  // sbin too: users often lack it on their PATH, ldconfig lives there.
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin', '/sbin'];
  return folders.map((folder) => path.join(folder, name)).find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {number} seconds
 * @param {(elapsedSeconds: number) => void} tell
 */
export function everySeconds(seconds, tell) {
  const start = Date.now();
  const timer = setInterval(() => tell(Math.round((Date.now() - start) / 1000)), seconds * 1000);
  return () => clearInterval(timer);
}

/** @param {number} ms */
export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * @template T
 * @param {() => T | Promise<T>} test
 * @param {number} ms
 * @param {string} what for the error's text
 * @returns {Promise<NonNullable<T>>}
 */
export async function waitUntil(test, ms, what) {
  for (const end = Date.now() + ms; ; await sleep(40)) {
    const value = await test();
    if (value) return value;
    if (Date.now() > end) throw new Error(`${what}: not within ${ms / 1000} s`);
  }
}
