import type { App, BrowserWindow, NativeTheme, Screen } from 'electron';
import { expect, test } from 'vitest';
import { createOverlay } from '../../../../src-main/electron/tray/overlay';
import { createTrayLook } from '../../../../src-main/electron/tray/tray-look';
import { drawBadge } from '../../../../src-main/electron/tray/tray-icon';
import { emitter } from '../support/fakes';

function setUp(platform: NodeJS.Platform, dark = false) {
  const theme = emitter<NativeTheme>({
    shouldUseDarkColorsForSystemIntegratedUI: dark,
    shouldUseDarkColors: !dark,
  });
  const screen = emitter<Screen>({ getPrimaryDisplay: () => ({ scaleFactor: 1.5 }) });
  return { theme, screen, look: createTrayLook({ platform, nativeTheme: theme, screen }) };
}

test.for<{ platform: NodeJS.Platform; dark: boolean; panel: string }>([
  { platform: 'win32', dark: true, panel: 'dark' },
  { platform: 'win32', dark: false, panel: 'light' },
  { platform: 'darwin', dark: true, panel: 'dark' },
  { platform: 'linux', dark: true, panel: 'any' },
  { platform: 'freebsd', dark: false, panel: 'any' },
])('$platform, the system dark: $dark, the app otherwise → $panel', ({ platform, dark, panel }) => {
  const { look } = setUp(platform, dark);
  expect([look.panel(), look.scaleFactor()]).toEqual([panel, 1.5]);
});

test('a theme, a scale and a screen that change are told; where a screen stands is not', () => {
  const { look, theme, screen } = setUp('linux');
  let told = 0;
  look.onChange(() => void (told += 1));
  theme.emit('updated');
  screen.emit('display-metrics-changed', {}, {}, ['scaleFactor', 'bounds']);
  screen.emit('display-added');
  screen.emit('display-removed');
  expect(told).toBe(4);
  screen.emit('display-metrics-changed', {}, {}, ['bounds', 'workArea']);
  expect(told).toBe(4);
});

function overlay(platform: NodeJS.Platform) {
  const app = emitter<App>();
  const done: string[] = [];
  const open = (name: string) => {
    const window = emitter<BrowserWindow>({
      setOverlayIcon: (image: { sizes: number[] } | null, text: string) =>
        void done.push(`${name}: ${image?.sizes.join(' ') ?? 'none'} ${text}`),
    });
    app.emit('browser-window-created', {}, window);
    return window;
  };
  const createEmpty = () => {
    const sizes: number[] = [];
    return { sizes, addRepresentation: ({ width }: { width: number }) => void sizes.push(width) };
  };
  const draw = createOverlay({ platform, app, nativeImage: { createEmpty: createEmpty as never } });
  return { done: () => done.splice(0), open, draw };
}
const icon = (more: object = {}) => ({ mode: 'watching', badge: 'major', count: 2, ...more }) as const;

test('Windows: each window’s button has the badge, once for each change, and loses it when all is seen', () => {
  const { done, open, draw } = overlay('win32');
  const first = open('first');
  draw({ icon: icon(), tooltip: '2 major' });
  draw({ icon: icon(), tooltip: '2 major' });
  expect(done()).toEqual(['first: 16 20 24 32 2 major']);
  open('second');
  expect(done()).toEqual(['second: 16 20 24 32 2 major']);
  first.emit('closed');
  draw({ icon: icon({ badge: null, count: 0 }), tooltip: 'All seen' });
  expect(done()).toEqual(['second: none All seen']);
  draw({ icon: icon({ mode: 'paused' }), tooltip: 'Paused' });
  expect(done()).toEqual(['second: none Paused']);
});

test.for<NodeJS.Platform>(['linux', 'darwin'])('%s: nothing is done', (platform) => {
  const { done, open, draw } = overlay(platform);
  open('first');
  draw({ icon: icon(), tooltip: '2 major' });
  expect(done()).toEqual([]);
});

test.for(['warning', 'major', 'critical'] as const)(
  '%s: its badge fills the square, and its number can be told',
  (level) => {
    for (const size of [16, 20, 24, 32]) {
      const pictures = new Set(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => drawBadge(level, n, size).toString('base64')),
      );
      expect(pictures.size).toBe(11);
      const alpha = (x: number, y: number): number => drawBadge(level, 3, size)[(y * size + x) * 4 + 3]!;
      const middle = Math.floor(size / 2);
      expect([alpha(middle, middle), alpha(middle, size - 2)].every((one) => one > 200)).toBe(true);
    }
  },
);
