// What the figures share: the desktop, the built apps, servers and profiles, each made when first asked for.
//   openStage(options)  → { runs, long, desktop, start(…), pages(), bareProfile(), tocsin(items), server(items), endApps(), close() }
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cleanAtExit, createChildren } from '../../scripts/desktop/children.mjs';
import { repoRoot, sleep, waitUntil } from '../../scripts/processes.mjs';
import { BARE, createApps, TOCSIN } from './apps.mjs';
import { startDesktop } from './desktop.mjs';
import { paintedAt } from './screen.mjs';
import { startServer } from './server.mjs';

/** Unseen: what the window shows first. The rest of a history has been seen. */
const UNSEEN = 30;
/** A fresh history of the demo server has twelve unseen of its own. */
const UNSEEN_OF_HISTORY = 12;
export const MANY = 100_000;

/**
 * @typedef {Awaited<ReturnType<typeof openStage>>} Stage
 * @typedef {import('./apps.mjs').StartOptions} StartOptions
 * @param {{ readonly exe: string, readonly switches: readonly string[], readonly runs: number, readonly long: boolean }} options
 */
export async function openStage({ exe, switches, runs, long }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-bench-')); // 0700 by itself
  cleanAtExit(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const children = createChildren(folder);
  snapshot();
  const desktop = await startDesktop();
  const apps = createApps(desktop, { exe: ownRuntime(exe), switches }, folder);

  const pages = once(async () => {
    const { build } = await import('vite');
    const { default: react } = await import('@vitejs/plugin-react');
    const outDir = path.join(repoRoot, 'out', 'bench', 'bare-react');
    await build({
      configFile: false,
      root: BARE,
      base: './',
      logLevel: 'warn',
      plugins: [react()],
      build: {
        outDir,
        emptyOutDir: true,
        target: 'chrome130',
        rolldownOptions: { input: path.join(BARE, 'react.html') },
      },
    });
    return { static: path.join(BARE, 'static.html'), react: path.join(outDir, 'react.html') };
  });

  const server = onceEach((/** @type {number} */ items) => serverWith(children, items));

  /** A profile that one run has used: what Chromium makes once is there. */
  const bareProfile = once(async () => {
    const app = apps.start({ app: BARE, args: [`--page=${(await pages()).react}`] });
    await app.tray();
    await sleep(2000);
    await app.quit();
    return app.profile;
  });

  /**
   * What starts Tocsin with all that this server has in its history already.
   * @param {import('./server.mjs').Server} server
   */
  async function profileOf(server) {
    const file = path.join(folder, `provision-${new URL(server.baseUrl).port}.json`);
    writeFileSync(file, JSON.stringify(server.provision({ pollSeconds: 60 })), { mode: 0o600 });
    const given = `--provision=${file}`;
    const app = apps.start({ app: TOCSIN, args: [given, '--verbose', '--hidden'] });
    await app.line(/first sync done/, 120_000);
    await sleep(1000);
    await app.quit();
    // Without a keyring no token survives: then each start brings it along.
    return { app: TOCSIN, profile: app.profile, args: desktop.hasKeyring ? [] : [given] };
  }

  /** With so many items, read once. */
  const tocsin = onceEach(async (/** @type {number} */ items) => profileOf(await server(items)));

  /** @returns {Promise<StartOptions>} */
  const bare = async (/** @type {'static' | 'react'} */ page) => ({
    app: BARE,
    profile: await bareProfile(),
    args: [`--page=${(await pages())[page]}`],
  });

  /** Starts an app and waits until its window is painted. */
  async function startPainted(/** @type {StartOptions} */ options) {
    const looking = desktop.screen.watch();
    const app = apps.start(options);
    const looks = await looking.settled();
    return { app, paintedAt: paintedAt(looks) };
  }

  /** ms from a click on the tray's icon until the window is painted. */
  async function clickToPaint(/** @type {number} */ pid) {
    const looking = desktop.screen.watch();
    const from = performance.now();
    await desktop.activate(pid);
    return paintedAt(await looking.settled()) - from;
  }

  return {
    exe,
    runs,
    long,
    folder,
    desktop,
    children,
    start: apps.start,
    startPainted,
    clickToPaint,
    server,
    bare,
    tocsin,
    profileOf,
    /** Ends what a figure has left, so that the next has the machine for itself. */
    async endApps() {
      await apps.endAll();
      await waitUntil(() => desktop.screen.isBlank(), 5000, 'an empty screen').catch(() => {});
    },
    async close() {
      await apps.endAll();
      await children.stopAll();
      await desktop.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * A copy that nobody else runs: PSS divides a page among all who have the same file mapped, so another Electron
 * on this machine would make ours look smaller.
 * @param {string} exe
 */
function ownRuntime(exe) {
  const own = path.join(repoRoot, 'out', 'bench', 'electron');
  const copy = path.join(own, path.basename(exe));
  const same = existsSync(copy) && statSync(copy).mtimeMs === statSync(exe).mtimeMs;
  if (!same) {
    rmSync(own, { recursive: true, force: true });
    cpSync(path.dirname(exe), own, { recursive: true, preserveTimestamps: true });
  }
  return copy;
}

/** Others may build meanwhile: what is measured stands still. */
function snapshot() {
  rmSync(TOCSIN, { recursive: true, force: true });
  mkdirSync(TOCSIN, { recursive: true });
  for (const name of ['dist', 'package.json'])
    cpSync(path.join(repoRoot, name), path.join(TOCSIN, name), { recursive: true });
}

/**
 * @param {Parameters<typeof startServer>[0]} children
 * @param {number} items
 */
async function serverWith(children, items) {
  const history = Math.max(0, items - UNSEEN);
  const server = await startServer(children, history);
  const unseen = history >= UNSEEN_OF_HISTORY ? UNSEEN - UNSEEN_OF_HISTORY : UNSEEN;
  await server.control(
    'arrive',
    Array.from({ length: Math.min(unseen, items) }, (_, n) => agentOffline(n + 1)),
  );
  return server;
}

/** @param {number} agent */
export const agentOffline = (agent) => ({
  type: 8,
  severity: 4,
  additional_data: { test_agent_id: agent, name: `Branch office ${agent}` },
});

/**
 * @template T
 * @param {() => Promise<T>} make
 */
function once(make) {
  /** @type {Promise<T> | undefined} */
  let made;
  return () => (made ??= make());
}

/**
 * @template T
 * @param {(items: number) => Promise<T>} make
 */
function onceEach(make) {
  /** @type {Map<number, Promise<T>>} */
  const made = new Map();
  return (/** @type {number} */ items) => {
    const found = made.get(items) ?? make(items);
    made.set(items, found);
    return found;
  };
}
