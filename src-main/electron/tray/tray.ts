import type { Menu, MenuItemConstructorOptions, NativeImage, Tray } from 'electron';
import type { TrayAction, TrayEntry } from '../../core/tray/tray-menu';
import type { TrayView } from '../../core/tray/tray-view';
import { oneLine } from '../toasts/plain-text';
import { iconKey } from './tray-image';

export interface TrayDeps {
  /** `(image) => new Tray(image)` */
  readonly make: (image: NativeImage) => Tray;
  /** `Menu.buildFromTemplate` */
  readonly menuOf: (template: MenuItemConstructorOptions[]) => Menu;
  readonly imageOf: (icon: TrayView['icon']) => NativeImage;
  readonly onAction: (action: TrayAction) => void;
  /** On macOS the number stands beside the icon, in the menu bar's own type. */
  readonly platform: NodeJS.Platform;
}

export interface TrayIconOnPanel {
  /** Touches only what changed since the last. */
  draw(view: TrayView): void;
  /** What lies behind it, or its size, is another: the same picture may look otherwise. */
  lookChanged(): void;
  /** The panel came (again): an icon that was made without it never finds it by itself. */
  hostCame(): void;
  /** The panel went: what is left would be a stray icon of the old protocol. */
  hostWent(): void;
  close(): void;
}

/** Made at once, before anyone knows whether there is a panel; to be kept referenced. */
export function createTray(deps: TrayDeps, first: TrayView): TrayIconOnPanel {
  let view = first;
  let tray: Tray | undefined;
  let menu: Menu | undefined; // referenced as long as it is shown
  let shown = { icon: '', title: '', tooltip: '', menu: '' };

  function make(): void {
    tray = deps.make(deps.imageOf(view.icon));
    tray.on('click', () => deps.onAction({ act: 'open' }));
    shown = { icon: iconKey(view.icon), title: '', tooltip: '', menu: '' };
    update();
  }

  function update(): void {
    if (!tray) return;
    const icon = iconKey(view.icon);
    if (icon !== shown.icon) tray.setImage(deps.imageOf(view.icon));
    const title = deps.platform === 'darwin' ? countText(view.icon) : '';
    if (title !== shown.title) tray.setTitle(title);
    if (view.tooltip !== shown.tooltip) tray.setToolTip(tooltipText(view.tooltip));
    // Linux never hears of a changed label: the whole menu, or nothing (desktop.md).
    const entries = JSON.stringify(view.menu);
    if (entries !== shown.menu) {
      menu = deps.menuOf(template(view.menu, deps.onAction));
      tray.setContextMenu(menu);
    }
    shown = { icon, title, tooltip: view.tooltip, menu: entries };
  }

  function close(): void {
    tray?.destroy();
    tray = undefined;
    menu = undefined;
  }

  make();
  return {
    draw(next) {
      view = next;
      update();
    },
    lookChanged() {
      tray?.setImage(deps.imageOf(view.icon));
    },
    hostCame() {
      close();
      make();
    },
    hostWent: close,
    close,
  };
}

/** None for what is not urgent, as in the icon's badge. */
const countText = ({ badge, count, mode }: TrayView['icon']): string =>
  badge === null || badge === 'info' || mode === 'paused' ? '' : count > 99 ? '99+' : String(count);

/** Some panels read tooltips as markup, others show it raw: look-alikes are right in both. */
const tooltipText = (text: string): string => oneLine(text, 120).replaceAll('<', '‹').replaceAll('>', '›');

function template(
  entries: readonly TrayEntry[],
  onAction: (action: TrayAction) => void,
): MenuItemConstructorOptions[] {
  return entries.map((entry): MenuItemConstructorOptions => {
    if ('separator' in entry) return { type: 'separator' };
    const { label, action } = entry;
    // A single & would underline the next letter and vanish.
    const text = oneLine(label, 60).replaceAll('&', '&&');
    return action ? { label: text, click: () => onAction(action) } : { label: text, enabled: false };
  });
}
