import type { App, BrowserWindow, BrowserWindowConstructorOptions, NativeTheme } from 'electron';
import type { Push } from '../../../../src-shared/ipc';
import { PUSH } from '../../../../src-shared/ipc-channels';
import type { Bounds } from '../../../../src-main/electron/window/bounds';
import { createMainWindow } from '../../../../src-main/electron/window/window';
import { createFakeClock } from '../../../support/fake-clock';
import { createFakeLog, emitter, preventable } from '../support/fakes';

export const SCREEN = { x: 0, y: 0, width: 1920, height: 1040 };
export const SECOND = { x: 1920, y: 0, width: 1280, height: 1024 };

interface Made {
  readonly options: BrowserWindowConstructorOptions;
  readonly sent: Push[];
  readonly page: { emit(name: string, ...args: unknown[]): boolean };
  emit(name: string, ...args: unknown[]): boolean;
  shown: boolean;
  destroyed: boolean;
}

/** The main window over a BrowserWindow that records; `quitOnClose`, `tray`, `saved` are what it finds. */
export function setUp({
  tray = true,
  saved = undefined as Bounds | undefined,
  quitOnClose = false,
  locked = Promise.resolve(),
} = {}) {
  const clock = createFakeClock();
  const log = createFakeLog();
  const made: Made[] = [];
  const kept: Bounds[] = [];
  const app = emitter<App>();
  const asked: string[] = [];
  const loaded: unknown[] = [];
  const nativeTheme = emitter<NativeTheme>({ shouldUseDarkColors: false });

  function FakeWindow(options: BrowserWindowConstructorOptions): BrowserWindow {
    const sent: Push[] = [];
    const page = emitter<object>({
      mainFrame: { of: made.length },
      isDestroyed: () => false,
      send: (channel: string, push: Push) => channel === PUSH && sent.push(push),
    });
    const window = emitter<Made>({
      options,
      sent,
      page,
      webContents: page,
      shown: false,
      destroyed: false,
      loadURL: (url: string) => {
        loaded.push(url);
        return Promise.resolve();
      },
      setIcon: (icon: unknown) => loaded.push(icon),
      show: () => (window.shown = true),
      hide: () => (window.shown = false),
      focus: () => {},
      isVisible: () => window.shown,
      isMinimized: () => false,
      isMaximized: () => false,
      maximize: () => asked.push('maximize'),
      isDestroyed: () => window.destroyed,
      getNormalBounds: () => ({ x: 5, y: 6, width: 700, height: 500 }),
      setBackgroundColor: (colour: string) => asked.push(colour),
      destroy: () => {
        window.destroyed = true;
        window.emit('closed');
      },
    });
    made.push(window);
    return window as unknown as BrowserWindow;
  }

  const announced: number[] = [];
  const window = createMainWindow({
    app,
    BrowserWindow: FakeWindow as unknown as new (options: BrowserWindowConstructorOptions) => BrowserWindow,
    screen: {
      getPrimaryDisplay: () => ({ id: 2 }) as never,
      getAllDisplays: () =>
        [
          { id: 1, workArea: SECOND },
          { id: 2, workArea: SCREEN },
        ] as never,
    },
    nativeTheme,
    clock,
    log,
    url: 'app://bundle/index.html',
    locked,
    icon: () => 'icon' as never,
    preload: '/preload.cjs',
    devTools: false,
    bounds: { read: () => saved, write: (bounds) => kept.push(bounds) },
    hasTray: () => tray,
    onMade: () => announced.push(made.length),
    onCloseWithoutTray: () => {
      asked.push('close without tray');
      if (quitOnClose) app.emit('before-quit');
    },
  });
  const open = (): Made => {
    window.show();
    const opened = made.at(-1)!;
    opened.emit('ready-to-show');
    return opened;
  };
  const close = () => {
    const event = preventable();
    made.at(-1)!.emit('close', event);
    return event.prevented;
  };
  return { window, made, announced, clock, log, kept, app, asked, loaded, open, close, nativeTheme };
}

export const OPEN = { kind: 'open', target: { page: 'preferences' } } satisfies Push;
export const STATE = { kind: 'state', state: {} } as Push;
