// A D-Bus connection with plain values, for the virtual desktop and the tests.
//   connectBus(address)  → { call, emit, match, own, onSignal, hasOwner, close }
//   variant(type, value) for what is sent
import dbus from '@particle/dbus-next';

const { Message, MessageType, Variant } = dbus;
const BUS = 'org.freedesktop.DBus';
const BUS_PATH = '/org/freedesktop/DBus';

/** An answer that never comes: what a hung service gives. */
export const NEVER = Symbol('never');

/**
 * @typedef {{ readonly sender: string, readonly path: string, readonly interface: string, readonly member: string,
 *   readonly body: readonly unknown[], readonly raw: readonly unknown[] }} BusMessage `raw` keeps the Variants
 * @typedef {(message: BusMessage) => readonly [signature: string, ...body: unknown[]] | typeof NEVER | void} Method
 * @typedef {Awaited<ReturnType<typeof connectBus>>} Bus
 */

/** @param {string} address */
export async function connectBus(address) {
  const bus = dbus.sessionBus({ busAddress: address });
  // Heard for good: an unheard error would end the process when the daemon goes first.
  const failed = new Promise((_, reject) => void bus.on('error', reject));
  failed.catch(() => {});

  /**
   * @param {string} destination
   * @param {string} path
   * @param {string} iface
   * @param {string} member
   * @param {string} [signature]
   * @param {readonly unknown[]} [body]
   * @returns {Promise<unknown[]>}
   */
  async function call(destination, path, iface, member, signature = '', body = []) {
    const message = new Message({ destination, path, interface: iface, member, signature, body: [...body] });
    const answer = await bus.call(message);
    return /** @type {unknown[]} */ (plain(answer?.body ?? []));
  }

  const busCall = (/** @type {string} */ member, /** @type {string} */ argument) =>
    call(BUS, BUS_PATH, BUS, member, 's', [argument]);

  /**
   * @param {string} path
   * @param {string} iface
   * @param {string} member
   * @param {string} signature
   * @param {readonly unknown[]} body
   */
  const emit = (path, iface, member, signature, body) =>
    bus.send(Message.newSignal(path, iface, member, signature, [...body]));

  /**
   * Owns `name` and answers `methods` at `path`, of whatever interface.
   * @param {string} name
   * @param {string} path
   * @param {Readonly<Record<string, Method>>} methods
   */
  async function own(name, path, methods) {
    bus.addMethodHandler((/** @type {dbus.Message} */ message) => {
      const method = message.path === path ? methods[message.member] : undefined;
      if (!method) return false;
      const answer = method(received(message)) ?? [''];
      if (answer !== NEVER) bus.send(Message.newMethodReturn(message, answer[0], answer.slice(1)));
      return true;
    });
    const reply = await bus.requestName(name, dbus.NameFlag.DO_NOT_QUEUE);
    if (reply !== dbus.RequestNameReply.PRIMARY_OWNER) throw new Error(`${name} has an owner already`);
  }

  /** @param {(message: BusMessage) => void} listener of every signal that `match` asked for */
  function onSignal(listener) {
    bus.on('message', (message) => {
      if (message.type === MessageType.SIGNAL) listener(received(message));
    });
  }

  await Promise.race([busCall('GetNameOwner', BUS), failed]);
  return {
    call,
    emit,
    own,
    onSignal,
    match: (/** @type {string} */ rule) => busCall('AddMatch', rule),
    hasOwner: async (/** @type {string} */ name) => (await busCall('NameHasOwner', name))[0] === true,
    close() {
      // What still comes has nobody to answer it; the library would try, on a closed stream.
      /** @type {import('node:events').EventEmitter} */ (Reflect.get(bus, '_connection')).removeAllListeners(
        'message',
      );
      bus.disconnect();
    },
  };
}

/**
 * @param {string} signature
 * @param {unknown} value
 */
export const variant = (signature, value) => new Variant(signature, value);

/** @param {dbus.Message} message */
function received(message) {
  const { sender, path, member } = message;
  const raw = /** @type {unknown[]} */ (message.body);
  return {
    sender,
    path,
    interface: message.interface,
    member,
    raw,
    body: /** @type {unknown[]} */ (plain(raw)),
  };
}

/**
 * @param {unknown} value
 * @returns {unknown}
 */
function plain(value) {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Variant) return plain(/** @type {unknown} */ (value.value));
  if (Buffer.isBuffer(value)) return value;
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
