import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeImage,
  nativeTheme,
  Notification,
  powerMonitor,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
} from 'electron';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createApp } from './core/app';
import { createCommands } from './core/commands';
import type { Handlers } from './core/handlers';
import type { Provision } from './core/provision';
import { createRedact } from './core/redact';
import { createTrayActions } from './core/tray-actions';
import { startingView, trayView } from './core/tray-view';
import { createApiSessions } from './electron/api-session';
import { drawAppIcon } from './electron/app-icon';
import { askToQuit } from './electron/ask-to-quit';
import { createBrowser } from './electron/browser';
import { createClock } from './electron/clock';
import { openDataFiles } from './electron/data-files';
import { dconfReader } from './electron/dconf';
import { createDesktop } from './electron/desktop';
import { createDesktopToaster } from './electron/desktop-toaster';
import { createLinuxDesktop } from './electron/desktop-linux';
import { ORIGIN, PAGE, UI_PARTITION } from './electron/golden';
import { isFirstAsked, registerIpc } from './electron/ipc';
import { createLogin } from './electron/login';
import { createLogFile } from './electron/log-file';
import { preferencesParts } from './electron/preferences-parts';
import { clearSamples, sampleStarter } from './electron/sample-folder';
import { onQuit } from './electron/quit';
import { createSecrets } from './electron/secrets';
import { createSessionBus } from './electron/session-bus';
import { loadOpener, openStoreFile } from './electron/store-file';
import { createTray } from './electron/tray';
import { createTrayImages } from './electron/tray-image';
import { createWindowFile } from './electron/window-file';
import { createMainWindow } from './electron/window';
import { createFirstPaint } from './electron/first-paint';
import { createInboxApi } from './http/inbox-api';
import { createPostCard } from './http/post-card';
import { createSend } from './http/send';
import { createTenantApi } from './http/tenant-api';
import { createStore } from './store/store';
import { listenOutside, type Outside } from './electron/outside';
import { serveBundle } from './electron/protocol';
import { lockUiSession } from './electron/hardening';
import { connectBus, sessionBusAddress } from './electron/bus-connection';
import type { StartOptions } from './electron/start-options';
import { chooseLanguage, wordsOf, type Words } from '../src-shared/messages/language';
import type { OpenTarget } from '../src-shared/ipc';
import { existsSync } from 'node:fs';

export interface Start {
  /** userData */
  readonly folder: string;
  readonly options: StartOptions;
  readonly dev: { readonly url: string; readonly origin: string } | undefined;
  readonly provision: Provision | undefined;
  readonly laterStarts: Outside['laterStarts'];
}

/** The icon is on the panel after some answers of the bus, which main has to be free for; then the window may keep it busy. */
const TRAY_MS = 40;

const isLinux = process.platform === 'linux';
const at = (file: string): string => path.join(import.meta.dirname, file);

/** After `ready`, with the lock: the only place where things are made and joined. The tray first (performance.md). */
export async function run({ folder, options, dev, provision, laterStarts }: Start): Promise<void> {
  const systemLanguages = app.getPreferredSystemLanguages();
  const first = wordsOf(chooseLanguage('system', systemLanguages));
  let words = (): Words => first;
  const quit = (): void => app.quit();
  const clock = createClock();
  const { known, redact } = createRedact();
  const verbose = options.verbose ? (line: string) => void process.stdout.write(`${line}\n`) : undefined;
  const log = createLogFile({ folder: path.join(folder, 'logs'), clock, redact, verbose });
  process.on('uncaughtException', log.bug);
  process.on('unhandledRejection', log.bug);

  const firstPaint = createFirstPaint(clock);
  if (options.hidden) firstPaint.skip();
  const address = () => sessionBusAddress(process.env, existsSync);
  const bus = createSessionBus({ address, connect: connectBus, clock, log, after: firstPaint.over });
  let act: ReturnType<typeof createTrayActions> | undefined;
  const linux = isLinux ? createLinuxDesktop(bus, dconfReader(process.env)) : undefined;
  const imageOf = createTrayImages({
    nativeImage,
    platform: process.platform,
    scaleFactor: () => screen.getPrimaryDisplay().scaleFactor,
    panel: () => (isLinux ? 'any' : nativeTheme.shouldUseDarkColors ? 'dark' : 'light'),
  });
  const tray = createTray(
    {
      make: (image) => new Tray(image),
      menuOf: (template) => Menu.buildFromTemplate(template),
      imageOf,
      clock,
      onAction: (action) => void act?.(action).catch(log.bug),
    },
    startingView(app.name),
  );
  log.event('started', `Tocsin ${app.getVersion()}, Electron ${process.versions.electron}`);
  await new Promise<void>((done) => clock.after(TRAY_MS, done));
  const store = createStore(pathToFileURL(at('store-thread.js')), log.bug, (notice) =>
    main.storageNotice(notice),
  );

  // The window's own process starts while main goes on; the page's questions wait for the core.
  const uiSession = session.fromPartition(UI_PARTITION);
  serveBundle(uiSession, at('../renderer'));
  const uiLocked = lockUiSession(uiSession, dev?.origin);
  const hasTray = (): boolean => !linux || linux.trayHost() === 'there';
  const opener = loadOpener(ipcMain, firstPaint.over);
  const files = { open: opener, folder, clock, log };
  const window = createMainWindow({
    app,
    BrowserWindow,
    screen,
    nativeTheme,
    clock,
    log,
    url: dev?.url ?? PAGE,
    preload: at('../preload/index.cjs'),
    devTools: !app.isPackaged,
    icon: nativeImage.createFromBitmap(drawAppIcon(64), { width: 64, height: 64 }),
    bounds: createWindowFile(openStoreFile('window', files)),
    hasTray,
    onCloseWithoutTray: () => void askToQuit(dialog, words().messages, quit, window.minimize).catch(log.bug),
  });
  let commandsReady = (_commands: Handlers): void => undefined;
  const commands = new Promise<Handlers>((resolve) => (commandsReady = resolve));
  registerIpc({
    ipcMain,
    handlers: async (name) => {
      if (!isFirstAsked(name)) await opener;
      return commands;
    },
    mainFrame: window.mainFrame,
    origin: dev?.origin ?? ORIGIN,
    log,
    redact,
    onAnswered: (name) => {
      if (name === 'state') window.pageListens();
      if (name === 'inboxQuery') firstPaint.rowsGiven();
    },
  });
  if (!options.hidden) void uiLocked.then(window.show);

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
  const toaster = createDesktopToaster({ ...parts, version: app.getVersion(), words: () => words() });

  const apiSessions = createApiSessions({ app, session, userAgent: `Tocsin/${app.getVersion()}` });
  const sendOf = (id: string) => createSend(apiSessions.fetchOf(id), clock);
  const main = createApp({
    clock,
    log,
    store,
    secrets,
    toaster,
    desktop,
    network: apiSessions.network,
    folder,
    systemLanguages,
    ...openDataFiles(files),
    ...preferencesParts({ app, dialog, windows: BrowserWindow, process, log, words: () => words() }),
    browser: createBrowser(shell),
    autostart: createLogin(app, process),
    version: app.getVersion(),
    apis: {
      inbox: (account, token) => createInboxApi(sendOf(account.id), account, token),
      tenant: (account, token) => createTenantApi(sendOf(account.id), account, token),
      forget: (account) => void apiSessions.forget(account).catch(log.bug),
    },
    postCard: createPostCard({ userAgent: `Tocsin/${app.getVersion()}` }),
    startSample: sampleStarter(folder, () => import('./demo/server'), log),
    onState: (state, unseen, timesOnly) => {
      tray.draw(trayView(state, unseen, words(), clock.now()));
      if (!timesOnly) nativeTheme.themeSource = state.preferences.theme;
      if (!timesOnly || window.isVisible()) window.push({ kind: 'state', state });
    },
    onPush: window.push,
    onOpen: open,
  });
  words = main.words;
  act = createTrayActions({ app: main, clock, show: window.show, open, quit });

  commandsReady(createCommands(main));

  function open(target: OpenTarget): void {
    window.show();
    window.push({ kind: 'open', target });
  }

  desktop.onChange(main.publish);
  let panelMissing = false;
  linux?.onTrayHost((presence) => {
    // An icon made while a panel was there is on it already; made anew it would come twice.
    if (presence !== 'there') tray.hostWent();
    else if (panelMissing) tray.hostCame();
    panelMissing = presence !== 'there';
    log.event(presence === 'there' ? 'tray shown' : 'no tray on this desktop');
    if (presence !== 'there') void uiLocked.then(window.show);
  });
  listenOutside({
    app,
    powerMonitor,
    bus: isLinux ? bus : undefined,
    clock,
    log,
    main,
    laterStarts,
    showWindow: window.show,
  });
  onQuit({ app, process, clock }, async () => {
    await main.stop().catch(log.bug);
    log.event('ended');
    log.flush();
    tray.close();
    bus.close();
  });
  void main.open();
  await opener.catch(log.bug);
  clearSamples(folder);
  await main.start(provision);
  if (options.link !== undefined) await main.openLink(options.link);
  await linux?.settled();
  if (!hasTray()) void uiLocked.then(window.show); // hidden without a tray it would be lost
}
