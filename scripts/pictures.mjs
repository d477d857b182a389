// npm run pictures: makes the pictures of the README anew, from the built app on the sample server.
//   docs/pictures/{inbox-light,inbox-dark,tenant-light}.png
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { giveUp, repoRoot, say, waitUntil, wordsOf } from './processes.mjs';
import { sandboxSwitches } from './runtime.mjs';
import { setUp } from './setup.mjs';

const { exe } = await setUp().catch((error) => giveUp(wordsOf(error)));
// Only now: these need the installed modules.
const { _electron } = await import('playwright-core');
const { createChildren } = await import('./desktop/children.mjs');
const { startDemoServer } = await import('./demo/server.mjs');
const { startNotificationService } = await import('./desktop/notification-service.mjs');
const { startSession } = await import('./desktop/session.mjs');
const { startTrayHost } = await import('./desktop/tray-host.mjs');
const folder = join(repoRoot, 'docs', 'pictures');
mkdirSync(folder, { recursive: true });
const temporary = mkdtempSync(join(tmpdir(), 'tocsin-pictures-'));
const children = createChildren(temporary);
const session = await startSession({ size: '1280x800', keyring: true });
const tray = await startTrayHost(session.busAddress);
const notes = await startNotificationService(session.busAddress);
const server = await startDemoServer(children, { seed: '5', live: false, onEvent: () => undefined });

/** @param {'light' | 'dark'} theme */
async function take(theme) {
  const provision = join(temporary, 'provision.json');
  const account = { baseUrl: server.baseUrl };
  writeFileSync(
    provision,
    JSON.stringify({
      accounts: [
        { ...account, kind: 'inbox', name: 'Lab Warsaw', scheme: 'Token', token: server.token },
        { ...account, kind: 'tenant', name: 'Orion Ltd', scheme: 'Bearer', token: server.tenantToken },
      ],
      preferences: { theme, language: 'en' },
    }),
    { mode: 0o600 },
  );
  const app = await _electron.launch({
    executablePath: exe,
    args: [
      ...sandboxSwitches(exe).switches,
      repoRoot,
      `--user-data-dir=${join(temporary, theme)}`,
      `--provision=${provision}`,
      '--password-store=gnome-libsecret',
    ],
    env: /** @type {Record<string, string>} */ (session.env),
    colorScheme: null,
  });
  const page = await app.firstWindow();
  const rows = page.getByRole('option');
  await waitUntil(async () => (await rows.count()) > 5, 20_000, 'rows');
  await rows.nth(3).click();
  await page.getByText('As the server sent it').waitFor();
  await page.screenshot({ path: join(folder, `inbox-${theme}.png`) });
  if (theme === 'light') {
    await page.getByRole('navigation').getByText('Orion Ltd').click();
    await page.getByRole('switch').nth(1).click();
    await page.getByText('What will be sent').waitFor();
    await page.screenshot({ path: join(folder, 'tenant-light.png') });
  }
  await app.close();
}

try {
  await take('light');
  await take('dark');
  say('the pictures are in docs/pictures');
} finally {
  tray.close();
  notes.close();
  await children.stopAll();
  await session.stop();
  rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
}
