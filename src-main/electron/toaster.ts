import type { Notification, NotificationConstructorOptions } from 'electron';
import type { Clock, Toaster, ToastOutcome } from '../core/ports';
import { lines, oneLine } from './plain-text';

/** security.md, Hostile server text. */
export const MAX_TITLE = 100;
export const MAX_BODY = 250;
/** A desktop that has not answered by then has not shown anything, ms. */
export const TOAST_MS = 10_000;
/** So many bubbles are kept clickable; a reference lost is a click lost (architecture.md, Traps). */
const KEPT = 200;

export interface ToasterDeps {
  readonly Notification: {
    new (options: NotificationConstructorOptions): Notification;
    isSupported(): boolean;
  };
  readonly clock: Pick<Clock, 'after'>;
}

/** Toasts of Windows and macOS, by Electron. Linux has its own (`toaster-linux.ts`). */
export function createToaster({ Notification, clock }: ToasterDeps): Toaster {
  const kept = new Map<string, Notification>();
  const listeners: ((tag: string) => void)[] = [];

  function withdraw(tag: string): void {
    kept.get(tag)?.close();
    kept.delete(tag);
  }

  return {
    show({ tag, title, body, urgency, quiet = false }) {
      if (!Notification.isSupported()) return Promise.resolve<ToastOutcome>({ state: 'no-service' });
      withdraw(tag);
      const toast = new Notification({
        title: oneLine(title, MAX_TITLE),
        body: lines(body, MAX_BODY),
        urgency,
        ...(quiet && { silent: true }),
      });
      kept.set(tag, toast);
      for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old);
      toast.on('click', () => {
        for (const listener of listeners) listener(tag);
      });
      return new Promise<ToastOutcome>((resolve) => {
        const late = `no answer in ${TOAST_MS / 1000} s`;
        const cancel = clock.after(TOAST_MS, () => resolve({ state: 'failed', reason: late }));
        const end = (outcome: ToastOutcome): void => (cancel(), resolve(outcome));
        toast.on('show', () => end({ state: 'shown' }));
        toast.on('failed', (_, reason) => end({ state: 'failed', reason: reason.slice(0, 300) }));
        toast.show();
      });
    },
    withdraw,
    onClick: (listener) => void listeners.push(listener),
    // Windows says `close` also of a toast that moved to the action centre (desktop.md).
    onClose: () => undefined,
  };
}
