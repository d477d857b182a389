import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  NativeImage,
  NativeTheme,
  Screen,
  WebFrameMain,
} from 'electron';
import type { Push } from '../../../src-shared/ipc';
import { PUSH } from '../../../src-shared/ipc-channels';
import type { Clock, Log } from '../../core/ports';
import { LEAST_SIZE, place, type Bounds, type Placement } from './bounds';
import { webPreferences } from './golden';

/** A window hidden for so long is destroyed: it gives 76 MB back and is made anew in 150–160 ms (performance.md). */
export const HIDDEN_LIFE_MS = 5 * 60_000;
/** Drawing the icon takes main 5–40 ms, which the window's first frame would wait for. ms after the page has drawn. */
const ICON_MS = 300;
/** Two crashes of the page within this time are one too many to try again. */
const CRASH_AGAIN_MS = 60_000;
/** Behind the page until it paints: `--bg` of the themes, in sRGB. */
const BACKGROUND = { light: '#fbfcfd', dark: '#13161c' } as const;

export interface MainWindowDeps {
  readonly app: Pick<App, 'on'>;
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly screen: Pick<Screen, 'getPrimaryDisplay' | 'getAllDisplays'>;
  readonly nativeTheme: Pick<NativeTheme, 'shouldUseDarkColors' | 'on'>;
  readonly clock: Pick<Clock, 'after' | 'monotonic'>;
  readonly log: Log;
  /** `app://bundle/index.html`, or the dev server. */
  readonly url: string;
  /** The session that it is loaded in has its locks; nothing is loaded before. */
  readonly locked: Promise<void>;
  /** Absolute path of the built preload. */
  readonly preload: string;
  readonly devTools: boolean;
  /** Drawn once the window is on the screen. */
  readonly icon: () => NativeImage;
  readonly bounds: { read(): Bounds | undefined; write(bounds: Bounds): void };
  /** Is there a tray to come back from? Then closing hides. */
  readonly hasTray: () => boolean;
  /** A window is being made: its page will ask soon. */
  readonly onMade: () => void;
  /** The close button without a tray: the window stays until this decides (`app.quit()`, or `minimize()`). */
  readonly onCloseWithoutTray: () => void;
}

export interface MainWindow {
  /** Makes it where there is none; it appears with its first paint. */
  show(): void;
  hide(): void;
  minimize(): void;
  /** Seen by the person now; `false` while hidden, minimised or not yet painted. */
  isVisible(): boolean;
  /** To the page, in order; waits for a page that is being made. Without a window nothing is kept but `open`. */
  push(push: Push): void;
  /** The page has its first state and listens: what waited is sent. */
  pageListens(): void;
  mainFrame(): WebFrameMain | undefined;
}

export function createMainWindow(deps: MainWindowDeps): MainWindow {
  const { app, screen, nativeTheme, clock, log } = deps;
  let window: BrowserWindow | undefined;
  let listening = false;
  let painted = false;
  let wanted = false;
  let quitting = false;
  let crashedAt = -Infinity;
  let waiting: Push[] = [];
  let spare: (() => void) | undefined;

  app.on('before-quit', () => (quitting = true));
  app.on('window-all-closed', () => {}); // heard, so that Electron does not quit: the tray lives on
  nativeTheme.on('updated', () => window?.setBackgroundColor(background()));

  const background = (): string => (nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light);

  function make(): BrowserWindow {
    const made = new deps.BrowserWindow({
      ...placement(),
      minWidth: LEAST_SIZE.width,
      minHeight: LEAST_SIZE.height,
      title: 'Tocsin',
      show: false,
      autoHideMenuBar: true,
      backgroundColor: background(),
      webPreferences: webPreferences(deps.preload, deps.devTools),
    });
    listening = painted = false;
    made.on('ready-to-show', () => {
      painted = true;
      if (deps.bounds.read()?.maximized) made.maximize();
      if (wanted) appear(made);
      if (process.platform !== 'darwin') clock.after(ICON_MS, () => setIcon(made));
    });
    made.on('page-title-updated', (event) => event.preventDefault());
    made.on('close', (event) => {
      remember(made);
      if (quitting) return;
      event.preventDefault();
      if (deps.hasTray()) hide();
      else setImmediate(deps.onCloseWithoutTray); // a quit from inside a close is taken back by it
    });
    made.on('closed', () => {
      if (window === made) window = undefined;
    });
    const page = made.webContents;
    page.on('did-start-navigation', (event) => {
      if (event.isMainFrame && !event.isSameDocument) listening = false;
    });
    page.on('render-process-gone', (_, { reason, exitCode }) => {
      if (window === made && !quitting) crashed(`${reason} (${exitCode})`);
    });
    page.on('preload-error', (_, _path, error) => log.bug(error));
    page.on('did-fail-load', (_, code, description, url, isMainFrame) => {
      if (isMainFrame) log.bug(new Error(`the window's page did not load: ${description} (${code}) ${url}`));
    });
    void deps.locked.then(() => load(made));
    deps.onMade();
    return made;
  }

  function load(made: BrowserWindow): void {
    if (!made.isDestroyed()) made.loadURL(deps.url).catch(() => {}); // told by did-fail-load
  }

  function placement(): Placement {
    const { id } = screen.getPrimaryDisplay();
    const displays = screen.getAllDisplays().toSorted((a, b) => Number(b.id === id) - Number(a.id === id));
    return place(
      deps.bounds.read(),
      displays.map(({ workArea }) => workArea),
    );
  }

  function setIcon(made: BrowserWindow): void {
    if (!made.isDestroyed()) made.setIcon(deps.icon());
  }

  function appear(shown: BrowserWindow): void {
    if (shown.isMinimized()) shown.restore();
    shown.show();
    shown.focus();
  }

  function show(): void {
    wanted = true;
    spare?.();
    if (!window) window = make();
    else if (painted) appear(window);
  }

  function hide(): void {
    wanted = false;
    if (!window) return;
    remember(window);
    window.hide();
    spare?.();
    spare = clock.after(HIDDEN_LIFE_MS, destroy);
  }

  function destroy(): void {
    const old = window;
    window = undefined;
    listening = painted = false;
    old?.destroy();
  }

  function crashed(reason: string): void {
    log.event('window', `its page ended: ${reason}`);
    const again = clock.monotonic() - crashedAt > CRASH_AGAIN_MS;
    crashedAt = clock.monotonic();
    destroy();
    if (!wanted) return;
    if (again) show();
    else log.event('window', 'ended twice within a minute; it is made anew when asked for');
  }

  function remember(shown: BrowserWindow): void {
    if (shown.isDestroyed() || !painted) return;
    deps.bounds.write({ ...shown.getNormalBounds(), maximized: shown.isMaximized() });
  }

  function send(push: Push): void {
    if (window && !window.webContents.isDestroyed()) window.webContents.send(PUSH, push);
  }

  return {
    show,
    hide,
    minimize: () => window?.minimize(),
    isVisible: () => window !== undefined && painted && window.isVisible() && !window.isMinimized(),
    push(push) {
      if (window && listening) return send(push);
      // A state that nobody heard is fetched anew by the page; what it was asked to show is not.
      if (push.kind !== 'state') waiting = [...waiting, push].slice(-20);
    },
    pageListens() {
      listening = true;
      const held = waiting;
      waiting = [];
      for (const push of held) send(push);
    },
    mainFrame: () => (window && !window.isDestroyed() ? window.webContents.mainFrame : undefined),
  };
}
