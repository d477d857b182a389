// node build/make-icon.mjs — draws build/icon.png (512 px, for packages) from src-main/electron/app-icon.ts.
// A test compares the two, so run it after each change of the drawing.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { encodePng } from '../scripts/desktop/png.mjs';

const SIZE = 512;
const at = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/** @typedef {typeof import('../src-main/electron/app-icon')} Icon */
/** @typedef {typeof import('../src-main/electron/raster')} Raster */
const icon = /** @type {{ module: Icon }} */ (
  await runnerImport(at('../src-main/electron/app-icon.ts'), { configFile: false })
);
const raster = /** @type {{ module: Raster }} */ (
  await runnerImport(at('../src-main/electron/raster.ts'), { configFile: false })
);
const rgba = raster.module.toRgba(icon.module.drawAppIcon(SIZE));
writeFileSync(at('icon.png'), encodePng({ width: SIZE, height: SIZE, rgba }));
