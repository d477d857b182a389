import { describe, expect, test } from 'vitest';
import { webPreferences } from '../../../../src-main/electron/window/golden';
import { HIDDEN_LIFE_MS } from '../../../../src-main/electron/window/window';
import { preventable } from '../support/fakes';
import { setUp } from './main-window';

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
    const { window, made, announced } = setUp();
    window.show();
    window.show();
    expect([made.length, made[0]!.shown, window.isVisible()]).toEqual([1, false, false]);
    expect(announced).toEqual([1]);
    made[0]!.emit('ready-to-show');
    expect([made[0]!.shown, window.isVisible()]).toEqual([true, true]);
  });

  test('loads its page once its session is locked; its icon comes when it stands there', async () => {
    let lock = (): void => undefined;
    const { clock, window, made, loaded } = setUp({ locked: new Promise((resolve) => (lock = resolve)) });
    window.show();
    await Promise.resolve();
    expect(loaded).toEqual([]);
    lock();
    await Promise.resolve();
    expect(loaded).toEqual(['app://bundle/index.html']);
    made[0]!.emit('ready-to-show');
    await clock.pass(250);
    expect(loaded).toEqual(['app://bundle/index.html']);
    await clock.pass(100);
    expect(loaded).toEqual(['app://bundle/index.html', 'icon']);
  });

  test('gone before its session was locked loads nothing', async () => {
    const { clock, made, open, loaded } = setUp();
    open().destroyed = true;
    await clock.pass(1000);
    expect([made.length, loaded]).toEqual([1, []]);
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
