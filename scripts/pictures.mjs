// npm run pictures: makes the pictures of the README anew, from the built app on the sample server.
//   docs/pictures/{inbox-light,inbox-dark,tenant-light}.png
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readOptions } from './options.mjs';
import { repoRoot, say } from './processes.mjs';
import { goTo, openStage } from './stage.mjs';

readOptions({});
const folder = join(repoRoot, 'docs', 'pictures');
mkdirSync(folder, { recursive: true });
const stage = await openStage();
try {
  for (const theme of /** @type {const} */ (['light', 'dark'])) {
    const { page, close } = await stage.launch({ theme, size: [1100, 720] });
    const row = page.getByRole('option').nth(3);
    await row.click();
    await page.getByText('As the server sent it').waitFor();
    await page.getByRole('button', { name: /^Silence / }).waitFor();
    await page.mouse.move(1, 1);
    await page.screenshot({ path: join(folder, `inbox-${theme}.png`) });
    if (theme === 'light') {
      await goTo(page, /^Orion/);
      await page.getByRole('switch').nth(1).click();
      await page.getByText('What will be sent').waitFor();
      await page.screenshot({ path: join(folder, 'tenant-light.png') });
    }
    await close();
  }
  say('the pictures are in docs/pictures');
} finally {
  await stage.close();
}
