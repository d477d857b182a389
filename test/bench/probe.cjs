// Loaded into main by `electron -r`, before the app, which does not know of it. Writes a line of JSON for what it saw to the file
// named by BENCH_PROBE, at most every 200 ms. Times are ms of process.hrtime(): CLOCK_MONOTONIC, as in all processes.
//   ["late", when, ms]  a timer of 5 ms came so late: main's loop could do nothing else meanwhile
//   ["asked", when, ms, answer]  on SIGUSR2 the page was asked what stands in the file of that name and `.ask`
//   ["decided", when]   a message of a worker thread held `decisions`, objects that have `members`: the alert engine's
const { appendFileSync, readFileSync } = require('node:fs');
const { Worker } = require('node:worker_threads');

const EVERY_MS = 5;
const WRITE_MS = 200;
const file = process.env['BENCH_PROBE'] ?? '';
const now = () => Number(process.hrtime.bigint()) / 1e6;

/** @type {string[]} */
let lines = [JSON.stringify(['started', now()])];
let written = 0;
let expected = now() + EVERY_MS;
setInterval(() => {
  const at = now();
  if (at - expected > EVERY_MS) lines.push(JSON.stringify(['late', at, at - expected]));
  if (lines.length > 0 && at - written > WRITE_MS) {
    appendFileSync(file, `${lines.join('\n')}\n`);
    lines = [];
    written = at;
  }
  expected = now() + EVERY_MS;
}, EVERY_MS).unref();

const emit = Worker.prototype.emit;
/** @type {(this: Worker, name: string | symbol, ...given: unknown[]) => boolean} */
Worker.prototype.emit = function (name, ...given) {
  const message = /** @type {{ value?: { decisions?: unknown } | null } | undefined} */ (given[0]);
  const decisions = name === 'message' ? message?.value?.decisions : undefined;
  if (Array.isArray(decisions) && decisions.some(isDecision)) lines.push(JSON.stringify(['decided', now()]));
  return Reflect.apply(emit, this, [name, ...given]);
};

/** @param {unknown} one */
function isDecision(one) {
  return Array.isArray(/** @type {{ members?: unknown } | null} */ (one)?.members);
}

process.on('SIGUSR2', () => {
  const { webContents } = require('electron');
  const at = now();
  void webContents
    .getAllWebContents()[0]
    ?.executeJavaScript(readFileSync(`${file}.ask`, 'utf8'))
    .then((answer) => lines.push(JSON.stringify(['asked', at, now() - at, answer])));
});
