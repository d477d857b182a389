// node build/make-icon.mjs — draws what packages need from src-main/electron/tray/app-icon.ts: build/icon.png (512 px, from
// which Windows' and macOS's own forms are made) and build/icons/NxN.png (Linux: each size drawn, none scaled).
// A test compares icon.png with the drawing, so run it after each change of that.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { encodePng } from '../scripts/desktop/png.mjs';

const LARGEST = 512;
const LINUX_SIZES = [16, 22, 24, 32, 48, 64, 128, 256, LARGEST]; // of the hicolor theme
const at = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/** @typedef {typeof import('../src-main/electron/tray/app-icon')} Icon */
/** @typedef {typeof import('../src-main/electron/tray/raster')} Raster */
const icon = /** @type {{ module: Icon }} */ (
  await runnerImport(at('../src-main/electron/tray/app-icon.ts'), { configFile: false })
);
const raster = /** @type {{ module: Raster }} */ (
  await runnerImport(at('../src-main/electron/tray/raster.ts'), { configFile: false })
);
const draw = (/** @type {number} */ size) =>
  encodePng({ width: size, height: size, rgba: raster.module.toRgba(icon.module.drawAppIcon(size)) });

writeFileSync(at('icon.png'), draw(LARGEST));
mkdirSync(at('icons'), { recursive: true });
for (const size of LINUX_SIZES) writeFileSync(at(`icons/${size}x${size}.png`), draw(size));
