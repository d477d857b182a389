// From an arrival at the server to Notify on the bus, with and without a hold-down; and what a preview of the rules over
// many items costs main. The arrival comes just after a poll has been answered: the longest wait there is.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { sleep, waitUntil } from '../../../scripts/processes.mjs';
import { TOCSIN } from '../apps.mjs';
import { median } from '../numbers.mjs';
import { probed } from '../probed.mjs';
import { startServer } from '../server.mjs';
import { agentOffline, MANY } from '../stage.mjs';

const POLL_MS = 10_000;
/** What the way from the answer to the bus may take beside the waits that the rules ask for, ms. */
const WAY_MS = 100;
/** Longer than the interval: else the poll that brings it is late enough to tell it at once. */
const HOLD_SECONDS = 15;
/** The server takes so many arrivals at once; they lie within the days that a preview looks at. */
const AT_ONCE = 5000;
const SPREAD_MS = 6 * 86_400_000;

/**
 * @param {import('../stage.mjs').Stage} stage
 * @returns {Promise<import('../row.mjs').Row[]>}
 */
export async function alerts(stage) {
  const at = await delays(stage, 0);
  const held = await delays(stage, HOLD_SECONDS);
  return [
    {
      name: 'arrival at the server → Notify, beyond the poll interval',
      value: Math.max(...at.waited) - POLL_MS,
      unit: 'ms',
      limit: WAY_MS,
      detail: `the worst of ${at.waited.length}; from the poll’s request on ${median(at.way).toFixed(0)} ms`,
      samples: at,
    },
    {
      name: '… with a hold-down: beyond it and the kicked poll',
      value: Math.max(...held.waited) - HOLD_SECONDS * 1000,
      unit: 'ms',
      limit: WAY_MS,
      detail: `the worst of ${held.waited.length}; from that poll’s request on ${median(held.way).toFixed(0)} ms`,
      samples: held,
    },
    await preview(stage),
  ];
}

/**
 * @param {import('../stage.mjs').Stage} stage
 * @param {number} holdDownSeconds
 * @returns {Promise<{ waited: number[], way: number[] }>} ms from each arrival to its Notify; from the list’s request to it
 */
async function delays(stage, holdDownSeconds) {
  const server = await startServer(stage.children, 100);
  const app = await started(stage, server, { pollSeconds: POLL_MS / 1000, holdDownSeconds });
  /** @type {{ waited: number[], way: number[] }} */
  const all = { waited: [], way: [] };
  // One more: the first of a process asks for capabilities.
  for (let n = 0; n <= stage.runs; n += 1) {
    const before = server.requests().length;
    await waitUntil(() => server.requests().length > before, 2 * POLL_MS, 'a poll');
    await sleep(20); // its answer has left
    const from = performance.now();
    await server.control('arrive', agentOffline(100 * holdDownSeconds + n + 1));
    const title = `Agent ${100 * holdDownSeconds + n + 1} is offline`;
    const line = await app.line(new RegExp(`toast shown · ${title}`), HOLD_SECONDS * 1000 + 3 * POLL_MS);
    // Before the line there is the answer of the notification service; Notify itself came just before.
    const at = stage.desktop.notified('Tocsin').findLast((one) => one > from && one <= line.at) ?? line.at;
    if (n === 0) continue;
    all.waited.push(at - from);
    all.way.push(at - (server.requests(from, at).at(-1) ?? at));
  }
  await app.quit();
  return all;
}

/**
 * @param {import('../stage.mjs').Stage} stage
 * @param {import('../server.mjs').Server} server
 * @param {object} preferences
 * @param {{ hidden?: boolean, probe?: string }} [more]
 */
async function started(stage, server, preferences, { hidden = true, probe } = {}) {
  const provision = path.join(stage.folder, `alerts-${new URL(server.baseUrl).port}.json`);
  writeFileSync(provision, JSON.stringify(server.provision(preferences)), { mode: 0o600 });
  const args = [`--provision=${provision}`, '--verbose', ...(hidden ? ['--hidden'] : [])];
  const app = stage.start({ app: TOCSIN, args, ...(probe !== undefined && { probe }) });
  await app.line(/first sync done/, 120_000);
  return app;
}

/**
 * A draft of the rules over all of them, asked for by the page as when a person changes a rule.
 * @param {import('../stage.mjs').Stage} stage
 * @returns {Promise<import('../row.mjs').Row>}
 */
async function preview(stage) {
  const server = await startServer(stage.children, 0);
  for (let from = 0; from < MANY; from += AT_ONCE) {
    const some = Array.from({ length: AT_ONCE }, (_, n) => ({
      ...agentOffline(1 + ((from + n) % 400)),
      type: (from + n) % 800 < 400 ? 8 : 7,
      seen: true,
      timestamp: new Date(Date.now() - SPREAD_MS + ((from + n) / MANY) * SPREAD_MS).toISOString(),
    }));
    await server.control('arrive', some);
  }
  const probe = path.join(stage.folder, 'preview-probe.json');
  const app = await started(stage, server, { pollSeconds: 300 }, { hidden: false, probe });
  await sleep(3000);
  writeFileSync(`${probe}.ask`, ASKED);
  const from = performance.now();
  process.kill(app.pid, 'SIGUSR2');
  const answered = await waitUntil(() => probed(probe, 'asked').at(-1), 60_000, 'the preview');
  const late = probed(probe, 'late').flatMap(({ at, ms }) =>
    at > from && at <= from + answered.ms ? ms : [],
  );
  await app.quit();
  return {
    name: '100,000 items previewed: main’s loop late, the worst',
    value: Math.max(0, ...late),
    unit: 'ms',
    limit: 50,
    detail: `in ${(answered.ms / 1000).toFixed(1)} s; ${answered.value}`,
    samples: { late },
  };
}

/** As the page of the preferences does it. */
const ASKED = `(async () => {
  const ask = { run: Date.now(), draft: { holdDownSeconds: 60 } };
  for (let asked = 1; ; asked += 1) {
    const reply = await window.tocsin.call('alertPreview', ask);
    if (!reply.ok) return JSON.stringify(reply.failure);
    if (reply.value.state === 'done') return reply.value.items + ' items, asked ' + asked + ' times';
  }
})()`;
