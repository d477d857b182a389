import type { Notification, NativeImage } from 'electron';
import path from 'node:path';
import type { Words } from '../../../src-shared/messages/words';
import type { Clock, Log, Sounds, Toaster } from '../../core/ports';
import { createBubbleIds } from './bubble-ids';
import type { LinuxDesktop } from '../desktop/desktop-linux';
import { createAskDisk } from '../files/ask-disk';
import type { StoreFile } from '../files/store-file';
import { writeBehind } from '../files/write-behind';
import type { SessionBus } from '../desktop/session-bus';
import { createToastPictures, pictureAddress } from './toast-picture';
import { createSystemSounds } from './sounds';
import { createToaster } from './toaster';
import { createLinuxToaster } from './toaster-linux';

export interface DesktopToasterDeps {
  /** On Linux only. */
  readonly linux: LinuxDesktop | undefined;
  readonly bus: SessionBus;
  readonly Notification: typeof Notification;
  readonly nativeImage: {
    createFromBitmap(pixels: Buffer, size: { width: number; height: number }): Pick<NativeImage, 'toPNG'>;
  };
  /** userData */
  readonly folder: string;
  readonly version: string;
  /** `bubbles.json`, as it is at the start. */
  readonly file: Pick<StoreFile, 'read'>;
  readonly words: () => Words;
  readonly clock: Clock;
  readonly log: Log;
}

/** The toasts of this desktop and their sounds, joined to what they need. */
export function createDesktopToaster(deps: DesktopToasterDeps): {
  readonly toaster: Toaster;
  readonly sounds: Sounds;
} {
  const { linux, bus, Notification, nativeImage, folder, version, file, words, clock, log } = deps;
  const toPng = (pixels: Buffer, size: number): Buffer =>
    nativeImage.createFromBitmap(pixels, { width: size, height: size }).toPNG();
  const askDisk = createAskDisk(clock);
  const pathOf = createToastPictures({ folder, version, toPng, askDisk, log });
  const sounds = createSystemSounds({ folder, version, clock, askDisk, log });
  const write = writeBehind(path.join(folder, 'bubbles.json'));
  const labels = () => words().messages.desktop.buttons;
  const toaster = linux
    ? createLinuxToaster({
        bus,
        desktop: linux,
        labels,
        ids: createBubbleIds({ file: { read: file.read, write }, clock }),
        pictureOf: async (look) => pictureAddress(await pathOf(look)),
        sounds,
      })
    : createToaster({ Notification, platform: process.platform, clock, labels, pictureOf: pathOf, sounds });
  return { toaster, sounds };
}
