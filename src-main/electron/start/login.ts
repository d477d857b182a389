import type { App } from 'electron';
import type { Autostart } from '../../core/ports';
import { autostartFolder, createAutostart, loginCommand } from './autostart';

/** Start at login of what runs now: the package, or in development the source tree, with its profile. */
export function createLogin(
  app: Pick<
    App,
    'isPackaged' | 'getAppPath' | 'getPath' | 'commandLine' | 'getLoginItemSettings' | 'setLoginItemSettings'
  >,
  process: Pick<NodeJS.Process, 'platform' | 'execPath' | 'env'>,
): Autostart {
  return createAutostart({
    platform: process.platform,
    app,
    folder: autostartFolder(process.env, app.getPath('home')),
    command: loginCommand({
      packaged: app.isPackaged,
      execPath: process.execPath,
      appPath: app.getAppPath(),
      env: process.env,
      noSandbox: app.commandLine.hasSwitch('no-sandbox'),
      profile: app.commandLine.getSwitchValue('user-data-dir'),
    }),
  });
}
