import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { AlteredFields } from '../../src-shared/tenant-settings';
import type { PastChange, TenantSaved } from '../../src-shared/tenant-view';
import { bad, ok } from './fake-bridge';
import { button } from './show';
import { account, flag, GOOD, open, view } from './tenant-world';
import { NOW } from './world';

const saved = (over: Partial<Extract<TenantSaved, { state: 'saved' }>> = {}) =>
  ok({ state: 'saved' as const, view: view(), altered: {}, lost: false, ...over });
const past: PastChange = {
  id: 'p1',
  at: NOW - 5 * 3_600_000,
  fields: [
    { field: 'teamsOnFail', from: false, to: true },
    { field: 'teamsWebhookUrl', from: { host: 'a.example', end: 'beef' }, to: null },
  ],
  webhookLost: false,
  webhookThere: false,
};

test('a change taken back fills the form, stands in the preview, and is sent on a click only', async () => {
  const { user, fake } = open({
    tenantLoad: () => ok(view({}, { history: [past] })),
    tenantSave: () => saved(),
  });
  await screen.findByRole('heading', { name: 'Changes from here' });
  await user.click(await button('Revert the change of 09:02'));
  const lines = screen.getAllByText(/^teams\w+:/).map((one) => one.textContent);
  expect(lines).toEqual(['teamsWebhookUrl: …9a1c → to …beef', 'teamsOnFail: true → to false']);
  screen.getByText('The one from before; it is put back when you save.');
  expect(fake.calls('tenantSave')).toEqual([]);
  await user.click(await button('Save 2 changes'));
  expect(fake.calls('tenantSave')).toEqual([
    {
      account: 'aether',
      version: 7,
      changes: { teamsOnFail: false },
      webhook: { from: 'history', id: 'p1' },
    },
  ]);
});

test('a webhook that is not kept is said to be, and the rest can be taken back', async () => {
  const { user } = open({ tenantLoad: () => ok(view({}, { history: [{ ...past, webhookLost: true }] })) });
  await screen.findByText(/^The webhook from before is not kept here/);
  await user.click(await button('Revert the change of 09:02'));
  await button('Save 1 change');
});

test('what is so again has nothing to take back', async () => {
  const fields = [{ field: 'emailOnFail' as const, from: true, to: false }];
  open({ tenantLoad: () => ok(view({}, { history: [{ ...past, fields }] })) });
  await screen.findByText(/^E-mail when a scan fails/);
  expect(screen.queryByRole('button', { name: /^Revert/ })).toBeNull();
});

test.for<{ altered: AlteredFields; says: RegExp; restores: boolean }>([
  { altered: { teamsWebhookUrl: 'cut' }, says: /kept a shorter webhook URL/, restores: true },
  { altered: { teamsWebhookUrl: 'other' }, says: /kept another webhook URL/, restores: true },
  {
    altered: { emailOnFail: 'other' },
    says: /did not keep this as sent: E-mail when a scan fails/,
    restores: false,
  },
])(
  'the server kept something else ($altered): said, and the webhook from before offered',
  async ({ altered, says, restores }) => {
    const { user } = open({ tenantSave: () => saved({ view: view({}, { history: [past] }), altered }) });
    await user.click(await flag(0));
    await user.click(await button('Save 1 change'));
    await screen.findByText(says);
    expect(screen.queryByText(/Saved \d/), 'beside what was not').toBeNull();
    const restore = screen.queryByRole('button', { name: 'Put the old webhook back' });
    expect(restore !== null).toBe(restores);
    if (!restore) return;
    await user.click(restore);
    expect(screen.getByText(/^teamsWebhookUrl:/).textContent).toBe('teamsWebhookUrl: …9a1c → to …beef');
    expect(screen.queryByText(/^teamsOnFail:/)).toBeNull();
  },
);

test('a lost answer, read again and saved: said', async () => {
  const { user } = open({ tenantSave: () => saved({ lost: true }) });
  await user.click(await flag(0));
  await user.click(await button('Save 1 change'));
  await screen.findByText('No clear answer came at first. Read again, the settings say: saved.');
  await screen.findByText(/Saved 14:02:11/);
  expect(screen.queryByRole('button', { name: /^Save/ })).toBeNull();
});

test('a lost answer, read again and as before: said, kept, and sent again on a click', async () => {
  let lost = true;
  const { user, fake } = open({
    tenantSave: () =>
      lost
        ? ok({
            state: 'not-applied' as const,
            view: view({}, { version: 9 }),
            open: ['emailOnComplete'],
            failure: { kind: 'timeout' },
          })
        : saved(),
  });
  await user.click(await flag(0));
  await user.click(await button('Save 1 change'));
  await screen.findByText(/Not saved so far: no clear answer came/);
  screen.getByText(/Still as before: E-mail when a scan completes\./);
  expect((await flag(0)).getAttribute('aria-checked')).toBe('false');
  lost = false;
  await user.click(await button('Try again'));
  await screen.findByText(/Saved/);
  expect(fake.calls('tenantSave')[1]).toMatchObject({ version: 9, changes: { emailOnComplete: false } });
});

test.for([
  {
    when: 'it was saved',
    settled: { state: 'saved' as const, altered: {} },
    says: /^No clear answer came at first/,
    left: 0,
  },
  {
    when: 'it was not',
    settled: { state: 'not-applied' as const, open: ['teamsWebhookUrl' as const] },
    says: /Still as before: Teams webhook/,
    left: 1,
  },
])('nobody knows until it can be read again: $when', async ({ settled, says, left }) => {
  let known = false;
  const { user } = open({
    tenantLoad: () => ok(known ? view({}, { version: 8, settled }) : view()),
    tenantSave: () => ok({ state: 'unknown', failure: { kind: 'timeout' } }),
  });
  await user.click(await button('Change'));
  await user.paste(GOOD);
  await user.click(await button('Save 1 change'));
  await screen.findByText(/^Nobody knows yet whether this was saved/);
  known = true;
  await user.click(await button('Read again'));
  await screen.findByText(says);
  expect(screen.queryAllByRole('button', { name: 'Save 1 change' })).toHaveLength(left);
});

test('down for maintenance: kept, and sent again on request', async () => {
  let down = true;
  const { user, fake } = open({
    tenantSave: () => (down ? bad('maintenance', { status: 503 }) : saved()),
  });
  await user.click(await flag(1));
  await user.click(await button('Save 1 change'));
  await screen.findByText(/The service is down for maintenance \(503\)/);
  down = false;
  await user.click(await button('Try again'));
  await screen.findByText(/Saved/);
  expect(fake.calls('tenantSave').map(({ changes }) => changes)).toEqual([
    { emailOnFail: false },
    { emailOnFail: false },
  ]);
});

test('a refusal that names no field is the webhook’s, where one was sent', async () => {
  const { user } = open({
    tenantSave: () => bad('validation', { status: 400, detail: 'Invalid webhook URL format' }),
  });
  await user.click(await button('Change'));
  await user.paste(GOOD);
  await user.click(await button('Save 1 change'));
  const error = await screen.findByText('Invalid webhook URL format');
  expect(screen.getByLabelText(/New webhook URL/).getAttribute('aria-describedby')).toContain(error.id);
  screen.getByText(/See the marked field/);
});

test('a refusal that is about no field here points at none', async () => {
  const { user } = open({
    tenantSave: () => bad('validation', { status: 400, detail: 'Not now', fields: { plan: 'too small' } }),
  });
  await user.click(await flag(1));
  await user.click(await button('Save 1 change'));
  await screen.findByText(/did not accept a value: “Not now”\. Change it and save again\./);
});

test('reading that fails later says so, and does not say that something was not saved', async () => {
  let works = true;
  const { user, fake } = open({ tenantLoad: () => (works ? ok(view()) : bad('timeout')) });
  await user.click(await flag(0));
  works = false;
  fake.set({ accounts: [{ ...account, secret: { stored: 'keyring', hint: 'ae_l…zz' } }] });
  await screen.findByText('The settings could not be read.');
  screen.getByText(/Try again\. If it stays so/);
  expect(screen.queryByText('Not saved.')).toBeNull();
  await button('Save 1 change');
});

test('Discard can be taken back', async () => {
  const { user } = open();
  await user.click(await button('Turn all e-mail off'));
  await user.click(await button('Discard'));
  expect((await flag(0)).getAttribute('aria-checked')).toBe('true');
  await user.click(await button('Undo discard'));
  await button('Save 2 changes');
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo discard' })).toBeNull());
});
