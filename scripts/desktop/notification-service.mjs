// A notification service that records, and on wish lets a real dunst draw.
//   startNotificationService(busAddress, { capabilities, silent, draw, onCall })  → see below
// `silent`: takes every call and never answers (a hung service). `draw`: a session ({ env, dir }) to draw on.
// `name`: what it calls itself; as `dunst` it says by its property whether it is paused (`doNotDisturb(on)`).
// `onCall`: is told of a call by its name once it is recorded and before it is answered.
// Closing and starting anew is what a restarted desktop looks like to the app.
import { waitUntil } from '../processes.mjs';
import { NEVER, connectBus, variant } from './bus.mjs';
import { startDunst } from './dunst.mjs';

const NAME = 'org.freedesktop.Notifications';
const PATH = '/org/freedesktop/Notifications';
const DUNST = 'org.dunstproject.cmd0';
const CLOSED = /** @type {const} */ ({ expired: 1, dismissed: 2, byCall: 3 });

/**
 * @typedef {{ readonly id: number, readonly at: number, readonly app: string, readonly replaces: number,
 *   readonly icon: string, readonly summary: string, readonly body: string, readonly actions: readonly string[],
 *   readonly hints: Readonly<Record<string, unknown>>, readonly timeout: number }} Notified `at`: ms since the epoch
 * @typedef {{ capabilities?: readonly string[], silent?: boolean, draw?: { env: NodeJS.ProcessEnv, dir: string } | undefined,
 *   name?: string, onCall?: (member: string) => void }} Options
 * @param {string} busAddress
 * @param {Options} [options]
 */
export async function startNotificationService(busAddress, options = {}) {
  const { capabilities = ['body', 'actions', 'body-markup', 'persistence'], silent = false, draw } = options;
  const { onCall = () => {}, name = 'tocsin-desktop' } = options;
  let paused = false;
  const bus = await connectBus(busAddress);
  const dunst = draw && (await startDunst(draw));
  /** @type {Notified[]} */
  const notified = [];
  /** @type {number[]} */
  const closedByCall = [];
  /** @type {Map<number, number>} ours → dunst's */
  const drawn = new Map();
  let nextId = 1;
  let drawing = Promise.resolve();

  const action = (/** @type {number} */ id, key = 'default') =>
    bus.emit(PATH, NAME, 'ActionInvoked', 'us', [id, key]);
  const closed = (/** @type {number} */ id, /** @type {number} */ reason = CLOSED.dismissed) =>
    bus.emit(PATH, NAME, 'NotificationClosed', 'uu', [id, reason]);
  const ours = (/** @type {number} */ theirs) => [...drawn].find(([, id]) => id === theirs)?.[0];

  dunst?.onAction((theirs, key) => {
    const id = ours(theirs);
    if (id !== undefined) action(id, String(key));
  });
  dunst?.onClosed((theirs, reason) => {
    const id = ours(theirs);
    if (id === undefined) return;
    drawn.delete(id);
    closed(id, Number(reason));
  });

  /**
   * One after the other, so that a replacement finds what it replaces.
   * @param {number} id
   * @param {readonly unknown[]} raw
   */
  function drawIt(id, raw) {
    if (!dunst) return;
    drawing = drawing
      .then(() => dunst.notify([raw[0], drawn.get(Number(raw[1])) ?? 0, ...raw.slice(2)]))
      .then((theirs) => void drawn.set(id, theirs))
      .catch(() => {});
  }

  await bus.own(NAME, PATH, {
    GetCapabilities: () => {
      onCall('GetCapabilities');
      return silent ? NEVER : ['as', capabilities];
    },
    GetServerInformation: () => (silent ? NEVER : ['ssss', name, 'tocsin', '1.0', '1.2']),
    Get: ({ body: [iface] }) => (iface === DUNST ? ['v', variant('b', paused)] : undefined),
    Notify: ({ body, raw }) => {
      const call = readNotify(body, nextId);
      if (call.id === nextId) nextId += 1;
      notified.push(call);
      onCall('Notify');
      if (silent) return NEVER;
      drawIt(call.id, raw);
      return ['u', call.id];
    },
    CloseNotification: ({ body }) => {
      const id = Number(body[0]);
      closedByCall.push(id);
      onCall('CloseNotification');
      if (silent) return NEVER;
      const theirs = drawn.get(id);
      if (dunst && theirs !== undefined) void dunst.close(theirs);
      else closed(id, CLOSED.byCall);
      return [''];
    },
  });

  return {
    /** Whether a real dunst draws. */
    draws: dunst !== undefined,
    /** Every Notify so far, replacements too. */
    shown: () => /** @type {readonly Notified[]} */ ([...notified]),
    /** As when the person turns it on or off. */
    doNotDisturb(/** @type {boolean} */ on) {
      paused = on;
      const changed = [DUNST, { paused: variant('b', on) }, []];
      bus.emit(PATH, 'org.freedesktop.DBus.Properties', 'PropertiesChanged', 'sa{sv}as', changed);
    },
    /** The ids of every CloseNotification so far. */
    closedByCall: () => /** @type {readonly number[]} */ ([...closedByCall]),
    /** The first Notify that passes `test`, also one that came before. */
    next: (/** @type {(call: Notified) => boolean} */ test = () => true, ms = 5000) =>
      waitUntil(() => notified.find(test), ms, 'a notification'),
    /** Waits until all that came was handed to dunst. */
    settled: () => drawing,
    action,
    closed,
    async close() {
      bus.close();
      await dunst?.stop();
    },
  };
}

/**
 * @param {readonly unknown[]} body
 * @param {number} freshId
 * @returns {Notified}
 */
function readNotify(body, freshId) {
  const [app, replaces, icon, summary, text, actions, hints, timeout] =
    /** @type {[string, number, string, string, string, string[], Record<string, unknown>, number]} */ (body);
  const id = replaces || freshId;
  return { id, at: Date.now(), app, replaces, icon, summary, body: text, actions, hints, timeout };
}
