import { box, curve, line, outline, polygon, union, type Point, type Shape } from './raster';

/** The bell of design/mock.html on its field of 20 × 20 units, in pixels of an icon of `size`. */
const FIELD = 20;

export interface Bell {
  readonly filled: Shape;
  readonly outlined: Shape;
}

/** Where its 20 × 20 units lie, px. */
export interface Field {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

export function bell(size: number, field: Field = { x: 0, y: 0, side: size }): Bell {
  const scale = field.side / FIELD;
  const { filled, outlined } = bellWithoutClapper(size, field);
  const clapper = halfDisc([field.x + 10 * scale, field.y + 15.5 * scale], 2.6 * scale);
  return { filled: union(filled, clapper), outlined: union(outlined, clapper) };
}

/** For beside a badge, which would leave crumbs of the clapper. */
export function bellWithoutClapper(size: number, { x: left, y: top, side }: Field): Bell {
  const scale = side / FIELD;
  const steps = Math.ceil(side / 12) + 4; // a facet a pixel or two
  const body = polygon(bodyPoints((x, y) => [left + x * scale, top + y * scale], steps));
  return { filled: body, outlined: outline(body, Math.max(1.25, 0.075 * size)) };
}

function bodyPoints(at: (x: number, y: number) => Point, steps: number): Point[] {
  const top = at(10, 1.4);
  const left = at(4.6, 7.2);
  const foot = at(2.4, 14);
  const right = at(15.4, 7.2);
  const footRight = at(17.6, 14);
  return [
    ...curve(top, at(6.6, 1.4), at(4.6, 3.9), left, steps),
    ...curve(left, at(4.6, 11.2), at(3.4, 13.1), foot, steps),
    footRight,
    ...curve(footRight, at(16.6, 13.1), at(15.4, 11.2), right, steps),
    ...curve(right, at(15.4, 3.9), at(13.4, 1.4), top, steps),
  ];
}

/** The lower half. */
function halfDisc([cx, cy]: Point, radius: number): Shape {
  return (x, y) => Math.max(Math.hypot(x - cx, y - cy) - radius, cy - y);
}

/** From lower left to upper right, as the muted bell of the mock: the badge's corner stays free. */
export const slash = (size: number): Shape =>
  line([size * 0.1, size * 0.93], [size * 0.9, size * 0.07], Math.max(1.5, size * 0.09));

/** Two bars in the lower right corner, on whole pixels. */
export function bars(size: number): Shape {
  const width = Math.round(size * 0.125);
  const height = Math.round(size * 0.4167);
  const gap = Math.max(1, Math.round(size * 0.0834));
  const top = size - height;
  return union(box(size - 2 * width - gap, top, width, height), box(size - width, top, width, height));
}
