import { NO_LOCKS, type AppState } from '../../src-shared/app-state';
import type { OpenTarget, Push } from '../../src-shared/ipc';
import { defaultPreferences, type Preferences } from '../../src-shared/preferences';
import type { Account } from '../../src-shared/account';
import { createApp, type App } from '../../src-main/core/app';
import type { AppDeps } from '../../src-main/core/app-deps';
import type {
  Log,
  Secrets,
  Sound,
  ToastButton,
  Toaster,
  ToastOutcome,
  ToastView,
} from '../../src-main/core/ports';
import type { Store } from '../../src-main/core/store-port';
import { createOperations, type Operations } from '../../src-main/store/operations';
import type { FakeClock } from './fake-clock';

/** The store without its thread: the same code, answering through promises as the port does. */
export function createInlineStore(now: () => number): Store {
  const operations = createOperations(now);
  const call =
    (name: keyof Operations) =>
    async (...given: unknown[]): Promise<unknown> => {
      await Promise.resolve();
      return (operations[name] as (...args: unknown[]) => unknown)(...given);
    };
  return new Proxy({} as Store, { get: (_, name) => call(name as keyof Operations) });
}

interface FakeToaster extends Toaster {
  readonly shown: ToastView[];
  /** Of those that stood. */
  readonly withdrawn: string[];
  /** Tags of bubbles that an earlier run left. */
  readonly left: string[];
  click(tag: string, act?: 'open' | ToastButton): void;
  /** A person closes it. */
  close(tag: string): void;
  /** Its service ends. */
  lose(...tags: readonly string[]): void;
  /** What the desktop answers from now on. */
  answer: ToastOutcome;
}

function createFakeToaster(): FakeToaster {
  const listeners: ((tag: string, act: 'open' | ToastButton) => void)[] = [];
  const mourners: ((tags: readonly string[]) => void)[] = [];
  const closers: ((tag: string) => void)[] = [];
  const toaster: FakeToaster = {
    shown: [],
    withdrawn: [],
    left: [],
    answer: { state: 'shown' },
    show: (toast) => {
      toaster.shown.push(toast);
      return Promise.resolve(toaster.answer);
    },
    withdraw(tag) {
      const stood = toaster.left.includes(tag) || toaster.shown.some((one) => one.tag === tag);
      if (stood) toaster.withdrawn.push(tag);
    },
    onAct: (listener) => void listeners.push(listener),
    onGone: (listener) => void mourners.push(listener),
    onClose: (listener) => void closers.push(listener),
    click: (tag, act = 'open') => listeners.forEach((listener) => listener(tag, act)),
    lose: (...tags) => mourners.forEach((mourner) => mourner(tags)),
    close: (tag) => closers.forEach((closer) => closer(tag)),
  };
  return toaster;
}

export function createFakeSecrets(): Secrets {
  const kept = new Map<string, string>();
  const state = (account: string, origin: string) =>
    kept.has(`${account} ${origin}`)
      ? ({ stored: 'keyring', hint: '' } as const)
      : ({ stored: 'none', hint: '' } as const);
  return {
    open: () => undefined,
    retry: () => undefined,
    backend: () => ({ name: 'a keyring', persistent: true }),
    get: (account, origin) => kept.get(`${account} ${origin}`),
    put: (account, origin, secret) => {
      kept.set(`${account} ${origin}`, secret);
      return Promise.resolve(state(account, origin));
    },
    state,
    forget: (account) => {
      for (const key of kept.keys()) if (key.startsWith(`${account} `)) kept.delete(key);
    },
    drop: (account, origin) => void kept.delete(`${account} ${origin}`),
  };
}

export interface TestApp {
  readonly app: App;
  readonly toaster: FakeToaster;
  readonly states: AppState[];
  readonly pushes: Push[];
  readonly opened: OpenTarget[];
  readonly lines: string[];
  /** Sounds that a person asked to hear. */
  readonly played: Sound[];
  readonly files: { accounts: readonly Account[]; preferences: Preferences; pausedUntil: number | null };
}

/** The whole app but for Electron: a fake desktop, a fake clock, the real core and store. */
export function startTestApp(clock: FakeClock, given: Pick<AppDeps, 'apis'> & Partial<AppDeps>): TestApp {
  const toaster = createFakeToaster();
  const states: AppState[] = [];
  const pushes: Push[] = [];
  const opened: OpenTarget[] = [];
  const lines: string[] = [];
  const played: Sound[] = [];
  // No hold-down: an agent's outage is told with the poll that brings it. Tests of the wait set their own.
  const preferences: Preferences = { ...defaultPreferences, language: 'en', holdDownSeconds: 0 };
  const files: TestApp['files'] = { accounts: [], preferences, pausedUntil: null };
  const log: Log = {
    event: (event, text) => void lines.push(text === undefined ? event : `${event} · ${text}`),
    bug: (error) => void lines.push(`bug · ${error instanceof Error ? error.stack : String(error)}`),
  };
  const app = createApp({
    clock,
    log,
    store: createInlineStore(() => clock.now()),
    secrets: createFakeSecrets(),
    keyring: { isOpen: () => Promise.resolve(null), onChange: () => undefined },
    restart: () => undefined,
    accountsFile: { read: () => files.accounts, write: (accounts) => (files.accounts = accounts) },
    preferencesFile: {
      read: () => files.preferences,
      write: (preferences) => (files.preferences = preferences),
    },
    postCard: () => Promise.resolve({ state: 'accepted', status: 202 }),
    tenantHistoryFile: { read: () => [], write: () => undefined },
    locked: { locks: NO_LOCKS, values: {} },
    fileChooser: { save: () => Promise.resolve(undefined), open: () => Promise.resolve(undefined) },
    pauseFile: { read: () => files.pausedUntil, write: (until) => void (files.pausedUntil = until) },
    toaster,
    sounds: {
      play: (sound) => {
        played.push(sound);
        return Promise.resolve('played');
      },
    },
    desktop: {
      state: () => ({
        tray: true,
        toasts: 'ok',
        doNotDisturb: 'off',
        secrets: { name: 'a keyring', persistent: true },
      }),
      onChange: () => undefined,
    },
    network: { proxyOf: () => Promise.resolve(null), addressesOf: () => Promise.resolve(['203.0.113.7']) },
    browser: { open: () => Promise.resolve() },
    autostart: { isOn: () => false, set: () => undefined },
    startSample: () => Promise.reject(new Error('no sample here')),
    folder: ':memory:',
    systemLanguages: ['en'],
    version: '0.0.0',
    onState: (state) => void states.push(state),
    onPush: (push) => void pushes.push(push),
    onOpen: (target) => void opened.push(target),
    ...given,
  });
  return { app, toaster, states, pushes, opened, lines, played, files };
}
