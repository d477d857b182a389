import type { ToastButton, Toaster, ToastOutcome, ToastView } from '../../core/ports';
import type { createBubbleIds } from './bubble-ids';
import { busErrorName } from '../desktop/bus-connection';
import type { LinuxDesktop } from '../desktop/desktop-linux';
import { NOTIFICATIONS } from './notifications-name';
import { actOf, notifyCall, toService, type ButtonLabels } from './notify-call';
import { NoAnswer, type SessionBus } from '../desktop/session-bus';
import type { SoundFiles } from './sounds';
import type { PictureOf } from './toast-picture';
import { TOAST_MS } from './toaster';

export interface LinuxToasterDeps {
  readonly bus: SessionBus;
  readonly desktop: Pick<LinuxDesktop, 'notifications' | 'notificationOwner' | 'doNotDisturb' | 'settled'>;
  /** What buttons are called where the desktop shows them, and the click on a bubble. */
  readonly labels: () => ButtonLabels;
  /** Address of a bubble's picture, `file:`. */
  readonly pictureOf: PictureOf;
  readonly ids: ReturnType<typeof createBubbleIds>;
  readonly sounds: SoundFiles;
}

interface Signal {
  readonly member: string;
  /** Of `NotificationClosed` why, of `ActionInvoked` the button's key. */
  readonly detail: unknown;
}
/** NotificationClosed: 1 expired, 2 dismissed by the user, 3 by CloseNotification, 4 undefined. */
const BY_PERSON = 2;

/**
 * Toasts by the Desktop Notifications Specification itself: Electron's own can neither replace a bubble nor
 * survive a service that does not answer, and hands markup on raw (desktop.md).
 */
export function createLinuxToaster(deps: LinuxToasterDeps): Toaster {
  const { bus, desktop, labels, pictureOf, ids, sounds } = deps;
  /** Signals of bubbles whose id we have not been told yet. */
  const early = new Map<number, Signal>();
  const actors: ((tag: string, act: 'open' | ToastButton) => void)[] = [];
  const closers: ((tag: string) => void)[] = [];
  const mourners: ((tags: readonly string[]) => void)[] = [];
  /** What was last asked for a tag: its next waits for it, so that a replacement knows the id. */
  const turns = new Map<string, Promise<unknown>>();
  let known: { readonly owner: string; readonly capabilities: readonly string[] } | undefined;

  bus.onSignal(NOTIFICATIONS.name, ({ sender, member, body: [id, detail] }) => {
    if (sender !== desktop.notificationOwner()) return; // anybody may emit a signal; only the service is believed
    const tag = ids.tagOf(id);
    if (tag === undefined) {
      // A signal may come in one piece with the answer that names its id, and be read first.
      if (typeof id === 'number') early.set(id, { member, detail });
    } else heard(tag, { member, detail });
  });

  function heard(tag: string, { member, detail }: Signal): void {
    if (member === 'NotificationClosed') {
      ids.delete(tag);
      if (detail === BY_PERSON) for (const closer of closers) closer(tag);
    }
    const act = member === 'ActionInvoked' ? actOf(detail) : undefined;
    if (act) for (const actor of actors) actor(tag, act);
  }
  bus.watchName(NOTIFICATIONS.name, (owner) => {
    const gone = ids.serviceIs(owner ? `${bus.id() ?? ''} ${owner}` : undefined);
    early.clear();
    // Asked before the first toast, which then waits for nothing but its own answer.
    if (owner) void askCapabilities().catch(() => {});
    if (gone.length > 0) for (const mourner of mourners) mourner(gone);
  });

  async function askCapabilities(): Promise<readonly string[]> {
    const [list] = await bus.call(toService('GetCapabilities'), TOAST_MS);
    const found = Array.isArray(list) ? list.map(String) : [];
    const owner = desktop.notificationOwner(); // it may have been started by this very question
    if (owner) known = { owner, capabilities: found };
    return found;
  }

  async function notify(toast: ToastView): Promise<void> {
    const can =
      known && known.owner === desktop.notificationOwner() ? known.capabilities : await askCapabilities();
    // A service that plays sounds does so by the desktop's own settings; else it is ours to play.
    const theirs = toast.sound && can.includes('sound') ? await sounds.fileOf(toast.sound) : undefined;
    const picture = await pictureOf(toast.look);
    const replaces = ids.get(toast.tag) ?? 0;
    const parts = {
      replaces,
      can,
      labels: labels(),
      picture,
      soundFile: theirs ?? null,
    };
    const [id] = await bus.call(notifyCall(toast, parts), TOAST_MS);
    if (toast.sound && theirs === undefined) void sounds.play(toast.sound);
    if (typeof id !== 'number') return;
    ids.set(toast.tag, id);
    const signal = early.get(id);
    early.delete(id);
    if (turns.size <= 1) early.clear(); // nobody else waits for an id; the rest are other programs'
    if (signal !== undefined) setImmediate(() => heard(toast.tag, signal)); // once whoever shows it knows
  }

  /** After what was asked for this tag before; at once, and read at once, where nothing was. */
  function inTurn<T>(tag: string, act: () => Promise<T>): Promise<T> {
    const turn = turns.get(tag)?.then(act) ?? act();
    const settled = turn
      .catch(() => {})
      .finally(() => {
        if (turns.get(tag) === settled) turns.delete(tag);
      });
    turns.set(tag, settled);
    return turn;
  }

  async function show(toast: ToastView): Promise<ToastOutcome> {
    if (desktop.notifications() === 'unknown') await desktop.settled(); // the first toast of a start
    if (desktop.notifications() !== 'there') return { state: 'no-service' };
    try {
      await notify(toast);
      // The desktop keeps it in its list, and shows it later or not at all; what is critical it may show even so.
      return { state: desktop.doNotDisturb() === 'on' ? 'do-not-disturb' : 'shown' };
    } catch (error) {
      return failed(error);
    }
  }

  async function withdraw(tag: string): Promise<void> {
    // What an earlier run left is known only once the bus has said who shows it.
    if (desktop.notifications() === 'unknown') await desktop.settled();
    const id = ids.get(tag);
    if (id === undefined) return;
    ids.delete(tag);
    // Nobody waits for the answer, and a bubble that is gone already is an error in the protocol.
    const call = { ...toService('CloseNotification'), signature: 'u', body: () => [id] };
    bus.call(call, TOAST_MS).catch(() => {});
  }

  return {
    show: (toast) => inTurn(toast.tag, () => show(toast)),
    // Shown again right after it, the tag has no id left to replace: else that bubble would be closed.
    withdraw: (tag) => void inTurn(tag, () => withdraw(tag)).catch(() => {}),
    onAct: (listener) => void actors.push(listener),
    onClose: (listener) => void closers.push(listener),
    onGone: (listener) => void mourners.push(listener),
  };
}

function failed(error: unknown): ToastOutcome {
  if (error instanceof NoAnswer) return { state: 'no-answer' };
  const reason = error instanceof Error ? error.message : String(error);
  return { state: 'failed', code: busErrorName(error), reason: reason.slice(0, 300) };
}
