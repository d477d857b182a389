import type { Toaster, ToastOutcome, ToastView } from '../core/ports';
import { NOTIFICATIONS, type LinuxDesktop } from './desktop-linux';
import type { BusCall, MakeVariant } from './bus-connection';
import { escapeMarkup, lines, oneLine } from './plain-text';
import type { SessionBus } from './session-bus';
import { MAX_BODY, MAX_TITLE, TOAST_MS } from './toaster';

export interface LinuxToasterDeps {
  readonly bus: SessionBus;
  readonly desktop: Pick<LinuxDesktop, 'notifications' | 'notificationOwner' | 'settled'>;
  /** What the click on a bubble is called where the desktop shows it ("Open Tocsin"). */
  readonly openLabel: () => string;
  /** The app's picture, square, RGBA, not premultiplied. */
  readonly icon: () => { readonly size: number; readonly rgba: Buffer };
}

const URGENCY = { low: 0, normal: 1, critical: 2 } as const;
interface Signal {
  readonly member: string;
  readonly reason: unknown;
}
/** NotificationClosed: 1 expired, 2 dismissed by the user, 3 by CloseNotification, 4 undefined. */
const BY_PERSON = 2;
/** The server decides how long a bubble stays. */
const EXPIRES = -1;

/**
 * Toasts by the Desktop Notifications Specification itself: Electron's own can neither replace a bubble nor
 * survive a service that does not answer, and hands markup on raw (desktop.md).
 */
export function createLinuxToaster({ bus, desktop, openLabel, icon }: LinuxToasterDeps): Toaster {
  /** Drawn with the first toast. */
  let picture: ReturnType<typeof icon> | undefined;
  const ids = new Map<string, number>();
  /** Signals of bubbles whose id we have not been told yet. */
  const early = new Map<number, Signal>();
  const listeners: ((tag: string) => void)[] = [];
  const closers: ((tag: string) => void)[] = [];
  /** What was last asked for a tag: its next waits for it, so that a replacement knows the id. */
  const turns = new Map<string, Promise<unknown>>();
  let known: { readonly owner: string; readonly capabilities: readonly string[] } | undefined;

  bus.onSignal(NOTIFICATIONS.name, ({ sender, member, body: [id, reason] }) => {
    if (sender !== desktop.notificationOwner()) return; // anybody may emit a signal; only the service is believed
    const tag = [...ids].find(([, one]) => one === id)?.[0];
    if (tag === undefined) {
      // A signal may come in one piece with the answer that names its id, and be read first.
      if (typeof id === 'number') early.set(id, { member, reason });
    } else heard(tag, { member, reason });
  });

  function heard(tag: string, { member, reason }: Signal): void {
    if (member === 'NotificationClosed') {
      ids.delete(tag);
      if (reason === BY_PERSON) for (const closer of closers) closer(tag);
    }
    if (member === 'ActionInvoked') for (const listener of listeners) listener(tag);
  }
  bus.watchName(NOTIFICATIONS.name, () => {
    ids.clear(); // another service counts anew
    early.clear();
  });

  async function capabilities(): Promise<readonly string[]> {
    const owner = desktop.notificationOwner();
    if (known && known.owner === owner) return known.capabilities;
    const [list] = await bus.call(toService('GetCapabilities'), TOAST_MS);
    const found = Array.isArray(list) ? list.map(String) : [];
    const now = desktop.notificationOwner(); // it may have been started by this very question
    if (now) known = { owner: now, capabilities: found };
    return found;
  }

  async function notify(toast: ToastView): Promise<void> {
    const can = await capabilities();
    const [id] = await bus.call(notifyCall(toast, ids.get(toast.tag) ?? 0, can), TOAST_MS);
    if (typeof id !== 'number') return;
    ids.set(toast.tag, id);
    const signal = early.get(id);
    early.clear();
    if (signal !== undefined) setImmediate(() => heard(toast.tag, signal)); // once whoever shows it knows
  }

  function notifyCall(toast: Omit<ToastView, 'tag'>, replaces: number, can: readonly string[]): BusCall {
    const text = lines(toast.body, MAX_BODY);
    const body = can.includes('body-markup') ? escapeMarkup(text) : text;
    const actions = can.includes('actions') ? ['default', openLabel()] : [];
    const { size, rgba } = (picture ??= icon());
    const hints = (variant: MakeVariant): object => ({
      'desktop-entry': variant('s', 'tocsin'),
      urgency: variant('y', URGENCY[toast.urgency]),
      ...(toast.quiet && { 'suppress-sound': variant('b', true) }),
      'image-data': variant('(iiibiiay)', [size, size, size * 4, true, 8, 4, rgba]),
    });
    return {
      ...toService('Notify'),
      signature: 'susssasa{sv}i',
      body: (variant) => [
        'Tocsin',
        replaces,
        '',
        oneLine(toast.title, MAX_TITLE),
        body,
        actions,
        hints(variant),
        EXPIRES,
      ],
    };
  }

  async function show(toast: ToastView): Promise<ToastOutcome> {
    if (desktop.notifications() === 'unknown') await desktop.settled(); // the first toast of a start
    if (desktop.notifications() !== 'there') return { state: 'no-service' };
    const turn = (turns.get(toast.tag) ?? Promise.resolve()).then(() => notify(toast));
    const settled = turn
      .catch(() => {})
      .finally(() => {
        if (turns.get(toast.tag) === settled) turns.delete(toast.tag);
      });
    turns.set(toast.tag, settled);
    try {
      await turn;
      return { state: 'shown' };
    } catch (error) {
      return {
        state: 'failed',
        reason: (error instanceof Error ? error.message : String(error)).slice(0, 300),
      };
    }
  }

  async function withdraw(tag: string): Promise<void> {
    await turns.get(tag);
    const id = ids.get(tag);
    if (id === undefined) return;
    ids.delete(tag);
    await bus.call({ ...toService('CloseNotification'), signature: 'u', body: () => [id] }, TOAST_MS);
  }

  return {
    show,
    // Nobody waits for it, and a bubble that is gone already is an error in the protocol.
    withdraw: (tag) => void withdraw(tag).catch(() => {}),
    onClick: (listener) => void listeners.push(listener),
    onClose: (listener) => void closers.push(listener),
  };
}

const toService = (member: string): BusCall => ({
  destination: NOTIFICATIONS.name,
  path: NOTIFICATIONS.path,
  interface: NOTIFICATIONS.name,
  member,
  autoStart: true,
});
