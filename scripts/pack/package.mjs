// Makes packages with electron-builder from what is built. Call after setUp().
//   pack(runtime, targets)       → { folder, exe, artifacts } of release/, or throws Error with words
//   ensurePackage(runtime)       → the same for the mere folder; quick when nothing changed since it was made
import { existsSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { everySeconds, findProgram, repoRoot, run, say } from '../processes.mjs';
import { prepareRuntime } from './runtime-folder.mjs';

const RELEASE = path.join(repoRoot, 'release');
const STAMP = path.join(RELEASE, '.packed');
const PLACES = {
  linux: { folder: 'linux-unpacked', exe: 'tocsin', switch: '--linux' },
  win32: { folder: 'win-unpacked', exe: 'Tocsin.exe', switch: '--win' },
  darwin: { folder: 'mac', exe: 'Tocsin.app/Contents/MacOS/Tocsin', switch: '--mac' },
};
const MADE_OF = [
  'dist',
  'build',
  'scripts/pack',
  'electron-builder.yml',
  'package.json',
  'package-lock.json',
];

/**
 * @typedef {{ readonly folder: string, readonly exe: string, readonly artifacts: readonly string[] }} Package
 * @typedef {import('../runtime.mjs').Runtime} Runtime
 * @param {Runtime} runtime
 * @param {readonly string[]} targets electron-builder's names
 * @returns {Promise<Package>}
 */
export async function pack(runtime, targets) {
  const place = placeHere();
  const started = new Date(); // what is saved while it packs is newer than the stamp
  rmSync(STAMP, { force: true });
  const electronDist = prepareRuntime(runtime);
  const builder = fileURLToPath(new URL('cli.js', import.meta.resolve('electron-builder/package.json')));
  say(`packing (${targets.join(', ')}) …`);
  const stop = everySeconds(10, (seconds) => say(`  still packing, ${seconds} s`));
  const { code, output } = await run(
    process.execPath,
    [
      builder,
      place.switch,
      ...targets,
      `--${process.arch}`,
      '--publish=never',
      `-c.electronDist=${electronDist}`,
      `-c.electronVersion=${runtime.version}`,
    ],
    { env: { ...process.env, ...ownTools(targets) } },
  );
  stop();
  rmSync(electronDist, { recursive: true, force: true });
  if (code !== 0)
    throw new Error(`electron-builder failed. Next step: mend what it names.\n${output.trim()}`);
  writeFileSync(STAMP, identity(runtime));
  utimesSync(STAMP, started, started);
  const artifacts = readdirSync(RELEASE)
    .map((name) => path.join(RELEASE, name))
    .filter(
      (file) =>
        statSync(file).isFile() &&
        statSync(file).mtimeMs >= started.getTime() &&
        !/\/(\.packed|builder-\S+)$/.test(file),
    );
  return { ...inRelease(place), artifacts };
}

/**
 * @param {Runtime} runtime
 * @returns {Promise<Package>}
 */
export async function ensurePackage(runtime) {
  const made = inRelease(placeHere());
  const isFresh =
    existsSync(STAMP) &&
    existsSync(made.exe) &&
    readFileSync(STAMP, 'utf8') === identity(runtime) &&
    statSync(STAMP).mtimeMs >= Math.max(...MADE_OF.map((name) => newestBelow(path.join(repoRoot, name))));
  return isFresh ? { ...made, artifacts: [] } : pack(runtime, ['dir']);
}

function placeHere() {
  const place = Object.entries(PLACES).find(([platform]) => platform === process.platform)?.[1];
  if (!place) throw new Error(`there is no package for ${process.platform}`);
  return place;
}

/** @param {{ folder: string, exe: string }} place */
function inRelease({ folder, exe }) {
  // electron-builder adds the processor to the folder's name for all but x64.
  const suffix = process.arch === 'x64' ? '' : `-${process.arch}`;
  const at = path.join(RELEASE, folder.includes('-') ? folder.replace('-', `${suffix}-`) : folder + suffix);
  return { folder: at, exe: path.join(at, exe) };
}

/** @param {Runtime} runtime */
const identity = ({ version, kind }) => `${kind} ${version}`;

/**
 * Programs of this system instead of electron-builder's own, which it would download.
 * @param {readonly string[]} targets
 */
function ownTools(targets) {
  const zip = findProgram('7za');
  return {
    ...(zip && { ELECTRON_BUILDER_7ZIP_PATH: zip, ELECTRON_BUILDER_COMPRESSION_LEVEL: '6' }),
    ...(targets.includes('deb') && {
      CUSTOM_FPM_PATH: fileURLToPath(new URL('fpm-shim.mjs', import.meta.url)),
    }),
  };
}

/**
 * @param {string} place
 * @returns {number} ms
 */
function newestBelow(place) {
  const stat = statSync(place);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(place).map((name) => newestBelow(path.join(place, name))));
}
