import { AxeBuilder } from '@axe-core/playwright';
import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { waitUntil } from '../../scripts/processes.mjs';
import { startDesk, type RequestLog } from './support/desk';
import type { LaunchedApp } from './support/launch-app';

declare global {
  interface Window {
    violations?: string[];
  }
}

/** The window's page, loaded anew with a listener in place, so that no violation of the policy goes unseen. */
async function watchedPage(app: LaunchedApp): Promise<Page> {
  const page = await app.app.firstWindow();
  await page.addInitScript(() => {
    window.violations = [];
    addEventListener('securitypolicyviolation', (event) =>
      window.violations?.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  await page.reload();
  await page.getByRole('navigation').waitFor();
  return page;
}

const violations = (page: Page): Promise<string[]> =>
  page.evaluate(() => window.violations ?? ['the listener is missing']);

const go = (page: Page, name: RegExp) =>
  page
    .getByRole('navigation')
    .getByRole('button', { name })
    .or(page.getByRole('navigation').getByRole('link', { name }))
    .first()
    .click();

test('every page keeps to the policy and is accessible, in light and dark', async () => {
  const { launch, said } = await startDesk();
  const app = await launch();
  await said(app, /first sync done/);
  const page = await watchedPage(app);
  const bad: string[] = [];
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((wanted) => window.tocsin.call('preferences', { theme: wanted }), theme);
    for (const place of [/^All/, /^Lab/, /^Edit Lab/, /^Orion/, /Connect/, /^Preferences/, /^Inbox/]) {
      if (place.source === '^Edit Lab') await page.getByRole('button', { name: 'Edit…' }).click();
      else await go(page, place);
      // Pages come by `import()`: what is there before them is no page yet.
      await page.getByRole('heading', { level: 1, name: place }).waitFor({ state: 'attached' });
      await page.evaluate(() =>
        Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))),
      );
      const { violations: found } = await new AxeBuilder({ page: page as never }).setLegacyMode().analyze();
      const told = found.map(
        ({ id, nodes }) =>
          `${theme} ${String(place)} ${id}: ${nodes.map(({ target }) => String(target)).join(' ')}`,
      );
      bad.push(...told);
    }
    await page.getByRole('option').first().click();
    await page.getByText('As the server sent it').waitFor();
  }
  expect(bad).toEqual([]);
  expect(await violations(page)).toEqual([]);
}, 120_000);

test('mark with the keyboard, take it back, mark again: the server hears only of the last', async () => {
  const { launch, said, control } = await startDesk();
  const app = await launch();
  await said(app, /first sync done/);
  const page = await watchedPage(app);
  await page.getByRole('option').first().click();
  await page.keyboard.press('e');
  await page.getByRole('button', { name: /Undo/ }).click();
  await page
    .getByText(/taken back/i)
    .first()
    .waitFor();
  const patches = async () =>
    (await control<RequestLog>('GET', 'requests')).requests.filter(({ method }) => method === 'PATCH').length;
  // The strip says it with the answer, the list a moment after it.
  const unseen = page.getByRole('option', { name: /^Unseen/ });
  await page.getByRole('option').first().and(unseen).waitFor();
  await page.getByRole('option').first().click();
  await page.keyboard.press('e');
  await waitUntil(async () => (await patches()) > 0, 15_000, 'a PATCH');
  expect(await patches()).toBe(1);
});

test('tenant settings: what will be sent is what is sent', async () => {
  const { launch, said, control } = await startDesk();
  const app = await launch();
  await said(app, /first sync done/);
  const page = await watchedPage(app);
  await go(page, /^Orion/);
  await page.getByRole('switch').first().click();
  await page
    .getByText(/emailOnComplete/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Save 1 change' }).click();
  const patch = async () =>
    (await control<{ requests: { method: string; fields?: string[] }[] }>('GET', 'requests')).requests.find(
      ({ method }) => method === 'PATCH',
    );
  await waitUntil(patch, 5000, 'a PATCH');
  expect((await patch())?.fields).toEqual(['emailOnComplete']);
  const { settings } = await control<{ settings: { emailOnComplete: boolean } }>('GET', 'state');
  expect(settings.emailOnComplete).toBe(false);
  expect(await violations(page)).toEqual([]);
});

test('the first page: a test with the exact cause, then connected', async () => {
  const { launch, address } = await startDesk();
  const app = await launch({ provision: { preferences: { language: 'en' } } });
  const page = await watchedPage(app);
  await page.getByLabel('Address').fill(address.baseUrl);
  await page.getByLabel('Name').fill('My lab');
  await page.getByLabel('Token', { exact: true }).first().fill(address.token);
  await page
    .getByRole('radio', { name: 'JWT' })
    .or(page.getByText('JWT', { exact: true }))
    .first()
    .click();
  await page.getByRole('button', { name: 'Test' }).click();
  await page.getByRole('button', { name: /Use (Token|Bearer)/ }).click();
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByRole('option').first().waitFor({ timeout: 15_000 });
  expect(await violations(page)).toEqual([]);
});

test('explore with sample data: an inbox at once, nothing left after quitting', async () => {
  const { launch, said } = await startDesk();
  const app = await launch({ provision: { preferences: { language: 'en' } } });
  const page = await watchedPage(app);
  await page.getByRole('button', { name: 'Explore with sample data' }).click();
  await page.getByRole('option').first().waitFor({ timeout: 15_000 });
  const samples = () => readdirSync(app.profile).filter((name) => name.startsWith('sample-'));
  expect(samples()).toHaveLength(1);
  await app.app.evaluate(({ app: it }) => it.quit()).catch(() => undefined);
  await said(app, /ended/);
  expect(samples()).toEqual([]);
});
