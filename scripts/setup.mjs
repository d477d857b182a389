// What must be there before the app runs: modules, build. Quick when it is there already. Node built-ins only.
// All its words go to stderr; a failure is an Error whose words name the next step.
//   ensureModules()  `npm ci` when node_modules does not match package-lock.json
//   ensureBuild()    `vite build` when a source is newer than the last build
//   setUp()          both, and the libraries; → the runtime of ensureElectron()
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { ensureLibraries } from './debian-packages.mjs';
import { everySeconds, repoRoot, run, say } from './processes.mjs';
import { ensureElectron } from './runtime.mjs';

const at = (/** @type {string[]} */ ...names) => path.join(repoRoot, ...names);
const LOCK = at('package-lock.json');
const MODULES_STAMP = at('node_modules', '.tocsin-lock');
const BUILD_STAMP = at('dist', '.built');
const SOURCES = [
  'src-shared',
  'src-main',
  'src-renderer',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];

export async function setUp() {
  await ensureModules();
  const runtime = await ensureElectron();
  await ensureLibraries();
  await ensureBuild();
  return runtime;
}

export async function ensureModules() {
  const lock = readFileSync(LOCK, 'utf8');
  const digest = createHash('sha256').update(lock).digest('hex');
  if (existsSync(MODULES_STAMP) && readFileSync(MODULES_STAMP, 'utf8') === digest) return;
  if (!matchesInstalled(lock)) await installModules();
  writeFileSync(MODULES_STAMP, digest);
}

/**
 * Somebody ran `npm install` or `npm ci` by hand: npm's own record tells whether that was this lock file.
 * @param {string} lock
 */
function matchesInstalled(lock) {
  const record = at('node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = packagesOf(lock);
  const installed = packagesOf(readFileSync(record, 'utf8'));
  return Object.entries(wanted).every(([place, { version, optional }]) => {
    if (place === '') return true;
    const found = installed[place];
    return found ? found.version === version : optional === true; // optional: other platforms' binaries
  });
}

/**
 * @param {string} text
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(text) {
  const { packages } =
    /** @type {{ packages?: Record<string, { version?: string, optional?: boolean }> }} */ (JSON.parse(text));
  return packages ?? {};
}

async function installModules() {
  say('installing the npm modules (npm ci --ignore-scripts) …');
  const stop = everySeconds(4, (seconds) => say(`  still installing, ${seconds} s`));
  // --include=dev: under NODE_ENV=production npm would leave out what builds the app.
  const { code, output } = await run('npm', [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--no-audit',
    '--no-fund',
  ]);
  stop();
  if (code !== 0) {
    // Its usage text and its warnings would bury the reason.
    const reason = output
      .split('\n')
      .filter((line) => line.startsWith('npm error'))
      .slice(0, 8)
      .join('\n');
    throw new Error(
      `npm ci failed. Next step: mend what it names, then run this again.\n${reason || output}`,
    );
  }
}

export async function ensureBuild() {
  const newest = Math.max(...SOURCES.map((name) => newestBelow(at(name))));
  if (existsSync(BUILD_STAMP) && statSync(BUILD_STAMP).mtimeMs >= newest) return;
  say('building …');
  const started = new Date(); // what is saved while it builds is newer than the stamp
  const { code, output } = await run(process.execPath, [
    at('node_modules', 'vite', 'bin', 'vite.js'),
    'build',
  ]);
  if (code !== 0) throw new Error(`The build failed. Next step: mend what it names.\n${output.trim()}`);
  mkdirSync(at('dist'), { recursive: true });
  writeFileSync(BUILD_STAMP, '');
  utimesSync(BUILD_STAMP, started, started);
}

/**
 * @param {string} place a file or folder; a folder's own time tells of removed files
 * @returns {number} ms
 */
function newestBelow(place) {
  if (!existsSync(place)) return 0;
  const stat = statSync(place);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const names = readdirSync(place).filter((name) => name !== 'node_modules'); // a cache that Vite may keep there
  return Math.max(stat.mtimeMs, ...names.map((name) => newestBelow(path.join(place, name))));
}
