import { box, union, type Shape } from './raster';

/**
 * Digits on a grid of 3 × 5 cells, made of bars along it: sharp where a cell is a whole number of pixels.
 * Each bar is from one cell to another, `column row column row`.
 */
const BARS: { readonly [digit: string]: readonly (readonly [number, number, number, number])[] } = {
  '1': [
    [1, 0, 1, 4],
    [0, 1, 0, 1],
  ],
  '2': [
    [0, 0, 2, 0],
    [2, 0, 2, 2],
    [0, 2, 2, 2],
    [0, 2, 0, 4],
    [0, 4, 2, 4],
  ],
  '3': [
    [0, 0, 2, 0],
    [2, 0, 2, 4],
    [1, 2, 2, 2],
    [0, 4, 2, 4],
  ],
  '4': [
    [0, 0, 0, 2],
    [0, 2, 2, 2],
    [2, 0, 2, 4],
  ],
  '5': [
    [0, 0, 2, 0],
    [0, 0, 0, 2],
    [0, 2, 2, 2],
    [2, 2, 2, 4],
    [0, 4, 2, 4],
  ],
  '6': [
    [0, 0, 2, 0],
    [0, 0, 0, 4],
    [0, 2, 2, 2],
    [2, 2, 2, 4],
    [0, 4, 2, 4],
  ],
  '7': [
    [0, 0, 2, 0],
    [2, 0, 2, 4],
  ],
  '8': [
    [0, 0, 2, 0],
    [0, 0, 0, 4],
    [2, 0, 2, 4],
    [0, 2, 2, 2],
    [0, 4, 2, 4],
  ],
  '9': [
    [0, 0, 2, 0],
    [0, 0, 0, 2],
    [0, 2, 2, 2],
    [2, 0, 2, 4],
    [0, 4, 2, 4],
  ],
  '+': [
    [0, 2, 2, 2],
    [1, 1, 1, 3],
  ],
};
const ADVANCE = 4;

/** Cells wide and high, without what follows the last digit. */
export const cellsOf = (text: string): { readonly width: number; readonly height: number } => ({
  width: text.length * ADVANCE - 1,
  height: 5,
});

/** @param cell px; @param left and @param top of the first digit, px */
export function digits(text: string, left: number, top: number, cell: number): Shape {
  const shapes = text
    .split('')
    .flatMap((digit, place) =>
      (BARS[digit] ?? []).map(([fromColumn, fromRow, toColumn, toRow]) =>
        box(
          left + (place * ADVANCE + fromColumn) * cell,
          top + fromRow * cell,
          (toColumn - fromColumn + 1) * cell,
          (toRow - fromRow + 1) * cell,
        ),
      ),
    );
  return union(...shapes);
}
