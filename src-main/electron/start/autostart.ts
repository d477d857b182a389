import type { App } from 'electron';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fail } from '../../../src-shared/app-error';

/** Starting with the person's login: where it stands is the system's to say, so nothing is remembered here. */
export interface Autostart {
  isOn(): boolean;
  /** Throws an `AppError` (`storage`) where the disk refuses. */
  set(on: boolean): void;
}

/** What a login starts. Both are taken as they are; the system's own quoting is added here. */
export interface LoginCommand {
  /** absolute path */
  readonly exec: string;
  readonly args: readonly string[];
}

export interface AutostartDeps {
  readonly platform: NodeJS.Platform;
  readonly app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>;
  readonly command: LoginCommand;
  /** Linux: where the desktop looks, `autostartFolder(process.env, home)`. */
  readonly folder: string;
}

/** Electron's own does nothing on Linux, and says nothing (desktop.md). */
export const createAutostart = ({ platform, app, command, folder }: AutostartDeps): Autostart =>
  platform === 'linux'
    ? createFile(path.join(folder, 'tocsin.desktop'), command)
    : createItem(platform, app, command);

/** XDG Base Directory and Autostart specifications: a relative `XDG_CONFIG_HOME` counts as none. */
export function autostartFolder(env: NodeJS.ProcessEnv, home: string): string {
  const config = env['XDG_CONFIG_HOME'] ?? '';
  return path.join(path.isAbsolute(config) ? config : path.join(home, '.config'), 'autostart');
}

export interface Running {
  readonly packaged: boolean;
  readonly execPath: string;
  readonly appPath: string;
  readonly env: NodeJS.ProcessEnv;
  /** `--no-sandbox` was given; the packaged app never needs it */
  readonly noSandbox: boolean;
  /** of `--user-data-dir`; `''`: the usual place */
  readonly profile: string;
}

/** Starts again what runs now, with no window at first. */
export function loginCommand(now: Running): LoginCommand {
  const own = now.packaged ? [] : [...(now.noSandbox ? ['--no-sandbox'] : []), now.appPath];
  return {
    // Inside an AppImage the executable lies on a mount that is gone with the process.
    exec: (now.packaged && now.env['APPIMAGE']) || now.execPath,
    args: [...own, ...(now.profile === '' ? [] : [`--user-data-dir=${now.profile}`]), '--hidden'],
  };
}

function createItem(platform: NodeJS.Platform, app: AutostartDeps['app'], command: LoginCommand): Autostart {
  // macOS starts the app's bundle, and takes neither a path nor arguments.
  const what = platform === 'win32' ? { path: command.exec, args: [...command.args] } : {};
  return {
    isOn() {
      const item = app.getLoginItemSettings(what);
      // Windows: it may be listed, and switched off in the task manager.
      return platform === 'win32' ? item.executableWillLaunchAtLogin : item.openAtLogin;
    },
    set: (on) => app.setLoginItemSettings({ ...what, openAtLogin: on }),
  };
}

function createFile(file: string, command: LoginCommand): Autostart {
  return {
    isOn() {
      const entry = readEntry(file);
      return (
        entry !== undefined && entry['Hidden'] !== 'true' && entry['X-GNOME-Autostart-enabled'] !== 'false'
      );
    },
    set(on) {
      try {
        if (on) replace(file, entryOf(command));
        else rmSync(file, { force: true });
      } catch (error) {
        throw fail('storage', { detail: String(error).slice(0, 300) });
      }
    },
  };
}

/** Whole or not at all: a login may come while it is written. */
function replace(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, text, { mode: 0o600 });
  renameSync(fresh, file);
}

const entryOf = ({ exec, args }: LoginCommand): string =>
  `[Desktop Entry]
Type=Application
Name=Tocsin
Icon=tocsin
Exec=${escapeString([...programOf(exec), ...args].map(quoteArgument).join(' '))}
Terminal=false
StartupNotify=false
X-GNOME-Autostart-enabled=true
`;

/**
 * A program's own path must hold no `=` (Desktop Entry specification, "The Exec key"), and GLib looks for the program
 * before it makes one `%` of two (tried with 2.74). Handed to a shell as data, both are arguments like any other.
 */
const programOf = (exec: string): readonly string[] =>
  /[%=]/.test(exec) ? ['/bin/sh', '-c', 'exec "$0" "$@"', exec] : [exec];

/** The same chapter: quoting within the command line, and `%` of its field codes. */
function quoteArgument(argument: string): string {
  const text = argument.replaceAll('%', '%%');
  return /^[\w@+:,./=%-]+$/.test(text) ? text : `"${text.replace(/["`$\\]/g, String.raw`\$&`)}"`;
}

/** "Possible value types": what holds for every string, outside of that quoting. */
function escapeString(text: string): string {
  const names: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  return text.replace(/[\\\n\r\t]/g, (one) => names[one] ?? one);
}

/** The keys of `[Desktop Entry]` as they stand; nothing where there is no such file or group. */
function readEntry(file: string): Readonly<Record<string, string>> | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const lines = text.split('\n').map((line) => line.trim());
  const start = lines.indexOf('[Desktop Entry]');
  if (start < 0) return undefined;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith('['));
  return Object.fromEntries(
    rest
      .slice(0, end < 0 ? undefined : end)
      .filter((line) => !line.startsWith('#'))
      .flatMap((line) => {
        const [, key, value] = /^([\w-]+)\s*=\s*(.*)$/.exec(line) ?? [];
        return key === undefined ? [] : [[key, value ?? '']];
      }),
  ) as Readonly<Record<string, string>>;
}
