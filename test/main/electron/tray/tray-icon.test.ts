import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { LEVELS } from '../../../../src-shared/notification';
import type { TrayIcon } from '../../../../src-main/core/tray/tray-view';
import { drawAppIcon } from '../../../../src-main/electron/tray/app-icon';
import { toRgba } from '../../../../src-main/electron/tray/raster';
import { drawTrayIcon, type Panel } from '../../../../src-main/electron/tray/tray-icon';
import { iconKey } from '../../../../src-main/electron/tray/tray-image';

const SIZES = [16, 18, 20, 22, 24, 32, 36, 44, 48, 66];
const PANELS: readonly Panel[] = ['light', 'dark', 'any', 'template'];

const STATES: readonly TrayIcon[] = (['watching', 'paused', 'not-watching'] as const).flatMap((mode) =>
  [null, ...LEVELS].flatMap((badge) =>
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 99].map((count) => ({ mode, badge, count })),
  ),
);

/** [red, green, blue, alpha], not premultiplied. */
function pixel(bgra: Buffer, size: number, x: number, y: number): readonly number[] {
  return [...toRgba(bgra.subarray((y * size + x) * 4).subarray(0, 4))];
}

test.for(SIZES)('%i px: as many pictures as there are states to tell apart', (size) => {
  const byPicture = new Map<string, Set<string>>();
  for (const state of STATES) {
    const picture = drawTrayIcon(state, size, 'any').toString('base64');
    byPicture.set(picture, (byPicture.get(picture) ?? new Set()).add(iconKey(state)));
  }
  const states = new Set(STATES.map(iconKey));
  // Below 22 px there is no count: a state of each mode without badge, and of both watching modes with each of 3.
  const wanted = size < 22 ? 3 + 2 * 3 : states.size;
  expect(byPicture.size).toBe(wanted);
  if (size >= 22) for (const keys of byPicture.values()) expect(keys.size).toBe(1);
});

test('eleven and a thousand look alike, so they share a picture', () => {
  const icon = { mode: 'watching', badge: 'major', count: 11 } as const;
  expect(iconKey(icon)).toBe(iconKey({ ...icon, count: 1000 }));
  expect(iconKey(icon)).not.toBe(iconKey({ ...icon, count: 9 }));
});

const FILLS = {
  warning: [184, 129, 0, 255],
  major: [222, 104, 14, 255],
  critical: [220, 48, 46, 255],
} as const;

test.for(
  (['warning', 'major', 'critical'] as const).flatMap((badge) =>
    [16, 22, 48].flatMap((size) =>
      (['light', 'dark', 'any'] as const).map((panel) => ({ badge, size, panel })),
    ),
  ),
)('$badge on a $panel panel at $size px: its colour, in the lower right corner', ({ badge, size, panel }) => {
  const picture = drawTrayIcon({ mode: 'watching', badge, count: 1 }, size, panel);
  const found: [number, number][] = [];
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1)
      if (pixel(picture, size, x, y).join() === FILLS[badge].join()) found.push([x, y]);
  expect(found.length).toBeGreaterThan(size * size * 0.06);
  for (const [x, y] of found) expect(Math.min(x, y)).toBeGreaterThan(size * 0.3);
});

test.for([null, 'info'] as const)('%s has no badge', (badge) => {
  const plain = drawTrayIcon({ mode: 'watching', badge: null, count: 0 }, 22, 'any');
  expect(drawTrayIcon({ mode: 'watching', badge, count: 5 }, 22, 'any')).toEqual(plain);
});

test('not watching is an outline: the middle of the bell is empty', () => {
  const at = (mode: TrayIcon['mode']) =>
    pixel(drawTrayIcon({ mode, badge: null, count: 0 }, 48, 'any'), 48, 18, 20)[3];
  expect([at('watching'), at('not-watching')]).toEqual([255, 0]);
});

test('paused: two bars with a gap between, at the right edge', () => {
  const picture = drawTrayIcon({ mode: 'paused', badge: 'critical', count: 3 }, 22, 'any');
  const row = Array.from({ length: 22 }, (_, x) => (pixel(picture, 22, x, 19)[3]! > 128 ? '#' : '.')).join(
    '',
  );
  expect(row).toMatch(/\.###\.\.###$/);
});

test.for(PANELS)('%s: premultiplied, so no colour exceeds its alpha; template is black alone', (panel) => {
  for (const state of STATES.filter(({ count }) => count % 5 === 0)) {
    const picture = drawTrayIcon(state, 22, panel);
    expect(picture).toHaveLength(22 * 22 * 4);
    for (let at = 0; at < picture.length; at += 4) {
      const [blue = 0, green = 0, red = 0, alpha = 0] = picture.subarray(at, at + 4);
      expect(Math.max(blue, green, red)).toBeLessThanOrEqual(panel === 'template' ? 0 : alpha);
    }
  }
});

/** Relative luminance of WCAG 2. */
function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
const contrast = (a: readonly number[], b: readonly number[]): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

const LIGHT = [246, 245, 244];
const DARK = [43, 43, 43];
test.for([
  { panel: 'light' as const, on: LIGHT },
  { panel: 'dark' as const, on: DARK },
  { panel: 'any' as const, on: LIGHT },
  { panel: 'any' as const, on: DARK },
])('the bell for $panel stands out from $on by 3:1 (design.md), the badges too', ({ panel, on }) => {
  const bell = pixel(drawTrayIcon({ mode: 'watching', badge: null, count: 0 }, 22, panel), 22, 11, 8);
  for (const colour of [bell, ...Object.values(FILLS)])
    expect(contrast(colour.slice(0, 3), on)).toBeGreaterThanOrEqual(3);
});

test('build/icon.png is the drawing (node build/make-icon.mjs)', () => {
  const png = readFileSync(fileURLToPath(new URL('../../../../build/icon.png', import.meta.url)));
  const size = png.readUInt32BE(16);
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const rows = inflateSync(Buffer.concat(data));
  const rgba = toRgba(drawAppIcon(size));
  for (let y = 0; y < size; y += 1) {
    const row = rows.subarray(y * (size * 4 + 1) + 1, (y + 1) * (size * 4 + 1));
    expect(row.equals(rgba.subarray(y * size * 4, (y + 1) * size * 4))).toBe(true);
  }
});
