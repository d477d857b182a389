import { expect, test } from 'vitest';
import {
  CONTENT_SECURITY_POLICY,
  DANGEROUS_SWITCHES,
  DEAD_PROXY,
  HEADERS,
  ORIGIN,
  PAGE,
  PRIVILEGES,
  SCHEME,
  UI_PARTITION,
  WEBRTC_POLICY,
  webPreferences,
} from '../../../../src-main/electron/window/golden';

// security.md: whole objects against literals, so that any change is a reviewed diff.

test('the page is what its scheme says, in memory', () => {
  expect({ SCHEME, ORIGIN, PAGE, PRIVILEGES, UI_PARTITION, WEBRTC_POLICY }).toEqual({
    SCHEME: 'app',
    ORIGIN: 'app://bundle',
    PAGE: 'app://bundle/index.html',
    PRIVILEGES: { standard: true, secure: true },
    UI_PARTITION: 'ui',
    WEBRTC_POLICY: 'disable_non_proxied_udp',
  });
});

test.for([{ devTools: true }, { devTools: false }])('the window with devTools $devTools', ({ devTools }) => {
  expect(webPreferences('/app/preload.cjs', devTools)).toEqual({
    preload: '/app/preload.cjs',
    partition: 'ui',
    sandbox: true,
    contextIsolation: true,
    webSecurity: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    plugins: false,
    experimentalFeatures: false,
    allowRunningInsecureContent: false,
    spellcheck: false,
    devTools,
  });
});

test('the policy and the headers', () => {
  expect(CONTENT_SECURITY_POLICY).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
      "connect-src 'none'; frame-src 'none'; worker-src 'none'; media-src 'self'; object-src 'none'; " +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; " +
      "trusted-types 'none'",
  );
  expect(HEADERS).toEqual({
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
});

test('the dead proxy', () => {
  expect(DEAD_PROXY).toEqual({
    mode: 'fixed_servers',
    proxyRules: '127.0.0.1:9',
    proxyBypassRules: '<-loopback>',
  });
});

test('the switches that a packaged app does not take', () => {
  expect(DANGEROUS_SWITCHES).toEqual([
    'remote-debugging-port',
    'remote-debugging-pipe',
    'remote-debugging-address',
    'remote-allow-origins',
    'inspect',
    'inspect-brk',
    'js-flags',
    'log-net-log',
    'ssl-key-log-file',
    'ignore-certificate-errors',
    'ignore-certificate-errors-spki-list',
    'host-rules',
    'host-resolver-rules',
    'proxy-pac-url',
    'disable-web-security',
    'disable-site-isolation-trials',
    'load-extension',
    'renderer-cmd-prefix',
    'utility-cmd-prefix',
    'gpu-launcher',
  ]);
});
