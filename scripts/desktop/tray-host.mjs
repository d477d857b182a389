// A system tray without a panel: owns the watcher's name, takes items, reads them.
//   startTrayHost(busAddress)  → { items, signals, item(ms), props, menu, clickMenu, activate, icon, iconPng, close }
// The reading ones speak of the newest item. Closing it is what a crashed panel looks like to the app.
import { waitUntil } from '../processes.mjs';
import { connectBus, variant } from './bus.mjs';
import { ITEM, MENU, WATCHER, WATCHER_PATH, trayItem } from './tray-client.mjs';

/** @param {string} busAddress */
export async function startTrayHost(busAddress) {
  const bus = await connectBus(busAddress);
  /** @type {{ name: string, path: string, owner: string }[]} */
  const items = [];
  /** @type {{ member: string, body: readonly unknown[] }[]} what items told: NewIcon, NewToolTip, LayoutUpdated … */
  const signals = [];

  /** @type {() => Record<string, unknown>} */
  const properties = () => ({
    RegisteredStatusNotifierItems: variant(
      'as',
      items.map(({ name, path }) => name + path),
    ),
    IsStatusNotifierHostRegistered: variant('b', true),
    ProtocolVersion: variant('i', 0),
  });
  // Listening comes before owning: an item that leaves at once must be seen leaving.
  await bus.match(`type='signal',interface='${ITEM}'`);
  await bus.match(`type='signal',interface='${MENU}'`);
  await bus.match(`type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged'`);
  bus.onSignal(({ interface: iface, member, body }) => {
    if (iface === ITEM || iface === MENU) signals.push({ member, body });
    if (member !== 'NameOwnerChanged' || body[2] !== '') return;
    const gone = items.findIndex(({ name, owner }) => owner === body[0] || name === body[0]);
    if (gone >= 0) items.splice(gone, 1);
  });
  await bus.own(WATCHER, WATCHER_PATH, {
    RegisterStatusNotifierItem: ({ sender, body }) => {
      const service = String(body[0]);
      const item = service.startsWith('/')
        ? { name: sender, path: service, owner: sender }
        : { name: service, path: '/StatusNotifierItem', owner: sender };
      items.push(item);
      bus.emit(WATCHER_PATH, WATCHER, 'StatusNotifierItemRegistered', 's', [item.name + item.path]);
    },
    RegisterStatusNotifierHost: () => {},
    Get: ({ body }) => ['v', properties()[String(body[1])]],
    GetAll: () => ['a{sv}', properties()],
  });

  const newest = () => {
    const item = items.at(-1);
    if (!item) throw new Error('no tray item');
    return trayItem(bus, item);
  };
  /**
   * @typedef {ReturnType<typeof newest>} Item
   * @param {number} [size] px; the largest without it
   */
  const icon = (size) => newest().icon(size);
  /** @param {Parameters<Item['iconPng']>[0]} [options] */
  const iconPng = (options) => newest().iconPng(options);

  return {
    items,
    signals,
    item: (ms = 10_000) => waitUntil(() => items.at(-1), ms, 'a tray item'),
    props: () => newest().props(),
    menu: () => newest().menu(),
    clickMenu: (/** @type {string[]} */ ...labels) => newest().clickMenu(...labels),
    activate: () => newest().activate(),
    icon,
    iconPng,
    close: () => bus.close(),
  };
}
