import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeImage,
  nativeTheme,
  powerMonitor,
  screen,
  session,
  Tray,
} from 'electron';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Provision } from './core/preferences/provision';
import { createRedact } from './core/redact';
import type { TrayAction } from './core/tray/tray-menu';
import { startingView, type TrayView } from './core/tray/tray-view';
import { drawAppIcon } from './electron/tray/app-icon';
import { askToQuit } from './electron/start/ask-to-quit';
import { createClock } from './electron/clock';
import { dconfReader } from './electron/desktop/dconf';
import { createLinuxDesktop } from './electron/desktop/desktop-linux';
import { ORIGIN, PAGE, UI_PARTITION } from './electron/window/golden';
import { hearCalls, type Answer } from './electron/window/ipc-calls';
import { createOverlay } from './electron/tray/overlay';
import { createLogFile, linesTo } from './electron/files/log-file';
import { clearSamples } from './electron/start/sample-folder';
import { onQuit } from './electron/start/quit';
import { createSessionBus } from './electron/desktop/session-bus';
import { loadOpener, openStoreFile } from './electron/files/store-file';
import { createTray } from './electron/tray/tray';
import { createTrayImages } from './electron/tray/tray-image';
import { createTrayLook } from './electron/tray/tray-look';
import { createWindowFile } from './electron/window/window-file';
import { createMainWindow } from './electron/window/window';
import { createFirstPaint } from './electron/window/first-paint';
import { createStore } from './store/store';
import { listenOutside, type Outside } from './electron/start/outside';
import { listenToLogin } from './electron/desktop/system-bus';
import { serveBundle } from './electron/window/protocol';
import { lockUiSession } from './electron/window/hardening';
import { connectBus, sessionBusAddress } from './electron/desktop/bus-connection';
import type { StartOptions } from './electron/start/start-options';
import type { Words } from '../src-shared/messages/words';
import { existsSync } from 'node:fs';

export interface Start {
  /** userData */
  readonly folder: string;
  readonly options: StartOptions;
  readonly dev: { readonly url: string; readonly origin: string } | undefined;
  readonly provision: Provision | undefined;
  readonly laterStarts: Outside['laterStarts'];
}

/**
 * Main stays free for what others wait for: the bus, whose answers put the icon on the panel, and Chromium, which starts
 * the page's process only when it was given the page. At most so long, ms.
 */
const FREE_MS = 60;

const isLinux = process.platform === 'linux';
const at = (file: string): string => path.join(import.meta.dirname, file);

/** After `ready`, with the lock: the only place where things are made and joined. The tray first (performance.md). */
export async function run({ folder, options, dev, provision, laterStarts }: Start): Promise<void> {
  const systemLanguages = app.getPreferredSystemLanguages();
  let words: (() => Words) | undefined;
  const quit = (): void => app.quit();
  const clock = createClock();
  const { known, redact } = createRedact();
  const verbose = options.verbose ? linesTo(process.stdout) : undefined;
  const log = createLogFile({ folder: path.join(folder, 'logs'), clock, redact, verbose });
  process.on('uncaughtException', log.bug);
  process.on('unhandledRejection', log.bug);

  const firstPaint = createFirstPaint(clock);
  if (options.hidden) firstPaint.skip();
  const address = () => sessionBusAddress(process.env, existsSync);
  const bus = createSessionBus({ address, connect: connectBus, clock, log, after: firstPaint.over });
  let act: ((action: TrayAction) => Promise<void>) | undefined;
  const linux = isLinux ? createLinuxDesktop(bus, dconfReader(process.env)) : undefined;
  const uiSession = session.fromPartition(UI_PARTITION);
  const served = serveBundle(uiSession, at('../renderer'));
  const locked = lockUiSession(uiSession, dev?.origin);
  const look = createTrayLook({ platform: process.platform, nativeTheme, screen });
  const imageOf = createTrayImages({ nativeImage, platform: process.platform, ...look });
  const overlay = createOverlay({ platform: process.platform, app, nativeImage });
  const tray = createTray(
    {
      make: (image) => new Tray(image),
      menuOf: (template) => Menu.buildFromTemplate(template),
      imageOf,
      platform: process.platform,
      onAction: (action) => void act?.(action).catch(log.bug),
    },
    startingView(app.name),
  );
  look.onChange(tray.lookChanged);
  const icons = {
    draw(view: TrayView): void {
      tray.draw(view);
      overlay(view);
    },
  };
  const hasTray = (): boolean => !linux || linux.trayHost() === 'there';
  const opener = loadOpener(ipcMain, firstPaint.over);
  const files = { open: opener, folder, clock, log };
  let rowsAhead: (() => void) | undefined;
  let beforeRequest = (): void => undefined;
  const window = createMainWindow({
    app,
    BrowserWindow,
    screen,
    nativeTheme,
    clock,
    log,
    url: dev?.url ?? PAGE,
    locked,
    preload: at('../preload/index.cjs'),
    devTools: !app.isPackaged,
    icon: () => nativeImage.createFromBitmap(drawAppIcon(64), { width: 64, height: 64 }),
    bounds: createWindowFile(openStoreFile('window', files)),
    hasTray,
    onMade: () => rowsAhead?.(),
    // Before there are words there is nothing to lose, either.
    onCloseWithoutTray: () =>
      words ? void askToQuit(dialog, words().messages, quit, window.minimize).catch(log.bug) : quit(),
  });
  let answerReady = (_answer: Answer): void => undefined;
  hearCalls(ipcMain, new Promise<Answer>((resolve) => (answerReady = resolve)));
  // Its own process starts while main goes on; the page's questions wait for the core.
  if (!options.hidden) window.show();
  log.event('started', `Tocsin ${app.getVersion()}, Electron ${process.versions.electron}`);
  await Promise.race([
    ...(options.hidden ? [] : [served]),
    new Promise<void>((done) => clock.after(FREE_MS, done)),
  ]);

  const store = createStore(pathToFileURL(at('store-thread.js')), log.bug, (notice) =>
    main.storageNotice(notice),
  );
  const { joinCore } = await import('./join');
  const joined = await joinCore({
    clock,
    files,
    known,
    store,
    linux,
    bus,
    tray: icons,
    window,
    systemLanguages,
    quit,
    beforeRequest: () => beforeRequest(),
    firstPaint: firstPaint.over,
    calls: {
      opener,
      mainFrame: window.mainFrame,
      origin: dev?.origin ?? ORIGIN,
      log,
      redact,
      onAnswered: (name) => {
        if (name === 'state') window.pageListens();
        if (name === 'inboxQuery') firstPaint.rowsGiven();
      },
    },
  });
  const { main, desktop } = joined;
  words = main.words;
  act = joined.act;
  rowsAhead = joined.rowsAhead;
  if (!options.hidden) rowsAhead();
  answerReady(joined.answer);

  desktop.onChange(main.publish);
  let panelMissing = false;
  linux?.onTrayHost((presence) => {
    // An icon made while a panel was there is on it already; made anew it would come twice.
    if (presence !== 'there') tray.hostWent();
    else if (panelMissing) tray.hostCame();
    panelMissing = presence !== 'there';
    log.event(presence === 'there' ? 'tray shown' : 'no tray on this desktop');
    if (presence !== 'there') window.show();
  });
  const login = isLinux ? listenToLogin(process, { clock, log, after: firstPaint.over }) : undefined;
  ({ beforeRequest } = listenOutside({
    app,
    powerMonitor,
    bus: isLinux ? bus : undefined,
    login,
    clock,
    log,
    main,
    laterStarts,
    showWindow: window.show,
  }));
  onQuit({ app, process, clock }, async () => {
    await main.stop().catch(log.bug);
    log.event('ended');
    const written = log.written();
    tray.close();
    bus.close();
    login?.close();
    await written;
  });
  void main.open();
  await opener.catch(log.bug);
  clearSamples(folder, log);
  await main.start(provision);
  if (options.link !== undefined) await main.openLink(options.link);
  await linux?.settled();
  // Hidden without a tray it would be lost, and of accounts that are not there no tray can tell.
  if (!hasTray() || main.state().storage?.kind === 'accounts-damaged') window.show();
}
