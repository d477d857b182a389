import {
  app,
  BrowserWindow,
  dialog,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  safeStorage,
  session,
  shell,
} from 'electron';
import { createApp } from './core/app';
import { createCommands } from './core/commands';
import type { Clock } from './core/ports';
import type { Store } from './core/store-port';
import { createTrayActions } from './core/tray/tray-actions';
import { trayView } from './core/tray/tray-view';
import { createApiSessions } from './electron/api-session';
import { createBrowser } from './electron/desktop/browser';
import { openDataFiles } from './electron/files/data-files';
import { createDesktop } from './electron/desktop/desktop';
import type { LinuxDesktop } from './electron/desktop/desktop-linux';
import { createDesktopToaster } from './electron/toasts/desktop-toaster';
import { createAnswer, isFirstAsked, type IpcDeps } from './electron/window/ipc';
import { createFirstRows } from './electron/window/first-rows';
import { createKeyringWatch } from './electron/desktop/keyring-watch';
import { createLogin } from './electron/start/login';
import { preferencesParts } from './electron/files/preferences-parts';
import { sampleStarter } from './electron/start/sample-folder';
import { createRestart } from './electron/start/restart';
import { createSecrets } from './electron/files/secrets';
import type { SessionBus } from './electron/desktop/session-bus';
import { openStoreFile, type StoreFileDeps } from './electron/files/store-file';
import type { TrayIconOnPanel } from './electron/tray/tray';
import type { MainWindow } from './electron/window/window';
import { createInboxApi } from './http/inbox-api';
import { createSend } from './http/send';
import { createTenantApi } from './http/tenant-api';
import type { OpenTarget } from '../src-shared/ipc';
import type { Words } from '../src-shared/messages/words';

/** What stands on the screen by now, and what it was made with. */
export interface JoinDeps {
  readonly clock: Clock;
  readonly files: StoreFileDeps;
  readonly known: (secret: string) => void;
  readonly store: Store;
  /** On Linux only. */
  readonly linux: LinuxDesktop | undefined;
  readonly bus: SessionBus;
  readonly tray: Pick<TrayIconOnPanel, 'draw'>;
  readonly window: Pick<MainWindow, 'show' | 'push' | 'isVisible'>;
  readonly systemLanguages: readonly string[];
  readonly quit: () => void;
  /** A request goes out to a server. */
  readonly beforeRequest: () => void;
  /** The first window shows its rows, or need not. */
  readonly firstPaint: Promise<void>;
  /** What the page asks; anything but its first questions waits for the files. */
  readonly calls: Omit<IpcDeps, 'handlers'> & { readonly opener: Promise<unknown> };
}

/**
 * The core joined to the machine: keyring, toasts, servers, files. Read while the page’s process starts.
 * @returns when it has its words: nothing is said before in another language
 */
export async function joinCore({
  clock,
  files,
  known,
  store,
  linux,
  bus,
  tray,
  window,
  firstPaint,
  ...rest
}: JoinDeps) {
  const { folder, log } = files;
  const version = app.getVersion();
  const userAgent = `Tocsin/${version}`;
  const words = (): Words => main.words();
  const secrets = createSecrets({
    safeStorage,
    platform: process.platform,
    file: () => openStoreFile('secrets', files),
    known,
    log,
  });
  const desktop = createDesktop({
    ...(linux && { linux }),
    isToastSupported: () => Notification.isSupported(),
    secrets: secrets.backend,
  });
  const parts = { linux, bus, Notification, nativeImage, folder, clock, log };
  const { toaster, sounds } = createDesktopToaster({
    ...parts,
    file: openStoreFile('bubbles', files),
    version,
    words,
  });

  // The tray's menu and its formats take main 20 ms, which the window's first rows would wait for.
  let painted = false;
  let drawTray = (): void => undefined;
  void firstPaint.then(() => {
    painted = true;
    drawTray();
  });

  const apiSessions = createApiSessions({
    app,
    session,
    start: (options) => {
      rest.beforeRequest();
      return net.request(options);
    },
    userAgent,
  });
  const sendOf = (id: string) => createSend(apiSessions.fetchOf(id), clock);
  const main = createApp({
    clock,
    log,
    store,
    secrets,
    keyring: createKeyringWatch(linux && bus),
    restart: createRestart({
      app,
      argv: process.argv,
      appImage: process.env['APPIMAGE'],
      isVisible: window.isVisible,
    }),
    toaster,
    sounds,
    desktop,
    network: apiSessions.network,
    folder,
    systemLanguages: rest.systemLanguages,
    ...openDataFiles(files),
    ...preferencesParts({ app, dialog, windows: BrowserWindow, process, log, words }),
    browser: createBrowser(shell),
    autostart: createLogin(app, process),
    version,
    apis: {
      inbox: (account, token) => createInboxApi(sendOf(account.id), account, token),
      tenant: (account, token) => createTenantApi(sendOf(account.id), account, token),
      forget: (account) => void apiSessions.forget(account).catch(log.bug),
    },
    postCard: async (address, card) => {
      const { createPostCard } = await import('./http/post-card');
      return createPostCard({ userAgent })(address, card);
    },
    startSample: sampleStarter(folder, () => import('./demo/server'), log),
    onState: (state, unseen, timesOnly) => {
      drawTray = () => tray.draw(trayView(state, unseen, words(), clock.now()));
      if (state.ready) firstRows.open();
      if (painted) drawTray();
      if (!timesOnly) nativeTheme.themeSource = state.preferences.theme;
      if (!timesOnly || window.isVisible()) window.push({ kind: 'state', state });
    },
    onPush: window.push,
    onOpen: open,
  });
  const act = createTrayActions({ app: main, clock, show: window.show, open, quit: rest.quit });

  function open(target: OpenTarget): void {
    window.show();
    window.push({ kind: 'open', target });
  }

  const { opener, ...calls } = rest.calls;
  const firstRows = createFirstRows(createCommands(main), clock);
  const answer = createAnswer({
    ...calls,
    handlers: async (name) => {
      if (!isFirstAsked(name)) await opener;
      return firstRows.handlers;
    },
  });
  await main.speak();
  return { main, desktop, act, answer, rowsAhead: firstRows.ahead };
}
