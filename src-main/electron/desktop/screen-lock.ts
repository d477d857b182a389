import type { PowerMonitor } from 'electron';
import type { Clock } from '../../core/ports';
import type { SessionBus } from './session-bus';

/** `ActiveChanged(b)`: of GNOME and its kin, and of KDE and others. */
const SAVERS = ['org.gnome.ScreenSaver', 'org.freedesktop.ScreenSaver'] as const;

/**
 * Calls `unlocked` when the screen is unlocked, with the wall ms at which it was locked. Electron says so on Windows
 * and macOS alone; on Linux the screen saver does, on the session bus, and logind, on the system's: desktops without a
 * screen saver of those names lock by logind alone. Each may come twice, and of two services.
 * @param login calls back with what logind says (`followLoginSession`)
 */
export function onScreenLock(
  powerMonitor: Pick<PowerMonitor, 'on'>,
  bus: Pick<SessionBus, 'watchName' | 'onSignal'> | undefined,
  login: (listener: (locked: boolean) => void) => void,
  clock: Pick<Clock, 'now'>,
  unlocked: (since: number) => void,
): void {
  let since: number | null = null;
  const lock = (): void => void (since ??= clock.now());
  const unlock = (): void => {
    if (since !== null) unlocked(since);
    since = null;
  };
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('unlock-screen', unlock);
  login((locked) => (locked ? lock() : unlock()));
  for (const name of SAVERS) {
    let owner: string | undefined;
    bus?.watchName(name, (now) => (owner = now));
    bus?.onSignal(name, ({ sender, member, body: [active] }) => {
      // Anybody may emit a signal; only the service is believed.
      if (member !== 'ActiveChanged' || sender !== owner) return;
      if (active === true) lock();
      else if (active === false) unlock();
    });
  }
}
