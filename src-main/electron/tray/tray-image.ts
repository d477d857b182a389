import type { NativeImage, nativeImage } from 'electron';
import type { TrayIcon } from '../../core/tray/tray-view';
import { drawTrayIcon, type Panel } from './tray-icon';

/** Pixels on Windows (notification area) and macOS (menu bar, 18 points); the first is that of scale factor 1. */
const SIZES: { readonly [platform: string]: readonly number[] } = {
  win32: [16, 20, 24, 32],
  darwin: [18, 36],
};
/** What KDE and Xfce give an icon by default, logical px. */
const LINUX_SIZE = 22;

export interface TrayImageDeps {
  readonly nativeImage: Pick<typeof nativeImage, 'createEmpty'>;
  readonly platform: NodeJS.Platform;
  /** Windows tells the colour of its taskbar; Linux panels have any. */
  readonly panel: () => Panel;
  /** Of the screen with the panel, 1 … 3. */
  readonly scaleFactor?: () => number;
}

/** The tray's picture as the platform takes it; each state is drawn once. */
export function createTrayImages({ nativeImage, platform, panel, scaleFactor }: TrayImageDeps) {
  const made = new Map<string, NativeImage>();

  /**
   * Electron hands a Linux panel the largest picture and no other (`GetBestImageRep` of tray_icon_linux.cc; seen
   * on the bus), and shrunk digits are unreadable: so exactly one, of the size that it is shown in.
   */
  const sizes = (): readonly number[] => SIZES[platform] ?? [Math.round(LINUX_SIZE * (scaleFactor?.() ?? 1))];

  return function imageOf(icon: TrayIcon): NativeImage {
    const behind = platform === 'darwin' ? 'template' : panel();
    const all = sizes();
    // Beside it in the menu bar stands the number.
    const drawn = platform === 'darwin' ? { ...icon, count: 0 } : icon;
    const key = `${behind} ${all[0]} ${iconKey(drawn)}`;
    const known = made.get(key);
    if (known) return known;
    const image = nativeImage.createEmpty();
    for (const size of all)
      image.addRepresentation({
        scaleFactor: size / all[0]!,
        width: size,
        height: size,
        buffer: drawTrayIcon(drawn, size, behind),
      });
    if (platform === 'darwin') image.setTemplateImage(true);
    made.set(key, image);
    return image;
  };
}

/** What differs to the eye: no badge, no count; ten and a thousand are both "9+". */
export const iconKey = ({ mode, badge, count }: TrayIcon): string =>
  badge === null || badge === 'info' || mode === 'paused' ? mode : `${mode} ${badge} ${Math.min(count, 10)}`;
