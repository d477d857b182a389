// Debian packages the runtime and the virtual desktop need: looked for by what they bring, installed by name as root,
// named in one line otherwise. Node built-ins only. Anywhere but on Linux these do nothing.
//   ensureLibraries()                    what Electron itself links or loads → names still missing
//   ensureDesktopPackages({ pictures })  Xvfb, bus, window manager, mouse, keyring; with `pictures` a real panel and
//                                        real toasts too → names still missing
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findProgram, isRoot, run, say } from './processes.mjs';

/**
 * `names`: the first one this release knows is installed (Debian 13 renamed some for 64-bit time).
 * @typedef {{ readonly names: readonly string[], readonly brings: string }} Need
 */

/** @type {readonly Need[]} `brings` is a shared library */
const LIBRARIES = [
  { names: ['libgtk-3-0t64', 'libgtk-3-0'], brings: 'libgtk-3.so.0' },
  { names: ['libnss3'], brings: 'libnss3.so' },
  { names: ['libasound2t64', 'libasound2'], brings: 'libasound.so.2' },
  { names: ['libgbm1'], brings: 'libgbm.so.1' },
  { names: ['libsecret-1-0'], brings: 'libsecret-1.so.0' },
  { names: ['libnotify4'], brings: 'libnotify.so.4' },
];

/** @type {readonly Need[]} `brings` is a program or a file */
const DESKTOP = [
  { names: ['xvfb'], brings: 'Xvfb' },
  { names: ['dbus', 'dbus-daemon'], brings: 'dbus-daemon' },
  { names: ['openbox'], brings: 'openbox' },
  { names: ['xdotool'], brings: 'xdotool' },
  { names: ['imagemagick'], brings: 'import' },
  { names: ['gnome-keyring'], brings: 'gnome-keyring-daemon' },
];

/** @type {readonly Need[]} */
const PICTURES = [
  { names: ['xfce4-panel'], brings: 'xfce4-panel' },
  { names: ['xfwm4'], brings: 'xfwm4' },
  { names: ['xfconf'], brings: 'xfconf-query' },
  { names: ['dunst'], brings: 'dunst' },
  { names: ['adwaita-icon-theme'], brings: '/usr/share/icons/Adwaita/index.theme' },
];

export async function ensureLibraries() {
  if (process.platform !== 'linux') return [];
  const listed = spawnSync(findProgram('ldconfig') ?? 'ldconfig', ['-p'], { encoding: 'utf8' }).stdout;
  if (!listed) return []; // no glibc tools here (musl, Nix): the loader itself will say what it misses
  return ensure(
    LIBRARIES,
    ({ brings }) => listed.includes(`${brings} `),
    'Electron may not start without them',
  );
}

export async function ensureDesktopPackages({ pictures = false } = {}) {
  if (process.platform !== 'linux') return [];
  const there = (/** @type {Need} */ { brings }) =>
    brings.startsWith('/') ? existsSync(brings) : Boolean(findProgram(brings));
  const missing = await ensure(DESKTOP, there, 'what needs them is left out');
  if (!pictures) return missing;
  return [
    ...missing,
    ...(await ensure(PICTURES, there, 'the tray and the toasts are recorded instead of drawn')),
  ];
}

/**
 * @param {readonly Need[]} needs
 * @param {(need: Need) => boolean} isThere
 * @param {string} otherwise what happens without them
 * @returns {Promise<string[]>}
 */
async function ensure(needs, isThere, otherwise) {
  const missing = needs.filter((need) => !isThere(need));
  if (missing.length === 0) return [];
  const names = missing.map(({ names: all }) => all.at(-1) ?? '');
  if (!isRoot() || !findProgram('apt-get')) {
    say(`missing on this system: ${names.join(' ')} (Debian's names); ${otherwise}`);
    return names;
  }
  say(`installing ${names.join(' ')} with apt-get …`);
  // The lists may be missing (fresh containers) or old: fetched only where the first try fails.
  let failure = await install(missing);
  if (failure) {
    await run('apt-get', ['-qq', 'update']);
    failure = await install(missing);
  }
  if (!failure) return [];
  say(`apt-get could not install them (${failure}); ${otherwise}`);
  return names;
}

/**
 * @param {readonly Need[]} needs
 * @returns {Promise<string>} why not, '' when installed
 */
async function install(needs) {
  const names = needs.map(({ names: all }) => all.find(hasCandidate) ?? all.at(-1) ?? '');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { code, output } = await run(
    'apt-get',
    ['-qq', '-y', '--no-install-recommends', 'install', ...names],
    { env },
  );
  return code === 0 ? '' : (output.trim().split('\n').at(-1) ?? `exit ${code}`);
}

/** @param {string} name */
function hasCandidate(name) {
  const { stdout } = spawnSync('apt-cache', ['policy', name], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  return /Candidate: (?!\(none\))/.test(stdout ?? '');
}
