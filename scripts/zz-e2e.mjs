import { ensureElectron, sandboxSwitches } from './runtime.mjs';
import { runVitest } from './test-stages.mjs';
import { ensureModules } from './setup.mjs';
await ensureModules();
const { exe } = await ensureElectron();
const { startSession } = await import('./desktop/session.mjs');
const session = await startSession({ keyring: true });
try {
  const { switches } = sandboxSwitches(exe);
  console.log(await runVitest('e2e', { ...session.env, TOCSIN_ELECTRON: exe, TOCSIN_PACKAGE: '/nonexistent', TOCSIN_SWITCHES: JSON.stringify(switches) }, process.argv.slice(2)));
} finally { await session.stop(); }
process.exit();
