import { expect, test } from 'vitest';
import { waitUntil } from '../../scripts/processes.mjs';
import { startDesk } from './support/desk';

test('what is put off and the pause outlive a kill -9; the tray shows both, and ends the pause and a silence', async () => {
  const { tray, control, launch, said } = await startDesk({ server: { history: 0 } });
  const first = await launch();
  await tray.item(15_000);
  await said(first, /first sync done/);
  const picture = async () => Buffer.from(await tray.iconPng()).toString('base64');
  const labels = async () => (await tray.menu()).map(({ label = '' }) => label);
  const has = (text: string) => waitUntil(async () => (await labels()).includes(text), 15_000, text);
  const calm = await picture();
  await control('POST', 'arrive', { type: 8, additional_data: { test_agent_id: 4 } });
  await tray.clickMenu('Poll now');
  await waitUntil(async () => (await picture()) !== calm, 20_000, 'a badge');

  const page = await first.app.firstWindow();
  await page.getByRole('option', { name: /Agent 4 is offline/ }).waitFor();
  await page.keyboard.press('s');
  // The dialog takes the focus a frame after it is there: until then the key is the list's.
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^1 hour/ })
    .press('2');
  await waitUntil(async () => (await picture()) === calm, 20_000, 'no badge');
  await has('1 snoozed');
  await tray.clickMenu('Pause for 1 hour');
  await has('End the pause now');
  const paused = (await labels()).find((one) => one.startsWith('Paused until'));
  expect(await picture()).not.toBe(calm);

  const gone = new Promise((done) => first.app.process().once('exit', done));
  first.app.process().kill('SIGKILL');
  await gone;
  await waitUntil(() => tray.items.length === 0, 5000, 'no icon');
  const silence = { id: 's1', what: { by: 'type', type: 4 }, until: Date.now() + 3_600_000 };
  const second = await launch({
    profile: first.profile,
    switches: ['--hidden'],
    preferences: { silences: [silence] },
  });
  await tray.item(15_000);
  await said(second, /still paused/);
  await has('1 snoozed');
  expect(await labels()).toContain(paused);
  await has('1 silence');
  await tray.clickMenu('End the pause now');
  await has('Pause for 30 minutes');
  await tray.clickMenu((await labels()).find((one) => one.endsWith(': end now'))!);
  await waitUntil(async () => !(await labels()).includes('1 silence'), 15_000, 'no silence');
  await waitUntil(async () => (await picture()) === calm, 15_000, 'the icon as it was');
});
