import type { Words } from '../../../src-shared/messages/words';
import type { Clock, Sound, Toaster, ToastLook, ToastOutcome } from '../ports';
import { createLostAccounts, type Lost } from './lost-accounts';
import { OF_AN_ACCOUNT } from './toast-view';

export interface AccountToastsDeps {
  readonly toaster: Toaster;
  readonly clock: Clock;
  readonly words: () => Words;
  /** Empty: there is none of that id any more. */
  readonly accountName: (account: string) => string;
  readonly chooseSound: (looks: readonly (ToastLook | null)[]) => readonly (Sound | null)[];
  readonly onAccount: (account: string) => void;
  /** A bubble of several was clicked: the window's banner and its list of accounts say the rest. */
  readonly onSeveral: () => void;
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
    lost.closed(tag); // not every desktop takes a clicked bubble away
    if (lost.accounts(tag).length > 1) deps.onSeveral();
    else if (account !== undefined && accountName(account) !== '') deps.onAccount(account);
  });

  toaster.onClose((tag) => lost.closed(tag));

  function show(tag: string, title: string, body: string, update = false): Promise<ToastOutcome> {
    const [sound = null] = deps.chooseSound([update ? null : OF_AN_ACCOUNT.look]);
    return toaster.show({ tag, title, body, ...OF_AN_ACCOUNT, sound });
  }

  const lost = createLostAccounts({
    clock: deps.clock,
    draw: (tag, all, update) => {
      const { title, body } = lostView(all, words(), accountName);
      return show(tag, title, body, update);
    },
    withdraw: (tag) => toaster.withdraw(tag),
  });

  return {
    /** Main cannot see an account any more: said once, taken back when it can again. */
    notWatching: lost.lost,
    /** Also what an earlier run said of it goes. */
    watchingAgain: lost.back,
    stop: lost.stop,
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

/** So many are named, the others counted. */
const NAMED = 5;

/** One by name with its cause; several by number and names, with the cause where it is one. */
function lostView(
  all: readonly Lost[],
  { messages: { toasts, failures } }: Words,
  accountName: (account: string) => string,
): { readonly title: string; readonly body: string } {
  const names = all.map(({ account }) => accountName(account));
  const [cause = '', another] = new Set(
    all.map(({ failure }) => {
      const { what, next } = failures[failure.kind](failure);
      return `${sentence(what)} ${next}`;
    }),
  );
  if (names.length === 1) return { title: toasts.notWatching(names[0]!), body: cause };
  const more = names.length > NAMED ? ` ${toasts.more(names.length - NAMED)}` : '';
  return {
    title: toasts.notWatchingSeveral(names.length),
    body: `${names.slice(0, NAMED).join(', ')}${more}\n${another === undefined ? cause : toasts.causesDiffer}`,
  };
}

const sentence = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}.`;
