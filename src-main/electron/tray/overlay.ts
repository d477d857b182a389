import type { App, BrowserWindow, NativeImage, nativeImage } from 'electron';
import type { TrayView } from '../../core/tray/tray-view';
import { drawBadge } from './tray-icon';

/** Of scale factors 1, 1.25, 1.5 and 2; the first is the size that Windows asks for. px */
const SIZES = [16, 20, 24, 32] as const;

export interface OverlayDeps {
  readonly platform: NodeJS.Platform;
  readonly app: Pick<App, 'on'>;
  readonly nativeImage: Pick<typeof nativeImage, 'createEmpty'>;
}

/**
 * On Windows new tray icons begin hidden behind the arrow: the window's button in the taskbar has the same badge. Each
 * window that comes gets it, too. Elsewhere nothing is done.
 */
export function createOverlay({ platform, app, nativeImage: images }: OverlayDeps) {
  const windows = new Set<BrowserWindow>();
  let shown: { readonly key: string; readonly image: NativeImage | null; readonly text: string } = {
    key: '',
    image: null,
    text: '',
  };
  if (platform === 'win32')
    app.on('browser-window-created', (_event, window) => {
      windows.add(window);
      window.on('closed', () => windows.delete(window));
      if (shown.image) window.setOverlayIcon(shown.image, shown.text);
    });

  function imageOf({ badge, count, mode }: TrayView['icon']): NativeImage | null {
    if (badge === null || badge === 'info' || mode === 'paused') return null;
    const image = images.createEmpty();
    for (const size of SIZES)
      image.addRepresentation({
        scaleFactor: size / SIZES[0],
        width: size,
        height: size,
        buffer: drawBadge(badge, count, size),
      });
    return image;
  }

  /** @param tooltip what a screen reader says of it */
  return function draw({ icon, tooltip }: Pick<TrayView, 'icon' | 'tooltip'>): void {
    const { badge, count, mode } = icon;
    const key = `${mode} ${badge} ${Math.min(count, 10)}`;
    if (platform !== 'win32' || key === shown.key) return;
    shown = { key, image: imageOf(icon), text: tooltip };
    for (const window of windows) window.setOverlayIcon(shown.image, shown.text);
  };
}
