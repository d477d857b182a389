// Every state of the tray icon, at every size, on a light and on a dark panel: true size and enlarged, one picture.
//   drawTraySheet(file)
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { runnerImport } from 'vite';
import { encodePng, enlarge } from './desktop/png.mjs';
import { repoRoot } from './processes.mjs';

const SIZES = [16, 22, 24, 32, 48];
const TIMES = 4;
const GAP = 8;
const PANELS = /** @type {const} */ ([
  { panel: 'any', colour: [242, 242, 242] },
  { panel: 'any', colour: [43, 43, 43] },
  { panel: 'light', colour: [242, 242, 242] },
  { panel: 'dark', colour: [32, 32, 32] },
]);
const STATES = /** @type {const} */ ([
  { mode: 'watching', badge: null, count: 0 },
  { mode: 'watching', badge: 'info', count: 3 },
  { mode: 'watching', badge: 'warning', count: 4 },
  { mode: 'watching', badge: 'major', count: 7 },
  { mode: 'watching', badge: 'critical', count: 12 },
  { mode: 'paused', badge: 'critical', count: 12 },
  { mode: 'not-watching', badge: null, count: 0 },
  { mode: 'not-watching', badge: 'major', count: 3 },
]);

/** @param {string} file */
export async function drawTraySheet(file) {
  /** @type {{ module: typeof import('../src-main/electron/tray/tray-icon') }} */
  const { module: icon } = await runnerImport(path.join(repoRoot, 'src-main/electron/tray/tray-icon.ts'), {
    configFile: false,
    logLevel: 'error',
  });
  /** @type {{ module: typeof import('../src-main/electron/tray/raster') }} */
  const { module: raster } = await runnerImport(path.join(repoRoot, 'src-main/electron/tray/raster.ts'), {
    configFile: false,
    logLevel: 'error',
  });
  const column = SIZES.reduce((sum, size) => sum + size * (TIMES + 1) + GAP * 2, GAP);
  const row = Math.max(...SIZES) * TIMES + GAP;
  const width = column;
  const height = row * STATES.length * PANELS.length;
  const sheet = Buffer.alloc(width * height * 4, 255);
  PANELS.forEach(({ panel, colour }, p) =>
    STATES.forEach((state, s) => {
      const top = (p * STATES.length + s) * row;
      for (let y = top; y < top + row; y += 1)
        for (let x = 0; x < width; x += 1) sheet.set([...colour, 255], (y * width + x) * 4);
      let left = GAP;
      for (const size of SIZES) {
        const small = {
          width: size,
          height: size,
          rgba: raster.toRgba(icon.drawTrayIcon(state, size, panel)),
        };
        for (const picture of [small, enlarge(small, TIMES)]) {
          lay(sheet, width, picture, left, top + GAP / 2);
          left += picture.width + GAP;
        }
      }
    }),
  );
  writeFileSync(file, encodePng({ width, height, rgba: sheet }));
}

/**
 * Draws a picture over the sheet.
 * @param {Buffer} sheet
 * @param {number} width
 * @param {import('./desktop/png.mjs').Image} picture
 * @param {number} left
 * @param {number} top
 */
function lay(sheet, width, picture, left, top) {
  for (let y = 0; y < picture.height; y += 1)
    for (let x = 0; x < picture.width; x += 1) {
      const from = (y * picture.width + x) * 4;
      const to = ((top + y) * width + left + x) * 4;
      const alpha = (picture.rgba[from + 3] ?? 0) / 255;
      for (const part of [0, 1, 2])
        sheet[to + part] = Math.round(
          (picture.rgba[from + part] ?? 0) * alpha + (sheet[to + part] ?? 0) * (1 - alpha),
        );
    }
}
