// npm start -- [switches for Tocsin or Electron]: sets up, builds, runs the app. Its exit code is the app's.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { giveUp, repoRoot, say, wordsOf } from './processes.mjs';
import { sandboxSwitches } from './runtime.mjs';
import { setUp } from './setup.mjs';

const switches = process.argv.slice(2);
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
const asksStatus = switches.includes('--status');

if (!hasDisplay && !asksStatus) {
  giveUp(
    'There is no display here (DISPLAY and WAYLAND_DISPLAY are unset), and Tocsin lives in a tray. ' +
      'Next step: run it in a desktop session, or `npm run demo`, which brings a virtual display of its own.',
  );
}

const { exe } = await setUp().catch((error) => giveUp(wordsOf(error)));
const sandbox = sandboxSwitches(exe);
if (sandbox.why) say(`running with --no-sandbox: ${sandbox.why}`);
// `--status` prints and ends: Chromium's headless platform needs no X server for that.
const headless = hasDisplay ? [] : ['--ozone-platform=headless', '--disable-gpu', '--log-level=3'];

const app = spawn(exe, [...sandbox.switches, ...headless, repoRoot, ...switches], { stdio: 'inherit' });
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => app.kill(signal));
}
app.on('error', (error) => giveUp(`Electron did not start: ${error.message}`));
app.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
