import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Log, ToastLook } from '../../core/ports';
import { isThere, type AskDisk } from '../files/ask-disk';
import { bell } from '../tray/bell';
import {
  box,
  line,
  paint,
  polygon,
  union,
  without,
  type Colour,
  type Layer,
  type Shape,
} from '../tray/raster';
import { ACCENT } from '../tray/app-icon';
import { BADGE, BADGE_POINTS } from '../tray/tray-icon';

const WHITE: Colour = [255, 255, 255];
/** The green of "recovered" (tokens.css), and as dark as the levels are. */
const BACK: Colour = [38, 133, 81];
/** Twice what desktops show. */
const SIZE = 96;

/** The app's picture with the level's shape in its lower right corner, as in the list and the tray. BGRA, premultiplied. */
export function drawToastPicture(look: ToastLook | null, size = SIZE): Buffer {
  const side = size * 0.9;
  const field = { x: size * 0.13, y: size * 0.125, side: side * 0.66 };
  const tile = box(0, 0, side, side, size * 0.18);
  const badge = look === null || look === 'info' ? undefined : badgeOf(look, size);
  const cut = (shape: Shape): Shape => (badge ? without(shape, badge.mark, size * 0.04) : shape);
  const layers: Layer[] = [
    { shape: cut(tile), colour: ACCENT },
    { shape: cut(bell(size, field).filled), colour: WHITE },
  ];
  if (badge) layers.push({ shape: badge.mark, colour: badge.fill }, { shape: badge.sign, colour: badge.ink });
  return paint(size, layers);
}

interface Badge {
  readonly mark: Shape;
  readonly sign: Shape;
  readonly fill: Colour;
  readonly ink: Colour;
}

function badgeOf(look: Exclude<ToastLook, 'info'>, size: number): Badge {
  const side = size * 0.5;
  const at = (x: number, y: number) => [size - side + x * side, size - side + y * side] as const;
  if (look === 'recovered') {
    const mark = box(...at(0, 0), side, side, side / 2);
    const sign = union(
      line(at(0.28, 0.53), at(0.44, 0.69), side * 0.12),
      line(at(0.44, 0.69), at(0.73, 0.35), side * 0.12),
    );
    return { mark, sign, fill: BACK, ink: WHITE };
  }
  const low = look === 'major' ? 0.12 : 0;
  const sign = union(
    line(at(0.5, 0.26 + low), at(0.5, 0.54 + low), side * 0.12),
    line(at(0.5, 0.74 + low / 2), at(0.5, 0.75 + low / 2), side * 0.12),
  );
  return { mark: polygon(BADGE_POINTS[look].map(([x, y]) => at(x, y))), sign, ...BADGE[look] };
}

export interface ToastPictureDeps {
  /** userData: readable by this user, as whom the notification service runs. */
  readonly folder: string;
  /** In their names, so that another version's are not taken for ours. */
  readonly version: string;
  readonly toPng: (bgra: Buffer, size: number) => Buffer;
  readonly askDisk: AskDisk;
  readonly log: Pick<Log, 'event'>;
}

/** At once where it was asked for before. */
export type PictureOf = (look: ToastLook | null) => string | undefined | Promise<string | undefined>;

/**
 * Pictures as files, drawn when they are first needed.
 * @returns their path; `undefined` where they cannot be kept, or the disk does not answer in time
 */
export function createToastPictures({ folder, version, toPng, askDisk, log }: ToastPictureDeps): PictureOf {
  const made = new Map<ToastLook | null, string | undefined>();

  async function make(look: ToastLook | null): Promise<string | undefined> {
    if (!made.has(look)) made.set(look, await fileOf(look));
    return made.get(look);
  }

  async function fileOf(look: ToastLook | null): Promise<string | undefined> {
    const file = path.join(folder, 'pictures', `${version}-${look ?? 'plain'}.png`);
    try {
      if (await isThere(file)) return file;
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(`${file}.part`, toPng(drawToastPicture(look), SIZE), { mode: 0o600 });
      await rename(`${file}.part`, file); // half a picture would be taken for a whole one for ever
      return file;
    } catch (error) {
      log.event('no picture for toasts', String(error));
      return undefined;
    }
  }

  return (look) => (made.has(look) ? made.get(look) : askDisk(() => make(look)));
}

/** As the notification service takes it. */
export const pictureAddress = (file: string | undefined): string | undefined =>
  file === undefined ? undefined : pathToFileURL(file).href;
