import type { Failure } from '../../../src-shared/app-error';
import type { Words } from '../../../src-shared/messages/words';
import type { Clock, Sound, Toaster, ToastLook, ToastOutcome } from '../ports';
import { OF_AN_ACCOUNT } from './toast-view';

export interface AccountToastsDeps {
  readonly toaster: Toaster;
  readonly clock: Pick<Clock, 'now'>;
  readonly words: () => Words;
  /** Empty: there is none of that id any more. */
  readonly accountName: (account: string) => string;
  readonly chooseSound: (looks: readonly (ToastLook | null)[]) => readonly (Sound | null)[];
  readonly onAccount: (account: string) => void;
}

/** A token that says when it ends. `over`: it has. */
export interface TokenEnd {
  readonly account: string;
  readonly kind: 'inbox' | 'tenant';
  /** Wall ms. */
  readonly at: number;
  readonly over: boolean;
}

/**
 * Bubbles that name an account's trouble, and no item. Their tags say whose they are, so that a click is understood
 * also when an earlier run showed them; `silent` is the engine's (`alerts/silent-feed.ts`).
 */
const TAG = /^([a-z0-9]+)\/(?:watch|token|silent)$/;

export function createAccountToasts(deps: AccountToastsDeps) {
  const { toaster, words, accountName } = deps;

  toaster.onAct((tag) => {
    const account = TAG.exec(tag)?.[1];
    if (account !== undefined && accountName(account) !== '') deps.onAccount(account);
  });

  function show(tag: string, title: string, body: string): Promise<ToastOutcome> {
    const [sound = null] = deps.chooseSound([OF_AN_ACCOUNT.look]);
    return toaster.show({ tag, title, body, ...OF_AN_ACCOUNT, sound });
  }

  return {
    /** Main cannot see an account any more: said once, taken back when it can again. */
    async notWatching(account: string, failure: Failure): Promise<void> {
      const { toasts, failures } = words().messages;
      const { what, next } = failures[failure.kind](failure);
      await show(`${account}/watch`, toasts.notWatching(accountName(account)), `${sentence(what)} ${next}`);
    },
    /** Also what an earlier run said of it goes. */
    watchingAgain: (account: string): void => toaster.withdraw(`${account}/watch`),
    tokenEnds({ account, kind, at, over }: TokenEnd): Promise<ToastOutcome> {
      const { messages, format } = words();
      const { expired, expiring } = messages.pages.frame.banner;
      const title = (over ? expired : expiring)(accountName(account), format.moment(at, deps.clock.now()));
      return show(`${account}/token`, title, messages.toasts.token[over ? 'over' : kind]);
    },
    /** It has another token, or none is asked for any more. */
    tokenRests: (account: string): void => toaster.withdraw(`${account}/token`),
  };
}

const sentence = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}.`;
