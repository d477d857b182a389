import type { App, CommandLine, Session, WebContents } from 'electron';
import { DANGEROUS_SWITCHES, DEAD_PROXY, ORIGIN, WEBRTC_POLICY } from './golden';

/** First of all in main, when packaged: Chromium reads these when it starts its services, later than this. */
function removeDangerousSwitches(commandLine: Pick<CommandLine, 'removeSwitch'>): void {
  for (const name of DANGEROUS_SWITCHES) commandLine.removeSwitch(name);
}

/**
 * What becomes of the process-wide sandbox. `enableSandbox` beside `--no-sandbox` as root is an endless crash
 * loop, so root is either a developer's (`leave`) or refused (security.md, Electron).
 */
export type SandboxDecision = 'enable' | 'remove-switch-and-enable' | 'leave' | 'refuse-root';

export function decideSandbox(start: {
  readonly packaged: boolean;
  readonly root: boolean;
  readonly noSandbox: boolean;
}): SandboxDecision {
  if (start.packaged && start.root) return 'refuse-root';
  if (start.packaged && start.noSandbox) return 'remove-switch-and-enable';
  return start.noSandbox ? 'leave' : 'enable';
}

export interface StartHardeningDeps {
  readonly app: Pick<App, 'commandLine' | 'enableSandbox' | 'isPackaged'>;
  /** The process's own: what children inherit. */
  readonly env: NodeJS.ProcessEnv;
  /** `process.getuid?.() === 0` */
  readonly root: boolean;
  /** Says the sentence (`messages.cli.rootPacked`) and ends the process with 1. */
  readonly refuseRoot: () => never;
}

/** The first call of main. Never returns in a packaged app that root started. */
export function hardenStart({ app, env, root, refuseRoot }: StartHardeningDeps): void {
  if (app.isPackaged) {
    removeDangerousSwitches(app.commandLine);
    delete env['SSLKEYLOGFILE']; // does what `--ssl-key-log-file` does: the network service would inherit it
  }
  const noSandbox = app.commandLine.hasSwitch('no-sandbox');
  const decision = decideSandbox({ packaged: app.isPackaged, root, noSandbox });
  if (decision === 'refuse-root') refuseRoot();
  if (decision === 'remove-switch-and-enable') app.commandLine.removeSwitch('no-sandbox');
  if (decision !== 'leave') app.enableSandbox();
}

/** Where the window's page comes from in development; never in the packaged app. */
export function devServerOf(
  app: Pick<App, 'isPackaged'>,
  env: NodeJS.ProcessEnv,
): { readonly url: string; readonly origin: string } | undefined {
  const text = env['DEV_SERVER_URL'];
  if (app.isPackaged || text === undefined || !URL.canParse(text)) return undefined;
  const { href, origin } = new URL(text);
  return { url: href, origin };
}

/** Locks every page and session that is ever made. Before `ready`. @param devOrigin of the dev server */
export function lockDown(app: Pick<App, 'on'>, devOrigin?: string): void {
  app.on('session-created', lockSession);
  app.on('web-contents-created', (_, contents) => lockContents(contents, devOrigin));
}

/** The window never leaves its page: whatever it wants to open is main's to decide, by id. */
export function lockContents(contents: WebContents, devOrigin?: string): void {
  // Vite reloads the page by itself; everything else stays where it is.
  const stays = (url: string): boolean =>
    devOrigin !== undefined && URL.canParse(url) && new URL(url).origin === devOrigin;
  contents.on('will-navigate', (event) => {
    if (!stays(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!stays(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy(WEBRTC_POLICY);
}

/** No permission, device, screen or download, for any session. Requests of the API sessions need none. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.on('will-download', (event) => event.preventDefault());
  for (const choice of ['select-hid-device', 'select-serial-port', 'select-usb-device'] as const)
    session.on(choice as 'select-hid-device', (event) => event.preventDefault());
}

/** May the window's session ask for this? The page's own files and pictures inside it, nothing of a network. */
export function isUiRequest(url: string, devOrigin?: string): boolean {
  if (url.startsWith(`${ORIGIN}/`) || /^data:image\//i.test(url)) return true;
  if (devOrigin === undefined) return false;
  const socket = devOrigin.replace(/^http/, 'ws');
  return [`${devOrigin}/`, `${socket}/`, 'devtools://'].some((start) => url.startsWith(start));
}

/** The window's session has no network: a filter, and a proxy that nobody answers behind it. */
export async function lockUiSession(session: Session, devOrigin?: string): Promise<void> {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isUiRequest(url, devOrigin) }));
  if (devOrigin === undefined) await session.setProxy(DEAD_PROXY);
}
