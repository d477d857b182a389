import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startDesk } from './support/desk';
import { folder } from './support/plain-app';

test('preferences go out to a file without accounts, and come back from it; a bad file is named', async () => {
  const { launch, said } = await startDesk();
  const app = await launch();
  await said(app, /first sync done/);
  const page = await app.app.firstWindow();
  const file = join(folder(), 'mine.json');
  // The desktop's own dialogs cannot be clicked from here: the person chooses this file.
  await app.app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
  const theme = (name: string) => page.getByRole('radio', { name });
  await page.getByRole('button', { name: 'Preferences' }).click();
  await theme('Dark').check({ force: true });
  await page.getByRole('button', { name: 'Export…' }).click();
  await page.getByText('Written to mine.json').waitFor();
  const text = readFileSync(file, 'utf8');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(JSON.parse(text)).toMatchObject({ preferences: { theme: 'dark', pollSeconds: 10 } });
  for (const secret of ['token', 'http', 'Lab'])
    expect(text.toLowerCase()).not.toContain(secret.toLowerCase());

  await page.getByRole('button', { name: 'Reset all' }).click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  expect(await theme('System').isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Import…' }).click();
  await page.getByText(/preferences were taken from mine\.json/).waitFor();
  expect(await theme('Dark').isChecked()).toBe(true);

  writeFileSync(file, '{"preferences": {"theme": "light", "pollSeconds": 1, "volume": 11}}');
  await page.getByRole('button', { name: 'Import…' }).click();
  await page.getByText('pollSeconds: it cannot have this value').waitFor();
  await page.getByText('volume: this version does not know it').waitFor();
  expect(await theme('Light').isChecked()).toBe(true);
  expect(JSON.parse(readFileSync(join(app.profile, 'preferences.json'), 'utf8'))).toMatchObject({
    theme: 'light',
    pollSeconds: 10,
  });
});
