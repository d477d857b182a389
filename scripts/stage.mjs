// A stage for pictures: the built app on the sample server in a private desktop, driven through its page.
//   openStage() → { launch({ theme, size, accounts }) → { page, app, close }, server, close }
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { giveUp, repoRoot, wordsOf } from './processes.mjs';
import { sandboxSwitches } from './runtime.mjs';
import { setUp } from './setup.mjs';

/**
 * @typedef {{ theme: 'light' | 'dark', size: readonly [width: number, height: number], empty?: boolean, language?: string, more?: readonly object[] }} Look `more`: further accounts
 */
export async function openStage() {
  const { exe } = await setUp().catch((error) => giveUp(wordsOf(error)));
  // Only now: these need the installed modules.
  const { _electron } = await import('playwright-core');
  const { createChildren } = await import('./desktop/children.mjs');
  const { startDemoServer } = await import('./demo/server.mjs');
  const { startNotificationService } = await import('./desktop/notification-service.mjs');
  const { startSession } = await import('./desktop/session.mjs');
  const { startTrayHost } = await import('./desktop/tray-host.mjs');
  const temporary = mkdtempSync(join(tmpdir(), 'tocsin-stage-'));
  const children = createChildren(temporary);
  const session = await startSession({ size: '2000x1300', keyring: true });
  const tray = await startTrayHost(session.busAddress);
  const notes = await startNotificationService(session.busAddress);
  const startServer = (/** @type {string} */ seed) =>
    startDemoServer(children, { seed, live: false, onEvent: () => undefined });
  const server = await startServer('5');
  let starts = 0;
  /** @type {Set<import('playwright-core').ElectronApplication>} */
  const running = new Set();

  /** @param {Look} look */
  async function launch({ theme, size, empty = false, language = 'en', more = [] }) {
    starts += 1;
    const provision = join(temporary, 'provision.json');
    const { baseUrl, token, tenantToken } = server;
    const accounts = [
      { kind: 'inbox', name: 'Lab Warsaw', baseUrl, scheme: 'Token', token },
      { kind: 'tenant', name: 'Orion Ltd', baseUrl, scheme: 'Bearer', token: tenantToken },
      ...more,
    ];
    const given = { accounts: empty ? [] : accounts, preferences: { theme, language } };
    writeFileSync(provision, JSON.stringify(given), { mode: 0o600 });
    const app = await _electron.launch({
      executablePath: exe,
      args: [
        '-r',
        join(repoRoot, 'scripts', 'wait-for-debugger.cjs'),
        ...sandboxSwitches(exe).switches,
        repoRoot,
        `--user-data-dir=${join(temporary, `profile-${starts}`)}`,
        `--provision=${provision}`,
        '--password-store=gnome-libsecret',
      ],
      env: /** @type {Record<string, string>} */ (session.env),
      colorScheme: null, // the app's own theme, not Playwright's
    });
    running.add(app);
    const page = await app.firstWindow();
    await withAnswer(() =>
      app.evaluate(
        ({ BrowserWindow }, [width, height]) =>
          BrowserWindow.getAllWindows()[0]?.setContentSize(Number(width), Number(height)),
        [...size],
      ),
    );
    await page.getByRole('navigation').waitFor();
    return {
      page,
      app,
      async close() {
        running.delete(app);
        await app.close();
      },
    };
  }

  return {
    server,
    startServer,
    launch,
    async close() {
      // What a failure left open: it would write into the folder that goes, and hide why it failed.
      for (const app of running) await app.close();
      tray.close();
      await notes.close();
      await children.stopAll();
      await session.stop();
      rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * While a window is being made, Electron's inspector now and then loses an answer: it is asked for once more.
 * @template Answer
 * @param {() => Promise<Answer>} ask
 */
const withAnswer = (ask) =>
  ask().catch((error) => {
    if (!String(error).includes('promise was garbage collected')) throw error;
    return ask();
  });

/**
 * To a page of the window, by its name at the left.
 * @param {import('playwright-core').Page} page
 * @param {RegExp} name
 */
export async function goTo(page, name) {
  const left = page.getByRole('navigation');
  await left.getByRole('button', { name }).or(left.getByRole('link', { name })).first().click();
  await drawn(page);
}

/**
 * The page has words, its faces are loaded and nothing moves any more.
 * @param {import('playwright-core').Page} page
 */
export async function drawn(page) {
  await page.waitForFunction(() => (document.querySelector('main')?.innerText.length ?? 0) > 20);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined)));
  });
}
