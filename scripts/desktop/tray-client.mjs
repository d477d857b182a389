// Reads and works a StatusNotifierItem through whatever watcher owns the bus: our own tray host, or a real panel.
//   waitForTrayItem(bus, ms) → { name, path } of the newest one
//   trayItem(bus, reference) → { props, menu, clickMenu, activate, icon, iconPng }
// Sources: the StatusNotifierItem page of freedesktop.org, and the com.canonical.dbusmenu interface.
import { waitUntil } from '../processes.mjs';
import { variant } from './bus.mjs';
import { encodePng, enlarge } from './png.mjs';

export const WATCHER = 'org.kde.StatusNotifierWatcher';
export const WATCHER_PATH = '/StatusNotifierWatcher';
export const ITEM = 'org.kde.StatusNotifierItem';
export const MENU = 'com.canonical.dbusmenu';
const PROPERTIES = 'org.freedesktop.DBus.Properties';

/**
 * @typedef {import('./bus.mjs').Bus} Bus
 * @typedef {{ readonly name: string, readonly path: string }} ItemReference
 * @typedef {{ readonly Menu: string, readonly Status: string, readonly Id: string, readonly Title?: string,
 *   readonly ToolTip?: readonly [icon: string, pixmaps: unknown, title: string, text: string],
 *   readonly IconPixmap?: readonly (readonly [width: number, height: number, argb: Buffer])[] }} ItemProps
 * @typedef {{ readonly id: number, readonly label?: string, readonly type?: string, readonly enabled?: boolean,
 *   readonly visible?: boolean, readonly 'toggle-type'?: string, readonly 'toggle-state'?: number,
 *   readonly children: readonly MenuEntry[] }} MenuEntry
 */

/**
 * @param {Bus} bus
 * @returns {Promise<ItemReference[]>}
 */
async function trayItems(bus) {
  const [listed] = await bus.call(WATCHER, WATCHER_PATH, PROPERTIES, 'Get', 'ss', [
    WATCHER,
    'RegisteredStatusNotifierItems',
  ]);
  return /** @type {string[]} */ (listed).map((text) => {
    const slash = text.indexOf('/');
    return slash < 0
      ? { name: text, path: '/StatusNotifierItem' }
      : { name: text.slice(0, slash), path: text.slice(slash) };
  });
}

/**
 * @param {Bus} bus
 * @param {number} [ms]
 */
export const waitForTrayItem = (bus, ms = 10_000) =>
  waitUntil(async () => (await trayItems(bus)).at(-1), ms, 'a tray item');

/**
 * @param {Bus} bus
 * @param {ItemReference} reference
 */
export function trayItem(bus, { name, path }) {
  const props = async () =>
    /** @type {ItemProps} */ ((await bus.call(name, path, PROPERTIES, 'GetAll', 's', [ITEM]))[0]);

  /** @returns {Promise<readonly MenuEntry[]>} labels without their mnemonics */
  async function menu() {
    const at = (await props()).Menu;
    await bus.call(name, at, MENU, 'AboutToShow', 'i', [0]).catch(() => {}); // optional in the protocol
    const [, layout] = await bus.call(name, at, MENU, 'GetLayout', 'iias', [0, -1, []]);
    return entry(/** @type {Layout} */ (layout)).children;
  }

  /** Clicks again where the menu was another by then. @param {...string} labels the way down through submenus */
  async function clickMenu(...labels) {
    for (let left = 3; ; left -= 1) {
      const found = await find(labels);
      const event = [found.id, 'clicked', variant('i', 0), 0];
      try {
        await bus.call(name, (await props()).Menu, MENU, 'Event', 'isvu', event);
        return found;
      } catch (error) {
        if (left === 0 || (await find(labels)).id === found.id) throw error;
      }
    }
  }

  /** @param {readonly string[]} labels */
  async function find(labels) {
    let entries = await menu();
    /** @type {MenuEntry | undefined} */
    let found;
    for (const label of labels) {
      found = entries.find((each) => each.label === label);
      if (!found)
        throw new Error(`no menu entry ${label} among ${entries.map((each) => each.label).join(', ')}`);
      entries = found.children;
    }
    if (!found || found.enabled === false) throw new Error(`${labels.join(' › ')} is disabled`);
    return found;
  }

  /** @param {number} [size] px; the largest without it */
  async function icon(size) {
    const pixmaps = [...((await props()).IconPixmap ?? [])].sort((a, b) => b[0] - a[0]);
    const found = size === undefined ? pixmaps[0] : pixmaps.find(([width]) => width === size);
    if (!found)
      throw new Error(`no pixmap${size ? ` of ${size} px` : ''} among ${pixmaps.map(([w]) => w).join(', ')}`);
    const [width, height, argb] = found;
    const rgba = toRgba(argb);
    const at = (/** @type {number} */ x, /** @type {number} */ y) => [
      ...rgba.subarray(4 * (y * width + x)).subarray(0, 4),
    ];
    return { width, height, rgba, at };
  }

  return {
    props,
    menu,
    clickMenu,
    icon,
    /** A left click. */
    activate: () => bus.call(name, path, ITEM, 'Activate', 'ii', [0, 0]),
    /** @param {{ size?: number, times?: number }} [options] `times` enlarges */
    iconPng: async ({ size, times = 1 } = {}) => encodePng(enlarge(await icon(size), times)),
  };
}

/**
 * @typedef {[id: number, props: Omit<MenuEntry, 'id' | 'children'>, children: Layout[]]} Layout
 * @param {Layout} layout
 * @returns {MenuEntry}
 */
function entry([id, props, children]) {
  // '_' marks a mnemonic, '__' is an underscore.
  const label = props.label?.replace(/__|_/g, (match) => (match === '__' ? '_' : ''));
  return { ...props, id, ...(label === undefined ? {} : { label }), children: children.map(entry) };
}

/** The protocol's pixels are ARGB in network order. @param {Buffer} argb */
function toRgba(argb) {
  const rgba = Buffer.alloc(argb.length);
  for (let at = 0; at < argb.length; at += 4) {
    rgba.set([argb[at + 1] ?? 0, argb[at + 2] ?? 0, argb[at + 3] ?? 0, argb[at] ?? 0], at);
  }
  return rgba;
}
