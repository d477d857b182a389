import type { App } from 'electron';

/** `appId` of electron-builder.yml: the start-menu shortcut carries it, and without the same one Windows shows no toast. */
export const APP_USER_MODEL_ID = 'io.tocsin.Tocsin';
/** Made once for Tocsin, never to change: Windows finds by it whom a click in the action centre is for. */
const TOAST_ACTIVATOR = '{6B0B4C52-64E4-4F1B-9D6A-5A0E6C1D7F35}';

/** Before `ready`, and before the first toast. */
export function setWindowsIdentity(
  app: Pick<App, 'setAppUserModelId' | 'setToastActivatorCLSID'>,
  platform: NodeJS.Platform,
): void {
  if (platform !== 'win32') return;
  app.setAppUserModelId(APP_USER_MODEL_ID);
  app.setToastActivatorCLSID(TOAST_ACTIVATOR);
}
