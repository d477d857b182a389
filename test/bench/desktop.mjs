// The desktop that everything is measured on: private session with a keyring, the screen that can be read, a tray, toasts.
//   startDesktop()  → { env, screen, hasKeyring, trayAt(pid), activate(pid), redraws(pid), notified(app), notifications(on),
//     closeWindow(), stop() }
import { createChildren } from '../../scripts/desktop/children.mjs';
import { connectBus } from '../../scripts/desktop/bus.mjs';
import { startSession } from '../../scripts/desktop/session.mjs';
import { startTrayHost } from '../../scripts/desktop/tray-host.mjs';
import { ITEM, MENU, trayItem, WATCHER } from '../../scripts/desktop/tray-client.mjs';
import { findProgram, run, waitUntil } from '../../scripts/processes.mjs';
import { startScreen } from './screen.mjs';

/** @typedef {Awaited<ReturnType<typeof startDesktop>>} Desktop */

export async function startDesktop() {
  const session = await startSession({ windowManager: null, keyring: true });
  const children = createChildren(session.dir);
  const screen = await startScreen(children);
  const env = { ...session.env, DISPLAY: screen.display };
  children.start('openbox', ['--sm-disable'], { env });
  const isUp = async () => (await run('xdotool', ['get_desktop'], { env })).code === 0;
  await waitUntil(isUp, 5000, 'openbox');
  await run('xdotool', ['mousemove', '1', '1'], { env }); // else it stands on a row

  const host = await startTrayHost(session.busAddress);
  const bus = await connectBus(session.busAddress);
  /** @type {Map<number, { at: number, name: string, path: string }>} process → its newest tray item */
  const items = new Map();
  /** @type {{ at: number, app: string }[]} */
  const notified = [];
  await bus.own('org.freedesktop.Notifications', '/org/freedesktop/Notifications', {
    GetCapabilities: () => ['as', ['body', 'actions', 'body-markup', 'persistence']],
    GetServerInformation: () => ['ssss', 'bench', 'tocsin', '1.0', '1.2'],
    Notify: ({ body }) => {
      notified.push({ at: performance.now(), app: String(body[0]) });
      return ['u', notified.length];
    },
    CloseNotification: () => [''],
  });
  /** @type {{ at: number, sender: string, member: string }[]} NewIcon, NewToolTip, LayoutUpdated … */
  const redraws = [];
  await bus.match(`type='signal',interface='${WATCHER}'`);
  await bus.match(`type='signal',interface='${ITEM}'`);
  await bus.match(`type='signal',interface='${MENU}'`);
  bus.onSignal(({ interface: iface, member, sender, body }) => {
    const at = performance.now();
    if (iface === ITEM || iface === MENU) redraws.push({ at, sender, member });
    if (member === 'StatusNotifierItemRegistered') void registered(at, String(body[0]));
  });

  /**
   * @param {number} at
   * @param {string} reference
   */
  async function registered(at, reference) {
    const slash = reference.indexOf('/');
    const item = { at, name: reference.slice(0, slash), path: reference.slice(slash) };
    const [pid] = await bus.call(
      'org.freedesktop.DBus',
      '/org/freedesktop/DBus',
      'org.freedesktop.DBus',
      'GetConnectionUnixProcessID',
      's',
      [item.name],
    );
    items.set(Number(pid), item);
  }

  const itemOf = (/** @type {number} */ pid) =>
    waitUntil(() => items.get(pid), 15_000, 'a tray icon on the bus');

  return {
    env,
    screen,
    hasKeyring: Boolean(findProgram('gnome-keyring-daemon')),
    /** When its icon was registered; ms of performance.now(). */
    trayAt: async (/** @type {number} */ pid) => (await itemOf(pid)).at,
    /** A left click on its icon. */
    async activate(/** @type {number} */ pid) {
      await trayItem(bus, await itemOf(pid)).activate();
    },
    /** How often it told the tray to draw itself anew since `from`, until `to`. */
    async redraws(/** @type {number} */ pid, from = 0, to = Infinity) {
      const { name } = await itemOf(pid);
      return redraws.filter((one) => one.sender === name && one.at >= from && one.at < to);
    },
    /** When this app asked for a bubble; ms of performance.now(). */
    notified: (/** @type {string} */ app) => notified.filter((one) => one.app === app).map(({ at }) => at),
    /** Whether there is a notification service. */
    async notifications(/** @type {boolean} */ on) {
      const [member, signature, flags] = on ? ['RequestName', 'su', [0]] : ['ReleaseName', 's', []];
      const name = 'org.freedesktop.Notifications';
      await bus.call(
        'org.freedesktop.DBus',
        '/org/freedesktop/DBus',
        'org.freedesktop.DBus',
        member,
        signature,
        [name, ...flags],
      );
    },
    /** The close button of the window in front: both apps hide. */
    async closeWindow() {
      await run('xdotool', ['key', 'alt+F4'], { env });
      await waitUntil(() => screen.isBlank(), 5000, 'a hidden window');
    },
    async stop() {
      host.close();
      bus.close();
      await children.stopAll();
      await session.stop();
    },
  };
}
