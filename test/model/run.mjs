// Runs the checker's schedules in chunks, in two workers; and the mutants, each in a worker of its own. Even chunks are
// with steps 3 and 4 of a poll, odd ones without: a pair has the same seed.
import { Worker } from 'node:worker_threads';
import { bundle } from './bundle.mjs';
import { MUTANTS } from './mutants.mjs';

/** A chunk is named by its number, so that a long run may go on where it was broken off. */
const CHUNK = 250;
const WORKERS = 2;
/** Chunks of one worker; then a new one takes its place, since its memory grows a little. */
const WORKER_CHUNKS = 40;
/** Schedules between two signs of life. */
const STRETCH = 10_000;
/** Schedules and time within which a mistake has to be found. */
const MUTANT_RUNS = 40_000;
const MUTANT_MS = 240_000;

/**
 * @typedef {object} Chunk
 * @property {number} pair a number that has its own seed and its own kind of schedules
 * @property {number} seed
 * @property {number} runs
 * @property {boolean} whole with steps 3 and 4
 * @property {boolean} shrink whether a violation is made as small as it can be
 * @property {import('./scenarios.ts').Scenario} [scenario] only these; else what its turn is
 */
/** @typedef {import('./check.ts').Outcome} Outcome */
/** @typedef {(line: string) => void} Say */

/**
 * One worker over a bundle, asked until nothing is left to ask.
 * @param {string} file
 * @param {() => Chunk | undefined} next
 * @param {(outcome: Outcome, chunk: Chunk) => void} onDone
 * @returns {Promise<void>}
 */
function work(file, next, onDone) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('worker.mjs', import.meta.url), {
      workerData: { file },
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    });
    let chunk = next();
    const ask = () => worker.postMessage(chunk ?? null);
    worker.on('message', (/** @type {Outcome} */ outcome) => {
      if (chunk) onDone(outcome, chunk);
      chunk = next();
      ask();
    });
    worker.on('error', reject);
    worker.on('exit', () => resolve());
    ask();
  });
}

/**
 * @param {{ schedules: number, from: number, seed: number, say: Say }} asked
 * @returns {Promise<boolean>} no violation
 */
export async function checkEngine({ schedules, from, seed, say }) {
  const file = await bundle('engine', []);
  const first = Math.floor(from / CHUNK);
  let asked = 0;
  let done = 0;
  let violations = 0;
  /** @type {Map<string, number>} */
  const happened = new Map();
  const next = () => {
    if (asked >= schedules || violations > 0) return undefined;
    const number = first + Math.floor(asked / CHUNK);
    const runs = Math.min(CHUNK, schedules - asked);
    asked += runs;
    return { pair: Math.floor(number / 2), seed, runs, whole: number % 2 === 0, shrink: true };
  };
  /** @param {Outcome} outcome @param {Chunk} chunk */
  const onDone = ({ runs, happened: these, violation }, { whole }) => {
    const before = done;
    done += runs;
    for (const [what, n] of Object.entries(these)) happened.set(what, (happened.get(what) ?? 0) + n);
    if (violation) {
      violations += 1;
      say(`${whole ? 'all steps' : 'without steps 3 and 4'}: ${violation.what}\n  ${violation.schedule}`);
    }
    if (done >= schedules || violation || Math.floor(done / STRETCH) > Math.floor(before / STRETCH))
      say(`${first * CHUNK + done} schedules, ${violations} violations`);
  };
  const many = async () => {
    while (asked < schedules && violations === 0) {
      let left = WORKER_CHUNKS;
      await work(file, () => (left-- > 0 ? next() : undefined), onDone);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, many));
  const counts = [...happened].toSorted((a, b) => b[1] - a[1]).map(([what, n]) => `${what} ${n}`);
  say(`what happened: ${counts.join(' · ')}`);
  return violations === 0;
}

/**
 * @param {{ only?: string, seed: number, say: Say }} asked
 * @returns {Promise<boolean>} each was found
 */
export async function findMutants({ only = '', seed, say }) {
  const wanted = MUTANTS.filter(({ name }) => only.split('|').some((one) => name.includes(one)));
  const left = [...wanted];
  let found = 0;
  const several = async (/** @type {number} */ n) => {
    for (let mutant = left.shift(); mutant; mutant = left.shift()) {
      const outcome = await findMutant(mutant, `mutant-${n}`, seed);
      if (outcome.violation) found += 1;
      const after = outcome.violation
        ? `found after ${outcome.runs}: ${outcome.violation.what.slice(0, 70)}`
        : `NOT FOUND in ${outcome.runs}`;
      say(`${mutant.name.padEnd(42)} ${after}`);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, (_, n) => several(n)));
  say(`${wanted.length} mutants, ${found} found`);
  return found === wanted.length && found > 0;
}

/**
 * @param {import('./mutants.mjs').Mutant} mutant
 * @param {string} name the bundle's
 * @param {number} seed
 * @returns {Promise<{ runs: number, violation: Outcome['violation'] | undefined }>}
 */
async function findMutant({ patches, whole = false, scenario = 'any' }, name, seed) {
  const file = await bundle(name, patches);
  const until = Date.now() + MUTANT_MS;
  let runs = 0;
  let pair = -1;
  /** @type {Outcome['violation']} */
  let violation;
  await work(
    file,
    () => {
      if (violation || runs >= MUTANT_RUNS || Date.now() > until) return undefined;
      pair += 1;
      return { pair, seed, runs: CHUNK, whole, shrink: false, scenario };
    },
    (outcome) => {
      runs += outcome.runs;
      violation = outcome.violation;
    },
  );
  return { runs, violation };
}
