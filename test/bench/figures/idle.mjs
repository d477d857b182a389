// Minutes hidden with one empty poll each: CPU, requests, writes, whether the window or the tray were bothered.
// Three of each app at a time, side by side: the same minutes for both, and three minutes of each.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { sleep, waitUntil } from '../../../scripts/processes.mjs';
import { median } from '../numbers.mjs';
import { createMeter } from '../process-tree.mjs';
import { agentOffline } from '../stage.mjs';
import { startServer } from '../server.mjs';
import { column } from '../row.mjs';

const PAIRS = 3;
/** Windows of a minute, each with one poll in its middle. The fifth poll looks at history and flags as well: not empty. */
const MINUTES = 3;
const MINUTE_MS = 60_000;
const HISTORY = 2000;
/** After the poll before it: by the first, all six have started. ms. */
const OFFSET_MS = 40_000;
/** What a poll does is over by then. ms. */
const AROUND_MS = 3000;

/**
 * @typedef {import('../stage.mjs').Stage} Stage
 * @typedef {import('../process-tree.mjs').Reading} Reading
 */

/**
 * @param {Stage} stage
 * @returns {Promise<import('../row.mjs').Row[]>}
 */
export async function idle(stage) {
  const prepared = [];
  for (let n = 0; n < PAIRS; n += 1) {
    // One server for each: whose request it was is plain.
    const server = await startServer(stage.children, HISTORY);
    prepared.push({ server, profile: await stage.profileOf(server) });
  }
  const page = await stage.bare('react');
  const pairs = [];
  for (const { server, profile } of prepared)
    pairs.push({ server, ours: await startHidden(stage, profile), bare: await startHidden(stage, page) });
  const end = performance.now() + OFFSET_MS + MINUTES * MINUTE_MS + 30_000;
  let arrived = false;
  /** @type {string[]} */
  const touched = [];
  for (let at = performance.now(); at < end; at += 1000) {
    for (const { ours, bare } of pairs) {
      ours.look();
      bare.look();
    }
    // The last poll brings something to see what a push looks like.
    if (!arrived && at > end - 45_000) {
      arrived = true;
      for (const { ours } of pairs) touched.push(...ours.touched());
      for (const { server } of pairs) await server.control('arrive', agentOffline(99));
    }
    await sleep(Math.max(0, at + 1000 - performance.now()));
  }
  /** @type {Record<string, number>[]} */
  const minutes = [];
  /** @type {number[]} turns of a window's threads around a poll that brought something */
  const pushed = [];
  /** @type {string[]} */
  const drawn = [];
  for (const { server, ours, bare } of pairs) {
    const first = server.requests(ours.app.startedAt)[0] ?? NaN;
    const turnsAround = (/** @type {typeof ours} */ app, /** @type {number} */ poll) =>
      app.between(poll - AROUND_MS / 2, poll + AROUND_MS / 2).rendererTurns;
    pushed.push(turnsAround(ours, first + (MINUTES + 1) * MINUTE_MS));
    for (let n = 0; n < MINUTES; n += 1) {
      const from = first + n * MINUTE_MS + OFFSET_MS;
      const to = from + MINUTE_MS;
      const [poll, ...more] = server.requests(from, to);
      if (poll === undefined) throw new Error('a minute without a poll');
      const [mine, theirs] = [ours.between(from, to), bare.between(from, to)];
      const redraws = await stage.desktop.redraws(ours.app.pid, from, to);
      drawn.push(...redraws.map(({ member }) => member));
      minutes.push({
        ours: mine.cpu,
        bare: theirs.cpu,
        requests: 1 + more.length,
        written: mine.written,
        turns: turnsAround(ours, poll),
        bareTurns: turnsAround(bare, poll),
        redraws: redraws.length,
        main: mine.byType('main'),
        renderer: mine.byType('renderer'),
        bareMain: theirs.byType('main'),
      });
    }
  }
  const of = (/** @type {string} */ key) => column(minutes, key);
  const files = [...new Set(touched)];
  const cpu = { ours: of('ours'), theirs: of('bare') };
  const parts = `main ${median(of('main')).toFixed(0)}, window ${median(of('renderer')).toFixed(0)}; bare's main ${median(of('bareMain')).toFixed(0)}`;
  return [
    {
      name: 'CPU of a minute hidden with one empty poll',
      value: median(cpu.ours),
      unit: 'ms',
      limit: 1.5 * median(cpu.theirs) + 10,
      detail: `${parts}; bare ${median(cpu.theirs).toFixed(0)} ms, without a poll; limit: 1.5 × bare + 10 ms`,
      samples: cpu,
    },
    {
      name: '… requests in it',
      value: median(of('requests')),
      unit: '',
      limit: 1,
      detail: `most ${Math.max(...of('requests'))}`,
      samples: { ours: of('requests') },
    },
    {
      name: '… bytes written in it',
      value: median(of('written')),
      unit: 'B',
      limit: 0,
      detail: files.length === 0 ? 'no file changed in any minute' : `changed in some: ${files.join(', ')}`,
      samples: { ours: of('written') },
    },
    {
      name: '… turns of the window’s threads around the poll',
      value: median(of('turns')),
      unit: '',
      limit: median(pushed) / 2,
      detail: `bare ${median(of('bareTurns'))}; ${median(pushed)} where the poll brought something: so a push is seen; limit: half of it`,
      samples: { ours: of('turns'), bare: of('bareTurns'), pushed },
    },
    {
      name: '… signals to the tray in it',
      value: median(of('redraws')),
      unit: '',
      limit: null,
      detail: [...new Set(drawn)].join(', '),
      samples: { ours: of('redraws') },
    },
  ];
}

/**
 * @param {Stage} stage
 * @param {import('../stage.mjs').StartOptions} options
 */
async function startHidden(stage, options) {
  const { app } = await stage.startPainted(options);
  await sleep(500);
  await stage.desktop.closeWindow();
  await waitUntil(() => stage.desktop.screen.isBlank(), 5000, 'a hidden window');
  const meter = createMeter(app.pid);
  const files = filesOf(app.profile);
  /** @type {Reading[]} */
  const readings = [];
  const at = (/** @type {number} */ ms) => {
    const found = readings.findLast((one) => one.at <= ms);
    if (!found) throw new Error('measured too late');
    return found;
  };
  return {
    app,
    look: () => void readings.push(meter.read()),
    /**
     * @param {number} from
     * @param {number} to
     */
    between(from, to) {
      const [before, after] = [at(from), at(to)];
      return {
        cpu: after.cpuMs - before.cpuMs,
        written: after.written - before.written,
        rendererTurns: after.rendererTurns - before.rendererTurns,
        byType: (/** @type {string} */ type) => (after.byType[type] ?? 0) - (before.byType[type] ?? 0),
      };
    },
    /** Files of the profile that changed since it was hidden. */
    touched: () =>
      [...filesOf(app.profile)].filter(([file, was]) => files.get(file) !== was).map(([file]) => file),
  };
}

/**
 * @param {string} folder
 * @returns {Map<string, string>} path → when and how large
 */
function filesOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return new Map(
    entries.map(({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      const { mtimeMs, size } = statSync(file);
      return [path.relative(folder, file), `${mtimeMs} ${size}`];
    }),
  );
}
