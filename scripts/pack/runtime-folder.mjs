// The runtime as electron-builder wants it in `electronDist`.
//   prepareRuntime(runtime)  → out/pack/runtime: a copy with `version` and `LICENSE`, and without any app
import { constants, cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { repoRoot } from '../processes.mjs';

/** What a runtime starts when it is given no app: Electron's own, and the fallback's stand-in for it. */
const APP = /[\\/]resources[\\/](app|default_app\.asar)$/i;

/**
 * A copy, since links would let the fuses be flipped in the runtime that development uses.
 * @param {import('../runtime.mjs').Runtime} runtime
 */
export function prepareRuntime({ exe, version }) {
  const from = process.platform === 'darwin' ? path.resolve(exe, '../../../..') : path.dirname(exe);
  if (!/^\d/.test(version))
    throw new Error(`${from} has no file named version, so nobody knows what this Electron is. Write one.`);
  const to = path.join(repoRoot, 'out', 'pack', 'runtime');
  rmSync(to, { recursive: true, force: true });
  mkdirSync(path.dirname(to), { recursive: true });
  cpSync(from, to, {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
    filter: (file) => !APP.test(file),
  });
  writeFileSync(path.join(to, 'version'), version);
  // electron-builder renames LICENSE to LICENSE.electron.txt, as it is called in the fallback already.
  const renamed = path.join(to, 'LICENSE.electron.txt');
  if (existsSync(renamed)) renameSync(renamed, path.join(to, 'LICENSE'));
  return to;
}
