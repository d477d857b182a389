import type { DoNotDisturb } from '../../../src-shared/app-state';
import { busErrorName, type BusCall, type BusSignal } from '../desktop/bus-connection';
import type { ReadDconf } from '../desktop/dconf';
import { NOTIFICATIONS } from './notifications-name';
import { busCall, type SessionBus } from '../desktop/session-bus';

/** Answers of a healthy desktop come within milliseconds, ms. */
const ASK_MS = 3000;
const PROPERTIES = 'org.freedesktop.DBus.Properties';
const DCONF = { interface: 'ca.desrt.dconf.Writer', path: '/ca/desrt/dconf/Writer/user' } as const;
const NEVER_SET = 'org.xfce.Xfconf.Error.PropertyNotFound';
const XFCONF = { name: 'org.xfce.Xfconf', path: '/org/xfce/Xfconf' } as const;

/** Where a notification service keeps it; by the name that it gives itself (`GetServerInformation`). */
type Place =
  /** A property of the service's own. */
  | {
      readonly by: 'property';
      readonly interface: string;
      readonly path: string;
      readonly name: string;
      readonly isOn: (value: unknown) => boolean;
    }
  /** A setting in dconf. `on`: its value while nothing is to disturb; unset it is the other. */
  | { readonly by: 'dconf'; readonly key: string; readonly on: boolean }
  | { readonly by: 'xfconf'; readonly channel: string; readonly property: string };

const isTrue = (value: unknown): boolean => value === true;
const { path: OWN_PATH } = NOTIFICATIONS;

/** Any service but these does not say; then nobody knows. */
const PLACES: { readonly [service: string]: Place } = {
  plasma: { by: 'property', interface: NOTIFICATIONS.name, path: OWN_PATH, name: 'Inhibited', isOn: isTrue },
  dunst: { by: 'property', interface: 'org.dunstproject.cmd0', path: OWN_PATH, name: 'paused', isOn: isTrue },
  mako: {
    by: 'property',
    interface: 'fr.emersion.Mako',
    path: '/fr/emersion/Mako',
    name: 'Modes',
    isOn: (modes) => Array.isArray(modes) && modes.includes('do-not-disturb'),
  },
  'xfce notify daemon': { by: 'xfconf', channel: 'xfce4-notifyd', property: '/do-not-disturb' },
  // The settings portal leaves these out (flatpak/xdg-desktop-portal issue 1320).
  'gnome-shell': { by: 'dconf', key: '/org/gnome/desktop/notifications/show-banners', on: false },
  cinnamon: { by: 'dconf', key: '/org/cinnamon/desktop/notifications/display-notifications', on: false },
};

/** Whether the desktop is set to do not disturb, where its notification service tells, and when that changes. */
export function createDoNotDisturb(bus: SessionBus, readDconf: ReadDconf) {
  const listeners: ((now: DoNotDisturb) => void)[] = [];
  let state: DoNotDisturb = 'unknown';
  let place: Place | undefined;
  /** Answers to questions of before are none. */
  let turn = 0;

  function set(next: DoNotDisturb): void {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener(next);
  }

  const ask = (call: BusCall): Promise<readonly unknown[]> => bus.call(call, ASK_MS);
  /** Each kind of place is followed once for good: a signal that is none of the place's is passed over. */
  const followed = new Set<Place['by']>();

  bus.watchName(NOTIFICATIONS.name, (owner) => {
    turn += 1;
    place = undefined;
    set('unknown');
    if (owner) void meet(turn);
  });

  async function meet(mine: number): Promise<void> {
    const who: BusCall = { ...toOwn(NOTIFICATIONS.name, OWN_PATH), member: 'GetServerInformation' };
    const [name] = await ask(who).catch(() => []);
    if (mine !== turn || typeof name !== 'string') return;
    place = PLACES[name.toLowerCase()];
    if (!place) return;
    follow(place);
    // What is asked by the bus comes after that; a file is read beside it, and a change in between would be missed.
    if (place.by === 'dconf') await ask(busCall('GetId')).catch(() => []);
    await look();
  }

  function follow(found: Place): void {
    if (followed.has(found.by)) return;
    followed.add(found.by);
    if (found.by === 'property') bus.onSignal(PROPERTIES, heard, { path: found.path });
    if (found.by === 'dconf') bus.onSignal(DCONF.interface, heard, { path: DCONF.path });
    if (found.by === 'xfconf') bus.onSignal(XFCONF.name, heard, { path: XFCONF.path });
  }

  function heard({ body: [first, second] }: BusSignal): void {
    const mine =
      (place?.by === 'property' && first === place.interface) ||
      (place?.by === 'dconf' && typeof first === 'string' && place.key.startsWith(first)) ||
      (place?.by === 'xfconf' && first === place.channel && second === place.property);
    if (mine) void look();
  }

  async function look(): Promise<void> {
    const asked = place;
    const mine = (turn += 1);
    const isOn = asked && (await valueAt(asked).catch(() => undefined));
    if (mine === turn) set(isOn === undefined ? 'unknown' : isOn ? 'on' : 'off');
  }

  async function valueAt(at: Place): Promise<boolean | undefined> {
    if (at.by === 'dconf') return ((await readDconf(at.key)) ?? !at.on) === at.on;
    if (at.by === 'xfconf') {
      const { name, path } = XFCONF;
      const call = { destination: name, path, interface: name, member: 'GetProperty' };
      const [value] = await ask({ ...call, ...texts(at.channel, at.property) }).catch((error: unknown) => {
        if (busErrorName(error) === NEVER_SET) return [];
        throw error;
      });
      return inVariant(value) === true;
    }
    const [value] = await ask({
      ...toOwn(PROPERTIES, at.path),
      member: 'Get',
      ...texts(at.interface, at.name),
    });
    return at.isOn(inVariant(value));
  }

  return {
    get: (): DoNotDisturb => state,
    onChange: (listener: (now: DoNotDisturb) => void): void => void listeners.push(listener),
  };
}

const toOwn = (name: string, at: string) => ({ destination: NOTIFICATIONS.name, path: at, interface: name });

const texts = (...all: readonly string[]): Pick<BusCall, 'signature' | 'body'> => ({
  signature: 's'.repeat(all.length),
  body: () => all,
});

const inVariant = (value: unknown): unknown => (value as { readonly value?: unknown } | undefined)?.value;
