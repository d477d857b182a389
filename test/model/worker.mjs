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
  scenario,
  forMs = Infinity,
} = /** @type {{ file: string, seed: number, from: number, runs: number, whole: boolean, shrink: boolean, scenario?: import('./scenarios.ts').Scenario, forMs?: number }} */ (
  workerData
);
const { check, SCENARIOS } = /** @type {typeof import('./check.ts')} */ (
  await import(pathToFileURL(file).href)
);
// By itself: a thread that is ended from outside within SQLite takes the process along.
const until = Date.now() + forMs;
for (let done = 0; done < runs && Date.now() < until;) {
  const chunk = Math.floor((from + done) / CHUNK);
  // Three chunks of whatever comes, then one around each of the scenarios in turn.
  const turn = chunk % 4 === 3 ? SCENARIOS[1 + (Math.floor(chunk / 4) % (SCENARIOS.length - 1))] : 'any';
  const { runs: ran, violation } = await check(
    seed + chunk,
    Math.min(CHUNK, runs - done),
    whole,
    shrink,
    scenario ?? turn,
  );
  done += ran;
  parentPort?.postMessage({ runs: done, violation });
  if (violation) break;
}
process.exit();
