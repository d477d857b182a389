// One life: a server and a profile, used by many runs of the app until both are compared.
//   startLife(stage, name, history)  → a Life
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createChildren } from '../../scripts/desktop/children.mjs';
import { startDemoServer } from '../../scripts/demo/server.mjs';
import { startRun } from './run-app.mjs';
import { createStory } from './story.mjs';

/**
 * @typedef {{ readonly desk: import('./desk.mjs').Desk, readonly exe: string, readonly switches: readonly string[],
 *   readonly random: import('./random.mjs').Random }} Stage
 * @typedef {Awaited<ReturnType<typeof startLife>>} Life
 * @typedef {import('../../scripts/demo/story.mjs').ServerEvent} ServerEvent
 * @param {Stage} stage
 * @param {number} history notifications on the server before the app first looks
 */
export async function startLife({ desk, exe, switches, random }, history) {
  const folder = mkdtempSync(path.join(desk.dir, 'life-'));
  const profile = path.join(folder, 'profile');
  mkdirSync(profile, { mode: 0o700 });
  const children = createChildren(folder);
  /** @type {Set<(event: ServerEvent) => void>} */
  const listeners = new Set();
  const server = await startDemoServer(children, {
    seed: String(random.int(1, 1_000_000)),
    live: false,
    history,
    onEvent: (event) => listeners.forEach((tell) => tell(event)),
  });
  const { baseUrl, token } = server;
  const provision = path.join(folder, 'provision.json');
  const accounts = [{ kind: 'inbox', name: 'Lab', baseUrl, scheme: 'Token', token }];
  // What waits for its hold-down would make each life half a minute longer.
  const preferences = { pollSeconds: 10, language: 'en', holdDownSeconds: 0 };
  writeFileSync(provision, JSON.stringify({ accounts, preferences }), { mode: 0o600 });
  const place = { exe, switches, env: desk.env, folder, profile, provision };
  const since = desk.notes.shown().length;
  /** @type {import('./story.mjs').RunTimes[]} */
  const runs = [];

  return {
    profile,
    server,
    story: createStory(server, random),
    /** @param {{ hidden?: boolean }} [options] */
    start(options) {
      const times = { start: Date.now(), end: Infinity };
      runs.push(times);
      const run = startRun(place, options);
      void run.ended.then(() => (times.end = Date.now()));
      return run;
    },
    /** When each run began and ended. */
    runs: () => runs,
    /** Bubbles of this life so far, in order. */
    bubbles: () => desk.notes.shown().slice(since),
    /**
     * Resolves with the first such event from now on.
     * @param {(event: ServerEvent) => boolean} test
     */
    event: (test) =>
      new Promise((/** @type {(event: ServerEvent) => void} */ resolve) => {
        const listen = (/** @type {ServerEvent} */ event) => {
          if (!test(event)) return;
          listeners.delete(listen);
          resolve(event);
        };
        listeners.add(listen);
      }),
    /** Counts such events from now on. @param {(event: ServerEvent) => boolean} test @returns how many so far */
    counter(test) {
      let count = 0;
      listeners.add((event) => void (count += Number(test(event))));
      return () => count;
    },
    /** @param {object} fault as the demo server takes it */
    fault: (fault) => server.control('POST', 'fault', fault),
    faultsEnd: () => server.control('DELETE', 'fault'),
    /** Everything that the server has, newest first. @returns {Promise<readonly ServerRow[]>} */
    async rows() {
      /** @type {ServerRow[]} */
      const rows = [];
      for (;;) {
        const url = `${baseUrl}/api/user/notifications/?ordering=-timestamp&limit=1000&offset=${rows.length}`;
        const answer = await fetch(url, { headers: { Authorization: `Token ${token}` } });
        const { results } = /** @type {{ results: ServerRow[] }} */ (await answer.json());
        rows.push(...results);
        if (results.length < 1000) return rows;
      }
    },
    /** Marks that the server was asked for, one by one. @returns {Promise<readonly { id: number, status: number }[]>} */
    async patches() {
      const log = /** @type {{ requests: { method: string, path: string, status: number }[] }} */ (
        await server.control('GET', 'requests')
      );
      return log.requests
        .filter(({ method }) => method === 'PATCH')
        .map(({ path: at, status }) => ({ id: Number(/(\d+)\/$/.exec(at)?.[1]), status }));
    },
    async end() {
      await children.stopAll();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** @typedef {{ readonly id: number, readonly seen: boolean, readonly type: number, readonly timestamp: string }} ServerRow */
