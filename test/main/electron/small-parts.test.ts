import type { App, Menu, NativeImage } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { setAppMenu } from '../../../src-main/electron/start/app-menu';
import { createBrowser } from '../../../src-main/electron/desktop/browser';
import { createClock } from '../../../src-main/electron/clock';
import { createDesktop } from '../../../src-main/electron/desktop/desktop';
import type { LinuxDesktop, Presence } from '../../../src-main/electron/desktop/desktop-linux';
import { needsHeadless } from '../../../src-main/electron/start/headless';
import { jsonSize } from '../../../src-main/electron/window/json-size';
import { createTrayImages } from '../../../src-main/electron/tray/tray-image';

describe('the browser', () => {
  test.for([
    { url: 'https://nettest.example.org/n/1', opened: ['https://nettest.example.org/n/1'] },
    { url: 'http://nettest.example.org/', opened: [] },
    { url: 'file:///etc/passwd', opened: [] },
    { url: 'javascript:alert(1)', opened: [] },
    { url: 'smb://server/share', opened: [] },
    { url: 'https://user:pw@example.org/', opened: [] },
    { url: '--help', opened: [] },
    { url: '', opened: [] },
  ])('$url → $opened', async ({ url, opened }) => {
    const all: string[] = [];
    const { open } = createBrowser({ openExternal: (one) => Promise.resolve(void all.push(one)) });
    const outcome = await open(url).then(
      () => 'opened',
      (error: { failure: { kind: string } }) => error.failure.kind,
    );
    expect([outcome, all]).toEqual([opened.length > 0 ? 'opened' : 'bad-address', opened]);
  });
});

describe('the clock', () => {
  test('a delay longer than a timer can take does not fire at once', () => {
    vi.useFakeTimers();
    let fired = 0;
    createClock().after(2 ** 31 + 5000, () => (fired += 1));
    const cancel = createClock().after(10, () => (fired += 100));
    cancel();
    vi.advanceTimersByTime(2 ** 31 + 4999);
    expect(fired).toBe(0);
    vi.advanceTimersByTime(1);
    expect(fired).toBe(1);
    vi.useRealTimers();
  });
});

describe('the size of a value as JSON', () => {
  test.for([
    { value: {}, size: 2 },
    { value: { a: [1, true, null, 'xy'] }, size: 25 },
    { value: undefined, size: 0 },
    { value: Object.create(null) as object, size: 2 },
    { value: () => {}, size: undefined },
    { value: Symbol('x'), size: undefined },
    { value: { deep: { deeper: new Set() } }, size: undefined },
    { value: 'x'.repeat(1001), size: undefined },
    { value: Array.from({ length: 1001 }), size: undefined },
  ])('$value → $size', ({ value, size }) => {
    expect(jsonSize(value, 1000)).toBe(size);
  });
});

describe('the desktop', () => {
  const linux = (tray: Presence, toasts: Presence) =>
    ({
      trayHost: () => tray,
      notifications: () => toasts,
      doNotDisturb: () => 'on',
    }) as unknown as LinuxDesktop;
  const secrets = { name: 'KWallet', persistent: true };
  test.for([
    {
      linux: linux('there', 'there'),
      supported: true,
      state: { tray: true, toasts: 'ok', doNotDisturb: 'on' },
    },
    {
      linux: linux('none', 'none'),
      supported: true,
      state: { tray: false, toasts: 'none', doNotDisturb: 'on' },
    },
    {
      linux: linux('unknown', 'unknown'),
      supported: true,
      state: { tray: false, toasts: 'unknown', doNotDisturb: 'on' },
    },
    { linux: undefined, supported: true, state: { tray: true, toasts: 'ok', doNotDisturb: 'unknown' } },
    { linux: undefined, supported: false, state: { tray: true, toasts: 'none', doNotDisturb: 'unknown' } },
  ])('$state', ({ linux: given, supported, state }) => {
    const desktop = createDesktop({
      ...(given && { linux: given }),
      isToastSupported: () => supported,
      secrets: () => secrets,
    });
    expect(desktop.state()).toEqual({ ...state, secrets });
  });
});

describe('the tray’s picture', () => {
  test.for([
    { platform: 'linux', scaleFactor: 1, sizes: [22], panel: 'any' },
    { platform: 'linux', scaleFactor: 2, sizes: [44], panel: 'any' },
    { platform: 'win32', scaleFactor: 2, sizes: [16, 20, 24, 32], panel: 'dark' },
    { platform: 'darwin', scaleFactor: 2, sizes: [18, 36], panel: 'dark' },
  ] as const)('$platform at $scaleFactor: $sizes', ({ platform, scaleFactor, sizes, panel }) => {
    const drawn: { width?: number; scaleFactor?: number; buffer?: Buffer }[] = [];
    let template = false;
    const imageOf = createTrayImages({
      nativeImage: {
        createEmpty: () =>
          ({
            addRepresentation: (one: (typeof drawn)[number]) => drawn.push(one),
            setTemplateImage: (is: boolean) => (template = is),
          }) as unknown as NativeImage,
      },
      platform,
      panel: () => panel,
      scaleFactor: () => scaleFactor,
    });
    const icon = { mode: 'watching', badge: 'major', count: 10 } as const;
    const first = imageOf(icon);
    expect(imageOf({ ...icon, count: 99 })).toBe(first);
    expect(drawn.map(({ width }) => width)).toEqual(sizes);
    expect(drawn[0]).toMatchObject({ scaleFactor: 1, buffer: { length: sizes[0] * sizes[0] * 4 } });
    expect(template).toBe(platform === 'darwin');
  });
});

describe('the menu bar', () => {
  test.for([
    { platform: 'linux', menu: null },
    { platform: 'win32', menu: null },
    { platform: 'darwin', menu: ['appMenu', 'editMenu', 'windowMenu'] },
  ] as const)('$platform: $menu', ({ platform, menu }) => {
    let set: unknown;
    setAppMenu(
      {
        setApplicationMenu: (given) => void (set = given),
        buildFromTemplate: (template) => template.map(({ role }) => role) as unknown as Menu,
      },
      platform,
    );
    expect(set).toEqual(menu);
  });
});

test.for([
  { env: {}, platform: 'linux', given: false, headless: true },
  { env: { DISPLAY: ':0' }, platform: 'linux', given: false, headless: false },
  { env: { WAYLAND_DISPLAY: 'wayland-0' }, platform: 'linux', given: false, headless: false },
  { env: {}, platform: 'linux', given: true, headless: false },
  { env: {}, platform: 'win32', given: false, headless: false },
] as const)(
  '$platform, $env, switch given $given: --status goes headless $headless',
  ({ env, platform, given, headless }) => {
    const commandLine = { hasSwitch: () => given } as unknown as App['commandLine'];
    expect(needsHeadless(env, platform, commandLine)).toBe(headless);
  },
);
