import type { Level } from '../../../src-shared/notification';
import type { TrayIcon } from '../../core/tray/tray-view';
import { bars, bell, bellWithoutClapper, slash, type Field } from './bell';
import { cellsOf, digits } from './digits';
import { paint, polygon, without, type Colour, type Layer, type Point, type Shape } from './raster';

/** What lies behind: a `template` of macOS is black on nothing; `any` must do on light and dark panels alike. */
export type Panel = 'light' | 'dark' | 'any' | 'template';

const BELL: { readonly [P in Panel]: Colour } = {
  light: [45, 51, 61],
  dark: [232, 235, 240],
  any: [86, 136, 229],
  template: [0, 0, 0],
};
/** At least 3:1 against white and against #2b2b2b, as icons need (design.md, colour). */
export const BADGE: {
  readonly [L in Exclude<Level, 'info'>]: { readonly fill: Colour; readonly ink: Colour };
} = {
  warning: { fill: [184, 129, 0], ink: [0, 0, 0] },
  major: { fill: [222, 104, 14], ink: [0, 0, 0] },
  critical: { fill: [220, 48, 46], ink: [255, 255, 255] },
};
/** px: below it a digit would be a smudge. */
const COUNT_FROM = 22;

/** Pixels of one state: BGRA, premultiplied, `size` × `size`. */
export function drawTrayIcon({ mode, badge, count }: TrayIcon, size: number, panel: Panel): Buffer {
  const colour = BELL[panel];
  const gap = Math.max(1, size / 16);
  const level = mode === 'paused' || badge === 'info' ? null : badge;
  const { filled, outlined } = level === null ? bell(size) : bellWithoutClapper(size, besideBadge(size));
  let shape = mode === 'not-watching' ? outlined : filled;
  const layers: Layer[] = [];
  const add = (mark: Shape, fill: Colour): void => {
    shape = without(shape, mark, gap);
    for (const [at, layer] of layers.entries())
      layers[at] = { ...layer, shape: without(layer.shape, mark, gap) };
    layers.push({ shape: mark, colour: fill });
  };
  if (mode === 'not-watching') add(slash(size), colour);
  if (mode === 'paused') add(bars(size), colour);
  if (level !== null) {
    const { mark, ink } = badgeShape(level, size, count);
    const isTemplate = panel === 'template';
    add(mark, isTemplate ? colour : BADGE[level].fill);
    if (ink && isTemplate) layers.push({ shape: without(layers.pop()!.shape, ink), colour });
    else if (ink) layers.push({ shape: ink, colour: BADGE[level].ink });
  }
  return paint(size, [{ shape, colour }, ...layers]);
}

/** The badge alone, as large as it can be, with its count: for the window's button in a taskbar. BGRA, premultiplied. */
export function drawBadge(level: Exclude<Level, 'info'>, count: number, size: number): Buffer {
  const { mark, ink } = badgeIn(level, size, 0, count > 0 ? count : null);
  const { fill, ink: colour } = BADGE[level];
  return paint(size, [{ shape: mark, colour: fill }, ...(ink ? [{ shape: ink, colour }] : [])]);
}

/** Smaller and to the upper left, so that most of it is to be seen. */
const besideBadge = (size: number): Field => ({ x: -size * 0.06, y: -size * 0.04, side: size * 0.9 });

interface Badge {
  readonly mark: Shape;
  readonly ink?: Shape;
}

/** Of the icon's side: shapes of equal weight to the eye are not of equal width. `cells`: half a digit's cell is one of them. */
const SIDE = {
  critical: { bare: 0.56, counted: 0.6, cells: 6.3 },
  major: { bare: 0.6, counted: 0.68, cells: 7.3 },
  warning: { bare: 0.58, counted: 0.68, cells: 7.3 },
} as const;

/** In the lower right corner; larger where a count stands in it. */
function badgeShape(level: Exclude<Level, 'info'>, size: number, count: number): Badge {
  const counted = count > 0 && size >= COUNT_FROM;
  const side = Math.round(size * SIDE[level][counted ? 'counted' : 'bare']);
  return badgeIn(level, side, size - side, counted ? count : null);
}

/** @param left px from the left and from the top */
function badgeIn(level: Exclude<Level, 'info'>, side: number, left: number, count: number | null): Badge {
  const mark = polygon(BADGE_POINTS[level].map(([x, y]): Point => [left + x * side, left + y * side]));
  if (count === null) return { mark };
  const text = count > 9 ? '9+' : String(count);
  const { width, height } = cellsOf(text);
  // Whole and half pixels only: between them the bars of a digit would be of unequal weight.
  const cell = Math.max(1, Math.floor(side / SIDE[level].cells) / 2);
  const middle = left + side * (level === 'major' ? 0.69 : 0.5);
  const x = Math.round(left + side / 2 - (width * cell) / 2);
  const y = Math.round(middle - (height * cell) / 2);
  return { mark, ink: digits(text, x, y, cell) };
}

/** On a field of 1 × 1. */
export const BADGE_POINTS: { readonly [L in Exclude<Level, 'info'>]: readonly Point[] } = {
  critical: [
    [0.29, 0],
    [0.71, 0],
    [1, 0.29],
    [1, 0.71],
    [0.71, 1],
    [0.29, 1],
    [0, 0.71],
    [0, 0.29],
  ],
  major: [
    [0.5, 0.04],
    [1, 0.98],
    [0, 0.98],
  ],
  warning: [
    [0.5, 0],
    [1, 0.5],
    [0.5, 1],
    [0, 0.5],
  ],
};
