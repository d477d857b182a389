// npm run bench [-- --json FILE] [--only NAME]… [--runs N] [--long]: what Tocsin costs, measured from outside against a bare
// app with the same tray and window (docs/performance.md). A line a figure: name, value, limit, ok or OVER.
// Exit 0 whatever the figures say; 1 when one could not be measured.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { ensureDesktopPackages } from './debian-packages.mjs';
import { readOptions } from './options.mjs';
import { giveUp, say, wordsOf } from './processes.mjs';
import { sandboxSwitches } from './runtime.mjs';
import { setUp } from './setup.mjs';

const NEEDED = ['xvfb', 'dbus', 'dbus-daemon', 'openbox', 'xdotool'];

const { values } = readOptions({
  options: {
    json: { type: 'string' },
    only: { type: 'string', multiple: true },
    runs: { type: 'string', default: '7' },
    long: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) giveUp('--runs must be a whole number from 1 on');
if (process.platform !== 'linux')
  giveUp('The bench reads /proc and a virtual X display: it runs on Linux only.');

const { exe, version } = await setUp().catch((error) => giveUp(wordsOf(error)));
const missing = (await ensureDesktopPackages()).filter((name) => NEEDED.includes(name));
if (missing.length > 0) giveUp(`The bench needs ${missing.join(', ')}. Next step: apt-get install them.`);

// Only now: these need the installed modules.
const { openStage } = await import('../test/bench/stage.mjs');
const { shown } = await import('../test/bench/numbers.mjs');
const { verdict } = await import('../test/bench/row.mjs');
const { alerts } = await import('../test/bench/figures/alerts.mjs');
const { catchUp } = await import('../test/bench/figures/catch-up.mjs');
const { fiveMinutes, hidden, madeAnew, settled } = await import('../test/bench/figures/hidden.mjs');
const { engine } = await import('../test/bench/figures/engine.mjs');
const { idle } = await import('../test/bench/figures/idle.mjs');
const { archive, bundle } = await import('../test/bench/figures/size.mjs');
const { start } = await import('../test/bench/figures/start.mjs');
const { million } = await import('../test/bench/figures/million.mjs');
const { toast } = await import('../test/bench/figures/toast.mjs');

const FIGURES = {
  start,
  hidden,
  'made-anew': madeAnew,
  settled,
  'five-minutes': fiveMinutes,
  idle,
  'catch-up': catchUp,
  toast,
  alerts,
  engine,
  million,
  bundle,
  archive,
};
const LONG = ['settled', 'five-minutes'];
const chosen = Object.entries(FIGURES).filter(([name]) => values.only?.includes(name) ?? true);
if (chosen.length === 0) giveUp(`--only knows ${Object.keys(FIGURES).join(', ')}`);

const load = () => readFileSync('/proc/loadavg', 'utf8').split(' ').slice(0, 3).join(' ');
const head = `Electron ${version}, ${cpus().length} cores, load ${load()}, ${runs} runs`;
console.log(head);
const stage = await openStage({ exe, switches: sandboxSwitches(exe).switches, runs, long: values.long });
/** @type {object[]} */
const report = [];
let failed = false;
try {
  for (const [figure, measure] of chosen) {
    try {
      for (const row of await measure(stage)) {
        report.push({ figure, ...row, verdict: verdict(row) });
        print(row);
      }
    } catch (error) {
      failed ||= !LONG.includes(figure) || values.long;
      report.push({ figure, failed: wordsOf(error) });
      console.log(`${figure}: could not be measured: ${wordsOf(error)}`);
    }
    await stage.endApps();
  }
} finally {
  await stage.close();
}
console.log(`load at the end ${load()}`);
if (values.json !== undefined) {
  writeFileSync(values.json, `${JSON.stringify({ head, loadAtEnd: load(), report }, null, 2)}\n`);
  say(`written: ${values.json}`);
}
process.exit(failed ? 1 : 0);

/** @param {import('../test/bench/row.mjs').Row} row */
function print(row) {
  const { name, value, unit, limit, detail } = row;
  const bound = limit === null ? '' : `≤ ${shown(limit, unit)}`;
  console.log(
    `${name.padEnd(56)} ${shown(value, unit).padStart(9)} ${bound.padEnd(11)} ${verdict(row).padEnd(4)} ${detail}`,
  );
}
