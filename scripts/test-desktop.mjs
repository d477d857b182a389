// What the stages of `npm test` need that run the app on a private desktop.
//   prepareDesktop()  → { runtime }, or { without }: in one line what cannot be had here and what is done instead
// It installs what it may (packages as root, an Electron without the right to); a wrong setting of the person's is an Error.
import { ensureDesktopPackages } from './debian-packages.mjs';
import { wordsOf } from './processes.mjs';
import { ensureElectron } from './runtime.mjs';

const NEEDED = ['xvfb', 'dbus', 'dbus-daemon', 'openbox', 'xdotool'];
const INSTEAD = 'the app is not tried in a real Electron here, only its parts by the other stages';

export async function prepareDesktop() {
  if (process.platform !== 'linux')
    return { without: `the private desktop of these tests exists for Linux alone; ${INSTEAD}` };
  const lacking = (await ensureDesktopPackages()).filter((name) => NEEDED.includes(name));
  if (lacking.length > 0)
    return { without: `${lacking.join(', ')} (Debian's names) could not be had here; ${INSTEAD}` };
  try {
    return { runtime: await ensureElectron() };
  } catch (error) {
    if (process.env['ELECTRON_OVERRIDE_DIST_PATH']) throw error;
    return { without: `${wordsOf(error)} Until then: ${INSTEAD}` };
  }
}
