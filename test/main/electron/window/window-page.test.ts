import { describe, expect, test } from 'vitest';
import { OPEN, setUp, STATE } from './main-window';

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
