import type { NativeTheme, Screen } from 'electron';
import type { Panel } from './tray-icon';

export interface TrayLookDeps {
  readonly platform: NodeJS.Platform;
  readonly nativeTheme: Pick<NativeTheme, 'on' | 'shouldUseDarkColorsForSystemIntegratedUI'>;
  readonly screen: Pick<Screen, 'on' | 'getPrimaryDisplay'>;
}

/** What lies behind the tray icon and how large it is, and when that becomes another. */
export function createTrayLook({ platform, nativeTheme, screen }: TrayLookDeps) {
  return {
    /**
     * Linux panels have any colour and tell nobody. On Windows the taskbar's is the system's own, whatever theme the
     * user chose for the app.
     */
    panel: (): Panel => {
      if (platform !== 'win32' && platform !== 'darwin') return 'any';
      return nativeTheme.shouldUseDarkColorsForSystemIntegratedUI ? 'dark' : 'light';
    },
    /** Of the screen with the panel, 1 … 3. */
    scaleFactor: (): number => screen.getPrimaryDisplay().scaleFactor,
    /** The icon that is shown may be the wrong one now. */
    onChange(act: () => void): void {
      nativeTheme.on('updated', act);
      screen.on('display-added', act);
      screen.on('display-removed', act);
      screen.on('display-metrics-changed', (_event, _display, changed) => {
        if (changed.includes('scaleFactor')) act();
      });
    },
  };
}
