/**
 * A small anti-aliased rasteriser for the tray icon: shapes are signed distances (negative inside), a pixel's
 * coverage is how far its centre is from the edge. Union, gap and outline are then one line of arithmetic each.
 */
export type Shape = (x: number, y: number) => number;
export type Point = readonly [x: number, y: number];
/** 0…255 each, not premultiplied. */
export type Colour = readonly [red: number, green: number, blue: number];

/** @param points in order, at least three; the last is joined to the first */
export function polygon(points: readonly Point[]): Shape {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const count = points.length;
  return (x, y) => {
    let nearest = Infinity;
    let inside = false;
    for (let i = 0, j = count - 1; i < count; j = i++) {
      const ax = xs[i]!;
      const ay = ys[i]!;
      const ex = xs[j]! - ax;
      const ey = ys[j]! - ay;
      const wx = x - ax;
      const wy = y - ay;
      const along = Math.max(0, Math.min(1, (wx * ex + wy * ey) / (ex * ex + ey * ey)));
      const dx = wx - ex * along;
      const dy = wy - ey * along;
      nearest = Math.min(nearest, dx * dx + dy * dy);
      if (ay > y !== ay + ey > y && x < (ex * (y - ay)) / ey + ax) inside = !inside;
    }
    return inside ? -Math.sqrt(nearest) : Math.sqrt(nearest);
  };
}

/** A cubic Bézier as `steps` points, without its start. */
export function curve(from: Point, a: Point, b: Point, to: Point, steps: number): Point[] {
  return Array.from({ length: steps }, (_, i): Point => {
    const t = (i + 1) / steps;
    const u = 1 - t;
    const at = (n: 0 | 1): number =>
      u * u * u * from[n] + 3 * u * u * t * a[n] + 3 * u * t * t * b[n] + t * t * t * to[n];
    return [at(0), at(1)];
  });
}

/** A thick line with round ends. */
export const line =
  ([ax, ay]: Point, [bx, by]: Point, width: number): Shape =>
  (x, y) => {
    const ex = bx - ax;
    const ey = by - ay;
    const along = Math.max(0, Math.min(1, ((x - ax) * ex + (y - ay) * ey) / (ex * ex + ey * ey)));
    return Math.hypot(x - ax - ex * along, y - ay - ey * along) - width / 2;
  };

export const box =
  (left: number, top: number, width: number, height: number, radius = 0): Shape =>
  (x, y) => {
    const dx = Math.abs(x - left - width / 2) - width / 2 + radius;
    const dy = Math.abs(y - top - height / 2) - height / 2 + radius;
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
  };

export const union =
  (...shapes: readonly Shape[]): Shape =>
  (x, y) => {
    let nearest = Infinity;
    for (const shape of shapes) nearest = Math.min(nearest, shape(x, y));
    return nearest;
  };

/** A band of `width` inside the edge. */
export const outline =
  (shape: Shape, width: number): Shape =>
  (x, y) => {
    const distance = shape(x, y);
    return Math.max(distance, -distance - width);
  };

/** `shape` without `hole` and a `gap` around it. */
export const without =
  (shape: Shape, hole: Shape, gap = 0): Shape =>
  (x, y) =>
    Math.max(shape(x, y), gap - hole(x, y));

export interface Layer {
  readonly shape: Shape;
  readonly colour: Colour;
}

/** Pixels a side that are looked at together, and how far their centres are from the middle at most. */
const BLOCK = 4;
const REACH = ((BLOCK - 1) / 2) * Math.SQRT2;

/**
 * @param size width and height, px
 * @returns BGRA, premultiplied, as `nativeImage.createFromBitmap` takes it; later layers cover earlier ones
 */
export function paint(size: number, layers: readonly Layer[]): Buffer {
  const colours = new Float32Array(size * size * 4);
  for (const { shape, colour } of layers) {
    for (let top = 0; top < size; top += BLOCK) {
      for (let left = 0; left < size; left += BLOCK) {
        // No distance changes faster than the way to it: far from the edge one look does for the block.
        const middle = shape(left + BLOCK / 2, top + BLOCK / 2);
        if (middle >= REACH + 0.5) continue;
        const whole = middle <= -REACH - 0.5;
        for (let y = top; y < Math.min(top + BLOCK, size); y += 1)
          for (let x = left; x < Math.min(left + BLOCK, size); x += 1) {
            const cover = whole ? 1 : Math.max(0, Math.min(1, 0.5 - shape(x + 0.5, y + 0.5)));
            if (cover > 0) mix(colours, (y * size + x) * 4, colour, cover);
          }
      }
    }
  }
  return Buffer.from(Uint8ClampedArray.from(colours).buffer);
}

function mix(pixels: Float32Array, at: number, [red, green, blue]: Colour, cover: number): void {
  const rest = 1 - cover;
  pixels[at] = pixels[at]! * rest + blue * cover;
  pixels[at + 1] = pixels[at + 1]! * rest + green * cover;
  pixels[at + 2] = pixels[at + 2]! * rest + red * cover;
  pixels[at + 3] = pixels[at + 3]! * rest + 255 * cover;
}

/** The same picture as RGBA, not premultiplied: what PNG and the notification service take. */
export function toRgba(bgra: Buffer): Buffer {
  const rgba = Buffer.alloc(bgra.length);
  for (let at = 0; at < bgra.length; at += 4) {
    const alpha = bgra[at + 3]!;
    const whole = (value: number): number =>
      alpha === 0 ? 0 : Math.min(255, Math.round((value * 255) / alpha));
    rgba.set([whole(bgra[at + 2]!), whole(bgra[at + 1]!), whole(bgra[at]!), alpha], at);
  }
  return rgba;
}
