import type { ToastButton, ToastView } from '../../core/ports';
import type { BusCall, MakeVariant } from '../desktop/bus-connection';
import { NOTIFICATIONS } from './notifications-name';
import { escapeMarkup, lines, oneLine } from './plain-text';
import { MAX_BODY, MAX_TITLE } from './toaster';

const URGENCY = { low: 0, normal: 1, critical: 2 } as const;
/** Desktop Notifications Specification, Categories. */
const CATEGORY = { lost: 'network.disconnected', back: 'network.connected', error: 'network.error' } as const;
/** The server decides how long a bubble stays. */
const EXPIRES = -1;

export type ButtonLabels = { readonly [Name in 'open' | ToastButton]: string };

export interface NotifyParts {
  /** The bubble whose place it takes, 0: none. */
  readonly replaces: number;
  /** What the service says it can (`GetCapabilities`). */
  readonly can: readonly string[];
  readonly labels: ButtonLabels;
  /** Address of its picture, `file:`; `undefined`: there is none. */
  readonly picture: string | undefined;
  /** Path of the sound that the service is to play; `null`: it is to play none of its own either. */
  readonly soundFile: string | null;
}

/**
 * `Notify` of the Desktop Notifications Specification. The title is plain text everywhere; the body is markup where the
 * service says so. Neither `transient` nor `resident`: what nobody looked at stays in the desktop's list, what was clicked goes.
 */
export function notifyCall(
  toast: ToastView,
  { replaces, can, labels, picture, soundFile }: NotifyParts,
): BusCall {
  const text = lines(toast.body, MAX_BODY);
  const body = can.includes('body-markup') ? escapeMarkup(text) : text;
  const acts = ['open', ...toast.buttons] as const;
  const actions = can.includes('actions') ? acts.flatMap((act) => [KEYS[act], labels[act]]) : [];
  const hints = (variant: MakeVariant): object => ({
    'desktop-entry': variant('s', 'tocsin'),
    urgency: variant('y', URGENCY[toast.urgency]),
    ...(toast.about !== null && { category: variant('s', CATEGORY[toast.about]) }),
    // By its name: the pixels themselves take the library 6 ms a bubble, in main.
    ...(picture !== undefined && { 'image-path': variant('s', picture) }),
    ...(soundFile === null
      ? { 'suppress-sound': variant('b', true) }
      : { 'sound-file': variant('s', soundFile) }),
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

/** `default` is the click on the bubble itself. */
const KEYS = { open: 'default', seen: 'seen', snooze: 'snooze' } as const;

/** What `ActionInvoked` names; `undefined`: nothing of ours. */
export const actOf = (key: unknown): 'open' | ToastButton | undefined =>
  (['open', 'seen', 'snooze'] as const).find((act) => KEYS[act] === key);

export const toService = (member: string): BusCall => ({
  destination: NOTIFICATIONS.name,
  path: NOTIFICATIONS.path,
  interface: NOTIFICATIONS.name,
  member,
  autoStart: true,
});
