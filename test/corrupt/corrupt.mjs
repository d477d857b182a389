// Many mutilations of one real history, each judged in a child process.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { writeHistory } from './history.mjs';

/** @typedef {{ n: number, what: string } & import('./judge.mjs').Verdict} Judged */
/**
 * @typedef {{ mutilations: number, lies: number, crashes: number, rebuilt: number, repaired: number, said: number,
 *   marksLost: number, lossSaid: number }} Figures
 */

/**
 * @param {{ runs: number, seed: number, first?: number, tell: (line: string) => void }} given
 * @returns {Promise<Figures>}
 */
export async function corrupt({ runs, seed, first = 1, tell }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-corrupt-'));
  /** @type {Figures} */
  const figures = {
    mutilations: 0,
    lies: 0,
    crashes: 0,
    rebuilt: 0,
    repaired: 0,
    said: 0,
    marksLost: 0,
    lossSaid: 0,
  };
  try {
    writeFileSync(path.join(folder, 'truth.json'), JSON.stringify(await writeHistory(folder)));
    const judgeAll = async (/** @type {number} */ from, /** @type {number} */ last) => {
      for (let next = from; next <= last;) {
        const reached = await judgeFrom(folder, seed, next, last, (verdict) => add(figures, verdict, tell));
        // Between two cases: then it is this harness that is wrong, and what it did not try must not pass for good.
        if (reached.code !== 0 && reached.judged >= reached.begun)
          throw new Error(`no case ${reached.judged + 1}`);
        if (reached.judged < reached.begun) {
          figures.mutilations += 1;
          figures.crashes += 1;
          tell(`${reached.begun} (${reached.what}): the process ended (${reached.code})`);
        }
        next = Math.max(reached.begun, reached.judged, next) + 1;
      }
    };
    // Side by side, one a processor: each case has its own folder and its own seed.
    const share = Math.ceil(runs / availableParallelism());
    const end = first + runs;
    const starts = Array.from({ length: Math.ceil(runs / share) }, (_, i) => first + i * share);
    await Promise.all(starts.map((from) => judgeAll(from, Math.min(from + share, end) - 1)));
  } finally {
    for (const name of readdirSync(folder)) chmodSync(path.join(folder, name), 0o700);
    rmSync(folder, { recursive: true, force: true });
  }
  return figures;
}

/**
 * @param {Figures} figures
 * @param {Judged} verdict
 * @param {(line: string) => void} tell
 */
function add(figures, { n, what, outcome, lies, crashes, marks }, tell) {
  figures.mutilations += 1;
  if (lies.length > 0) figures.lies += 1;
  if (crashes.length > 0) figures.crashes += 1;
  if (outcome === 'rebuilt') figures.rebuilt += 1;
  if (outcome === 'repaired') figures.repaired += 1;
  if (outcome === 'said') figures.said += 1;
  if (marks === 'lost') figures.marksLost += 1;
  if (marks === 'loss said') figures.lossSaid += 1;
  for (const one of [...lies, ...crashes].slice(0, 3)) tell(`${n} (${what}): ${one}`);
  if (marks === 'lost') tell(`${n} (${what}): marks lost, not said (${outcome})`);
}

/**
 * @param {string} folder
 * @param {number} seed
 * @param {number} first
 * @param {number} last
 * @param {(verdict: Judged) => void} onVerdict
 * @returns {Promise<{ begun: number, judged: number, what: string, code: number | string | null }>}
 */
function judgeFrom(folder, seed, first, last, onVerdict) {
  return new Promise((resolve) => {
    const script = path.join(import.meta.dirname, 'child.mjs');
    const child = spawn(process.execPath, [script, folder, String(seed), String(first), String(last)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const reached = { begun: first - 1, judged: first - 1, what: '' };
    createInterface({ input: child.stdout }).on('line', (line) => {
      const told = /** @type {Judged | { n: number, what: string }} */ (JSON.parse(line));
      if ('outcome' in told) {
        reached.judged = told.n;
        onVerdict(told);
      } else Object.assign(reached, { begun: told.n, what: told.what });
    });
    child.on('close', (code, signal) => resolve({ ...reached, code: code ?? signal }));
  });
}

/** @param {Figures} figures */
export const figuresLine = ({ mutilations, lies, crashes, rebuilt, repaired, said, marksLost, lossSaid }) =>
  `${mutilations} mutilations, ${lies} lies, ${crashes} crashes, ${marksLost} losses of marks not said, ${rebuilt} rebuilt, ${repaired} repaired, ${said} said to be unusable, ${lossSaid} losses of marks said`;

/** @param {Figures} figures */
export const isGood = ({ mutilations, lies, crashes, marksLost }) =>
  mutilations > 0 && lies + crashes + marksLost === 0;
