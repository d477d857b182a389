// The demo server with a history of a given length, as a process of its own.
//   startServer(children, history)  → { baseUrl, token, control, requests(from, to), lastRequestAt(), onRequest(listener) }
import path from 'node:path';
import { createInterface } from 'node:readline';
import { repoRoot, waitUntil } from '../../scripts/processes.mjs';

/**
 * @typedef {Awaited<ReturnType<typeof startServer>>} Server
 * @typedef {{ event: 'ready', baseUrl: string, token: string, controlToken: string }} Ready
 * @param {ReturnType<typeof import('../../scripts/desktop/children.mjs').createChildren>} children
 * @param {number} history notifications that have been seen, but for twelve
 */
export async function startServer(children, history) {
  const script = path.join(repoRoot, 'out', 'bench', 'app', 'dist', 'main', 'demo-server.js');
  const args = [script, '--seed=7', '--live=false', `--history=${history}`];
  const child = children.start(process.execPath, args, { pipes: ['in', 'out'] });
  if (!child.stdout) throw new Error('the demo server did not start');
  /** @type {number[]} when requests of the API came; ms of performance.now() */
  const requests = [];
  /** @type {Ready | undefined} */
  let ready;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const event = /** @type {Ready | { event: string }} */ (JSON.parse(line));
    if ('baseUrl' in event) ready = event;
    else if (event.event === 'request') requests.push(performance.now());
  });
  const { baseUrl, token, controlToken } = await waitUntil(() => ready, 30_000, 'the demo server');

  /**
   * @param {string} route
   * @param {object} body
   */
  async function control(route, body) {
    const headers = { authorization: `Control ${controlToken}`, 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    const answer = await fetch(`${baseUrl}/control/${route}`, init);
    if (!answer.ok) throw new Error(`the demo server answered ${answer.status} to control/${route}`);
    await answer.arrayBuffer();
  }

  /** So that the first reader does not pay for what the server makes once. */
  async function warmUp() {
    for (let offset = 0; offset <= history; offset += 1000) {
      const url = `${baseUrl}/api/user/notifications/?ordering=-timestamp&limit=1000&offset=${offset}`;
      await (await fetch(url, { headers: { authorization: `Token ${token}` } })).arrayBuffer();
    }
  }

  return {
    baseUrl,
    token,
    control,
    warmUp,
    /** Those that came from `from` until before `to`. */
    requests: (from = 0, to = Infinity) => requests.filter((at) => at >= from && at < to),
    /** A file for `--provision`. */
    provision: (/** @type {object} */ preferences) => ({
      accounts: [{ kind: 'inbox', name: 'Bench', baseUrl, scheme: 'Token', token }],
      preferences: { language: 'en', theme: 'light', holdDownSeconds: 0, ...preferences },
    }),
  };
}
