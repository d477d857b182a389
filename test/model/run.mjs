// Runs bundles of the checker in workers, two at a time: with steps 3 and 4 of a poll and without, or mutant by mutant.
import { Worker } from 'node:worker_threads';
import { bundle, WITHOUT_STEPS_3_AND_4 } from './bundle.mjs';
import { MUTANTS } from './mutants.mjs';

/** Schedules between two signs of life. */
const STRETCH = 4_000;
/** Schedules and time within which a mistake has to be found. */
const MUTANT_RUNS = 40_000;
const MUTANT_MS = 240_000;

/**
 * @typedef {object} Asked
 * @property {string} name the bundle's
 * @property {readonly import('./bundle.mjs').Patch[]} patches
 * @property {boolean} whole with steps 3 and 4
 * @property {number} seed
 * @property {number} from the first schedule's number
 * @property {number} runs
 * @property {boolean} shrink whether a violation is made as small as it can be
 * @property {import('./scenarios.ts').Scenario} [scenario] only these; else all kinds in turn
 * @property {number} [forMs] give up after so long
 */
/** @typedef {{ runs: number, violation?: { what: string, schedule: string } | undefined }} Ran */
/** @typedef {(line: string) => void} Say */

/**
 * @param {Asked} asked
 * @returns {Promise<Ran>}
 */
async function runBundle({ name, patches, whole, ...rest }) {
  const file = await bundle(name, [...patches, ...(whole ? [] : WITHOUT_STEPS_3_AND_4)]);
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('worker.mjs', import.meta.url), {
      workerData: { file, whole, ...rest },
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    });
    /** @type {Ran} */
    let ran = { runs: 0 };
    worker.on('message', (/** @type {Ran} */ message) => (ran = message));
    worker.on('error', reject);
    worker.on('exit', () => resolve(ran));
  });
}

/**
 * @param {{ schedules: number, from: number, seed: number, say: Say }} asked
 * @returns {Promise<boolean>} no violation
 */
export async function checkEngine({ schedules, from, seed, say }) {
  let done = 0;
  let violations = 0;
  while (done < schedules && violations === 0) {
    const runs = Math.ceil(Math.min(STRETCH, schedules - done) / 2);
    const both = await Promise.all(
      [true, false].map((whole) =>
        runBundle({
          name: whole ? 'whole' : 'part',
          patches: [],
          whole,
          seed,
          from: (from + done) / 2,
          runs,
          shrink: true,
        }),
      ),
    );
    for (const [i, { runs: ran, violation }] of both.entries()) {
      done += ran;
      if (!violation) continue;
      violations += 1;
      say(`${i === 0 ? 'all steps' : 'without steps 3 and 4'}: ${violation.what}\n  ${violation.schedule}`);
    }
    say(`${from + done} schedules, ${violations} violations`);
  }
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
  const work = async (/** @type {number} */ n) => {
    for (let next = left.shift(); next; next = left.shift()) {
      const { name, patches, whole = false, scenario = 'any' } = next;
      const asked = { name: `mutant-${n}`, patches, whole, seed, from: 0, shrink: false, scenario };
      const { runs, violation } = await runBundle({ ...asked, runs: MUTANT_RUNS, forMs: MUTANT_MS });
      if (violation) found += 1;
      const after = violation
        ? `found after ${runs}: ${violation.what.slice(0, 70)}`
        : `NOT FOUND in ${runs}`;
      say(`${name.padEnd(42)} ${after}`);
    }
  };
  await Promise.all([work(1), work(2)]);
  say(`${wanted.length} mutants, ${found} found`);
  return found === wanted.length && found > 0;
}
