import { expect, test } from 'vitest';
import { waitUntil } from '../../scripts/processes.mjs';
import { startDesk } from './support/desk';
import { leaks, processesWith } from './support/leaks';
import { statusOf } from './support/run-to-end';

const TOKEN = 'CANARY4711-token-of-the-inbox';
const TENANT = 'ae_live_CANARY4712-of-the-tenant';
/** Goes into a header of its own; this server refuses it, and repeats nothing of it. */
const IN_A_HEADER = 'CANARY4713-in-a-header';

test('with a keyring: kept encrypted, found again at the next start, in no file, log or process list', async () => {
  const { launch, said, inbox, tenant } = await startDesk({ server: { token: TOKEN, tenantToken: TENANT } });
  const provision = {
    accounts: [
      { ...inbox, token: TOKEN },
      { ...tenant, token: TENANT },
      { ...inbox, name: 'Gate', scheme: 'Header', header: 'X-API-Key', token: IN_A_HEADER },
    ],
    preferences: { pollSeconds: 10 },
  };
  const switches = ['--password-store=gnome-libsecret'];
  const first = await launch({ provision, switches });
  await said(first, /first sync done/);
  await said(first, /not watching · Gate: token-refused/);
  const state = await statusOf(first.profile);
  expect(state.accounts.map(({ secret }) => secret.stored)).toEqual(['keyring', 'keyring', 'keyring']);
  expect(state.desktop.secrets).toEqual({ name: 'GNOME Keyring', persistent: true });
  expect(JSON.stringify(state)).not.toContain('CANARY');
  await first.app.evaluate(({ app }) => app.quit()).catch(() => undefined);
  await waitUntil(() => /ended/.test(first.output()), 10_000, 'the end');

  const again = await launch({ profile: first.profile, provision: { preferences: {} }, switches });
  await said(again, /\] watching · Lab/);
  expect(leaks(first.profile, [TOKEN, TENANT, IN_A_HEADER])).toEqual([]);
  expect(first.output() + again.output()).not.toContain('CANARY');
  expect(processesWith('CANARY471')).toEqual([]);
}, 90_000);

test('without one: for this run only, and it is said; the next start asks again', async () => {
  const { launch, said, inbox } = await startDesk({ server: { token: TOKEN } });
  const switches = ['--password-store=basic'];
  const first = await launch({ provision: { accounts: [{ ...inbox, token: TOKEN }] }, switches });
  await said(first, /first sync done/);
  const state = await statusOf(first.profile);
  expect(state.accounts[0]?.secret.stored).toBe('session');
  expect(state.desktop.secrets?.persistent).toBe(false);
  const page = await first.app.firstWindow();
  await page
    .getByText(/for this run only/)
    .first()
    .waitFor({ timeout: 10_000 });
  expect(leaks(first.profile, [TOKEN])).toEqual([]);
  await first.app.evaluate(({ app }) => app.quit()).catch(() => undefined);
  await waitUntil(() => /ended/.test(first.output()), 10_000, 'the end');

  const again = await launch({ profile: first.profile, provision: { preferences: {} }, switches });
  await said(again, /not watching · Lab: no-token/);
  expect((await statusOf(first.profile)).accounts[0]).toMatchObject({
    secret: { stored: 'none' },
    health: { failure: { kind: 'no-token' } },
  });
}, 90_000);
