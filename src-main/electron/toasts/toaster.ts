import type { Notification, NotificationConstructorOptions } from 'electron';
import type { Clock, Sounds, ToastButton, Toaster, ToastOutcome, ToastView } from '../../core/ports';
import { lines, oneLine } from './plain-text';
import type { PictureOf } from './toast-picture';

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
    /** macOS only: the bubbles of earlier runs that still stand. */
    getHistory?(): Promise<Notification[]>;
  };
  readonly platform: NodeJS.Platform;
  readonly clock: Pick<Clock, 'after'>;
  readonly labels: () => { readonly [Name in ToastButton]: string };
  /** Path of a bubble's picture. */
  readonly pictureOf: PictureOf;
  readonly sounds: Sounds;
}

/**
 * Toasts of Windows and macOS, by Electron. Linux has its own (`toaster-linux.ts`). Neither system tells whether it is
 * set to do not disturb: then what is shown is in its list alone, and nothing here knows.
 */
export function createToaster({
  Notification,
  platform,
  clock,
  labels,
  pictureOf,
  sounds,
}: ToasterDeps): Toaster {
  const kept = new Map<string, Notification>();
  /** What waits for its picture, by tag. */
  const waiting = new Map<string, Promise<unknown>>();
  const actors: ((tag: string, act: 'open' | ToastButton) => void)[] = [];

  function withdraw(tag: string): void {
    kept.get(tag)?.close();
    kept.delete(tag);
    waiting.delete(tag);
  }

  function keep(tag: string, toast: Notification, buttons: readonly ToastButton[]): void {
    kept.set(tag, toast);
    for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old);
    const act = (done: 'open' | ToastButton): void => {
      for (const actor of actors) actor(tag, done);
    };
    toast.on('click', () => act('open'));
    toast.on('action', ({ actionIndex }, index) => {
      const button = buttons[actionIndex ?? index];
      if (button) act(button);
    });
  }

  // A click on what an earlier run left in the list of macOS opens its item, too.
  if (platform === 'darwin')
    void Notification.getHistory?.().then(
      (left) => {
        for (const toast of left) if (!kept.has(toast.id)) keep(toast.id, toast, []);
      },
      () => undefined, // a copy that is not signed has no list
    );

  function raise(
    { tag, title, body, urgency, buttons, sound }: ToastView,
    picture: string | undefined,
  ): Promise<ToastOutcome> {
    const names = labels();
    const toast = new Notification({
      id: tag,
      title: oneLine(title, MAX_TITLE),
      body: lines(body, MAX_BODY),
      urgency,
      actions: buttons.map((button) => ({ type: 'button', text: names[button] })),
      ...(picture !== undefined && { icon: picture }),
      silent: true, // the sound, where there is one, is ours
    });
    keep(tag, toast, buttons);
    return new Promise<ToastOutcome>((resolve) => {
      const cancel = clock.after(TOAST_MS, () => resolve({ state: 'no-answer' }));
      const end = (outcome: ToastOutcome): void => (cancel(), resolve(outcome));
      toast.on('show', () => {
        end({ state: 'shown' });
        if (sound) void sounds.play(sound);
      });
      toast.on('failed', (_, reason) =>
        end({ state: 'failed', code: codeOf(reason), reason: reason.slice(0, 300) }),
      );
      toast.show();
    });
  }

  return {
    show(toast) {
      const { tag, look } = toast;
      if (!Notification.isSupported()) return Promise.resolve<ToastOutcome>({ state: 'no-service' });
      withdraw(tag);
      const picture = platform === 'darwin' ? undefined : pictureOf(look); // macOS shows the app's own
      if (!(picture instanceof Promise)) return raise(toast, picture);
      waiting.set(tag, picture);
      return picture.then((found) => {
        if (waiting.get(tag) !== picture) return { state: 'shown' }; // taken away, or replaced, before it was to be seen
        waiting.delete(tag);
        return raise(toast, found);
      });
    },
    withdraw,
    onAct: (listener) => void actors.push(listener),
    // Windows says `close` also of a toast that moved to the action centre (desktop.md).
    onClose: () => undefined,
    // Nobody tells.
    onGone: () => undefined,
  };
}

/** An HRESULT in the words of a failure, as Windows writes it in its own lists: `0x803E0111`; empty: there is none. */
function codeOf(reason: string): string {
  const found = /-\d{9,10}|0x[0-9a-f]{8}/i.exec(reason)?.[0];
  if (found === undefined) return '';
  return `0x${(Number(found) >>> 0).toString(16).toUpperCase().padStart(8, '0')}`;
}
