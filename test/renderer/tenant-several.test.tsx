import { screen, waitFor, within } from '@testing-library/react';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import {
  createUrlMarks,
  diff,
  maskUrl,
  TENANT_FIELDS,
  type TenantSettings,
} from '../../src-shared/tenant-settings';
import type { MaskedSettings, TenantView } from '../../src-shared/tenant-view';
import { planFor } from '../../src-renderer/tenant-settings/apply';
import { bad, ok, type Handlers } from './fake-bridge';
import { button, show } from './show';
import { account, flag, view } from './tenant-world';
import { anAccount } from './world';

beforeAll(async () => {
  await import('../../src-renderer/tenant-settings/Compare');
});

const vega = anAccount({ id: 'vega', kind: 'tenant', name: 'Vega', health: { state: 'idle' } });
const lyra = anAccount({ id: 'lyra', kind: 'tenant', name: 'Lyra', health: { state: 'idle' } });
const hook = (mark: number, end: string) => ({
  host: 'a.example',
  end,
  advice: 'unrecognised' as const,
  mark,
});
const views: { readonly [id: string]: TenantView } = {
  aether: view({ teamsWebhookUrl: hook(1, 'aaaa') }),
  vega: view({ emailOnFail: false, teamsWebhookUrl: null }, { account: 'vega', version: 3 }),
  lyra: view({ teamsWebhookUrl: hook(1, 'aaaa') }, { account: 'lyra', version: 4 }),
};
const three = (handlers: Handlers = {}) =>
  show({ accounts: [account, vega, lyra] }, [], {
    tenantLoad: ({ account: id }) => ok(views[id]!),
    ...handlers,
  });
const dialog = () =>
  screen.findByRole('dialog', { name: 'Settings of Aether · Orion Ltd for other tenants' });

test('side by side: every field of every tenant, what differs is marked, each leads to its page', async () => {
  const { user } = three();
  await user.click(await button('Side by side'));
  await screen.findByRole('heading', { name: 'Tenants side by side' });
  const rows = within(await screen.findByRole('table')).getAllByRole('row');
  const cells = (): (string | null)[][] =>
    rows.map((row) => [...row.querySelectorAll('th,td')].map((cell) => cell.textContent));
  // Each column comes when its tenant has answered.
  await waitFor(() =>
    expect(cells()).toEqual([
      ['Setting', 'Aether · Orion Ltd', 'Vega', 'Lyra'],
      ['E-mail when a scan completes', 'on', 'on', 'on'],
      ['E-mail when a scan fails differs', 'on', 'off', 'on'],
      ['Teams webhook differs', 'a.example …aaaa', 'none', 'a.example …aaaa'],
      ['Teams when a scan completes', 'off', 'off', 'off'],
      ['Teams when a scan fails', 'on', 'on', 'on'],
    ]),
  );
  await user.click(within(screen.getByRole('table')).getByRole('button', { name: 'Vega' }));
  await screen.findByRole('heading', { level: 1, name: 'Vega' });
});

test('one that cannot be read keeps none of the others', async () => {
  const { user } = three({
    tenantLoad: ({ account: id }) => (id === 'vega' ? bad('timeout') : ok(views[id]!)),
  });
  await user.click(await button('Side by side'));
  const table = within(await screen.findByRole('table'));
  await table.findByText(/^The settings could not be read\. The server did not answer in time/);
  expect(table.getAllByText('a.example …aaaa')).toHaveLength(2);
});

test('a single tenant has nobody to be compared with', async () => {
  show({ accounts: [account] }, [], { tenantLoad: () => ok(view()) });
  await flag(0);
  expect(screen.queryByRole('button', { name: 'Side by side' })).toBeNull();
  expect(screen.queryByRole('button', { name: /^Apply/ })).toBeNull();
});

test('apply to others: what each will be sent stands there before, and nothing goes to who has the same', async () => {
  const { user, fake } = three({
    tenantSave: () =>
      ok({
        state: 'saved',
        view: view({ teamsWebhookUrl: hook(1, 'aaaa') }, { account: 'vega' }),
        altered: {},
        lost: false,
      }),
  });
  await user.click(await button('Apply to others…'));
  const inside = within(await dialog());
  await inside.findByText('The same already.');
  const lines = inside.getAllByText(/^(email|teams)\w+:/).map((one) => one.textContent);
  expect(lines).toEqual(['emailOnFail: false → to true', 'teamsWebhookUrl: none → to …aaaa']);
  expect(inside.getByRole<HTMLInputElement>('checkbox', { name: 'Lyra' }).disabled).toBe(true);
  expect(inside.getByRole<HTMLButtonElement>('button', { name: 'Apply to 0 tenants' }).disabled).toBe(true);
  await user.click(inside.getByRole('checkbox', { name: 'Vega' }));
  await user.click(inside.getByRole('button', { name: 'Apply to 1 tenant' }));
  await inside.findByText('Saved.');
  expect(fake.calls('tenantSave')).toEqual([
    {
      account: 'vega',
      version: 3,
      changes: { emailOnFail: true },
      webhook: { from: 'account', account: 'aether', version: 7 },
    },
  ]);
});

test('only the chosen settings go; flags without a webhook there are pointed out', async () => {
  const { user, fake } = three({ tenantSave: () => bad('maintenance', { status: 503 }) });
  await user.click(await button('Apply to others…'));
  const inside = within(await dialog());
  await user.click(await inside.findByRole('checkbox', { name: 'Teams webhook' }));
  inside.getByText('Without a webhook nothing can be posted.');
  await user.click(inside.getByRole('checkbox', { name: 'Vega' }));
  await user.click(inside.getByRole('button', { name: 'Apply to 1 tenant' }));
  await inside.findByText(/^Not saved\. The service is down for maintenance \(503\)/);
  expect(fake.calls('tenantSave').map(({ changes, webhook }) => [changes, webhook])).toEqual([
    [{ emailOnFail: true }, undefined],
  ]);
});

test('changed meanwhile there: nothing was sent, and the preview is of what is there now', async () => {
  const now = view({ emailOnFail: false, teamsWebhookUrl: hook(9, 'beef') }, { account: 'vega', version: 5 });
  const { user, fake } = three({
    tenantSave: () => ok({ state: 'conflict', view: now, fields: ['teamsWebhookUrl'] }),
  });
  await user.click(await button('Apply to others…'));
  const inside = within(await dialog());
  await user.click(await inside.findByRole('checkbox', { name: 'Vega' }));
  await user.click(inside.getByRole('button', { name: 'Apply to 1 tenant' }));
  await inside.findByText(/^Changed by somebody meanwhile, so nothing was sent/);
  expect(inside.getByText(/^teamsWebhookUrl:/).textContent).toBe('teamsWebhookUrl: …beef → to …aaaa');
  await user.click(inside.getByRole('button', { name: 'Apply to 1 tenant' }));
  expect(fake.calls('tenantSave').map(({ version }) => version)).toEqual([3, 5]);
});

const tenants = fc.record<TenantSettings>({
  emailOnComplete: fc.boolean(),
  emailOnFail: fc.boolean(),
  teamsWebhookUrl: fc.constantFrom(null, 'https://a.example/0123456789', 'https://b.example/9876543210'),
  teamsOnComplete: fc.boolean(),
  teamsOnFail: fc.boolean(),
});
test('what a tenant is sent makes the chosen fields alike, as the preview says, and touches no other', () => {
  fc.assert(
    fc.property(tenants, tenants, fc.subarray([...TENANT_FIELDS]), (from, to, fields) => {
      const markOf = createUrlMarks();
      const masked = (of: TenantSettings): MaskedSettings => ({
        ...of,
        teamsWebhookUrl: of.teamsWebhookUrl === null ? null : maskUrl(of.teamsWebhookUrl, markOf),
      });
      const { lines, wanted } = planFor(view(masked(from)), masked(to), fields);
      const url = wanted.webhook ? { teamsWebhookUrl: from.teamsWebhookUrl } : {};
      const patch = diff(to, { ...wanted.changes, ...url });
      const after = { ...to, ...patch };
      for (const name of TENANT_FIELDS) expect(after[name]).toBe((fields.includes(name) ? from : to)[name]);
      expect(lines.map(({ field }) => field).toSorted()).toEqual(Object.keys(patch).toSorted());
      for (const line of lines) expect(line.from).not.toBe(line.to);
    }),
    { numRuns: 300 },
  );
});
