import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { waitUntil } from '../../scripts/processes.mjs';
import { startFaultServer } from '../support/fault-server';
import { startDesk } from './support/desk';
import { statusOf } from './support/run-to-end';

/** Items of other moments than another server's: (id, stamp) is what tells them apart. */
async function serverWith(token: string, items: number, shift = 0) {
  const server = await startFaultServer({ clock: { now: () => Date.now() } });
  onTestFinished(() => server.down());
  server.accepts = (authorization) => authorization === `Token ${token}`;
  for (let i = 0; i < items; i += 1)
    server.inbox.add({ ts: (Date.now() - (60 - i) * 60_000 - shift) * 1000, type: 3, data: { task_id: i } });
  return server;
}

test('an edited address: the old token goes nowhere else, nothing old is told; another keyring keeps what it cannot open', async () => {
  const before = await serverWith('old-token-4711', 3);
  const after = await serverWith('new-token-4712', 5, 7000);
  const { launch, said, notes } = await startDesk();
  const account = {
    kind: 'inbox',
    name: 'Lab',
    baseUrl: before.origin,
    scheme: 'Token',
    token: 'old-token-4711',
  };
  const preferences = { pollSeconds: 10, language: 'en' };
  const switches = ['--password-store=gnome-libsecret'];
  const first = await launch({ provision: { accounts: [account], preferences }, switches });
  await said(first, /first sync done/);
  const page = await first.app.firstWindow();
  const act = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
  await act(/^Lab/);
  await act('Edit…');
  await page.getByLabel('Address').fill(after.origin);
  await page.getByText(/^The stored token is for/).waitFor();
  await page.getByLabel('Short name').fill('LAB');
  await page.locator('input[type=password]').fill('new-token-4712');
  await act('Test');
  await page.getByText('Reading is allowed: 5 notifications').waitFor();
  await act('Save');
  await waitUntil(
    () => /another address · Lab(?:.|\n)*first sync done/.test(first.output()),
    10_000,
    'the new inbox',
  );
  const { length } = before.questions;
  expect(new Set(after.questions.map(({ authorization }) => authorization))).toEqual(
    new Set(['Token new-token-4712']),
  );
  const state = await statusOf(first.profile);
  expect(state.accounts).toMatchObject([
    { shortName: 'LAB', baseUrl: after.origin, counts: { unseen: 5, total: 8 } },
  ]);
  expect(notes.shown().filter(({ summary }) => /Task/.test(summary))).toEqual([]);
  const secrets = () => readFileSync(join(first.profile, 'secrets.json'), 'utf8');
  const kept = secrets();
  expect(Object.keys(JSON.parse(kept) as object)).toEqual([`${state.accounts[0]!.id} ${after.origin}`]);
  expect(before.questions).toHaveLength(length);
  await first.app.evaluate(({ app }) => app.quit()).catch(() => undefined);
  await waitUntil(() => /ended/.test(first.output()), 10_000, 'the end');

  const other = await launch({
    profile: first.profile,
    provision: { preferences: {} },
    switches: ['--password-store=basic', '--hidden'],
  });
  await said(other, /not watching · Lab: token-locked/);
  expect(secrets()).toBe(kept);
}, 60_000);

test('an account dragged by the pointer, and one moved by Alt and an arrow, stand there after a restart too', async () => {
  const { launch, said, inbox, tenant } = await startDesk({ server: { history: 0 } });
  const accounts = [inbox, tenant, { ...inbox, name: 'Depot' }];
  const first = await launch({ provision: { accounts, preferences: { language: 'en' } } });
  await said(first, /first sync done · Depot/);
  const listed = async (app: typeof first): Promise<string[]> => {
    const names = (await app.app.firstWindow()).locator('[id^="account-"] .side-name');
    await names.nth(2).waitFor();
    return names.allInnerTexts();
  };
  const page = await first.app.firstWindow();
  const account = (name: RegExp) => page.getByRole('navigation').getByRole('button', { name });
  expect(await listed(first)).toEqual(['Lab', 'Orion', 'Depot']);

  await account(/^Depot/).dragTo(account(/^Lab/), { targetPosition: { x: 40, y: 3 } });
  await page.getByText('Depot: 1 of 3').waitFor({ state: 'attached' });
  await account(/^Lab/).press('Alt+ArrowDown');
  await page.getByText('Lab: 3 of 3').waitFor({ state: 'attached' });
  expect(await listed(first)).toEqual(['Depot', 'Orion', 'Lab']);
  await first.app.evaluate(({ app }) => app.quit()).catch(() => undefined);
  await waitUntil(() => /ended/.test(first.output()), 10_000, 'the end');

  const again = await launch({ profile: first.profile, provision: { preferences: {} } });
  expect(await listed(again)).toEqual(['Depot', 'Orion', 'Lab']);
});
