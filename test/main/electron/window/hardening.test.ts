import type { App, Session, WebContents } from 'electron';
import { expect, test } from 'vitest';
import { DANGEROUS_SWITCHES } from '../../../../src-main/electron/window/golden';
import {
  decideSandbox,
  devServerOf,
  hardenStart,
  isUiRequest,
  lockContents,
  lockDown,
  lockSession,
  lockUiSession,
} from '../../../../src-main/electron/window/hardening';
import { emitter, preventable } from '../support/fakes';

test.for([
  { packaged: true, root: false, noSandbox: false, decision: 'enable' },
  { packaged: true, root: false, noSandbox: true, decision: 'remove-switch-and-enable' },
  { packaged: true, root: true, noSandbox: false, decision: 'refuse-root' },
  { packaged: true, root: true, noSandbox: true, decision: 'refuse-root' },
  { packaged: false, root: false, noSandbox: false, decision: 'enable' },
  { packaged: false, root: false, noSandbox: true, decision: 'leave' },
  { packaged: false, root: true, noSandbox: true, decision: 'leave' },
])('packaged $packaged, root $root, --no-sandbox $noSandbox → $decision', ({ decision, ...start }) => {
  expect(decideSandbox(start)).toBe(decision);
});

function start(how: { isPackaged: boolean; root?: boolean; given?: readonly string[] }) {
  const { isPackaged, root = false, given = [] } = how;
  const switches = new Set(given);
  const done: string[] = [];
  const app = {
    isPackaged,
    enableSandbox: () => void done.push('sandbox'),
    commandLine: {
      hasSwitch: (name: string) => switches.has(name),
      removeSwitch: (name: string) => void switches.delete(name),
    },
  };
  const refuseRoot = (): never => {
    throw new Error('refused');
  };
  const env = { SSLKEYLOGFILE: '/tmp/keys', HOME: '/home/x' };
  hardenStart({ app: app as unknown as App, env, root, refuseRoot });
  return { left: [...switches], done, env };
}

test('a packaged app loses every dangerous switch and keeps the others', () => {
  const given = [...DANGEROUS_SWITCHES, 'no-sandbox', 'lang'];
  expect(start({ isPackaged: true, given })).toMatchObject({ left: ['lang'], done: ['sandbox'] });
});

test('from source the switches stay, and --no-sandbox is not fought', () => {
  const given = ['remote-debugging-port', 'no-sandbox'];
  expect(start({ isPackaged: false, root: true, given })).toMatchObject({ left: given, done: [] });
});

test('packed and root: refused', () => {
  expect(() => start({ isPackaged: true, root: true })).toThrow('refused');
});

test.for([
  { isPackaged: false, url: 'http://localhost:5173/', origin: 'http://localhost:5173' },
  { isPackaged: false, url: 'nonsense', origin: undefined },
  { isPackaged: false, url: undefined, origin: undefined },
  { isPackaged: true, url: 'http://localhost:5173/', origin: undefined },
])('dev server $url, packaged $isPackaged → $origin', ({ isPackaged, url, origin }) => {
  expect(devServerOf({ isPackaged }, { DEV_SERVER_URL: url })?.origin).toBe(origin);
});

const DEV = 'http://localhost:5173';
test.for([
  { url: 'app://bundle/index.html', own: true, dev: true },
  { url: 'data:image/png;base64,AA', own: true, dev: true },
  { url: 'data:text/html,<script>', own: false, dev: false },
  { url: 'app://bundle.evil/', own: false, dev: false },
  { url: 'app://bundlex/', own: false, dev: false },
  { url: 'https://example.org/', own: false, dev: false },
  { url: 'http://127.0.0.1:1/', own: false, dev: false },
  { url: 'file:///etc/passwd', own: false, dev: false },
  { url: 'ftp://x/', own: false, dev: false },
  { url: 'wss://example.org/', own: false, dev: false },
  { url: 'devtools://devtools/bundled/inspector.html', own: false, dev: true },
  { url: 'http://localhost:5173/main.tsx', own: false, dev: true },
  { url: 'ws://localhost:5173/', own: false, dev: true },
  { url: 'http://localhost:51730/', own: false, dev: false },
])('$url: own $own, with the dev server $dev', ({ url, own, dev }) => {
  expect([isUiRequest(url), isUiRequest(url, DEV)]).toEqual([own, dev]);
});

function lockedContents(devOrigin?: string) {
  const done: Record<string, unknown> = {};
  const contents = emitter<WebContents>({
    setWindowOpenHandler: (handler: () => unknown) => void (done['open'] = handler()),
    setWebRTCIPHandlingPolicy: (policy: string) => void (done['webrtc'] = policy),
  });
  lockContents(contents, devOrigin);
  return { contents, done };
}

test.for(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
  '%s is prevented',
  (name) => {
    const event = preventable({ url: 'https://example.org/' });
    lockedContents().contents.emit(name, event);
    expect(event.prevented).toBe(true);
  },
);

test.for([
  { name: 'will-navigate', url: `${DEV}/`, prevented: false },
  { name: 'will-navigate', url: 'http://localhost:5174/', prevented: true },
  { name: 'will-redirect', url: `${DEV}/`, prevented: true },
])('with the dev server, $name to $url: prevented $prevented', ({ name, url, prevented }) => {
  const event = preventable({ url });
  lockedContents(DEV).contents.emit(name, event);
  expect(event.prevented).toBe(prevented);
});

test('no windows, no UDP', () => {
  expect(lockedContents().done).toEqual({ open: { action: 'deny' }, webrtc: 'disable_non_proxied_udp' });
});

test('a session grants nothing', () => {
  const said: Record<string, unknown> = {};
  const session = emitter<Session>({
    setPermissionRequestHandler: (ask: (...given: unknown[]) => void) =>
      ask({}, 'media', (granted: boolean) => (said['request'] = granted)),
    setPermissionCheckHandler: (ask: () => boolean) => (said['check'] = ask()),
    setDevicePermissionHandler: (ask: () => boolean) => (said['device'] = ask()),
    setBluetoothPairingHandler: (ask: (...given: unknown[]) => void) =>
      ask({}, (answer: unknown) => (said['bluetooth'] = answer)),
  });
  lockSession(session);
  expect(said).toEqual({ request: false, check: false, device: false, bluetooth: { confirmed: false } });
  for (const name of ['will-download', 'select-hid-device', 'select-serial-port', 'select-usb-device']) {
    const event = preventable();
    session.emit(name, event);
    expect([name, event.prevented]).toEqual([name, true]);
  }
});

test('every page and session that is made is locked', () => {
  const app = emitter<App>();
  lockDown(app);
  expect(app.listenerCount('session-created')).toBe(1);
  const { contents } = lockedContents();
  contents.removeAllListeners();
  app.emit('web-contents-created', {}, contents);
  expect(contents.listenerCount('will-navigate')).toBe(1);
});

test('the session of the window: filter first, dead proxy behind', async () => {
  const asked: unknown[] = [];
  let proxy: unknown;
  const session = {
    webRequest: {
      onBeforeRequest: (listener: (details: { url: string }, answer: (said: unknown) => void) => void) => {
        listener({ url: 'https://example.org/' }, (said) => asked.push(said));
        listener({ url: 'app://bundle/main.js' }, (said) => asked.push(said));
      },
    },
    setProxy: (given: unknown) => Promise.resolve((proxy = given)),
  };
  await lockUiSession(session as unknown as Session);
  expect(asked).toEqual([{ cancel: true }, { cancel: false }]);
  expect(proxy).toMatchObject({ mode: 'fixed_servers' });
});

test.for([
  { isPackaged: true, env: ['HOME'] },
  { isPackaged: false, env: ['SSLKEYLOGFILE', 'HOME'] },
])('packaged $isPackaged: nobody logs the keys of TLS through the environment', ({ isPackaged, env }) => {
  expect(Object.keys(start({ isPackaged }).env)).toEqual(env);
});
