// The stage of `npm test` that kills the real main process again and again: the short form of `npm run test:crash`.
//   crash  a Stage of test-stages.mjs; passes as one
import { ensureDesktopPackages } from './debian-packages.mjs';
import { say } from './processes.mjs';
import { ensureElectron, sandboxSwitches } from './runtime.mjs';
import { skipped } from './test-stages.mjs';

/** Every moment of test/crash/moments.mjs at least once. */
const CYCLES = 30;
const NEEDED = ['xvfb', 'dbus', 'dbus-daemon', 'openbox', 'xdotool'];

/** @type {import('./test-stages.mjs').Stage} */
export const crash = {
  name: 'crash',
  groups: [],
  run: async () => {
    if (process.platform !== 'linux')
      return skipped('the private desktop of this test exists for Linux only');
    const lacking = (await ensureDesktopPackages()).filter((name) => NEEDED.includes(name));
    if (lacking.length > 0) return skipped(`${lacking.join(', ')} could not be had here`);

    const { exe } = await ensureElectron();
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
