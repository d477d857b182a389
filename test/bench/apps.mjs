// Starts what is measured, always with a profile of its own, and ends it.
//   createApps(desktop, runtime, folder)  → { start(options), endAll() }
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createChildren } from '../../scripts/desktop/children.mjs';
import { repoRoot, waitUntil } from '../../scripts/processes.mjs';
import { processTree, pssOf } from './process-tree.mjs';

export const TOCSIN = path.join(repoRoot, 'out', 'bench', 'app');
export const BARE = path.join(repoRoot, 'test', 'bench', 'bare');
const PROBE = path.join(repoRoot, 'test', 'bench', 'probe.cjs');

/**
 * @typedef {{ readonly app: string, readonly args?: readonly string[], readonly profile?: string, readonly probe?: string }} StartOptions
 *   `app`: a folder; `profile`: is copied; `probe`: a file where probe.cjs writes what it saw
 * @typedef {ReturnType<ReturnType<typeof createApps>['start']>} StartedApp
 * @param {import('./desktop.mjs').Desktop} desktop
 * @param {{ readonly exe: string, readonly switches: readonly string[] }} runtime
 * @param {string} folder for profiles
 */
export function createApps(desktop, { exe, switches }, folder) {
  /** @type {Set<{ end(): Promise<void> }>} */
  const running = new Set();

  /** @param {StartOptions} options */
  function start({ app, args = [], profile, probe }) {
    const own = mkdtempSync(path.join(folder, 'run-'));
    const userData = path.join(own, 'profile');
    if (profile !== undefined) copyProfile(profile, userData);
    const children = createChildren(own);
    const env = { ...desktop.env, ...(probe !== undefined && { BENCH_PROBE: probe }) };
    if (probe !== undefined) rmSync(probe, { force: true }); // what an earlier one saw
    const required = probe === undefined ? [] : ['-r', PROBE];
    const startedAt = performance.now();
    const child = children.start(
      exe,
      [...switches, ...required, app, `--user-data-dir=${userData}`, ...args],
      {
        env,
        pipes: ['out'],
      },
    );
    const { pid, stdout } = child;
    if (pid === undefined || !stdout) throw new Error('Electron did not start');
    /** @type {{ readonly at: number, readonly text: string }[]} */
    const lines = [];
    createInterface({ input: stdout }).on('line', (text) => lines.push({ at: performance.now(), text }));
    const isOver = () => child.exitCode !== null || child.signalCode !== null;

    const started = {
      pid,
      startedAt,
      profile: userData,
      lines,
      tray: () => desktop.trayAt(pid),
      tree: () => processTree(pid),
      pss: () => pssOf(processTree(pid)),
      /** The first line that fits. */
      line: (/** @type {RegExp} */ pattern, ms = 30_000) =>
        waitUntil(
          () => {
            if (isOver()) throw new Error(`the app ended before it said ${pattern.source}`);
            return lines.find(({ text }) => pattern.test(text));
          },
          ms,
          `"${pattern.source}" on stdout`,
        ),
      /** As a desktop ends its apps: asked first. The profile is left as a quit leaves it. */
      async quit() {
        if (!isOver()) process.kill(pid, 'SIGTERM');
        await waitUntil(isOver, 8000, 'the end of the app').catch(() => {});
        await children.stopAll();
        running.delete(started);
      },
      async end() {
        await started.quit();
        rmSync(own, { recursive: true, force: true, maxRetries: 5 });
      },
    };
    running.add(started);
    return started;
  }

  return { start, endAll: () => Promise.all([...running].map((one) => one.end())) };
}

/**
 * Without the links that tell a second start of the first.
 * @param {string} from
 * @param {string} to
 */
export function copyProfile(from, to) {
  cpSync(from, to, { recursive: true, filter: (file) => !path.basename(file).startsWith('Singleton') });
}
