import { screen } from '@testing-library/react';
import { beforeAll } from 'vitest';
import type { TenantView } from '../../src-shared/tenant-view';
import { ok, type Handlers } from './fake-bridge';
import { show } from './show';
import { anAccount, NOW } from './world';

// The pages come by import(): not within the patience of the first test.
beforeAll(async () => {
  await import('../../src-renderer/accounts/AccountPage');
  await import('../../src-renderer/tenant-settings/TenantPage');
});

export const account = anAccount({
  id: 'aether',
  kind: 'tenant',
  name: 'Aether · Orion Ltd',
  health: { state: 'idle' },
});
export const GOOD =
  'https://e1.12.environment.api.powerplatform.com/powerautomate/automations/direct/workflows/x/triggers/manual/paths/invoke?sig=Abcd';

export const view = (
  settings: Partial<TenantView['settings']> = {},
  over: Partial<TenantView> = {},
): TenantView => ({
  account: 'aether',
  version: 7,
  readAt: NOW,
  settings: {
    emailOnComplete: true,
    emailOnFail: true,
    teamsWebhookUrl: { host: 'outlook.office.com', end: '9a1c', advice: 'retired', mark: 1 },
    teamsOnComplete: false,
    teamsOnFail: true,
    ...settings,
  },
  unknown: {},
  unknownHidden: false,
  history: [],
  settled: null,
  ...over,
});

/** The window at the tenant's page. */
export const open = (handlers: Handlers = {}) =>
  show({ accounts: [account] }, [], { tenantLoad: () => ok(view()), ...handlers });

export const flag = async (n: number): Promise<HTMLElement> => (await screen.findAllByRole('switch'))[n]!;
