import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { defaultPreferences } from '../../src-shared/preferences';
import { bad, ok } from './fake-bridge';
import { button, openPreferences, show } from './show';
import { anAccount } from './world';

const met = [
  { account: 'lab1', severity: 1, count: 48_000 },
  { account: 'lab1', severity: 3, count: 1 },
];

test('those met, with how often, and those that have a level', async () => {
  const preferences = { ...defaultPreferences, severityLevels: { '7': 'critical' } } as const;
  const { user, fake } = await openPreferences({ preferences }, [], { severities: () => ok(met) });
  await screen.findByText(/^met 48.000 times$/);
  screen.getByText('met once');
  screen.getByText('not met yet');
  await user.click(screen.getByRole('combobox', { name: 'Level of severity 3' }));
  await user.click(await screen.findByRole('option', { name: 'Warning' }));
  expect(fake.calls('preferences')).toEqual([{ severityLevels: { '7': 'critical', '3': 'warning' } }]);
  expect(fake.calls('severities')).toHaveLength(1);
});

test('they are asked for again when a history has been read, and not with every push', async () => {
  const reading = [anAccount({ progress: { read: 1, total: 9 } })];
  const { fake } = await openPreferences({ accounts: reading });
  expect(fake.calls('severities')).toHaveLength(1);
  act(() => fake.set({ accounts: reading, revision: 7 }));
  expect(fake.calls('severities')).toHaveLength(1);
  fake.handlers.severities = () => ok(met);
  act(() => fake.set({ accounts: [anAccount()], revision: 8 }));
  await screen.findByText('met once');
  act(() => fake.set({ accounts: [anAccount()], revision: 9 }));
  expect(fake.calls('severities')).toHaveLength(2);
});

test('of several accounts each is told', async () => {
  const accounts = [anAccount(), anAccount({ id: 'lab2', name: 'Lab Kraków' })];
  const both = [...met, { account: 'lab2', severity: 1, count: 9 }];
  await openPreferences({ accounts }, [], { severities: () => ok(both) });
  await screen.findByText(/^Lab Warsaw: 48.000 · Lab Kraków: 9$/);
});

test('a history that cannot be used is said', async () => {
  await openPreferences({}, [], { severities: () => bad('storage', { detail: 'locked' }) });
  await screen.findByText(/The local history cannot be used: “locked”/);
});

async function account(...rest: Parameters<typeof show>) {
  const shown = show(...rest);
  await shown.user.click(await button(/^Lab Warsaw/));
  await screen.findByRole('heading', { name: 'Lab Warsaw' });
  return shown;
}
const title = 'What do its severities mean?';

test('an account’s page asks once, and leads to where they are given', async () => {
  const { user } = await account({}, [], { severities: () => ok(met) });
  await screen.findByRole('heading', { name: title });
  screen.getByText(/1 \(48.000×\) · 3 \(1×\)\./);
  await user.click(await button('Say what they mean'));
  const heading = await screen.findByRole('heading', { name: 'Severities' });
  expect(document.activeElement).toBe(heading);
});

test('“Not now” is kept', async () => {
  const { user, fake } = await account({}, [], { severities: () => ok(met) });
  await user.click(await button('Not now'));
  expect(fake.calls('preferences')).toEqual([{ askSeverities: false }]);
  await waitFor(() => expect(screen.queryByRole('heading', { name: title })).toBeNull());
});

test.for<{ when: string; state: Parameters<typeof show>[0]; severities?: typeof met; asks: boolean }>([
  {
    when: 'one of them has a level',
    state: { preferences: { ...defaultPreferences, severityLevels: { '3': 'info' } } },
    asks: false,
  },
  {
    when: 'only others have a level',
    state: { preferences: { ...defaultPreferences, severityLevels: { '9': 'info' } } },
    asks: true,
  },
  { when: 'there is one number only', state: {}, severities: met.slice(1), asks: false },
  {
    when: 'they are another account’s',
    state: {},
    severities: met.map((one) => ({ ...one, account: 'x' })),
    asks: false,
  },
  {
    when: 'the history is not read yet',
    state: { accounts: [anAccount({ progress: { read: 1, total: 9 } })] },
    asks: false,
  },
  {
    when: 'it was answered “not now”',
    state: { preferences: { ...defaultPreferences, askSeverities: false } },
    asks: false,
  },
])('$when: asks $asks', async ({ state, severities = met, asks }) => {
  const { fake } = await account(state, [], { severities: () => ok(severities) });
  if (asks) await screen.findByRole('heading', { name: title });
  else {
    // Answers come in turn: what was asked before this is answered and drawn by now.
    await act(async () => void (await fake.bridge.call('pollNow', {})));
    expect(screen.queryByRole('heading', { name: title })).toBeNull();
  }
});
