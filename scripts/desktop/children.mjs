// Processes that must not outlive this one.
//   createChildren(folder)  → { start(command, args, options), stopAll() }; output of each goes to folder/NAME.log
// They end with stopAll(), and when this process exits or is ended by a signal. Only what was started here is ended, by its id.
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { constants } from 'node:os';

/** @typedef {import('node:child_process').ChildProcess} Child */

/** @type {Set<() => void>} what to do at exit, newest last */
const atExit = new Set();
let listening = false;

/**
 * Runs `clean` (synchronously) when this process exits or is ended by a signal.
 * @param {() => void} clean
 * @returns {() => void} takes it back
 */
export function cleanAtExit(clean) {
  if (!listening) {
    listening = true;
    process.on('exit', () => [...atExit].reverse().forEach((each) => each()));
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => process.exit(128 + constants.signals[signal]));
    }
  }
  atExit.add(clean);
  return () => void atExit.delete(clean);
}

/** @param {string} folder for the logs */
export function createChildren(folder) {
  /** @type {Child[]} */
  const children = [];
  const endAll = (/** @type {NodeJS.Signals} */ signal) =>
    [...children].reverse().forEach((child) => end(child, signal));
  const forget = cleanAtExit(() => endAll('SIGKILL'));

  /**
   * @param {string} command
   * @param {readonly string[]} args
   * @param {{ env?: NodeJS.ProcessEnv, pipes?: readonly ('in' | 'out' | 'fd3')[] }} [options] which ends this process holds
   * @returns {Child}
   */
  function start(command, args, { env = process.env, pipes = [] } = {}) {
    const log = openSync(path.join(folder, `${path.basename(command)}.log`), 'a');
    const child = spawn(command, args, {
      env,
      cwd: folder,
      detached: true, // a process group of its own: a panel's plug-ins end with it, and Ctrl-C reaches us alone
      stdio: [
        pipes.includes('in') ? 'pipe' : 'ignore',
        pipes.includes('out') ? 'pipe' : log,
        log,
        pipes.includes('fd3') ? 'pipe' : 'ignore',
      ],
    });
    closeSync(log);
    child.on('error', () => {}); // a missing program shows as the missing service somebody waits for
    children.push(child);
    return child;
  }

  async function stopAll() {
    endAll('SIGTERM');
    const ended = children.map(
      (child) => new Promise((resolve) => (isOver(child) ? resolve(0) : child.once('exit', resolve))),
    );
    const grace = setTimeout(() => endAll('SIGKILL'), 1500);
    await Promise.all(ended);
    clearTimeout(grace);
    forget();
  }

  return { start, stopAll };
}

const isOver = (/** @type {Child} */ child) =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

/**
 * @param {Child} child
 * @param {NodeJS.Signals} signal
 */
function end(child, signal) {
  if (child.pid === undefined || isOver(child)) return;
  try {
    // A friendly end is the leader's to pass on; the last resort takes its whole group.
    process.kill(signal === 'SIGKILL' ? -child.pid : child.pid, signal);
  } catch {
    // It ended by itself in between.
  }
}
