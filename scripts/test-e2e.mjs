// The stage of `npm test` that runs the built app in a real Electron, inside a private desktop.
//   e2e  a Stage of test-stages.mjs. Its tests get the session's environment (TOCSIN_SESSION_DIR is its folder),
//        TOCSIN_ELECTRON (the executable) and TOCSIN_SWITCHES (a JSON list: --no-sandbox where it must be).
import { ensureDesktopPackages } from './debian-packages.mjs';
import { wordsOf } from './processes.mjs';
import { ensureElectron, sandboxSwitches } from './runtime.mjs';
import { runVitest, skipped } from './test-stages.mjs';

const NEEDED = ['xvfb', 'dbus', 'dbus-daemon', 'openbox', 'xdotool'];

/** @type {import('./test-stages.mjs').Stage} */
export const e2e = {
  name: 'e2e',
  groups: [],
  run: async () => {
    if (process.platform !== 'linux')
      return skipped('the private desktop of these tests exists for Linux only');
    const lacking = (await ensureDesktopPackages()).filter((name) => NEEDED.includes(name));
    if (lacking.length > 0) return skipped(`${lacking.join(', ')} could not be had here`);

    const runtime = await ensureElectron();
    const { exe } = runtime;
    // Only now: these need the installed modules.
    const { ensurePackage } = await import('./pack/package.mjs');
    const { folder } = await ensurePackage(runtime);
    const { startSession } = await import('./desktop/session.mjs');
    const session = await startSession({ keyring: true }).catch((/** @type {unknown} */ error) =>
      wordsOf(error),
    );
    if (typeof session === 'string')
      return { passed: 0, failed: 1, skipped: 0, words: `no desktop: ${session}` };
    try {
      const { switches } = sandboxSwitches(exe);
      return await runVitest('e2e', {
        ...session.env,
        TOCSIN_ELECTRON: exe,
        TOCSIN_PACKAGE: folder,
        TOCSIN_SWITCHES: JSON.stringify(switches),
      });
    } finally {
      await session.stop();
    }
  },
};
