// The demo server as a process of its own.
//   startDemoServer(children, { seed, live, history, more, onEvent })  → { baseUrl, token, tenantToken, waitFor, control }
// `live`: the simulated network goes on by itself. It ends with `children`, and when this process is gone (stdin closes).
import path from 'node:path';
import { createInterface } from 'node:readline';
import { repoRoot, waitUntil } from '../processes.mjs';

/**
 * @typedef {import('./story.mjs').ServerEvent} ServerEvent
 * @typedef {{ event: 'ready', baseUrl: string, token: string, tenantToken: string, controlToken: string }} Ready
 * @typedef {Awaited<ReturnType<typeof startDemoServer>>} DemoServer
 * @param {ReturnType<typeof import('../desktop/children.mjs').createChildren>} children
 * @param {{ seed: string, live: boolean, history?: number, more?: readonly string[], onEvent: (event: ServerEvent) => void }} options
 */
export async function startDemoServer(children, { seed, live, history = 2000, more = [], onEvent }) {
  const script = path.join(repoRoot, 'dist', 'main', 'demo-server.js');
  const args = [script, '--seed', seed, `--live=${live}`, `--history=${history}`, ...more];
  const child = children.start(process.execPath, args, { pipes: ['in', 'out'] });
  /** @type {ServerEvent[]} */
  const events = [];
  /** @type {Ready | undefined} */
  let ready;
  if (child.stdout) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const event = /** @type {Ready | ServerEvent} */ (JSON.parse(line));
      if ('baseUrl' in event) ready = event;
      else {
        events.push(event);
        onEvent(event);
      }
    });
  }
  const { baseUrl, token, tenantToken, controlToken } = await waitUntil(
    () => ready,
    15_000,
    'the demo server',
  );

  /**
   * Pulls the strings behind the stage.
   * @param {'GET' | 'POST' | 'DELETE'} method
   * @param {string} route
   * @param {object} [body]
   * @returns {Promise<unknown>}
   */
  async function control(method, route, body) {
    const headers = { authorization: `Control ${controlToken}`, 'content-type': 'application/json' };
    const answer = await fetch(`${baseUrl}/control/${route}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`the demo server answered ${answer.status} to control/${route}`);
    return answer.status === 204 ? undefined : answer.json();
  }

  return {
    baseUrl,
    token,
    tenantToken,
    control,
    /**
     * @param {(event: ServerEvent) => boolean} test of those that came already, too
     * @param {number} ms
     * @param {string} what
     */
    waitFor: (test, ms, what) => waitUntil(() => events.find(test), ms, what),
  };
}
