import type { App } from 'electron';
import { accessSync, chmodSync, constants, mkdirSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';

const APP_NAME = 'Tocsin';

export interface UserDataDeps {
  readonly app: Pick<App, 'commandLine' | 'getPath' | 'setPath' | 'setName'>;
  readonly process: { readonly umask: (mask: number) => number; readonly platform: NodeJS.Platform };
  /** Says `messages.cli.userDataDir` and ends the process with 1. */
  readonly refuse: () => never;
  /** Says `messages.cli.folder` and ends the process with 1. */
  readonly refuseFolder: (folder: string, code: string) => never;
}

/**
 * Given without a value, or parted from it by a blank, Chromium takes the switch as empty and uses the
 * person's real profile. Read from Chromium's own command line: it knows what it understood.
 */
const isBareUserDataDir = (commandLine: Pick<App['commandLine'], 'hasSwitch' | 'getSwitchValue'>): boolean =>
  commandLine.hasSwitch('user-data-dir') && commandLine.getSwitchValue('user-data-dir').trim() === '';

/**
 * Where programs keep their files. A relative `XDG_CONFIG_HOME` is none: the Base Directory Specification wants it passed
 * over. A relative `HOME` is no home either, so that of the user's entry is taken.
 */
function placeOf(app: Pick<App, 'getPath'>): string {
  const given = app.getPath('appData');
  if (path.isAbsolute(given)) return given;
  const home = app.getPath('home');
  return path.join(path.isAbsolute(home) ? home : userInfo().homedir, '.config');
}

/**
 * Before anything is written: files for this user only (umask 077), the folder 0700.
 * @returns the folder, absolute
 */
export function prepareUserData({ app, process, refuse, refuseFolder }: UserDataDeps): string {
  process.umask(0o077);
  if (isBareUserDataDir(app.commandLine)) refuse();
  app.setName(APP_NAME);
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', path.join(placeOf(app), APP_NAME));
  const folder = app.getPath('userData');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (process.platform !== 'win32' && (statSync(folder).mode & 0o077) !== 0) chmodSync(folder, 0o700);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    // Without it there is no lock either: a start would take itself for the second one and go without a word.
    refuseFolder(folder, (error as NodeJS.ErrnoException).code ?? String(error));
  }
  return folder;
}
