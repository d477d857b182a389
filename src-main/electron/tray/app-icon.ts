import { bell } from './bell';
import { box, paint, type Colour } from './raster';

export const ACCENT: Colour = [45, 99, 201];
const WHITE: Colour = [255, 255, 255];

/** The app's own picture, `size` × `size`, BGRA premultiplied: window, toasts, packages (`build/icon.png`). */
export function drawAppIcon(size: number): Buffer {
  const margin = Math.round(size * 0.055);
  const side = size - 2 * margin;
  const inner = size * 0.62;
  const field = { x: (size - inner) / 2, y: (size - inner) / 2 - size * 0.005, side: inner };
  return paint(size, [
    { shape: box(margin, margin, side, side, size * 0.2), colour: ACCENT },
    { shape: bell(size, field).filled, colour: WHITE },
  ]);
}
