// A private desktop: display, bus, folders, window manager; a keyring and a real panel on wish. Used by demo, e2e and bench.
//   startSession({ size, panel, windowManager, keyring })  → { env, dir, busAddress, panel, stop() }
// Everything dies with stop(), and with this process. Nothing of the user's own session is seen or touched.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProgram, run, waitUntil } from '../processes.mjs';
import { startBusDaemon } from './bus-daemon.mjs';
import { connectBus } from './bus.mjs';
import { cleanAtExit, createChildren } from './children.mjs';
import { WATCHER } from './tray-client.mjs';

/**
 * @typedef {Awaited<ReturnType<typeof startSession>>} Session
 * @typedef {ReturnType<typeof createChildren>} Children
 * @typedef {{ size?: string, panel?: boolean, windowManager?: 'openbox' | 'xfwm4' | null, keyring?: boolean }} SessionOptions
 * @param {SessionOptions} [options] size in px; the keyring's password is known to this session alone
 */
export async function startSession(options = {}) {
  const { size = '1280x800', panel = false, windowManager = 'openbox', keyring = false } = options;
  const dir = mkdtempSync(path.join(realpathSync(tmpdir()), 'tocsin-session-')); // 0700 by itself
  const remove = () => rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  const forget = cleanAtExit(remove);
  const children = createChildren(dir);
  try {
    const env = privateEnvironment(dir);
    env['DISPLAY'] = await startDisplay(children, size);
    const busAddress = await startBusDaemon(children, path.join(dir, 'run', 'bus'));
    env['DBUS_SESSION_BUS_ADDRESS'] = busAddress;
    const bus = await connectBus(busAddress);
    if (panel || windowManager === 'xfwm4') startXfconf(children, env);
    await Promise.all([
      windowManager && startWindowManager(children, windowManager, env),
      keyring && startKeyring(children, env, () => bus.hasOwner('org.freedesktop.secrets')),
    ]);
    const hasPanel = panel && (await startPanel(children, env, () => bus.hasOwner(WATCHER)));
    bus.close();
    const stop = async () => {
      await children.stopAll();
      remove();
      forget();
    };
    return { env, dir, busAddress, panel: hasPanel, stop };
  } catch (error) {
    await children.stopAll();
    remove();
    throw error;
  }
}

/**
 * @param {string} dir
 * @returns {NodeJS.ProcessEnv}
 */
function privateEnvironment(dir) {
  const folder = (/** @type {string} */ name) => {
    const place = path.join(dir, name);
    mkdirSync(place, { mode: 0o700 });
    return place;
  };
  const env = {
    ...process.env,
    HOME: folder('home'),
    XDG_RUNTIME_DIR: folder('run'),
    XDG_CONFIG_HOME: folder('config'),
    XDG_DATA_HOME: folder('data'),
    XDG_CACHE_HOME: folder('cache'),
    XDG_STATE_HOME: folder('state'),
    XDG_SESSION_TYPE: 'x11',
    XDG_CURRENT_DESKTOP: 'XFCE', // one that Chromium knows, or its safeStorage falls back to plain text
    NO_AT_BRIDGE: '1', // no accessibility bus here: GTK would wait for one
    GTK_USE_PORTAL: '0',
    TOCSIN_SESSION_DIR: dir,
  };
  for (const name of [
    'WAYLAND_DISPLAY',
    'XAUTHORITY',
    'DESKTOP_SESSION',
    'GNOME_KEYRING_CONTROL',
    'SSH_AUTH_SOCK',
  ]) {
    Reflect.deleteProperty(env, name);
  }
  return env;
}

/**
 * @param {Children} children
 * @param {string} size
 * @returns {Promise<string>} ':7'; the server picks the number itself, so two sessions cannot race for one
 */
async function startDisplay(children, size) {
  const args = ['-displayfd', '3', '-screen', '0', `${size}x24`, '-noreset', '-nolisten', 'tcp'];
  const server = children.start('Xvfb', args, { pipes: ['fd3'] });
  const pipe = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
  let said = '';
  pipe.on('data', (/** @type {Buffer} */ chunk) => void (said += chunk.toString()));
  await waitUntil(() => said.includes('\n'), 10_000, 'Xvfb');
  return `:${said.trim()}`;
}

/**
 * @param {Children} children
 * @param {'openbox' | 'xfwm4'} name
 * @param {NodeJS.ProcessEnv} env
 */
async function startWindowManager(children, name, env) {
  if (!findProgram(name)) return;
  children.start(name, name === 'openbox' ? ['--sm-disable'] : ['--compositor=off'], { env });
  if (!findProgram('xdotool')) return;
  // Answers only where a window manager has announced itself (_NET_SUPPORTED).
  const isUp = async () => (await run('xdotool', ['get_desktop'], { env })).code === 0;
  await waitUntil(isUp, 30_000, name);
}

/**
 * @param {Children} children
 * @param {NodeJS.ProcessEnv} env
 * @param {() => Promise<boolean>} isUp
 */
async function startKeyring(children, env, isUp) {
  if (!findProgram('gnome-keyring-daemon')) return;
  const args = ['--unlock', '--foreground', '--components=secrets'];
  const daemon = children.start('gnome-keyring-daemon', args, { env, pipes: ['in'] });
  daemon.stdin?.end('a session of its own');
  await waitUntil(isUp, 30_000, 'gnome-keyring');
}

/**
 * The bus activates nothing, so what the panel would have had activated is started by hand.
 * @param {Children} children
 * @param {NodeJS.ProcessEnv} env
 */
function startXfconf(children, env) {
  const channels = path.join(env['XDG_CONFIG_HOME'] ?? '', 'xfce4', 'xfconf', 'xfce-perchannel-xml');
  mkdirSync(channels, { recursive: true });
  copyFileSync(
    fileURLToPath(new URL('xfce4-panel.xml', import.meta.url)),
    path.join(channels, 'xfce4-panel.xml'),
  );
  const daemon = xfconfDaemon();
  if (daemon) children.start(daemon, [], { env });
}

function xfconfDaemon() {
  const libraries = '/usr/lib';
  const below = (/** @type {string} */ name) => path.join(libraries, name, 'xfce4', 'xfconf', 'xfconfd');
  const triplets = readdirSync(libraries).filter((name) => name.endsWith('-linux-gnu'));
  return triplets.map(below).find((file) => existsSync(file));
}

/**
 * @param {Children} children
 * @param {NodeJS.ProcessEnv} env
 * @param {() => Promise<boolean>} isUp
 * @returns {Promise<boolean>}
 */
async function startPanel(children, env, isUp) {
  if (!findProgram('xfce4-panel')) return false;
  children.start('xfce4-panel', ['--disable-wm-check'], { env });
  await waitUntil(isUp, 15_000, "the panel's tray");
  return true;
}
