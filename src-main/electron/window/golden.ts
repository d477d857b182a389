import type { Privileges, WebPreferences } from 'electron';

/**
 * Every setting that the safety of the window rests on, as literals (security.md, Electron). A unit test
 * compares each whole object with a copy, so that a change here is a reviewed change there.
 */
export const SCHEME = 'app';
export const ORIGIN = 'app://bundle';
export const PAGE = `${ORIGIN}/index.html`;
/** In memory: without `persist:` nothing of the window reaches the disk. */
export const UI_PARTITION = 'ui';

/** `standard` for an origin and relative addresses, `secure` for a secure context; nothing else. */
export const PRIVILEGES: Privileges = { standard: true, secure: true };

export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "frame-src 'none'",
  "worker-src 'none'",
  "media-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

export const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** @param preload absolute path of the CommonJS preload; @param devTools only when not packaged */
export const webPreferences = (preload: string, devTools: boolean): WebPreferences => ({
  preload,
  partition: UI_PARTITION,
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

/** No UDP around the (dead) proxy: WebRTC would tell the machine's addresses. */
export const WEBRTC_POLICY = 'disable_non_proxied_udp';

/** Port 9 of this machine, for every scheme and for loopback too: whatever slips past the filter ends here. */
export const DEAD_PROXY = {
  mode: 'fixed_servers',
  proxyRules: '127.0.0.1:9',
  proxyBypassRules: '<-loopback>',
} as const;

/** Switches that would undo the rest; taken away in the packaged app. `no-sandbox` is decided apart. */
export const DANGEROUS_SWITCHES: readonly string[] = [
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
];
