// node build/make-icon.mjs — draws build/icon.png (512 px, for packages) from src-main/electron/app-icon.ts.
// A test compares the two, so run it after each change of the drawing.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { encodePng } from '../scripts/desktop/png.mjs';

const at = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const load = async (/** @type {string} */ path) =>
  (await runnerImport(at(path), { configFile: false })).module;

const SIZE = 512;
const { drawAppIcon } = await load('../src-main/electron/app-icon.ts');
const { toRgba } = await load('../src-main/electron/raster.ts');
const rgba = toRgba(drawAppIcon(SIZE));
writeFileSync(at('icon.png'), encodePng({ width: SIZE, height: SIZE, rgba }));
