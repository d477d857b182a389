// npm run test:crash [-- --cycles N --seed N]: kills the real main process again and again under load, starts it on the
// same profile, and compares what is left with what happened. The seed is the first line, the verdict the last.
// 200: each moment of test/crash six times or more, so that what goes wrong in two of five kills there is met with 95 %
// (0.6^6 = 5 %); and none in 200 says, with as much, that fewer than 1.5 % of all go wrong (the rule of three).
import { ensureDesktopPackages } from './debian-packages.mjs';
import { readOptions } from './options.mjs';
import { giveUp, wordsOf } from './processes.mjs';
import { sandboxSwitches } from './runtime.mjs';
import { setUp } from './setup.mjs';

const { values } = readOptions({
  options: { cycles: { type: 'string', default: '200' }, seed: { type: 'string' } },
});
const cycles = Number(values.cycles);
if (!Number.isInteger(cycles) || cycles < 1) giveUp('--cycles must be a whole number from 1 on');
const seed = Number(values.seed ?? Date.now() % 1_000_000);
if (!Number.isInteger(seed)) giveUp('--seed must be a whole number');
if (process.platform !== 'linux')
  giveUp('These cycles need the private desktop, which exists for Linux only.');

const { exe } = await setUp().catch((error) => giveUp(wordsOf(error)));
const missing = await ensureDesktopPackages();
if (missing.length > 0) giveUp(`This needs ${missing.join(', ')}. Next step: apt-get install them.`);

// Only now: these need the installed modules.
const { marksLine, runCycles, verdictLine } = await import('../test/crash/cycles.mjs');
console.log(`seed ${seed}`);
const sums = await runCycles({
  exe,
  switches: sandboxSwitches(exe).switches,
  cycles,
  seed,
  say: console.log,
});
console.log(marksLine(sums));
console.log(verdictLine(sums));
process.exit(sums.lost + sums.doubled + sums.marksLost + sums.wrong > 0 ? 1 : 0);
