import type { Rectangle } from 'electron';
import * as v from 'valibot';

export const Bounds = v.object({
  x: v.pipe(v.number(), v.safeInteger()),
  y: v.pipe(v.number(), v.safeInteger()),
  width: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)),
  height: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)),
  maximized: v.boolean(),
});
export type Bounds = v.InferOutput<typeof Bounds>;

/** px, design.md: sizes. */
const FIRST_SIZE = { width: 1100, height: 720 } as const;
export const LEAST_SIZE = { width: 380, height: 420 } as const;

/** As much of the title bar must be on a screen that the window can be pulled back, px. */
const GRIP = { width: 120, height: 32 };

export interface Placement {
  readonly width: number;
  readonly height: number;
  /** Absent: in the middle of the primary screen. */
  readonly x?: number;
  readonly y?: number;
}

/** Where the window goes: as it was left, unless that screen is gone; never larger than the screen. */
export function place(saved: Bounds | undefined, workAreas: readonly Rectangle[]): Placement {
  const area = saved && workAreas.find((one) => isReachable(saved, one));
  const room = area ?? workAreas[0] ?? { x: 0, y: 0, ...FIRST_SIZE };
  const wanted = saved ?? FIRST_SIZE;
  const width = Math.max(LEAST_SIZE.width, Math.min(wanted.width, room.width));
  const height = Math.max(LEAST_SIZE.height, Math.min(wanted.height, room.height));
  return saved && area ? { width, height, x: saved.x, y: saved.y } : { width, height };
}

function isReachable(window: Rectangle, area: Rectangle): boolean {
  const wide = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const top = window.y >= area.y && window.y + GRIP.height <= area.y + area.height;
  return wide >= GRIP.width && top;
}
