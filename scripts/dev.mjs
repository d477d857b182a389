// npm run dev -- [switches for Tocsin]: hot reload of the window, restart of main and preload. Ends with the app.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { giveUp, repoRoot, say, wordsOf } from './processes.mjs';
import { ensureElectron, sandboxSwitches } from './runtime.mjs';
import { ensureModules } from './setup.mjs';

const { exe } = await ensureModules()
  .then(ensureElectron)
  .catch((error) => giveUp(wordsOf(error)));
const sandbox = sandboxSwitches(exe);
if (sandbox.why) say(`running with --no-sandbox: ${sandbox.why}`);
const given = process.argv.slice(2);
// A profile of its own, so that trying things out never meets the real one.
const profile = given.some((one) => one.startsWith('--user-data-dir='))
  ? []
  : [`--user-data-dir=${path.join(repoRoot, 'out', 'dev-profile')}`];
const command = [exe, ...sandbox.switches, repoRoot, ...profile, '--verbose', ...given];
const vite = spawn(process.execPath, [path.join(repoRoot, 'node_modules', 'vite', 'bin', 'vite.js')], {
  cwd: repoRoot,
  stdio: 'inherit',
  env: { ...process.env, TOCSIN_DEV_COMMAND: JSON.stringify(command) },
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => vite.kill(signal));
}
vite.on('exit', (code) => process.exit(code ?? 0));
