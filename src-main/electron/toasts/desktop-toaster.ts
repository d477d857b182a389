import type { Notification, NativeImage } from 'electron';
import type { Words } from '../../../src-shared/messages/words';
import type { Clock, Log, Sounds, Toaster } from '../../core/ports';
import { createBubbleIds } from './bubble-ids';
import type { LinuxDesktop } from '../desktop/desktop-linux';
import type { StoreFile } from '../files/store-file';
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
  /** `bubbles.json` */
  readonly file: StoreFile;
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
  const pathOf = createToastPictures({ folder, version, toPng, log });
  const sounds = createSystemSounds({ folder, version, clock, log });
  const labels = () => words().messages.desktop.buttons;
  const toaster = linux
    ? createLinuxToaster({
        bus,
        desktop: linux,
        labels,
        ids: createBubbleIds({ file, clock }),
        pictureOf: (look) => pictureAddress(pathOf(look)),
        sounds,
      })
    : createToaster({ Notification, platform: process.platform, clock, labels, pictureOf: pathOf, sounds });
  return { toaster, sounds };
}
