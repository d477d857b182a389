import type { Message } from '@particle/dbus-next';
import type { Duplex } from 'node:stream';

export const BUS = { name: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' } as const;

export interface BusCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly signature?: string;
  readonly body?: (variant: MakeVariant) => readonly unknown[];
  /** May the bus start the service for it? */
  readonly autoStart?: boolean;
}
export type MakeVariant = (signature: string, value: unknown) => unknown;

export interface BusSignal {
  /** Unique name, `:1.42`. */
  readonly sender: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly body: readonly unknown[];
}

export interface BusConnection {
  /** Rejects with the bus's own words; may stay unanswered, the caller sets the time. */
  call(call: BusCall): Promise<readonly unknown[]>;
  close(): void;
}

export interface BusEvents {
  signal(signal: BusSignal): void;
  /** Once, however it ended: closed, broken, never there. */
  gone(reason: string): void;
}

/**
 * One connection to a message bus. The library is loaded here, after the tray is up: it takes 15 ms.
 * Rejects where nobody answers; afterwards every end comes through `gone`.
 */
export async function connectBus(address: string, events: BusEvents): Promise<BusConnection> {
  const { default: dbus } = await import('@particle/dbus-next');
  const bus = dbus.sessionBus({ busAddress: address });
  let over = false;
  const end = (reason: string): void => {
    if (over) return;
    over = true;
    events.gone(reason);
  };
  // Heard for good: an unheard `error` would end the app. The library itself forgets to tell of a closed socket.
  bus.on('error', (error: unknown) => end(error instanceof Error ? error.message : String(error)));
  const { stream } = (bus as unknown as { readonly _connection: { readonly stream: Duplex } })._connection;
  stream.on('close', () => end('the bus closed the connection'));
  bus.on('message', (message) => {
    if (message.type === dbus.MessageType.SIGNAL) events.signal(message);
  });

  async function call(asked: BusCall): Promise<readonly unknown[]> {
    const variant: MakeVariant = (signature, value) => new dbus.Variant(signature, value);
    const message: Message = new dbus.Message({
      destination: asked.destination,
      path: asked.path,
      interface: asked.interface,
      member: asked.member,
      signature: asked.signature ?? '',
      body: [...(asked.body?.(variant) ?? [])],
      ...(!asked.autoStart && { flags: dbus.MessageFlag.NO_AUTO_START }),
    });
    const answer = await bus.call(message);
    return (answer?.body ?? []) as unknown[];
  }

  const close = (): void => {
    over = true;
    bus.disconnect();
    stream.destroy();
  };
  return { call, close };
}

/** What the bus calls an error (`org.freedesktop.DBus.Error.AccessDenied`); empty: it is none of the bus's. */
export function busErrorName(error: unknown): string {
  const name = (error as { readonly type?: unknown } | null)?.type;
  return typeof name === 'string' ? name : '';
}

type Exists = (path: string) => boolean;

/**
 * The session bus of this environment as the library understands it, or `undefined`: the address that was
 * given, else the place that systemd uses. Only sockets of this machine.
 */
export function sessionBusAddress(env: NodeJS.ProcessEnv, exists: Exists): string | undefined {
  const given = env['DBUS_SESSION_BUS_ADDRESS'];
  if (given) return ofThisMachine(given);
  const runtime = env['XDG_RUNTIME_DIR'];
  return runtime && exists(`${runtime}/bus`) ? `unix:path=${runtime}/bus` : undefined;
}

/** The same of the system's bus; its place is that of the D-Bus specification, Well-known Message Bus Instances. */
export function systemBusAddress(env: NodeJS.ProcessEnv, exists: Exists): string | undefined {
  const given = env['DBUS_SYSTEM_BUS_ADDRESS'];
  if (given) return ofThisMachine(given);
  const socket = ['/run/dbus/system_bus_socket', '/var/run/dbus/system_bus_socket'].find(exists);
  return socket && `unix:path=${socket}`;
}

function ofThisMachine(given: string): string | undefined {
  const unix = given.split(';').find((one) => /^unix:(path|abstract)=[^,]+/.test(one));
  return unix && /^unix:(path|abstract)=[^,:=]+/.exec(decode(unix))?.[0];
}

/** `%2d` and so on (D-Bus specification, Server addresses). */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
