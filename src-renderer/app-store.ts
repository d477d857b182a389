import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AlertDraft } from '../src-shared/alert-preview';
import type { Failure } from '../src-shared/app-error';
import type { AppState, KeyringAnswer } from '../src-shared/app-state';
import type { Filter } from '../src-shared/filter';
import type { Page } from '../src-shared/inbox';
import type { Bridge, OpenTarget, Push } from '../src-shared/ipc';
import type { NotificationKey } from '../src-shared/notification';
import type { Language } from '../src-shared/messages/choose-language';
import type { Words } from '../src-shared/messages/words';
import { draftAfter } from './alert-draft';
import { createLanguages } from './languages';
import { createActs, type Acts } from './acts';
import { VIEWS, type Place } from './places';
import { draftsOf, type Drafts } from './tenant-draft';

/** Said in the strip at the bottom, and gone after a while. */
export type Notice =
  | { readonly kind: 'brought-back'; readonly count: number }
  | { readonly kind: 'taken-back' | 'already-sent' | 'nothing-to-undo' | 'seen-already' }
  /** Preferences are as by default; `act` takes it back. `label`: which one; `null`: all. */
  | { readonly kind: 'reset'; readonly act: string; readonly label: string | null; readonly count: number }
  /** A name that was given; it can be given again. */
  | {
      readonly kind: 'name-forgotten';
      readonly account: string;
      readonly subject: string;
      readonly name: string;
    }
  | { readonly kind: 'preferences-back' }
  /** What came of asking the keyring again. */
  | { readonly kind: 'keyring'; readonly state: Exclude<KeyringAnswer, 'open'> }
  /** Both in words. */
  | { readonly kind: 'silenced'; readonly what: string; readonly until: string }
  | { readonly kind: 'marked-all'; readonly count: number; readonly account: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

/**
 * One act that can be taken back: of marking, where a large one goes out in several batches and is taken back as one; or
 * of putting off, `snoozed`.
 */
export interface Undoable {
  readonly batches: readonly string[];
  readonly count: number;
  /** What was put off, and until when (wall ms). */
  readonly snoozed?: { readonly keys: readonly NotificationKey[]; readonly to: number };
  /** Wall time in ms when it can no longer be taken back. */
  readonly until: number;
}

export type OpenDialog =
  | { readonly kind: 'keys' | 'pause' }
  | { readonly kind: 'snooze'; readonly keys: readonly NotificationKey[] }
  | { readonly kind: 'mark-all'; readonly account: string | null }
  | { readonly kind: 'token' | 'unreadable'; readonly account: string };

/** A mirror of main's state, and beside it what may die with the window. */
export interface Ui {
  readonly app: AppState | null;
  /** Main did not answer the first question. */
  readonly stopped: Failure | null;
  readonly place: Place | null;
  readonly filter: Filter;
  /** Moves when the filter was set by something else than the query box, which then takes it over. */
  readonly filterSet: number;
  /** Instead of a filter: exactly these (a click on a summary). */
  readonly members: readonly NotificationKey[] | null;
  /** Shown in the detail, even where the filter hides it. */
  readonly opened: NotificationKey | null;
  /** Marks that can still be taken back, the latest last. */
  readonly marks: readonly Undoable[];
  readonly notice: Notice | null;
  readonly dialog: OpenDialog | null;
  /** Moves when the list is to be read anew even under the pointer: after mark-all. */
  readonly afresh: number;
  /** Changes to tenants' settings that are not saved yet, by account: in memory alone, since webhooks stand in them. */
  readonly drafts: Drafts;
  /** Alert rules that are changed and not saved yet. */
  readonly alertDraft: AlertDraft | null;
}
export type UiStore = StoreApi<Ui>;

const first: Ui = {
  app: null,
  stopped: null,
  place: null,
  filter: VIEWS.inbox,
  filterSet: 0,
  members: null,
  opened: null,
  marks: [],
  notice: null,
  dialog: null,
  afresh: 0,
  drafts: {},
  alertDraft: null,
};

export interface AppParts {
  readonly bridge: Bridge;
  readonly store: UiStore;
  readonly acts: Acts;
  /** What was asked ahead for this filter, once (early-answers.ts). */
  readonly firstRows: (filter: Filter) => Page | undefined;
  /** Sentences and formats of a language. */
  words(language: Language): Words;
  /** Listens to main and asks for the state now; returns how to stop. */
  start(): () => void;
}

export function createAppStore(bridge: Bridge, firstRows: AppParts['firstRows'] = () => undefined): AppParts {
  const store = createStore<Ui>(() => first);
  const languages = createLanguages();
  const acts = createActs(bridge, store);

  function start(): () => void {
    const stop = bridge.onPush((push) => take(push));
    void bridge.call('state', {}).then((reply) => {
      // A push that came before the answer is newer than it.
      if (!reply.ok) store.setState({ stopped: reply.failure });
      else
        languages.with(reply.value.language, () => {
          if (store.getState().app === null) store.setState({ app: reply.value, stopped: null });
        });
    });
    return stop;
  }

  function take(push: Push): void {
    if (push.kind === 'state') languages.with(push.state.language, () => takeState(push.state));
    else if (push.kind === 'marked') acts.marked(push.batch);
    else open(push.target);
  }

  function takeState(state: AppState): void {
    store.setState(({ app, drafts, alertDraft }) => ({
      app: state,
      stopped: null,
      drafts: draftsOf(state.accounts, drafts),
      alertDraft: draftAfter(app?.preferences, state.preferences, alertDraft),
    }));
  }

  function open(target: OpenTarget): void {
    if (target.page === 'account') {
      store.setState({ place: { page: 'account', account: target.account }, dialog: null });
      if (target.markAll) acts.ask({ kind: 'mark-all', account: target.account });
    } else if (target.page === 'inbox') {
      if (target.keys) acts.showMembers(target.keys);
      else acts.show(target.filter ?? store.getState().filter);
      if (target.key) acts.open(target.key);
    } else if (target.page === 'pause') acts.ask({ kind: 'pause' });
    else acts.go({ page: target.page });
  }

  return { bridge, store, acts, firstRows, start, words: languages.words };
}
