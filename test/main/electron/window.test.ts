import type { App, BrowserWindow, BrowserWindowConstructorOptions, NativeTheme } from 'electron';
import { describe, expect, test } from 'vitest';
import type { Push } from '../../../src-shared/ipc';
import { PUSH } from '../../../src-shared/ipc-channels';
import { place, type Bounds } from '../../../src-main/electron/bounds';
import { webPreferences } from '../../../src-main/electron/golden';
import { createMainWindow, HIDDEN_LIFE_MS } from '../../../src-main/electron/window';
import { createFakeClock } from '../../support/fake-clock';
import { createFakeLog, emitter, preventable } from './support/fakes';

const SCREEN = { x: 0, y: 0, width: 1920, height: 1040 };
const SECOND = { x: 1920, y: 0, width: 1280, height: 1024 };

describe('where it goes', () => {
  const saved: Bounds = { x: 100, y: 80, width: 1000, height: 700, maximized: false };
  test.for([
    { what: 'at first', saved: undefined, areas: [SCREEN], at: { width: 1100, height: 720 } },
    { what: 'as it was left', saved, areas: [SCREEN], at: { x: 100, y: 80, width: 1000, height: 700 } },
    {
      what: 'on the second screen',
      saved: { ...saved, x: 2000 },
      areas: [SCREEN, SECOND],
      at: { x: 2000, y: 80, width: 1000, height: 700 },
    },
    {
      what: 'its screen is gone',
      saved: { ...saved, x: 2000 },
      areas: [SCREEN],
      at: { width: 1000, height: 700 },
    },
    {
      what: 'only a sliver is left on the screen',
      saved: { ...saved, x: 1850 },
      areas: [SCREEN],
      at: { width: 1000, height: 700 },
    },
    {
      what: 'enough is left to pull it back',
      saved: { ...saved, x: 1800 },
      areas: [SCREEN],
      at: { x: 1800, y: 80, width: 1000, height: 700 },
    },
    {
      what: 'its title bar is above the screen',
      saved: { ...saved, y: -40 },
      areas: [SCREEN],
      at: { width: 1000, height: 700 },
    },
    {
      what: 'larger than the screen',
      saved: { ...saved, x: 0, y: 0, width: 4000, height: 3000 },
      areas: [SCREEN],
      at: { x: 0, y: 0, width: 1920, height: 1040 },
    },
    {
      what: 'smaller than it may be',
      saved: { ...saved, width: 10, height: 10 },
      areas: [{ ...SCREEN, x: 0 }],
      at: { width: 380, height: 420 },
    },
    {
      what: 'a small screen at first',
      saved: undefined,
      areas: [{ x: 0, y: 0, width: 800, height: 600 }],
      at: { width: 800, height: 600 },
    },
    { what: 'no screen at all', saved, areas: [], at: { width: 1000, height: 700 } },
  ])('$what', ({ saved: given, areas, at }) => {
    expect(place(given, areas)).toEqual(at);
  });
});

interface Made {
  readonly options: BrowserWindowConstructorOptions;
  readonly sent: Push[];
  readonly page: { emit(name: string, ...args: unknown[]): boolean };
  emit(name: string, ...args: unknown[]): boolean;
  shown: boolean;
  destroyed: boolean;
}

function setUp({ tray = true, saved = undefined as Bounds | undefined, quitOnClose = false } = {}) {
  const clock = createFakeClock();
  const log = createFakeLog();
  const made: Made[] = [];
  const kept: Bounds[] = [];
  const app = emitter<App>();
  const asked: string[] = [];
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
      loadURL: () => Promise.resolve(),
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
    preload: '/preload.cjs',
    devTools: false,
    bounds: { read: () => saved, write: (bounds) => kept.push(bounds) },
    hasTray: () => tray,
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
  return { window, made, clock, log, kept, app, asked, open, close, nativeTheme };
}

const OPEN: Push = { kind: 'open', target: { page: 'preferences' } };
const STATE = { kind: 'state', state: {} } as Push;

describe('the window', () => {
  test('is made when it is first shown, with the golden settings', () => {
    const { window, made } = setUp();
    expect([made.length, window.isVisible(), window.mainFrame()]).toEqual([0, false, undefined]);
    window.show();
    expect(made[0]!.options).toEqual({
      width: 1100,
      height: 720,
      minWidth: 380,
      minHeight: 420,
      title: 'Tocsin',
      show: false,
      autoHideMenuBar: true,
      backgroundColor: '#fbfcfd',
      webPreferences: webPreferences('/preload.cjs', false),
    });
  });

  test('appears with its first paint, once', () => {
    const { window, made } = setUp();
    window.show();
    window.show();
    expect([made.length, made[0]!.shown, window.isVisible()]).toEqual([1, false, false]);
    made[0]!.emit('ready-to-show');
    expect([made[0]!.shown, window.isVisible()]).toEqual([true, true]);
  });

  test('hidden before it could paint stays hidden', () => {
    const { window, made } = setUp();
    window.show();
    window.hide();
    made[0]!.emit('ready-to-show');
    expect(window.isVisible()).toBe(false);
  });

  test('opens as it was left, maximised again', () => {
    const { open, asked } = setUp({ saved: { x: 9, y: 9, width: 900, height: 600, maximized: true } });
    expect(open().options).toMatchObject({ x: 9, y: 9, width: 900, height: 600 });
    expect(asked).toEqual(['maximize']);
  });

  test('from a screen that is gone it comes to the primary one, in its size', () => {
    const { open } = setUp({ saved: { x: 9000, y: 9, width: 1800, height: 600, maximized: false } });
    const { x, width } = open().options;
    expect([x, width]).toEqual([undefined, 1800]);
  });

  test('keeps its title and follows the theme', () => {
    const { open, nativeTheme, asked } = setUp();
    const event = preventable();
    open().emit('page-title-updated', event);
    Object.assign(nativeTheme, { shouldUseDarkColors: true });
    nativeTheme.emit('updated');
    expect([event.prevented, asked]).toEqual([true, ['#13161c']]);
  });
});

describe('closing', () => {
  test('hides where there is a tray, and remembers the place', () => {
    const { window, open, close, kept } = setUp();
    open();
    expect([close(), window.isVisible()]).toEqual([true, false]);
    expect(kept.at(-1)).toEqual({ x: 5, y: 6, width: 700, height: 500, maximized: false });
  });

  test('without a tray asks, after the event, and stays', async () => {
    const { window, open, close, asked } = setUp({ tray: false });
    open();
    expect([close(), asked]).toEqual([true, []]);
    await new Promise((resolve) => setImmediate(resolve));
    expect([asked, window.isVisible()]).toEqual([['close without tray'], true]);
  });

  test('is let be when the app quits', () => {
    const { open, close, app, kept } = setUp();
    open();
    app.emit('before-quit');
    expect(close()).toBe(false);
    expect(kept).toHaveLength(1);
  });

  test('the last window does not end the app', () => {
    expect(setUp().app.listenerCount('window-all-closed')).toBe(1);
  });
});

describe('hidden for long', () => {
  test('it is destroyed after five minutes and made anew when shown', async () => {
    const { window, open, made, clock } = setUp();
    open();
    window.hide();
    await clock.pass(HIDDEN_LIFE_MS - 1);
    expect(made[0]!.destroyed).toBe(false);
    await clock.pass(1);
    expect([made[0]!.destroyed, window.mainFrame()]).toEqual([true, undefined]);
    open();
    expect([made.length, window.isVisible()]).toEqual([2, true]);
  });

  test('shown in between, it lives on', async () => {
    const { window, open, made, clock } = setUp();
    open();
    window.hide();
    await clock.pass(HIDDEN_LIFE_MS - 1);
    window.show();
    await clock.pass(HIDDEN_LIFE_MS);
    expect(made[0]!.destroyed).toBe(false);
  });
});

describe('pushes', () => {
  test('wait until the page listens, then come in order; a state is fetched by the page itself', () => {
    const { window, open } = setUp();
    window.push(OPEN);
    const { sent } = open();
    window.push(STATE);
    window.push({ ...OPEN, target: { page: 'welcome' } });
    expect(sent).toEqual([]);
    window.pageListens();
    window.push(STATE);
    expect(sent).toEqual([OPEN, { kind: 'open', target: { page: 'welcome' } }, STATE]);
  });

  test('a page that is loaded anew listens anew', () => {
    const { window, open } = setUp();
    const { sent, page } = open();
    window.pageListens();
    page.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
    window.push(OPEN);
    expect(sent).toEqual([]);
    window.pageListens();
    expect(sent).toEqual([OPEN]);
  });

  test('a jump within the page changes nothing', () => {
    const { window, open } = setUp();
    const { sent, page } = open();
    window.pageListens();
    page.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true });
    page.emit('did-start-navigation', { isMainFrame: false, isSameDocument: false });
    window.push(OPEN);
    expect(sent).toEqual([OPEN]);
  });

  test('without a window only the newest twenty are kept', () => {
    const { window, open } = setUp();
    for (let i = 0; i < 30; i += 1) window.push(OPEN);
    const { sent } = open();
    window.pageListens();
    expect(sent).toHaveLength(20);
  });
});

describe('its page ends', () => {
  const GONE = { reason: 'crashed', exitCode: 11 };
  test('made anew once, and told', () => {
    const { open, made, window, log } = setUp();
    open().page.emit('render-process-gone', {}, GONE);
    made[1]!.emit('ready-to-show');
    expect([made.length, made[0]!.destroyed, window.isVisible()]).toEqual([2, true, true]);
    expect(log.lines).toEqual(['window · its page ended: crashed (11)']);
  });

  test('twice within a minute: not again by itself, but when it is asked for', () => {
    const { open, made, window } = setUp();
    open().page.emit('render-process-gone', {}, GONE);
    made[1]!.page.emit('render-process-gone', {}, GONE);
    expect(made.length).toBe(2);
    window.show();
    expect(made.length).toBe(3);
  });

  test('a minute later: again', async () => {
    const { open, made, clock } = setUp();
    open().page.emit('render-process-gone', {}, GONE);
    await clock.pass(60_001);
    made[1]!.page.emit('render-process-gone', {}, GONE);
    expect(made.length).toBe(3);
  });

  test('hidden: not before it is asked for', () => {
    const { open, window, made } = setUp();
    const opened = open();
    window.hide();
    opened.page.emit('render-process-gone', {}, GONE);
    expect([made.length, opened.destroyed]).toEqual([1, true]);
  });
});
