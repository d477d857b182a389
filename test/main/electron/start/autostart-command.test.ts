import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  autostartFolder,
  createAutostart,
  loginCommand,
  type LoginCommand,
} from '../../../../src-main/electron/start/autostart';

function tempFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-autostart-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const some: LoginCommand = { exec: '/opt/Tocsin/tocsin', args: ['--hidden'] };

test.for([
  { env: {}, folder: '/home/ann/.config/autostart' },
  { env: { XDG_CONFIG_HOME: '/conf' }, folder: '/conf/autostart' },
  { env: { XDG_CONFIG_HOME: '' }, folder: '/home/ann/.config/autostart' },
  { env: { XDG_CONFIG_HOME: 'conf' }, folder: '/home/ann/.config/autostart' },
])('$env → $folder', ({ env, folder }) => expect(autostartFolder(env, '/home/ann')).toBe(folder));

const running = {
  packaged: true,
  execPath: '/opt/Tocsin/tocsin',
  appPath: '/app',
  env: {},
  noSandbox: false,
  profile: '',
};

const APPIMAGE = '/home/ann/Tocsin 1.AppImage';

test.for([
  { when: 'packed', now: {}, command: ['/opt/Tocsin/tocsin', '--hidden'] },
  { when: 'an AppImage', now: { env: { APPIMAGE } }, command: [APPIMAGE, '--hidden'] },
  {
    when: 'in development, started from an AppImage’s terminal',
    now: { packaged: false, execPath: '/e/electron', env: { APPIMAGE } },
    command: ['/e/electron', '/app', '--hidden'],
  },
  {
    when: 'in development as root',
    now: { packaged: false, execPath: '/e/electron', noSandbox: true },
    command: ['/e/electron', '--no-sandbox', '/app', '--hidden'],
  },
  {
    when: 'packed, with a switch that packed apps ignore',
    now: { noSandbox: true },
    command: ['/opt/Tocsin/tocsin', '--hidden'],
  },
  {
    when: 'with a profile of its own',
    now: { profile: '/p q' },
    command: ['/opt/Tocsin/tocsin', '--user-data-dir=/p q', '--hidden'],
  },
])('$when → $command', ({ now, command }) => {
  const { exec, args } = loginCommand({ ...running, ...now });
  expect([exec, ...args]).toEqual(command);
});

test.for([
  {
    platform: 'win32',
    item: { openAtLogin: true, executableWillLaunchAtLogin: false }, // switched off in the task manager
    on: false,
    asked: { path: some.exec, args: ['--hidden'] },
  },
  {
    platform: 'win32',
    item: { openAtLogin: false, executableWillLaunchAtLogin: true },
    on: true,
    asked: { path: some.exec, args: ['--hidden'] },
  },
  { platform: 'darwin', item: { openAtLogin: true }, on: true, asked: {} },
  {
    platform: 'darwin',
    item: { openAtLogin: false, executableWillLaunchAtLogin: true },
    on: false,
    asked: {},
  },
] as const)('$platform asks the system: $item → $on', ({ platform, item, on, asked }) => {
  const calls: unknown[] = [];
  const app = {
    getLoginItemSettings: (given: unknown) =>
      (calls.push(given), item) as unknown as Electron.LoginItemSettings,
    setLoginItemSettings: (given: unknown) => void calls.push(given),
  };
  const folder = path.join(tempFolder(), 'autostart');
  const autostart = createAutostart({ platform, app, command: some, folder });
  expect(autostart.isOn()).toBe(on);
  autostart.set(true);
  autostart.set(false);
  expect(calls).toEqual([asked, { ...asked, openAtLogin: true }, { ...asked, openAtLogin: false }]);
  expect(existsSync(folder)).toBe(false);
});
