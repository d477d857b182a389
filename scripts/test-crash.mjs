// The stage of `npm test` that kills the real main process again and again: the short form of `npm run test:crash`.
//   crash  a Stage of test-stages.mjs; passes as one
import { say } from './processes.mjs';
import { sandboxSwitches } from './runtime.mjs';
import { prepareDesktop } from './test-desktop.mjs';
import { skipped } from './test-stages.mjs';

/** Every moment of test/crash/moments.mjs at least once. */
const CYCLES = 30;

/** @type {import('./test-stages.mjs').Stage} */
export const crash = {
  name: 'crash',
  groups: [],
  run: async () => {
    const { runtime, without } = await prepareDesktop();
    if (!runtime) return skipped(without);
    const { exe } = runtime;
    const { switches } = sandboxSwitches(exe);
    const seed = Date.now() % 1_000_000;
    // Only now: these need the installed modules.
    const { marksLine, runCycles, verdictLine } = await import('../test/crash/cycles.mjs');
    const sums = await runCycles({ exe, switches, cycles: CYCLES, seed, say });
    say(marksLine(sums));
    const fine = sums.lost + sums.doubled + sums.marksLost + sums.wrong === 0;
    const words = `${verdictLine(sums)} (seed ${seed})`;
    return { passed: Number(fine), failed: Number(!fine), skipped: 0, words };
  },
};
