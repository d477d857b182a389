import * as v from 'valibot';
import { AlertDraft, type AlertPreview } from './alert-preview';
import { AccountKind, AccountName, Colour, HeaderName, Scheme, ShortName } from './account';
import type { Failure, Result } from './app-error';
import type { CardOutcome } from './card-outcome';
import type { AppState, KeyringAnswer } from './app-state';
import { Filter, type LeftOut } from './filter';
import type { Detail, Page, Row, Unreadable } from './inbox';
import { LEVELS, NotificationKey } from './notification';
import { PREFERENCE_NAMES, PreferencesChange } from './preferences';
import type { PreferencesAct, PreferencesImported, SeverityCount } from './preferences-answers';
import { TestAlert, type TestAlertStep } from './test-alert';
import { TenantChanges } from './tenant-settings';
import { WebhookSource, type TenantSaved, type TenantView } from './tenant-view';

/**
 * THE contract between the window and main. A new command is two edits: an entry here, and its line in
 * `core/commands.ts`, without which `tsc` fails. Input is checked by its schema in main; replies are `Result`,
 * since an error thrown across IPC keeps only its message.
 */
const account = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const keys = v.pipe(v.array(NotificationKey), v.minLength(1), v.maxLength(500));
const secret = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(8192));
const version = v.pipe(v.number(), v.integer(), v.minValue(1));
const nothing = v.strictObject({});
/** How a server is reached; `header` goes with scheme `Header`. */
const way = {
  baseUrl: v.pipe(v.string(), v.maxLength(500)),
  scheme: Scheme,
  header: v.optional(HeaderName),
  allowHttp: v.boolean(),
};
const connection = { ...way, kind: AccountKind, token: secret };
/** What is missing stays as it is, `''` and `null` take it away. */
const look = { name: AccountName, shortName: v.optional(ShortName), colour: v.optional(v.nullable(Colour)) };

const command =
  <Input extends v.GenericSchema>(input: Input) =>
  <Reply>() => ({ input, reply: undefined as Reply });

export const commands = {
  /** The state now; later ones are pushed. */
  state: command(nothing)<AppState>(),
  /** Rows `offset` … `offset + limit` of what the filter shows. Answers from the local history alone. */
  inboxQuery: command(
    v.strictObject({
      filter: Filter,
      offset: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000)),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
    }),
  )<Page>(),
  inboxItem: command(v.strictObject({ key: NotificationKey }))<Detail>(),
  /** `GET ID/`: the item as the server has it now. */
  inboxRefresh: command(v.strictObject({ key: NotificationKey }))<Detail>(),
  unreadable: command(nothing)<readonly Unreadable[]>(),
  /** Shows them as seen at once; the server hears of it when the Undo ends. */
  markSeen: command(v.strictObject({ keys }))<MarkBatch>(),
  /** Puts off what of these is unseen, until then (wall ms, at most 7 days from now): it leaves the inbox. */
  snooze: command(v.strictObject({ keys, until: v.pipe(v.number(), v.safeInteger()) }))<Snoozed>(),
  /** Brings back what of these is put off. */
  unsnooze: command(v.strictObject({ keys }))<Snoozed>(),
  undo: command(v.strictObject({ batch: v.string() }))<'taken back' | 'already sent'>(),
  /** Looks at the newest of the server and says how many "mark all" would mark. */
  markAllAsk: command(v.strictObject({ account }))<MarkAllQuestion>(),
  /** Refused with `grew` when more than `expected` are unseen by now. */
  markAll: command(v.strictObject({ account, expected: v.pipe(v.number(), v.integer()) }))<MarkAllDone>(),
  /** Asks the server itself, with the filter in its own words: for what is older than the local history. */
  askServer: command(
    v.strictObject({ account, filter: Filter, offset: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  )<AskedPage>(),
  openInBrowser: command(v.strictObject({ key: NotificationKey }))<null>(),
  nameSubject: command(
    v.strictObject({
      account,
      subject: v.pipe(v.string(), v.maxLength(200)),
      name: v.pipe(v.string(), v.maxLength(60)),
    }),
  )<null>(),

  /** Without a token the one that `account` keeps for this origin. */
  accountTest: command(
    v.strictObject({ ...connection, token: v.optional(secret), account: v.optional(account) }),
  )<readonly TestStep[]>(),
  /** Refused with the field `name` as `taken` where another user's account has it; a suggested one becomes “host 2”. */
  accountAdd: command(v.strictObject({ ...connection, ...look }))<{ readonly account: string }>(),
  /**
   * Another address is another inbox: what was read stays to be read, nothing old is alerted, and where its origin is
   * another the token is dropped, so that a new one has to come along (`no-token`). `anew`: the new token is another
   * user's, so another inbox, too.
   */
  accountEdit: command(
    v.strictObject({ account, ...way, ...look, token: v.optional(secret), anew: v.optional(v.boolean()) }),
  )<null>(),
  /** A new token for an account that is there. It goes in and never comes out. `anew`: another user's, so another inbox. */
  accountToken: command(v.strictObject({ account, token: secret, anew: v.optional(v.boolean()) }))<null>(),
  /** Nothing is asked of its server until it is resumed, also after a restart. */
  accountPause: command(v.strictObject({ account, paused: v.boolean() }))<null>(),
  /** Places up (negative) or down in the order of accounts. */
  accountMove: command(
    v.strictObject({ account, by: v.pipe(v.number(), v.integer(), v.minValue(-1000), v.maxValue(1000)) }),
  )<null>(),
  /** `keep`: what was read of an inbox stays to be read, without a token and asking nobody. */
  accountRemove: command(v.strictObject({ account, history: v.picklist(['keep', 'delete']) }))<null>(),
  /** Asks the desktop's keyring again for tokens that it did not open. */
  keyringAsk: command(nothing)<{ readonly state: KeyringAnswer }>(),
  /** Ends Tocsin and starts it again; what is unsaved in the window is lost. */
  restart: command(nothing)<null>(),
  /** The sample server of `demo/`, with an account and a folder that are gone at quit. */
  explore: command(nothing)<{ readonly account: string }>(),

  tenantLoad: command(v.strictObject({ account }))<TenantView>(),
  /**
   * Reads the settings again, then PATCHes only what changed. Where somebody else changed one of the same fields since
   * the reading that `version` names, nothing is sent and the conflicts are told. `webhook` names one that the window
   * does not know; then `changes` has none.
   */
  tenantSave: command(
    v.strictObject({ account, version, changes: TenantChanges, webhook: v.optional(WebhookSource) }),
  )<TenantSaved>(),
  /**
   * Posts a card from this machine: to the text as it is typed, the one named, or the one that is set. `accepted` does not
   * mean delivered.
   */
  tenantTestCard: command(
    v.strictObject({
      account,
      text: v.optional(v.pipe(v.string(), v.maxLength(4096))),
      webhook: v.optional(WebhookSource),
    }),
  )<CardOutcome>(),
  /** Shows the webhook, on a click. No other reply holds one. */
  tenantWebhook: command(v.strictObject({ account }))<{ readonly url: string | null }>(),

  /** Shows, on a click, what was left out of the fields that this version does not know. */
  tenantUnknown: command(v.strictObject({ account, version }))<TenantView['unknown']>(),

  /** Refused with `locked` where it names one that an administrator has set. */
  preferences: command(PreferencesChange)<null>(),
  /** Sends one down the real way, and says what each step of it made of it. */
  testAlert: command(TestAlert)<readonly TestAlertStep[]>(),
  /** A higher `run` takes the place of those before it; asked again with the same one, it goes on. */
  alertPreview: command(
    v.strictObject({ run: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), draft: AlertDraft }),
  )<AlertPreview>(),
  /** To their defaults; `null`: all. Locked ones stay. */
  preferencesReset: command(
    v.strictObject({ names: v.nullable(v.pipe(v.array(v.picklist(PREFERENCE_NAMES)), v.maxLength(100))) }),
  )<PreferencesAct>(),
  /** Takes back the last reset or import. Refused with `gone` where another came since. */
  preferencesUndo: command(v.strictObject({ act: v.pipe(v.string(), v.maxLength(20)) }))<null>(),
  /** Asks where, and writes them there; `null`: nothing was chosen. Names the file. */
  preferencesExport: command(nothing)<string | null>(),
  /** Asks for a file, and takes what is good of it. */
  preferencesImport: command(nothing)<PreferencesImported>(),
  /** The severities met so far, of the local history. */
  severities: command(nothing)<readonly SeverityCount[]>(),
  /** Plays the sound of a level as loud as it is set, also in a pause. `no-player`: this system has no program for it. */
  playSound: command(v.strictObject({ look: v.picklist([...LEVELS, 'recovered']) }))<{
    readonly outcome: 'played' | 'no-player' | 'failed';
  }>(),
  startAtLogin: command(v.strictObject({ on: v.boolean() }))<null>(),
  /** Until then, wall ms, at most 12 hours from now; `null` ends a pause. */
  pause: command(v.strictObject({ until: v.nullable(v.pipe(v.number(), v.safeInteger())) }))<null>(),
  pollNow: command(nothing)<null>(),
} as const;

type Commands = typeof commands;
export type CommandName = keyof Commands;
export type Input<Name extends CommandName> = v.InferOutput<Commands[Name]['input']>;
export type Reply<Name extends CommandName> = Commands[Name]['reply'];

/** What the preload puts on `window.tocsin`. */
export interface Bridge {
  call<Name extends CommandName>(name: Name, input: Input<Name>): Promise<Result<Reply<Name>>>;
  /** Returns how to stop listening. */
  onPush(listener: (push: Push) => void): () => void;
}

export type Push =
  | { readonly kind: 'state'; readonly state: AppState }
  /** Main asks the window to show something: a toast or tray entry was clicked. */
  | { readonly kind: 'open'; readonly target: OpenTarget }
  /** A mark whose Undo is still possible, wherever it was made. */
  | { readonly kind: 'marked'; readonly batch: MarkBatch };

export type OpenTarget =
  | {
      readonly page: 'inbox';
      readonly key?: NotificationKey;
      readonly filter?: Filter;
      readonly keys?: readonly NotificationKey[];
    }
  | { readonly page: 'preferences' | 'welcome' }
  /** Asks until when, wherever the window is. */
  | { readonly page: 'pause' }
  | { readonly page: 'account'; readonly account: string; readonly markAll?: boolean };

/** `until`: wall time in ms when the Undo ends and the marks go out. */
export interface MarkBatch {
  readonly batch: string;
  readonly count: number;
  readonly until: number;
}
/** How many it was true of: 0 where all were seen already. */
export interface Snoozed {
  readonly count: number;
}
export interface MarkAllQuestion {
  readonly account: string;
  readonly name: string;
  readonly count: number;
  /** So many of these are put off. */
  readonly snoozed: number;
}
export interface MarkAllDone {
  readonly marked: number;
}
export interface AskedPage {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly nextOffset: number | null;
  /** Filters that the server does not know; they were applied to its answer. */
  readonly left: readonly LeftOut[];
}

/** One step of a connection test: passed, the exact cause, or why it was passed over. `works`: a scheme that does. */
export type TestStep =
  | { readonly step: TestStepName; readonly ok: true; readonly detail?: string; readonly count?: number }
  | { readonly step: TestStepName; readonly ok: false; readonly failure: Failure; readonly works?: Scheme }
  | { readonly step: TestStepName; readonly ok: null; readonly why: PassedOver };
export type TestStepName =
  'address' | 'proxy' | 'name' | 'tls' | 'status' | 'json' | 'shape' | 'read' | 'write';
export type PassedOver = 'number' | 'proxied' | 'http' | 'not-tried';

export type { AppState, Detail, Page };
