import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { startDesk } from './support/desk';
import type { LaunchedApp } from './support/launch-app';
import { leaks, processesWith } from './support/leaks';

const HOST = 'default0a.1b.environment.api.powerplatform.com';
const hook = (sig: string): string =>
  `https://${HOST}:443/powerautomate/automations/direct/workflows/4f/triggers/manual/paths/invoke?api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${sig}`;

async function atTenant(app: LaunchedApp): Promise<Page> {
  const page = await app.app.firstWindow();
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Orion/ })
    .click();
  await page.getByRole('switch').first().waitFor();
  return page;
}
const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();
const says = (page: Page, text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor();

test('a second client in between, a cut URL put back, a lost answer, a right taken away', async () => {
  const { launch, said, control } = await startDesk();
  const settings = async () =>
    (await control<{ settings: Record<string, unknown> }>('GET', 'state')).settings;
  const set = (change: object): Promise<unknown> => control('POST', 'settings', change);
  await set({ change: { teamsWebhookUrl: hook('first-of-all') } });
  const app = await launch();
  await said(app, /first sync done/);
  const page = await atTenant(app);

  // Somebody else changes another field and the same: the one merges, the other is asked about.
  await page.getByRole('switch').nth(0).click();
  await press(page, 'Change');
  await page.keyboard.insertText(hook('mine-1234'));
  await set({ change: { emailOnFail: false, teamsWebhookUrl: hook('theirs-5678') } });
  await press(page, 'Save 2 changes');
  await page.getByRole('heading', { name: 'Somebody else changed this meanwhile' }).waitFor();
  expect(await settings()).toMatchObject({ emailOnComplete: true, teamsWebhookUrl: hook('theirs-5678') });
  await set({ cutUrl: 60 });
  await press(page, 'Save my choice');

  // The server kept a part of it: said, and the one from before goes back by a PATCH that is looked at first.
  await says(page, /kept a shorter webhook URL/);
  expect(await settings()).toMatchObject({
    emailOnComplete: false,
    emailOnFail: false,
    teamsWebhookUrl: hook('mine-1234').slice(0, 60),
  });
  await set({ cutUrl: null });
  await press(page, 'Put the old webhook back');
  await says(page, /…5678/);
  await press(page, 'Save 1 change');
  await says(page, /Saved \d/);
  expect((await settings())['teamsWebhookUrl']).toBe(hook('theirs-5678'));

  // Carried out, and the answer lost.
  // Chromium itself sends once more what was lost on a connection that it had used before.
  await control('POST', 'fault', { kind: 'lost-answer', method: 'PATCH', path: '/tenants/', times: 2 });
  await press(page, /^Revert the change/);
  await press(page, 'Save 1 change');
  await says(page, /Read again, the settings say: saved/);
  await control('DELETE', 'fault');

  // The right to write is gone: nothing is lost, and nothing can be changed.
  await set({ readOnly: true });
  await page.getByRole('switch').nth(3).click();
  await press(page, 'Save 1 change');
  await says(page, 'This token may read the settings, not change them.');
  expect(await page.getByRole('switch').nth(3).getAttribute('aria-disabled')).toBe('true');
  await says(page, /^teamsOnFail:/);
}, 60_000);

test('a webhook stands in no file, log or process list, and in no answer to the window but those on a click', async () => {
  const { launch, said, control } = await startDesk();
  const secrets = ['CANARY-old-webhook', 'CANARY-new-webhook', 'CANARY-of-a-field-nobody-knows'];
  await control('POST', 'settings', {
    change: { teamsWebhookUrl: hook(secrets[0]!), smsWebhook: hook(secrets[2]!) },
  });
  const app = await launch({ switches: ['--password-store=gnome-libsecret'] });
  await said(app, /first sync done/);
  // All that main says to the window, from here on.
  await app.app.evaluate(({ ipcMain, BrowserWindow }) => {
    const told: string[] = ((globalThis as { told?: string[] }).told = []);
    const handlers = (ipcMain as never as { _invokeHandlers: Map<string, (...given: unknown[]) => unknown> })
      ._invokeHandlers;
    for (const [channel, handler] of handlers)
      handlers.set(channel, async (...given) => {
        const reply = await handler(...given);
        told.push(`${JSON.stringify(given[1])} ${JSON.stringify(reply)}`);
        return reply;
      });
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      const send = webContents.send.bind(webContents);
      webContents.send = (channel, ...given) => {
        told.push(`push ${JSON.stringify(given)}`);
        send(channel, ...given);
      };
    }
  });
  const page = await atTenant(app);
  await press(page, 'Show');
  await says(page, hook(secrets[0]!));
  await press(page, 'Hide');
  await press(page, 'Show what is hidden');
  await says(page, new RegExp(secrets[2]!));
  await press(page, 'Hide it again');
  // Changed, refused in words that repeat it, changed again, put back.
  await press(page, 'Change');
  await page.keyboard.insertText(hook(secrets[1]!));
  const body = { success: false, error: { code: 'VALIDATION_ERROR', message: `no: ${hook(secrets[1]!)}` } };
  await control('POST', 'fault', { kind: 'status', status: 400, body, method: 'PATCH', path: '/tenants/' });
  await press(page, 'Save 1 change');
  await says(page, `no: https://${HOST}/…`);
  await press(page, 'Save 1 change');
  await says(page, /Saved \d/);
  await press(page, /^Revert the change/);
  await press(page, 'Save 1 change');
  await page
    .getByText(/^Teams webhook:/)
    .nth(1)
    .waitFor();
  const told = await app.app.evaluate(() => (globalThis as { told?: string[] }).told ?? []);
  expect(told.filter((one) => one.includes('CANARY')).map((one) => one.split(' ')[0])).toEqual([
    '"tenantWebhook"',
    '"tenantUnknown"',
  ]);
  expect(told.filter((one) => one.startsWith('"tenantSave"'))).toHaveLength(3);
  expect(leaks(app.profile, secrets)).toEqual([]);
  expect(app.output()).not.toContain('CANARY');
  expect(app.output()).toContain('settings saved');
  expect(processesWith('CANARY-')).toEqual([]);
}, 60_000);
