import type { Account } from '../../src-shared/account';
import type { DesktopState, SecretBackend, SecretState } from '../../src-shared/app-state';
import type { Level } from '../../src-shared/notification';
import type { Preferences } from '../../src-shared/preferences';
import type { TenantChanges, TenantSettings } from '../../src-shared/tenant-settings';
import type { CardOutcome } from '../../src-shared/card-outcome';
import type { HistoryEntry } from '../../src-shared/tenant-view';
import type { Json } from '../../src-shared/json';

/** What the core needs of the world. The outer floors implement these; the core knows nothing else of them. */

export interface Clock {
  /** Wall time, ms since the epoch. Jumps when somebody sets the clock. */
  now(): number;
  /** Never jumps; ms from an arbitrary start. */
  monotonic(): number;
  /** Runs `act` once after `ms`; returns how to cancel it. */
  after(ms: number, act: () => void): () => void;
  /** In [0, 1). */
  random(): number;
}

export interface Log {
  /** One line an event, in words; `text` must hold no secret (redacted again on the way). */
  event(event: string, text?: string): void;
  /** Something that should never happen. */
  bug(error: unknown): void;
}

/** One page as the server sent it. Main streams it; the database thread parses it. */
export interface ListAnswer {
  readonly body: Uint8Array;
  /** The server's `Date` header in ms; the clock of `sync.md`. */
  readonly date: number | undefined;
  /** From asking to the last byte, ms. */
  readonly duration: number;
}

export interface ListQuery {
  readonly params: { readonly [name: string]: string };
  readonly limit: number;
  readonly offset: number;
}

/** One account's inbox. Every method rejects with an `AppError` and nothing else. */
export interface InboxApi {
  /** `GET /api/user/notifications/` with exactly these parameters; `next` is never followed. */
  list(query: ListQuery, signal?: AbortSignal): Promise<ListAnswer>;
  /** `GET …/ID/` */
  single(id: string, signal?: AbortSignal): Promise<Uint8Array>;
  /** `PATCH …/ID/ {"seen": true}` */
  /** @returns the notification as it is there now, JSON; `undefined` where the server does not say. */
  markSeen(id: string, signal?: AbortSignal): Promise<Uint8Array | undefined>;
  /** `POST …/mark_seen/` */
  markAllSeen(signal?: AbortSignal): Promise<void>;
}

/** What the system says of the way to a server, without asking it. */
export interface Network {
  /** The proxy that it wants for this URL, `host:port`; `null`: none. */
  proxyOf(url: string): Promise<string | null>;
  /** The addresses of a name, as requests find them. @throws AppError `name`, `no-network` */
  addressesOf(host: string): Promise<readonly string[]>;
}

/** A tenant's settings with whatever else the server put beside them. */
export interface TenantAnswer {
  readonly settings: TenantSettings;
  readonly unknown: { readonly [name: string]: Json };
}

export interface TenantApi {
  load(): Promise<TenantAnswer>;
  /** Sends these fields and no others; answers with the new state. */
  save(changes: TenantChanges): Promise<TenantAnswer>;
}

/** Posts a card to a webhook, once, straight from this machine; never rejects. */
export type PostCard = (url: string, card: Json) => Promise<CardOutcome>;

/** Tokens and other secrets, by account and exact origin. They never leave main. */
export interface Secrets {
  /** Asks the desktop's keeper; a locked one stops main until it has its password: not before the window is painted. */
  open(): void;
  /** `null`: not asked yet. */
  backend(): SecretBackend | null;
  /** Asks it again, for what it did not open or could not take; may bring up its question for the password. */
  retry(): void;
  get(account: string, origin: string): string | undefined;
  /** Keeps it as well as the desktop allows; says how. */
  put(account: string, origin: string, secret: string): Promise<SecretState>;
  state(account: string, origin: string): SecretState;
  forget(account: string): void;
  /** Forgets this one of the account's. */
  drop(account: string, origin: string): void;
}

/** What the desktop says of its keyring, without opening it. */
export interface Keyring {
  /** `null`: nobody says. */
  isOpen(): Promise<boolean | null>;
  /** It was locked, unlocked, or something in it changed. */
  onChange(listener: () => void): void;
}

/** Ends Tocsin and starts it again. `ofItself`: not while its window is shown, and only once. */
export type Restart = (how: { readonly ofItself: boolean }) => void;

/** A small file of plain data, written whole and atomically. */
export interface AccountsFile {
  read(): readonly Account[];
  write(accounts: readonly Account[]): void;
  /** Where the file is kept of which not everything could be read, in this run. */
  damaged?(): string | undefined;
}
/** What was changed from here, the oldest first. */
export interface TenantHistoryFile {
  read(): readonly HistoryEntry[];
  write(entries: readonly HistoryEntry[]): void;
}
export interface PreferencesFile {
  read(): Preferences;
  write(preferences: Preferences): void;
}

/** Asks the person for a file; each resolves to `undefined` where they chose none. */
export interface FileChooser {
  /** Writes `text` there, readable for this user only. @returns the file's name @throws AppError `storage` */
  save(suggested: string, text: string): Promise<string | undefined>;
  /** @returns its name, and its text: `undefined` where it is longer than `most` bytes @throws AppError `storage` */
  open(most: number): Promise<{ readonly name: string; readonly text: string | undefined } | undefined>;
}

/** When a pause ends, wall ms; `null`: there is none. */
export interface PauseFile {
  read(): number | null;
  /** @throws AppError `storage`: the disk refuses */
  write(until: number | null): void;
}

/** One bubble. A second `show` with the same tag replaces the first in place. */
export interface ToastView {
  readonly tag: string;
  readonly title: string;
  readonly body: string;
  readonly urgency: 'low' | 'normal' | 'critical';
  /** What its picture shows; `null`: the app's own. */
  readonly look: ToastLook | null;
  /** What it is about, for desktops that sort by it. */
  readonly about: 'lost' | 'back' | 'error' | null;
  /** Buttons beside the click on the bubble itself, where the desktop has buttons. */
  readonly buttons: readonly ToastButton[];
  /** The sound that goes with it; `null`: none, neither ours nor the desktop's. */
  readonly sound: Sound | null;
}
export type ToastLook = Level | 'recovered';
export interface Sound {
  readonly look: ToastLook;
  /** 1–100. */
  readonly volume: number;
}
export type ToastButton = 'seen' | 'snooze';

/** What the desktop made of a bubble; each kind has its sentence (`messages.inbox.detail.verdicts`). */
export type ToastOutcome =
  | { readonly state: 'shown' }
  /** The desktop took it, but is set to do not disturb: it may stand in its list alone. */
  | { readonly state: 'do-not-disturb' }
  /** No notification service on this desktop. */
  | { readonly state: 'no-service' }
  /** The service took the call and did not answer in time. */
  | { readonly state: 'no-answer' }
  | {
      readonly state: 'failed';
      /** The system's own: an HRESULT, the name of a bus error; empty: it gave none. */
      readonly code: string;
      /** The system's words, at most 300 characters. */
      readonly reason: string;
    };

export interface Toaster {
  show(toast: ToastView): Promise<ToastOutcome>;
  withdraw(tag: string): void;
  /** The click on a bubble (`open`) or on one of its buttons, by its tag. */
  onAct(listener: (tag: string, act: 'open' | ToastButton) => void): void;
  /** A person closed it; not told where the desktop does not say who did. */
  onClose(listener: (tag: string) => void): void;
  /** The notification service ended and took these with it; told where that can be known. */
  onGone(listener: (tags: readonly string[]) => void): void;
}

/** What became of a sound. `no-player`: this system has no program for it. */
export type PlayOutcome = 'played' | 'no-player' | 'failed';

export interface Sounds {
  /** Never rejects; a sound that could not be played is said in the log. */
  play(sound: Sound): Promise<PlayOutcome>;
}

export interface Browser {
  /** Opens an https address in the user's browser. */
  open(url: string): Promise<void>;
}

/** Whether the system starts us at login; it may be changed behind our back. */
export interface Autostart {
  isOn(): boolean;
  /** Throws an `AppError` (`storage`) where the disk refuses. */
  set(on: boolean): void;
}

/** What the desktop can do, and when that changes. */
export interface Desktop {
  state(): DesktopState;
  onChange(listener: () => void): void;
}
