// One run of the built app: started, listened to, killed.
//   startRun(place, { hidden })  → a Run
import { readFileSync, readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createChildren } from '../../scripts/desktop/children.mjs';
import { repoRoot, waitUntil } from '../../scripts/processes.mjs';

/**
 * @typedef {{ readonly exe: string, readonly switches: readonly string[], readonly env: NodeJS.ProcessEnv,
 *   readonly folder: string, readonly profile: string, readonly provision: string }} Place
 *   `folder`: for what it says on stderr
 * @typedef {ReturnType<typeof startRun>} Run
 * @param {Place} place
 * @param {{ hidden?: boolean }} [options]
 */
export function startRun({ exe, switches, env, folder, profile, provision }, { hidden = true } = {}) {
  const children = createChildren(folder);
  const args = [
    ...switches,
    repoRoot,
    `--user-data-dir=${profile}`,
    `--provision=${provision}`,
    '--verbose',
    ...(hidden ? ['--hidden'] : []),
  ];
  const child = children.start(exe, args, { env, pipes: ['out'] });
  const pid = child.pid ?? 0;
  /** @type {string[]} */
  const lines = [];
  if (child.stdout) createInterface({ input: child.stdout }).on('line', (line) => void lines.push(line));
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  const ended = new Promise((/** @type {(how: string) => void} */ done) => {
    child.once('exit', (code, signal) => done(signal ?? String(code)));
  });

  return {
    pid,
    lines,
    ended,
    isOver,
    /** The main process alone, as the kernel's out-of-memory killer takes it; or all of them at once, as a lost container does. */
    strike(whole = false) {
      if (isOver()) return;
      process.kill(whole ? -pid : pid, 'SIGKILL');
    },
    terminate: () => void (isOver() || process.kill(pid, 'SIGTERM')),
    /**
     * @param {RegExp} pattern of a line that came already, too
     * @param {number} ms
     */
    said: (pattern, ms) =>
      waitUntil(
        () => {
          if (lines.some((line) => pattern.test(line))) return true;
          if (isOver()) throw new Error(`the app ended before it said ${pattern.source}`);
          return false;
        },
        ms,
        `${pattern.source} in the app's log`,
      ),
    /** Chromium's helpers end by themselves when main is gone. @returns whether all did */
    async orphansGone() {
      const gone = await waitUntil(() => groupOf(pid).length === 0, 5000, 'orphans').catch(() => false);
      if (!gone) process.kill(-pid, 'SIGKILL');
      await children.stopAll();
      return Boolean(gone);
    },
  };
}

/** Processes of a process group, by proc(5); those that ended and only wait to be read are none. @param {number} leader */
function groupOf(leader) {
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    const [, state, group] = /^.*\) (\S) \d+ (\d+)/s.exec(text(`/proc/${name}/stat`)) ?? [];
    return Number(group) === leader && state !== 'Z';
  });
}

/** @param {string} file */
function text(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // it has just ended
  }
}
