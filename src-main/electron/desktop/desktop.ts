import type { DesktopState, SecretBackend } from '../../../src-shared/app-state';
import type { Desktop } from '../../core/ports';
import type { LinuxDesktop } from './desktop-linux';

export interface DesktopDeps {
  /** On Linux only; elsewhere a tray is always there. */
  readonly linux?: LinuxDesktop;
  /** `Notification.isSupported()`; asked elsewhere only, Linux always says yes. */
  readonly isToastSupported: () => boolean;
  /** `secrets.backend()` */
  readonly secrets: () => SecretBackend | null;
}

export function createDesktop({ linux, isToastSupported, secrets }: DesktopDeps): Desktop {
  return {
    state(): DesktopState {
      if (!linux)
        return {
          tray: true,
          toasts: isToastSupported() ? 'ok' : 'none',
          doNotDisturb: 'unknown', // Electron has no way to ask Windows or macOS
          secrets: secrets(),
        };
      const notifications = linux.notifications();
      return {
        // Unknown is not there: a window hidden into nothing would be lost.
        tray: linux.trayHost() === 'there',
        toasts: notifications === 'there' ? 'ok' : notifications,
        doNotDisturb: linux.doNotDisturb(),
        secrets: secrets(),
      };
    },
    onChange(listener) {
      linux?.onTrayHost(() => listener());
      linux?.onNotifications(() => listener());
      linux?.onDoNotDisturb(listener);
    },
  };
}
