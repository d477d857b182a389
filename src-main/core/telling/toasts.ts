import type { Words } from '../../../src-shared/messages/words';
import type { NotificationKey } from '../../../src-shared/notification';
import type { SubjectNames } from '../../../src-shared/subject';
import { isDigest, type Bubble, type Decision } from '../alerts/decision';
import type { Context } from '../alerts/draft';
import type { Clock, Log, Sound, Toaster, ToastLook, ToastOutcome } from '../ports';
import type { Alerts, Fate } from '../alerts-port';
import type { Store } from '../store-port';
import { refusalReason } from '../../../src-shared/refusal';
import { lookOf, OF_AN_ACCOUNT, silentFeedView, toastView } from './toast-view';

export interface ToastsDeps {
  readonly store: Store;
  readonly toaster: Toaster;
  readonly clock: Clock;
  readonly log: Log;
  readonly words: () => Words;
  readonly names: () => SubjectNames;
  readonly accountName: (account: string) => string;
  /** `createChooseSound` */
  readonly chooseSound: (looks: readonly (ToastLook | null)[]) => readonly (Sound | null)[];
  /** What the engine is told of the world along with a bubble's fate. */
  readonly context: () => Context;
  /** What it decides upon that. */
  readonly onAlerts: (alerts: Alerts) => Promise<void>;
  /** Marked by a bubble's button, with the Undo of every mark. */
  readonly onSeen: (keys: readonly NotificationKey[]) => void;
  /** Put off by a bubble's button. */
  readonly onSnooze: (keys: readonly NotificationKey[]) => void;
  /** A bubble of one item was clicked. */
  readonly onItem: (key: NotificationKey) => void;
  /** A bubble of several. */
  readonly onSeveral: (keys: readonly NotificationKey[]) => void;
}

/** Draws the engine's decisions, and writes down what became of each. */
export function createToasts(deps: ToastsDeps) {
  const { store, toaster, log } = deps;
  const onScreen = new Map<string, readonly NotificationKey[]>();

  toaster.onAct((tag, act) => {
    const keys = onScreen.get(tag);
    if (!keys || keys.length === 0) return;
    log.event(`toast ${act === 'open' ? 'clicked' : act}`, `${keys.length} ${items(keys)}`);
    noted(tag, keys, 'clicked', act === 'open' ? '' : act);
    // Not every desktop takes a clicked bubble away.
    if (act !== 'open' || keys.length === 1) toaster.withdraw(tag);
    if (act === 'seen') deps.onSeen(keys);
    else if (act === 'snooze') deps.onSnooze(keys);
    else if (keys.length === 1) deps.onItem(keys[0]!);
    else deps.onSeveral(keys);
  });
  toaster.onClose((tag) => {
    const keys = onScreen.get(tag);
    if (keys && keys.length > 0) noted(tag, keys, 'closed');
  });
  // Nothing is told again for it: what they told stays unseen, and their next takes no bubble's place.
  toaster.onGone((tags) => {
    log.event('toasts gone', `${tags.length}: the notification service ended`);
    for (const tag of tags) {
      const keys = onScreen.get(tag);
      onScreen.delete(tag);
      if (keys && keys.length > 0) noted(tag, keys, 'gone');
    }
  });

  /** What became of a bubble that had been shown. */
  function noted(tag: string, keys: readonly NotificationKey[], step: Fate, reason = ''): void {
    void store
      .toasted(tag, keys, step, reason, deps.context())
      .then(deps.onAlerts)
      .catch((error: unknown) => log.bug(error));
  }

  async function draw(bubble: Bubble, sound: Sound | null): Promise<void> {
    const name = deps.accountName(bubble.account);
    const silent = toastView(bubble, deps.words(), deps.names(), name, deps.clock.now());
    const view = { ...silent, sound };
    onScreen.set(view.tag, bubble.members);
    // Told again: a bubble that only changed would not be noticed.
    if (bubble.again) toaster.withdraw(view.tag);
    const outcome = await toaster.show(view);
    const reason = outcome.state === 'failed' ? refusalReason(outcome.code, outcome.reason) : '';
    if (isTaken(outcome)) for (const tag of bubble.withdraw) withdraw(tag);
    if (outcome.state === 'shown') log.event('toast shown', view.title);
    else
      log.event(
        isTaken(outcome) ? 'toast given' : 'toast not shown',
        `${view.title}: ${reason || outcome.state}`,
      );
    // What a crash left in doubt stays so until the desktop has taken the digest (sync.md, Toasts across a crash).
    if (bubble.kind === 'restart' && !isTaken(outcome)) return;
    const step = outcome.state === 'shown' && isDigest(bubble) ? 'digest' : outcome.state;
    // A summary that is drawn again leaves what it tells in doubt, too: its closing line settles it.
    const tells = bubble.kind === 'storm' && !isTaken(outcome) ? [] : bubble.tells;
    await deps.onAlerts(await store.toasted(view.tag, tells, step, reason, deps.context()));
  }

  async function drawOne(decision: Decision, sound: Sound | null): Promise<void> {
    if (decision.kind !== 'silent-feed') return draw(decision, sound);
    const name = deps.accountName(decision.account);
    await toaster.show({ ...silentFeedView(decision, deps.words(), name, deps.clock.now()), sound });
  }

  function withdraw(tag: string): void {
    onScreen.delete(tag);
    toaster.withdraw(tag);
  }

  return {
    withdraw,
    /** After a start: bubbles of the last run are clicked as any other, where the desktop says so. */
    async restore(): Promise<void> {
      for (const { tag, members } of await store.standing())
        if (!onScreen.has(tag) && members.length > 0) onScreen.set(tag, members);
    },
    /**
     * All are asked for at once, in the engine's order: were each to wait for the desktop's answer to the one before, a
     * summary that another account's poll brings meanwhile would take over, and withdraw, bubbles that come only after it.
     * One that cannot be shown keeps none of the others back.
     */
    async drawAll(decisions: readonly Decision[]): Promise<void> {
      const sounds = deps.chooseSound(decisions.map(ringsAs));
      await Promise.all(
        decisions.map((decision, at) =>
          drawOne(decision, sounds[at] ?? null).catch((error: unknown) => log.bug(error)),
        ),
      );
    },
  };
}

/** What is told without a sound, and what only changes in its place, rings as nothing. */
function ringsAs(decision: Decision): ToastLook | null {
  if (decision.kind === 'silent-feed') return OF_AN_ACCOUNT.look;
  return decision.quiet || decision.update ? null : lookOf(decision);
}

/** The desktop has it, on the screen or in its list. */
const isTaken = ({ state }: ToastOutcome): boolean => state === 'shown' || state === 'do-not-disturb';

const items = ({ length }: readonly unknown[]): string => (length === 1 ? 'item' : 'items');
