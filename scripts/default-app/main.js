// Stand-in for Electron's own default app, which the fallback runtime does not have:
// `electron [switches] APPDIR|FILE.js [args]`. Chromium has read its switches from the whole command line already.
// An ES module with top-level await, so that `ready` waits for the app's own main, as in the real one.
import { app as documented } from 'electron';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

// Electron's own default app uses these two as well; its types leave them out.
const app =
  /** @type {typeof documented & { setAppPath(path: string): void, setVersion(version: string): void }} */ (
    documented
  );
const args = process.argv.slice(1);
/** @type {string[]} */
const preloads = [];
/** @type {string | undefined} */
let target;
let at = 0;
for (; at < args.length; at += 1) {
  const arg = args[at] ?? '';
  if (arg === '-r' || arg === '--require') preloads.push(args[(at += 1)] ?? '');
  else if (arg === '--version' || arg === '-v') answer(`v${process.versions.electron}`);
  else if (arg === '--abi' || arg === '-a') answer(process.versions.modules);
  else if (!arg.startsWith('-')) {
    target = path.resolve(arg);
    break;
  }
}

const require = createRequire(import.meta.url);
// Playwright hands its loader over with `-r`.
for (const name of preloads) require(name.startsWith('.') ? path.resolve(name) : name);
if (!target) {
  console.error('usage: electron [switches] APPDIR|FILE.js [args]');
  process.exit(2);
}
Object.assign(process, { defaultApp: true });
try {
  const entry = identify(target);
  process.argv.splice(1, at + 1, target); // the app sees [electron, APPDIR, ...its switches]
  await import(pathToFileURL(fs.realpathSync(entry)).href);
} catch (error) {
  console.error('The app threw an error while it was loaded');
  console.error(error);
  process.exit(1);
}

/**
 * Takes the app's name and version over, as Electron's own default app does.
 * @param {string} folder
 * @returns {string} its entry file
 */
function identify(folder) {
  if (!fs.statSync(folder).isDirectory()) {
    app.setAppPath(path.dirname(folder));
    return folder;
  }
  const text = fs.readFileSync(path.join(folder, 'package.json'), 'utf8');
  const pkg = /** @type {Record<string, string | undefined>} */ (JSON.parse(text));
  const name = pkg.productName ?? pkg.name;
  if (name) app.setName(name);
  if (pkg.version) app.setVersion(pkg.version);
  app.setDesktopName(pkg.desktopName ?? `${app.name}.desktop`);
  app.setAppPath(folder);
  return path.join(folder, pkg.main ?? 'index.js');
}

/** @param {string} text */
function answer(text) {
  console.log(text);
  process.exit(0);
}
