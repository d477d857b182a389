import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connectBus } from '../../../scripts/desktop/bus.mjs';
import { createChildren } from '../../../scripts/desktop/children.mjs';
import { findProgram, waitUntil } from '../../../scripts/processes.mjs';
import { family } from './processes';

/** `nobody` and `nogroup`, with Debian's numbers. */
const OUTSIDER = 65534;

export const isRoot = process.getuid?.() === 0;

/** The same program as the user without rights; as that of these tests where they have none to give up. */
function asOutsider(program: string, ...args: readonly string[]): [program: string, args: readonly string[]] {
  const id = String(OUTSIDER);
  return isRoot
    ? ['setpriv', ['--reuid', id, '--regid', id, '--clear-groups', '--', program, ...args]]
    : [program, args];
}

/** Why the packed app cannot be tried here; `''`: it can. */
export function whyNoPackage(): string {
  const folder = process.env['TOCSIN_PACKAGE'];
  if (!folder || !existsSync(path.join(folder, 'tocsin'))) return 'TOCSIN_PACKAGE names no packed app';
  if (isRoot && !findProgram('setpriv')) return 'as root it takes setpriv (util-linux) to be somebody else';
  return '';
}

export interface PackedRun {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly errors: () => string;
  /** Its code; 128 and the signal's number where one ended it. */
  readonly ended: Promise<number>;
  /** This process and all below it. */
  readonly family: () => readonly number[];
}

/**
 * The package of this test run, for a user without rights: a copy that anybody may read, folders of that user's own,
 * and a message bus that lets both of us in (the session's lets nobody but its owner).
 */
export async function preparePackage() {
  const top = mkdtempSync(path.join(realpathSync(tmpdir()), 'tocsin-packed-'));
  chmodSync(top, 0o755);
  const children = createChildren(top);
  const runs: ChildProcess[] = [];
  const home = ownFolder(path.join(top, 'home'));
  const folder = copyPackage('app');
  const address = await startBus();

  function ownFolder(at: string): string {
    mkdirSync(at, { mode: 0o700 });
    if (isRoot) chownSync(at, OUTSIDER, OUTSIDER);
    return at;
  }

  /** A copy of the package, to be changed at will. @param name of the folder */
  function copyPackage(name: string): string {
    const to = path.join(top, name);
    const how = { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE };
    cpSync(process.env['TOCSIN_PACKAGE'] ?? '', to, how);
    // As an installed .deb does: Chromium's own helper where users may make no namespaces.
    if (isRoot && spawnSync(...asOutsider('unshare', '--user', 'true'), { timeout: 30_000 }).status !== 0)
      chmodSync(path.join(to, 'chrome-sandbox'), 0o4755);
    return to;
  }

  async function startBus(): Promise<string> {
    const config = path.join(top, 'bus.conf');
    const bare = readFileSync(
      path.resolve(import.meta.dirname, '../../../scripts/desktop/bare-bus.conf'),
      'utf8',
    );
    writeFileSync(config, bare.replace('<policy context="default">', '$&<allow user="*"/>'));
    const at = `unix:path=${path.join(top, 'bus')}`;
    children.start('dbus-daemon', ['--nofork', '--nopidfile', `--config-file=${config}`, `--address=${at}`]);
    await waitUntil(() => existsSync(path.join(top, 'bus')), 30_000, 'the bus');
    return at;
  }

  const env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    DISPLAY: process.env['DISPLAY'],
    LANG: 'C.UTF-8',
    HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
    XDG_CACHE_HOME: home,
    XDG_RUNTIME_DIR: home,
    XDG_SESSION_TYPE: 'x11',
    XDG_CURRENT_DESKTOP: 'XFCE',
    NO_AT_BRIDGE: '1',
    GTK_USE_PORTAL: '0',
    DBUS_SESSION_BUS_ADDRESS: address,
  };

  /** A keyring of that user's, so that tokens are kept as on a real desktop; without the program, none. */
  async function startKeyring(): Promise<void> {
    if (!findProgram('gnome-keyring-daemon')) return;
    const keyring = asOutsider('gnome-keyring-daemon', '--unlock', '--foreground', '--components=secrets');
    children.start(...keyring, { env, pipes: ['in'] }).stdin?.end('only here');
    const bus = await connectBus(address);
    await waitUntil(() => bus.hasOwner('org.freedesktop.secrets'), 30_000, 'gnome-keyring').finally(() =>
      bus.close(),
    );
  }

  /** @param root as root instead of the user without rights */
  function start(
    switches: readonly string[],
    {
      more = {},
      root = false,
      from = folder,
    }: { more?: NodeJS.ProcessEnv; root?: boolean; from?: string } = {},
  ): PackedRun {
    const exe = path.join(from, 'tocsin');
    const [program, args] = root ? [exe, switches] : asOutsider(exe, ...switches);
    const child = spawn(program, args, { cwd: home, env: { ...env, ...more }, detached: true });
    runs.push(child);
    let output = '';
    let errors = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
    const ended = new Promise<number>((done) =>
      child.once('close', (code, signal) => done(code ?? 128 + (SIGNALS[signal ?? ''] ?? 0))),
    );
    return {
      child,
      output: () => output,
      errors: () => errors,
      ended,
      family: () => family(child.pid ?? -1),
    };
  }

  /** A file that this user may read, and nobody else. */
  function handOver(name: string, value: object): string {
    const file = path.join(home, name);
    writeFileSync(file, JSON.stringify(value), { mode: 0o600 });
    if (isRoot) chownSync(file, OUTSIDER, OUTSIDER);
    return file;
  }

  async function end(run: PackedRun): Promise<void> {
    const patience = setTimeout(() => endGroup(run.child, 'SIGKILL'), 5000);
    endGroup(run.child, 'SIGTERM');
    await run.ended;
    clearTimeout(patience);
  }

  async function stop(): Promise<void> {
    for (const child of runs) endGroup(child, 'SIGKILL');
    await children.stopAll();
    rmSync(top, { recursive: true, force: true, maxRetries: 5 });
  }

  return { home, address, copyPackage, startKeyring, start, handOver, end, stop };
}

const SIGNALS: Readonly<Record<string, number>> = {
  SIGTRAP: 5,
  SIGABRT: 6,
  SIGKILL: 9,
  SIGSEGV: 11,
  SIGTERM: 15,
};

function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // It and its own have ended.
  }
}
