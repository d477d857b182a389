import type { App } from 'electron';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareUserData } from '../../../../src-main/electron/start/user-data';

let parent = '';
beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'tocsin-user-'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

/** @param given the value as Chromium understood it; `undefined`: no switch */
function start(given?: string, appData = parent) {
  const paths: Record<string, string> = {
    appData,
    home: parent,
    userData: given ?? path.join(parent, 'tocsin-runtime'),
  };
  const done: string[] = [];
  const app = {
    commandLine: { hasSwitch: () => given !== undefined, getSwitchValue: () => given ?? '' },
    getPath: (name: string) => paths[name],
    setPath: (name: string, value: string) => void (paths[name] = value),
    setName: (name: string) => void done.push(name),
  };
  const folder = prepareUserData({
    app: app as unknown as App,
    process: { platform: 'linux', umask: (mask) => done.push(mask.toString(8)) },
    refuse: () => {
      throw new Error('refused');
    },
    refuseFolder: (folder, code) => {
      throw new Error(`${folder} refused: ${code}`);
    },
  });
  return { folder, done, mode: (statSync(folder).mode & 0o777).toString(8) };
}

test('by default the folder has the app’s name, and is for this user only', () => {
  expect(start()).toEqual({ folder: path.join(parent, 'Tocsin'), done: ['77', 'Tocsin'], mode: '700' });
});

test('a relative XDG_CONFIG_HOME is passed over: the folder is below the home', () => {
  expect(start(undefined, './conf')).toMatchObject({
    folder: path.join(parent, '.config', 'Tocsin'),
    mode: '700',
  });
});

test.for([0o755, 0o750, 0o701])('the folder that was asked for is used, and closed to others: %o', (mode) => {
  const own = path.join(parent, 'own');
  mkdirSync(own);
  chmodSync(own, mode);
  expect(start(own)).toMatchObject({ folder: own, mode: '700' });
});

test.for(['', ' '])('--user-data-dir with “%s” is refused', (value) => {
  expect(() => start(value)).toThrow('refused');
});

test('a folder that cannot be had is refused by its name, with the reason', () => {
  const file = path.join(parent, 'a-file');
  writeFileSync(file, '');
  expect(() => start(path.join(file, 'below'))).toThrow(`${path.join(file, 'below')} refused: ENOTDIR`);
});
