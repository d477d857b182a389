// Runs chunks of schedules of one bundle, one after the other as they are asked for. It ends by itself: a thread that is
// ended from outside within SQLite takes the process along.
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

/** @typedef {import('./run.mjs').Chunk} Chunk */

const { file } = /** @type {{ file: string }} */ (workerData);
const { check, scenarioOf } = /** @type {typeof import('./check.ts')} */ (
  await import(pathToFileURL(file).href)
);
const port = parentPort;
port?.on('message', (/** @type {Chunk | null} */ chunk) => {
  if (chunk === null) process.exit();
  const { pair, seed, runs, whole, shrink, scenario = scenarioOf(pair) } = chunk;
  void check(seed + pair, runs, whole, shrink, scenario).then((outcome) => port.postMessage(outcome));
});
