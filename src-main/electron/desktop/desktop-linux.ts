import type { DoNotDisturb } from '../../../src-shared/app-state';
import type { ReadDconf } from './dconf';
import { createDoNotDisturb } from '../toasts/do-not-disturb';
import { NOTIFICATIONS } from '../toasts/notifications-name';
import { busCall, type NameOwner, type SessionBus } from './session-bus';

const WATCHER = { name: 'org.kde.StatusNotifierWatcher', path: '/StatusNotifierWatcher' } as const;

/** Answers of a healthy desktop come within milliseconds; a stuck one is not waited for longer, ms. */
const ASK_MS = 3000;

/** `unknown`: until the first look; the tray's also without a bus, where an icon of the old protocol may show. */
export type Presence = 'there' | 'none' | 'unknown';

export interface LinuxDesktop {
  trayHost(): Presence;
  notifications(): Presence;
  /** Who has the name now, for signals and cached capabilities; empty or `undefined`: nobody. */
  notificationOwner(): NameOwner;
  /** As the notification service tells it; most tell nothing. */
  doNotDisturb(): DoNotDisturb;
  onDoNotDisturb(listener: () => void): void;
  /** The first look is over. */
  settled(): Promise<void>;
  /** Calls back at once where it is known already, and at each change. */
  onTrayHost(listener: (presence: Presence) => void): void;
  onNotifications(listener: (presence: Presence) => void): void;
}

/**
 * Who is there on this desktop, by asking the bus and following it. Electron itself would not say: its tray
 * falls back silently, and its `Notification.show()` blocks main for 25 s when nobody answers (desktop.md).
 */
export function createLinuxDesktop(bus: SessionBus, readDconf: ReadDconf): LinuxDesktop {
  const tray = createPresence();
  const notifications = createPresence();
  let owner: NameOwner;
  let askingNotifications = Promise.resolve();
  let askingTray = Promise.resolve();

  bus.onSignal(WATCHER.name, ({ member }) => {
    if (member === 'StatusNotifierHostRegistered') tray.set('there');
    if (member === 'StatusNotifierHostUnregistered') askingTray = askTrayHost();
  });
  let watcher: NameOwner;
  bus.watchName(WATCHER.name, (now) => {
    if (!now) tray.set(now === undefined ? 'unknown' : 'none');
    else if (watcher) tray.set('none'); // handed from one to another: to the icon it went and came
    if (now) askingTray = askTrayHost();
    watcher = now;
  });
  bus.watchName(NOTIFICATIONS.name, (now) => {
    owner = now;
    if (now) notifications.set('there');
    else if (now === undefined)
      notifications.set('none'); // no way to reach one
    else askingNotifications = askActivatable();
  });

  /** A watcher alone is no panel: KDE's runs before, and without, one that shows icons. */
  async function askTrayHost(): Promise<void> {
    const host = await bus
      .call(
        {
          destination: WATCHER.name,
          path: WATCHER.path,
          interface: 'org.freedesktop.DBus.Properties',
          member: 'Get',
          signature: 'ss',
          body: () => [WATCHER.name, 'IsStatusNotifierHostRegistered'],
        },
        ASK_MS,
      )
      .then(([variant]) => (variant as { readonly value?: unknown } | undefined)?.value !== false)
      .catch(() => true); // it is there and does not say: the protocol's own default
    tray.set(host ? 'there' : 'none');
  }

  /** Many desktops start their notification service with the first toast: nobody has the name until then. */
  async function askActivatable(): Promise<void> {
    const names = await bus
      .call(busCall('ListActivatableNames'), ASK_MS)
      .then(([list]) => list as readonly string[])
      .catch((): readonly string[] => []);
    if (owner === '') notifications.set(names.includes(NOTIFICATIONS.name) ? 'there' : 'none');
  }

  async function settled(): Promise<void> {
    await bus.ready;
    await Promise.all([askingTray, askingNotifications]);
    if (notifications.get() === 'unknown') notifications.set('none');
  }
  void settled();
  const doNotDisturb = createDoNotDisturb(bus, readDconf);

  return {
    trayHost: tray.get,
    notifications: notifications.get,
    notificationOwner: () => owner,
    doNotDisturb: doNotDisturb.get,
    onDoNotDisturb: doNotDisturb.onChange,
    settled,
    onTrayHost: tray.onChange,
    onNotifications: notifications.onChange,
  };
}

function createPresence() {
  const listeners: ((presence: Presence) => void)[] = [];
  let presence: Presence = 'unknown';
  return {
    get: () => presence,
    set(next: Presence) {
      if (next === presence) return;
      presence = next;
      for (const listener of listeners) listener(next);
    },
    onChange(listener: (presence: Presence) => void) {
      listeners.push(listener);
      if (presence !== 'unknown') listener(presence);
    },
  };
}
