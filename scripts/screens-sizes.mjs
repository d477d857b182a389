// For npm run screens: other sizes of the window, text twice as large, forced colours, and where nothing is unseen.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawn, goTo } from './stage.mjs';

const SIZES = /** @type {const} */ ([
  { name: '900x600', size: [900, 600], zoom: 1 },
  { name: '480x640', size: [480, 640], zoom: 1 },
  { name: '1600x1000', size: [1600, 1000], zoom: 1 },
  { name: 'zoomed', size: [1100, 720], zoom: 2 },
]);

/** @typedef {Awaited<ReturnType<typeof import('./stage.mjs').openStage>>} Stage */

/**
 * The inbox with a notification's details, and the preferences.
 * @param {Stage} stage
 * @param {string} folder
 */
export async function shootSizes(stage, folder) {
  const { page, app, close } = await stage.launch({ theme: 'light', size: [1100, 720] });
  // Through Electron: what Playwright takes of a page that is drawn larger is a corner of it.
  const shoot = async (/** @type {string} */ name) => {
    await drawn(page);
    const picture = await app.evaluate(async ({ BrowserWindow }) =>
      (await BrowserWindow.getAllWindows()[0]?.webContents.capturePage())?.toPNG().toString('base64'),
    );
    writeFileSync(join(folder, `${name}.png`), Buffer.from(picture ?? '', 'base64'));
  };
  for (const { name, size, zoom } of SIZES) {
    await app.evaluate(
      ({ BrowserWindow }, [width, height, factor]) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.setContentSize(Number(width), Number(height));
        if (window) window.webContents.zoomFactor = Number(factor);
      },
      [...size, zoom],
    );
    await goTo(page, /^Inbox/);
    await shoot(`inbox-${name}`);
    await page.getByRole('option').first().click();
    await page.getByText('As the server sent it').waitFor();
    await page.getByRole('button', { name: /^Silence / }).waitFor();
    await shoot(`detail-${name}`);
    await page.keyboard.press('Escape');
    await goTo(page, /^Preferences/);
    await shoot(`preferences-${name}`);
  }
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window) window.webContents.zoomFactor = 1;
    window?.setContentSize(1100, 720);
  });
  await page.emulateMedia({ forcedColors: 'active' });
  await goTo(page, /^Inbox/);
  await page.keyboard.press('j');
  await shoot('inbox-forced');
  await goTo(page, /^Preferences/);
  await shoot('preferences-forced');
  await close();
}

/**
 * Everything marked as seen; the agents that were down before Tocsin started stand there. To be the last: the server
 * hears of it.
 * @param {Stage} stage
 * @param {string} folder
 */
export async function shootAllSeen(stage, folder) {
  for (const look of /** @type {const} */ ([
    { theme: 'light', language: 'en', mark: /^Mark \d+ as seen/, name: 'light' },
    { theme: 'dark', language: 'pl', mark: /^Oznacz \d+ jako/, name: 'pl' },
  ])) {
    const { page, close } = await stage.launch({ ...look, size: [1100, 720] });
    const mark = page.getByRole('button', { name: look.mark });
    const down = page.getByRole('button', { name: 'Agent 11', exact: true });
    await mark.or(down).first().waitFor();
    if (await mark.isVisible()) {
      await mark.click();
      const asked = page.getByRole('dialog');
      await asked.getByRole('button', { name: look.mark }).click();
      await asked.waitFor({ state: 'detached' });
    }
    await down.waitFor();
    await drawn(page);
    await page.screenshot({ path: join(folder, `all-seen-${look.name}.png`) });
    await close();
  }
}
