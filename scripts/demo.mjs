// npm run demo [-- --seed N --storm --scenario storm-day --speed 600]: the app over a simulated network.
// With a display it runs there until you quit it; without one it plays the main job on a virtual desktop, is strict
// about each step (exit 1 names the one that was not seen), and leaves pictures in out/demo/.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureDesktopPackages } from './debian-packages.mjs';
import { readOptions } from './options.mjs';
import { findProgram, giveUp, say, wordsOf } from './processes.mjs';
import { sandboxSwitches } from './runtime.mjs';
import { setUp } from './setup.mjs';

const { values } = readOptions({
  options: {
    seed: { type: 'string', default: '1' },
    storm: { type: 'boolean' },
    scenario: { type: 'string' },
    speed: { type: 'string', default: '1' },
  },
});
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

if (values.scenario && !hasDisplay)
  giveUp('A scenario is to be watched: it needs a display. Next step: xvfb-run, or npm run test:day.');

const { exe } = await setUp().catch((error) => giveUp(wordsOf(error)));
const { switches, why } = sandboxSwitches(exe);
if (why) say(`running with --no-sandbox: ${why}`);
if (!hasDisplay) {
  const missing = await ensureDesktopPackages({ pictures: true });
  if (missing.includes('xvfb'))
    giveUp('There is no display, and no Xvfb to make one. Next step: apt-get install xvfb.');
}

// Only now: these need the installed modules.
const { cleanAtExit, createChildren } = await import('./desktop/children.mjs');
const { startApp } = await import('./demo/app.mjs');
const { startDemoServer } = await import('./demo/server.mjs');
const { tell, tellAppLine, tellServerEvent } = await import('./demo/story.mjs');

const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-demo-')); // 0700 by itself
cleanAtExit(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
const children = createChildren(folder);

try {
  // Without a display nothing may happen by itself: exactly one toast is asked for.
  const server = await startDemoServer(children, {
    seed: values.seed,
    live: hasDisplay,
    more: values.scenario ? ['--scenario', values.scenario, '--speed', values.speed] : [],
    onEvent: tellServerEvent,
  });
  tell('demo', `server at ${server.baseUrl}, seed ${values.seed}`);
  const app = { exe, switches, folder, server, onLine: tellAppLine };
  process.exitCode = hasDisplay ? await runOnDisplay(app) : await runAlone(app);
} catch (error) {
  say(`the demo failed at: ${wordsOf(error)}`);
  say(`last words of Electron and the demo server:\n${lastWords()}`);
  process.exitCode = 1;
}
await children.stopAll();
process.exit();

/** What they wrote on stderr. */
function lastWords() {
  const logs = readdirSync(folder).filter((name) => name.endsWith('.log'));
  return logs.map((name) => readFileSync(path.join(folder, name), 'utf8').slice(-2000)).join('');
}

/** @typedef {Omit<Parameters<typeof startApp>[1], 'env'>} AppOptions */

/**
 * A day that passes faster is watched by a client whose clock goes as fast: else all of it were one storm.
 * @param {AppOptions} options
 */
async function clientOf({ server, switches }) {
  const { env } = process;
  const speed = Number(values.speed);
  if (!values.scenario || speed === 1) return { env };
  const { asFast, startOf, userOf } = await import('./demo/storm-day.mjs');
  const start = await startOf(server, speed);
  const fast = asFast(speed, start);
  return {
    switches: [...fast.switches, ...switches],
    env: { ...env, ...fast.env },
    preferences: { ...userOf(start), pollSeconds: 60 }, // at 600 ten polls a second, which a machine can do
  };
}

/** @param {AppOptions} options */
async function runOnDisplay(options) {
  const app = startApp(children, { ...options, ...(await clientOf(options)) });
  const ended = new Promise((/** @type {(code: number) => void} */ resolve) =>
    app.child.on('exit', (code) => resolve(code ?? 1)),
  );
  tell('demo', 'runs until you quit the app (tray menu) or press Ctrl-C');
  if (values.storm) {
    await app.waitForLine(/first sync done/, 60_000);
    await options.server.control('POST', 'storm', { count: 14 });
  }
  return ended;
}

/** @param {AppOptions} options */
async function runAlone(options) {
  const { connectBus } = await import('./desktop/bus.mjs');
  const { startNotificationService } = await import('./desktop/notification-service.mjs');
  const { startSession } = await import('./desktop/session.mjs');
  const { startTrayHost } = await import('./desktop/tray-host.mjs');
  const { createPictures } = await import('./demo/pictures.mjs');
  const { playMainJob } = await import('./demo/play.mjs');

  const windowManager = findProgram('xfwm4') ? 'xfwm4' : 'openbox';
  const session = await startSession({ panel: true, keyring: true, windowManager });
  try {
    if (!session.panel) await startTrayHost(session.busAddress);
    const bus = await connectBus(session.busAddress);
    const notes = await startNotificationService(session.busAddress, { draw: session });
    const pictures = createPictures(session);
    // Nobody waits here: an outage is told with the poll that brings it.
    const app = startApp(children, { ...options, env: session.env, preferences: { holdDownSeconds: 0 } });
    try {
      await playMainJob({ session, bus, notes, server: options.server, app, pictures });
    } catch (error) {
      await pictures.desktop('failed.png');
      throw error;
    } finally {
      for (const file of pictures.saved()) tell('demo', `picture: ${file}`);
      await children.stopAll();
      await notes.close();
    }
  } finally {
    await session.stop();
  }
  tell('demo', 'every step was seen');
  return 0;
}
