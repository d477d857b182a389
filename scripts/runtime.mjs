// The Electron that runs the app from this folder. Call after ensureModules(); Node built-ins only besides.
//   ensureElectron()      → { exe, version, kind: 'official' | 'fallback' }, or throws Error with the next step in its words
//   sandboxSwitches(exe)  → { switches, why }: ['--no-sandbox'] where Chromium's sandbox cannot start, and the reason in words
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder, folderSize, inMegabytes } from './cache.mjs';
import { FALLBACK_VERSION, installFallback, installedFallback } from './fallback-runtime.mjs';
import { everySeconds, isRoot, repoRoot, run, say, wordsOf } from './processes.mjs';

const PATIENCE_SECONDS = 20; // without a single new byte
const REFUSAL_HOURS = 6;
const EXE =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[String(process.platform)] ??
  'electron';

/**
 * @typedef {{ readonly exe: string, readonly version: string, readonly kind: 'official' | 'fallback' }} Runtime
 * @returns {Promise<Runtime>}
 */
export async function ensureElectron() {
  const pinned = pinnedVersion();
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return overridden(override, pinned);

  const official = path.join(repoRoot, 'node_modules', 'electron', 'dist', EXE);
  if (existsSync(official) || (await downloadOfficial(pinned, official))) {
    return { exe: official, version: pinned, kind: 'official' };
  }
  try {
    const exe = installedFallback() ?? (await installFallback());
    say(
      `running on Electron ${FALLBACK_VERSION}, not on ${pinned}: a fallback for development and tests only`,
    );
    return { exe, version: FALLBACK_VERSION, kind: 'fallback' };
  } catch (error) {
    throw new Error(
      `No Electron to run on: the download of ${pinned} was refused, and ${wordsOf(error)}. ` +
        'Next step: unpack an Electron by hand and name its folder in ELECTRON_OVERRIDE_DIST_PATH.',
    );
  }
}

/** @param {string} exe */
export function sandboxSwitches(exe) {
  if (isRoot())
    return { switches: ['--no-sandbox'], why: "you are root, where Chromium's sandbox refuses to start" };
  if (process.platform !== 'linux' || userNamespaces() || hasSetuidHelper(exe))
    return { switches: [], why: '' };
  return { switches: ['--no-sandbox'], why: 'this system allows no user namespaces to its users' };
}

const userNamespaces = () => spawnSync('unshare', ['--user', 'true']).status === 0;

/** @param {string} exe */
function hasSetuidHelper(exe) {
  try {
    const { mode, uid } = statSync(path.join(path.dirname(exe), 'chrome-sandbox'));
    return uid === 0 && (mode & 0o4000) !== 0;
  } catch {
    return false;
  }
}

function pinnedVersion() {
  const file = path.join(repoRoot, 'node_modules', 'electron', 'package.json');
  const { version } = /** @type {{ version: string }} */ (JSON.parse(readFileSync(file, 'utf8')));
  return version;
}

/**
 * @param {string} folder
 * @param {string} pinned
 * @returns {Runtime}
 */
function overridden(folder, pinned) {
  const exe = path.join(folder, EXE);
  if (!existsSync(exe))
    throw new Error(
      `ELECTRON_OVERRIDE_DIST_PATH names ${folder}, where there is no ${EXE}. Correct or unset it.`,
    );
  const file = path.join(folder, 'version');
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'unknown';
  return { exe, version, kind: version === pinned ? 'official' : 'fallback' };
}

/**
 * @param {string} version
 * @param {string} exe
 * @returns {Promise<boolean>} whether it is there now; a refusal is remembered for some hours
 */
async function downloadOfficial(version, exe) {
  const refusal = path.join(cacheFolder(), `electron-${version}-refused`);
  if (existsSync(refusal) && Date.now() - statSync(refusal).mtimeMs < REFUSAL_HOURS * 3_600_000) return false;

  say(`downloading Electron ${version} …`);
  const folder = mkdtempSync(path.join(cacheFolder(), 'download-'));
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child;
  let bytes = 0;
  let grownAt = 0;
  const stop = everySeconds(2, (seconds) => {
    const now = folderSize(folder);
    if (now > bytes) {
      say(`  ${inMegabytes(now)}`);
      grownAt = seconds;
    } else if (seconds - grownAt > PATIENCE_SECONDS) child?.kill();
    bytes = now;
  });
  // It downloads into the temporary folder: one of its own shows how far it is.
  const { code, output } = await run(
    process.execPath,
    [path.join(repoRoot, 'node_modules', 'electron', 'install.js')],
    {
      env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder },
      onStart: (started) => void (child = started),
    },
  );
  stop();
  rmSync(folder, { recursive: true, force: true });
  if (code === 0 && existsSync(exe)) return true;
  writeFileSync(refusal, output);
  const reason = /\w*Error: .*/.exec(output)?.[0] ?? 'no answer';
  say(`the download was refused (${reason.slice(0, 120)}); it is tried again in ${REFUSAL_HOURS} hours`);
  return false;
}
