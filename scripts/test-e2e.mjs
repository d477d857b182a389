// The stage of `npm test` that runs the built app in a real Electron, inside private desktops.
//   e2e  a Stage of test-stages.mjs. Its tests get TOCSIN_DESKTOPS (a JSON list: the environments of the desktops, of which
//        each worker takes one, test/e2e/support/own-desktop.ts), TOCSIN_ELECTRON (the executable) and TOCSIN_SWITCHES
//        (a JSON list: --no-sandbox where it must be).
import { wordsOf } from './processes.mjs';
import { sandboxSwitches } from './runtime.mjs';
import { prepareDesktop } from './test-desktop.mjs';
import { runVitest, skipped } from './test-stages.mjs';

/** Files at once: the tests wait for the app more than they make the processors work, so it is more than two. */
const DESKTOPS = 3;

/** @type {import('./test-stages.mjs').Stage} */
export const e2e = {
  name: 'e2e',
  groups: [],
  run: async () => {
    const { runtime, without } = await prepareDesktop();
    if (!runtime) return skipped(without);
    const { exe } = runtime;
    // Only now: these need the installed modules.
    const { ensurePackage } = await import('./pack/package.mjs');
    const { folder } = await ensurePackage(runtime);
    const { startSession } = await import('./desktop/session.mjs');
    const sessions = await Promise.allSettled(
      Array.from({ length: DESKTOPS }, () => startSession({ keyring: true })),
    );
    const desktops = sessions.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    try {
      const broken = sessions.find((one) => one.status === 'rejected');
      if (broken) return { passed: 0, failed: 1, skipped: 0, words: `no desktop: ${wordsOf(broken.reason)}` };
      return await runVitest('e2e', {
        ...desktops[0]?.env,
        TOCSIN_DESKTOPS: JSON.stringify(desktops.map(({ env }) => env)),
        TOCSIN_ELECTRON: exe,
        TOCSIN_PACKAGE: folder,
        TOCSIN_SWITCHES: JSON.stringify(sandboxSwitches(exe).switches),
      });
    } finally {
      await Promise.all(desktops.map((one) => one.stop()));
    }
  },
};
