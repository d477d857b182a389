import type { Failure } from '../../src-shared/app-error';
import type { Words } from '../../src-shared/messages/language';
import type { NotificationKey } from '../../src-shared/notification';
import type { SubjectNames } from '../../src-shared/subject';
import type { Decision } from './alerts/thin/decision';
import type { Clock, Log, Toaster } from './ports';
import type { Store } from './store-port';
import { toastView } from './toast-view';

export interface ToastsDeps {
  readonly store: Store;
  readonly toaster: Toaster;
  readonly clock: Clock;
  readonly log: Log;
  readonly words: () => Words;
  readonly names: () => SubjectNames;
  readonly accountName: (account: string) => string;
  /** A bubble of one item was clicked. */
  readonly onItem: (key: NotificationKey) => void;
  /** A bubble of several. */
  readonly onSeveral: (keys: readonly NotificationKey[]) => void;
  /** A bubble that names an account's trouble. */
  readonly onAccount: (account: string) => void;
}

/** Draws the engine's decisions, and writes down what became of each. */
export function createToasts(deps: ToastsDeps) {
  const { store, toaster, clock, log } = deps;
  const onScreen = new Map<string, readonly NotificationKey[]>();
  const troubles = new Map<string, string>();

  toaster.onClick((tag) => {
    const account = troubles.get(tag);
    if (account !== undefined) return deps.onAccount(account);
    const keys = onScreen.get(tag);
    if (!keys || keys.length === 0) return;
    log.event('toast clicked', `${keys.length} ${keys.length === 1 ? 'item' : 'items'}`);
    void store.toasted(keys, 'clicked', '', clock.now()).catch((error: unknown) => log.bug(error));
    if (keys.length === 1) deps.onItem(keys[0]!);
    else deps.onSeveral(keys);
  });

  async function draw(decision: Decision): Promise<void> {
    for (const tag of decision.withdraw) withdraw(tag);
    const view = toastView(decision, deps.words(), deps.names(), deps.accountName(decision.account));
    onScreen.set(view.tag, decision.members);
    const outcome = await toaster.show(view);
    if (outcome.state === 'shown') log.event('toast shown', view.title);
    else
      log.event(
        'toast not shown',
        `${view.title}: ${outcome.state === 'failed' ? outcome.reason : outcome.state}`,
      );
    const reason = outcome.state === 'failed' ? outcome.reason : '';
    await store.toasted(decision.members, outcome.state, reason, clock.now());
  }

  function withdraw(tag: string): void {
    onScreen.delete(tag);
    toaster.withdraw(tag);
  }

  return {
    /** In order; one that cannot be shown keeps none of the others back. */
    async drawAll(decisions: readonly Decision[]): Promise<void> {
      for (const decision of decisions) await draw(decision).catch((error: unknown) => log.bug(error));
    },
    /** Main cannot see an account any more: said once, taken back when it can again. */
    async notWatching(account: string, failure: Failure): Promise<void> {
      const { toasts, failures } = deps.words().messages;
      const { what, next } = failures[failure.kind](failure);
      const tag = `${account}/watch`;
      troubles.set(tag, account);
      await toaster.show({
        tag,
        title: toasts.notWatching(deps.accountName(account)),
        body: `${sentence(what)} ${next}`,
        urgency: 'normal',
      });
    },
    watchingAgain: (account: string): void => {
      if (troubles.delete(`${account}/watch`)) toaster.withdraw(`${account}/watch`);
    },
    /** Seen by now, here or elsewhere: its own bubble goes away. */
    seen(keys: readonly NotificationKey[]): void {
      for (const [tag, members] of onScreen)
        if (
          members.length === 1 &&
          keys.some(({ account, id }) => account === members[0]!.account && id === members[0]!.id)
        )
          withdraw(tag);
    },
  };
}

const sentence = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}.`;
