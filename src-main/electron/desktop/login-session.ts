import type { BusCall, BusSignal } from './bus-connection';
import type { SessionBus } from './session-bus';

const LOGIN = 'org.freedesktop.login1';
const MANAGER = '/org/freedesktop/login1';
const SESSION = `${LOGIN}.Session`;
const PROPERTIES = 'org.freedesktop.DBus.Properties';
/** Answers come within milliseconds, ms. */
const ASK_MS = 3000;

/**
 * Calls back when logind says that the screen of this login session is locked (`true`) or unlocked: by its signals
 * `Lock` and `Unlock`, and by `LockedHint`, which a screen locker sets. The same may be said more than once.
 * https://www.freedesktop.org/software/systemd/man/latest/org.freedesktop.login1.html
 * @param bus the system's
 * @param pid of this process: its session is the one that counts, else the user's graphical one
 */
export function followLoginSession(
  bus: Pick<SessionBus, 'call' | 'watchName' | 'onSignal'>,
  pid: number,
  onLocked: (locked: boolean) => void,
): void {
  let owner: string | undefined;
  let path: string | undefined;
  const followed = new Set<string>();

  bus.watchName(LOGIN, (now) => {
    owner = now;
    if (now) void meet().catch(() => undefined); // a service that does not say: as without one
  });

  async function meet(): Promise<void> {
    path = await sessionPath();
    if (path === undefined || followed.has(path)) return;
    followed.add(path);
    bus.onSignal(SESSION, heard, { path });
    bus.onSignal(PROPERTIES, heard, { path });
  }

  /** A program that the user's service manager started belongs to no session: then it is the one on the display. */
  async function sessionPath(): Promise<string | undefined> {
    const own = await bus.call(ofPid('GetSessionByPID'), ASK_MS).catch(() => undefined);
    if (own) return asPath(own[0]);
    const [user] = await bus.call(ofPid('GetUserByPID'), ASK_MS);
    const [display] = await bus.call(displayOf(String(user)), ASK_MS);
    return asPath(inVariant(display, 1));
  }
  const ofPid = (member: string): BusCall => ({
    destination: LOGIN,
    path: MANAGER,
    interface: `${LOGIN}.Manager`,
    member,
    signature: 'u',
    body: () => [pid],
  });

  function heard({ sender, path: at, interface: of, member, body }: BusSignal): void {
    // Anybody may emit a signal; only the service is believed.
    if (!owner || sender !== owner || at !== path) return;
    if (of === SESSION && (member === 'Lock' || member === 'Unlock')) return onLocked(member === 'Lock');
    if (member !== 'PropertiesChanged' || body[0] !== SESSION) return;
    const hint = inVariant((body[1] as { readonly LockedHint?: unknown } | undefined)?.LockedHint);
    if (typeof hint === 'boolean') onLocked(hint);
  }
}

const displayOf = (user: string): BusCall => ({
  destination: LOGIN,
  path: user,
  interface: PROPERTIES,
  member: 'Get',
  signature: 'ss',
  body: () => [`${LOGIN}.User`, 'Display'],
});

/** "/" stands for none. */
const asPath = (value: unknown): string | undefined =>
  typeof value === 'string' && value.startsWith(`${MANAGER}/`) ? value : undefined;

function inVariant(value: unknown, field?: number): unknown {
  const inside = (value as { readonly value?: unknown } | undefined)?.value;
  return field === undefined ? inside : (inside as readonly unknown[] | undefined)?.[field];
}
