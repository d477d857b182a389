import type { Menu } from 'electron';

/**
 * No menu bar on Linux and Windows; on macOS the least without which copy, paste and quit have no keys there.
 * Before `ready`: then Electron's default menu is not even built.
 */
export function setAppMenu(
  menu: Pick<typeof Menu, 'setApplicationMenu' | 'buildFromTemplate'>,
  platform: NodeJS.Platform,
): void {
  menu.setApplicationMenu(
    platform === 'darwin'
      ? menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
      : null,
  );
}
