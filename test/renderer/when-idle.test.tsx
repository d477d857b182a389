import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => vi.resetModules());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A page whose paint and idle time come when told. */
async function page(supportedEntryTypes: readonly string[]) {
  vi.useFakeTimers();
  let paint = (): void => undefined;
  let idle = (): void => undefined;
  class Observer {
    static readonly supportedEntryTypes = supportedEntryTypes;
    constructor(seen: () => void) {
      paint = seen;
    }
    observe(): void {}
  }
  vi.stubGlobal('PerformanceObserver', Observer);
  vi.stubGlobal('requestIdleCallback', (done: () => void) => (idle = done));
  const { whenIdle } = await import('../../src-renderer/ui/when-idle');
  let over = false;
  void whenIdle().then(() => (over = true));
  const after = async (ms: number, act: () => void): Promise<boolean> => {
    await vi.advanceTimersByTimeAsync(ms);
    act();
    await vi.advanceTimersByTimeAsync(0);
    return over;
  };
  return { after, paint: () => paint(), idle: () => idle() };
}

test('what can wait waits for the first frame on the screen, then for a moment of nothing to do', async () => {
  const { after, paint, idle } = await page(['paint']);
  expect(await after(500, () => idle())).toBe(false);
  expect(await after(0, paint)).toBe(false);
  expect(await after(0, () => idle())).toBe(true);
});

test('a page that is not shown is not waited for longer than a second', async () => {
  const { after, idle } = await page(['paint']);
  expect(await after(999, () => idle())).toBe(false);
  expect(await after(1, () => idle())).toBe(true);
});

test('nor is one that does not tell of its paint', async () => {
  const { after, idle } = await page([]);
  expect(await after(0, () => idle())).toBe(true);
});

test('every file of the fonts comes with the page, so that the first layout has them', () => {
  const read = (file: string): string =>
    readFileSync(path.join(import.meta.dirname, '../../src-renderer', file), 'utf8');
  const files = (text: string): string[] => [...(text.match(/inter-[\w-]+\.woff2/g) ?? [])].sort();
  const wanted = files(read('styles/fonts.css'));
  expect(wanted).toHaveLength(2);
  expect(files(read('index.html'))).toEqual(wanted);
});
