// npm run test:corrupt [-- --runs N] [--seed N] [--first N]: damages the files of a real history in every way a disk can, and opens each with
// the real database thread. Every row shown has to be true, counts have to agree, marks are kept or their loss is said.
// The seed is printed first; the last line on stdout are the figures. Exit 1 on a lie, a crash or a mark lost silently.
import { readOptions } from './options.mjs';
import { giveUp, say, wordsOf } from './processes.mjs';
import { ensureBuild, ensureModules } from './setup.mjs';

const { values } = readOptions({
  options: {
    runs: { type: 'string', default: '3000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    first: { type: 'string', default: '1' },
  },
});
const runs = Number(values.runs);
const seed = Number(values.seed);
const first = Number(values.first);
if (![runs, seed, first].every(Number.isInteger)) giveUp('--runs, --seed and --first take whole numbers');

await ensureModules().catch((error) => giveUp(wordsOf(error)));
await ensureBuild().catch((error) => giveUp(wordsOf(error)));
const { corrupt, figuresLine, isGood } = await import('../test/corrupt/corrupt.mjs');
say(`seed ${seed}`);
const figures = await corrupt({ runs, seed, first, tell: say });
process.stdout.write(`${figuresLine(figures)}\n`, () => process.exit(isGood(figures) ? 0 : 1));
