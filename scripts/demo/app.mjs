// The app, with a profile of its own and both sample accounts.
//   startApp(children, { exe, switches, env, folder, server, preferences, onLine })  → { child, waitForLine, lines }
// `folder`: 0700, where profile and provision file go.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { repoRoot, waitUntil } from '../processes.mjs';

/** Seconds; the shortest the app allows. */
export const POLL_SECONDS = 10;

/**
 * @typedef {Awaited<ReturnType<typeof startApp>>} DemoApp
 * @param {ReturnType<typeof import('../desktop/children.mjs').createChildren>} children
 * @param {{ exe: string, switches: readonly string[], env: NodeJS.ProcessEnv, folder: string,
 *   server: import('./server.mjs').DemoServer, preferences?: object, onLine: (line: string) => void }} options
 */
export function startApp(children, { exe, switches, env, folder, server, preferences = {}, onLine }) {
  const provision = path.join(folder, 'provision.json');
  writeFileSync(provision, JSON.stringify(provisionOf(server, preferences)), { mode: 0o600 });
  const profile = path.join(folder, 'profile');
  const args = [...switches, repoRoot, `--user-data-dir=${profile}`, `--provision=${provision}`, '--verbose'];
  const child = children.start(exe, args, { env, pipes: ['out'] });
  /** @type {string[]} */
  const lines = [];
  if (child.stdout) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      onLine(line);
    });
  }
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    child,
    lines,
    /**
     * @param {RegExp} pattern of a line that came already, too
     * @param {number} ms
     */
    waitForLine: (pattern, ms) =>
      waitUntil(
        () => {
          const found = lines.find((line) => pattern.test(line));
          if (!found && hasEnded()) throw new Error(`the app ended before its log said ${pattern.source}`);
          return found;
        },
        ms,
        `${pattern.source} in the app's log`,
      ),
  };
}

/**
 * @param {import('./server.mjs').DemoServer} server
 * @param {object} preferences
 */
const provisionOf = ({ baseUrl, token, tenantToken }, preferences) => ({
  accounts: [
    { kind: 'inbox', name: 'Sample network', baseUrl, scheme: 'Token', token },
    { kind: 'tenant', name: 'Sample tenant', baseUrl, scheme: 'Bearer', token: tenantToken },
  ],
  preferences: { pollSeconds: POLL_SECONDS, ...preferences },
});
