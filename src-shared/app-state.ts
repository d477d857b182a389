import type { Account } from './account';
import type { Silence } from './alert-rules';
import type { Failure } from './app-error';
import type { Level, NotificationKey } from './notification';
import type { PreferenceName, Preferences } from './preferences';
import type { Refused } from './read-preferences';

/** All that the window is pushed: small, whole, immutable. Rows are pulled when `revision` moves. */
export interface AppState {
  /** Moves whenever a row anywhere was added, changed or removed. */
  readonly revision: number;
  /** False until the local history is open; then the inbox can be asked. */
  readonly ready: boolean;
  readonly accounts: readonly AccountState[];
  readonly counts: Counts;
  /** In force: what the administrator sets stands above the user's own. */
  readonly preferences: Preferences;
  readonly locks: Locks;
  /** Toasts wait until then (ms since the epoch); `null`: not paused. */
  readonly pausedUntil: number | null;
  /** The quiet hours that hold now end then (ms since the epoch); `null`: outside of them. */
  readonly quietUntil: number | null;
  /** Local silences that have not ended. */
  readonly silences: readonly Silence[];
  /** Arrivals that would have been a toast and wait for the end of the pause, of quiet hours or of a silence. */
  readonly held: number;
  /** Unseen items that are put off: the counts are without them. `first`: wall ms at which the first comes back. */
  readonly snoozed: { readonly count: number; readonly first: number | null };
  /** Agents that are down now, of all accounts. */
  readonly down: number;
  readonly desktop: DesktopState;
  /** The BCP 47 language in force: the preference, or the system's where we speak it. */
  readonly language: 'en' | 'pl' | 'ro';
  readonly version: string;
  /** Tocsin starts at login, as the system has it. */
  readonly startAtLogin: boolean;
  /** The local history could not be opened or written, or not all accounts could be read; it says why. */
  readonly storage: Failure | null;
}

/** What an administrator's file sets for everybody on this machine (docs/admin.md). */
export interface Locks {
  /** Where it is, or would be. */
  readonly file: string;
  /** These cannot be changed here. */
  readonly names: readonly PreferenceName[];
  /** What in it could not be taken. */
  readonly refused: readonly Refused[];
  /** The whole file is left aside: others than the administrator may write it, or it cannot be read. `null`: it is not. */
  readonly problem: 'unsafe' | 'unreadable' | 'not-json' | 'too-large' | null;
}

export interface AccountState extends Omit<Account, 'linkTemplate' | 'endTold'> {
  /** "Explore with sample data": gone at quit. */
  readonly sample: boolean;
  readonly canOpenInBrowser: boolean;
  readonly secret: SecretState;
  readonly health: Health;
  readonly counts: Counts;
  /** Items that could not be read, kept raw. */
  readonly unreadable: number;
  /** Minutes: the server shows items later than is usual, and is looked through so far back; `null`: it does not. */
  readonly lateBy: number | null;
  /**
   * Reading the history for the first time; `null` when it is complete. `stopped`: why it does not go on before the
   * next good poll.
   */
  readonly progress: { readonly read: number; readonly total: number; readonly stopped?: Failure } | null;
  /** End of the last good poll, and when the next is due (ms since the epoch). */
  readonly polledAt: number | null;
  readonly nextPollAt: number | null;
  /** Marks on their way to the server, and those that it refused. */
  readonly marks: { readonly waiting: number; readonly refused: number };
  readonly downBefore: DownBefore;
}

/**
 * Agents that were down already when Tocsin first looked, and still are: nothing was alerted of them. `first`: some, the
 * one that is down for the longest first, each by the notification that said so.
 */
export interface DownBefore {
  readonly count: number;
  readonly first: readonly { readonly key: NotificationKey; readonly subject: string }[];
}

export interface SecretState {
  /**
   * `keyring`: on disk, encrypted by the desktop. `locked`: there, but the desktop does not open it. `session`: for this
   * run only. `none`: to be pasted.
   */
  readonly stored: 'keyring' | 'locked' | 'session' | 'none' | 'unknown';
  /** First four and last two characters, `ae_l…9f`; empty for short ones. */
  readonly hint: string;
  /** When a token that says so ends, and from when on to warn of it (ms since the epoch). */
  readonly expires?: { readonly at: number; readonly warnAt: number };
}

/**
 * What came of asking the keyring again. `changed`: it is open, and does not open what is kept. `restart`: it is open, or
 * nobody says, and only a new start of Tocsin may get at it.
 */
export type KeyringAnswer = 'open' | 'locked' | 'changed' | 'restart';

/**
 * `not-watching` says since when and why; `idle` is an account with nothing to watch (kind tenant); `paused` by the
 * user, `archived`: removed, kept to be read.
 */
export type Health =
  | { readonly state: 'starting' }
  | { readonly state: 'watching' }
  /** One poll failed, the watchdog has not barked yet: said quietly. */
  | { readonly state: 'troubled'; readonly since: number; readonly failure: Failure }
  | { readonly state: 'not-watching'; readonly since: number; readonly failure: Failure }
  | { readonly state: 'idle' }
  | { readonly state: 'paused' | 'archived'; readonly since: number };

export interface Counts {
  /** Live rows that are not shown as seen. */
  readonly unseen: number;
  readonly byLevel: { readonly [level in Level]: number };
  /** All rows of the local history, those no longer on the server too. */
  readonly total: number;
}

export interface DesktopState {
  /** Is there somewhere to put the tray icon? */
  readonly tray: boolean;
  /** `none`: no notification service answers on this desktop. */
  readonly toasts: 'ok' | 'none' | 'unknown';
  /** As far as it can be read; `on`: the desktop takes alerts into its list, and nothing makes a sound. */
  readonly doNotDisturb: DoNotDisturb;
  /** `null`: not asked yet. */
  readonly secrets: SecretBackend | null;
}

export type DoNotDisturb = 'on' | 'off' | 'unknown';

/** What the desktop offers for secrets, by name; `persistent` false: tokens live for this run only. */
export interface SecretBackend {
  readonly name: string;
  readonly persistent: boolean;
}

export const NO_COUNTS: Counts = {
  unseen: 0,
  byLevel: { info: 0, warning: 0, major: 0, critical: 0 },
  total: 0,
};

export const NONE_DOWN: DownBefore = { count: 0, first: [] };

export const NO_LOCKS: Locks = { file: '', names: [], refused: [], problem: null };
