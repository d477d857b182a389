// Runs schedules of one bundle in chunks, until they are done or one violates an invariant.
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

/** A chunk is named by its number, so that a long run may go on where it was broken off. */
const CHUNK = 250;

const {
  file,
  seed,
  from,
  runs,
  whole,
  shrink,
  forMs = Infinity,
} = /** @type {{ file: string, seed: number, from: number, runs: number, whole: boolean, shrink: boolean, forMs?: number }} */ (
  workerData
);
const { check } = /** @type {typeof import('./check.ts')} */ (await import(pathToFileURL(file).href));
// By itself: a thread that is ended from outside within SQLite takes the process along.
const until = Date.now() + forMs;
for (let done = 0; done < runs && Date.now() < until;) {
  const chunk = Math.floor((from + done) / CHUNK);
  const { runs: ran, violation } = await check(seed + chunk, Math.min(CHUNK, runs - done), whole, shrink);
  done += ran;
  parentPort?.postMessage({ runs: done, violation });
  if (violation) break;
}
process.exit();
