// npm run test:deep [-- --schedules N] [--from N] [--seed N]: the model checker of test/model at length; a million schedules, half of
// them without steps 3 and 4 of a poll. `--from` goes on where a run was broken off (the last number printed).
// npm run test:mutants [-- --only WORDS]: each mistake of test/model/mutants.mjs until it is found.
// Last line: `N schedules, 0 violations` or `N mutants, N found`. Exit 1 where it is another.
import { readOptions } from './options.mjs';
import { ensureModules } from './setup.mjs';
import { giveUp, wordsOf } from './processes.mjs';

const { values } = readOptions({
  options: {
    schedules: { type: 'string', default: '1000000' },
    from: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    mutants: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});
const [schedules = NaN, from = NaN, seed = NaN] = [values.schedules, values.from, values.seed].map(Number);
if (![schedules, from, seed].every((one) => Number.isSafeInteger(one) && one >= 0))
  giveUp('--schedules, --from and --seed must be whole numbers from 0 on');
await ensureModules().catch((error) => giveUp(wordsOf(error)));
const { checkEngine, findMutants } = await import('../test/model/run.mjs');

const fine = values.mutants
  ? await findMutants({ only: values.only, seed, say: console.log })
  : await checkEngine({ schedules, from, seed, say: console.log });
process.exit(fine ? 0 : 1);
