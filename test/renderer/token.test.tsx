import { screen, within } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import type { Scheme } from '../../src-shared/account';
import type { AccountState } from '../../src-shared/app-state';
import { bad, ok } from './fake-bridge';
import { button, show } from './show';
import { agents, anAccount, MINUTE, NOW } from './world';

// Pages come by import(): on a busy machine the first one takes longer than a question may.
beforeAll(async () => {
  await import('../../src-renderer/accounts/AccountPage');
  await import('../../src-renderer/frame/dialogs/Dialogs');
}, 60_000);

const HOUR = 60 * MINUTE;
/** A token of one hour that ends so long after now. */
const ending = (left: number, more: Partial<AccountState> = {}): AccountState =>
  anAccount({
    secret: { stored: 'keyring', hint: '', expires: { at: NOW + left, warnAt: NOW + left - 6 * MINUTE } },
    ...more,
  });
const refused = { kind: 'token-expired', status: 401 } as const;

test.for<{ what: string; account: AccountState; says: RegExp | null }>([
  { what: 'an hour left', account: ending(HOUR), says: null },
  { what: '5 minutes left', account: ending(5 * MINUTE), says: /^Lab Warsaw: its token ends 14:07/ },
  { what: 'over, and still taken', account: ending(-MINUTE), says: /^Lab Warsaw: its token ended 14:01/ },
  {
    what: 'over and refused: that is said already',
    account: ending(-MINUTE, { health: { state: 'not-watching', since: NOW, failure: refused } }),
    says: null,
  },
  {
    what: 'paused by the user',
    account: ending(MINUTE, { pausedAt: NOW, health: { state: 'paused', since: NOW } }),
    says: null,
  },
  { what: 'a token that says nothing', account: anAccount(), says: null },
])('$what → $says', async ({ account, says }) => {
  show({ accounts: [account] }, agents(1));
  await screen.findByRole('listbox');
  const said = screen.queryAllByRole('status').filter(({ textContent }) => /its token/.test(textContent));
  expect(said).toHaveLength(says ? 1 : 0);
  if (says) {
    within(said[0]!).getByText(says);
    within(said[0]!).getByRole('button', { name: 'Paste a new token' });
  }
});

test('of two the one that ends first is named', async () => {
  show({ accounts: [ending(5 * MINUTE), ending(2 * MINUTE, { id: 'lab2', name: 'Lab Kraków' })] }, agents(1));
  await screen.findByText(/^Lab Kraków: its token ends 14:04/);
});

test('a token that has ended and was refused is one sentence and one button', async () => {
  const account = ending(-MINUTE, { health: { state: 'not-watching', since: NOW, failure: refused } });
  const { user } = show({ accounts: [account] }, agents(1));
  await screen.findByText('Lab Warsaw: the token has expired (401)');
  expect(screen.getAllByRole('button', { name: 'Paste a new token' })).toHaveLength(1);
  await user.click(await button('Paste a new token'));
  await screen.findByRole('dialog', { name: 'A new token for Lab Warsaw' });
});

test.for([
  { left: 48 * MINUTE, says: '14:50 (48 min left)' },
  { left: -MINUTE, says: 'it ended 14:01' },
])('the page says until when it is good: $says', async ({ left, says }) => {
  const { user } = show({ accounts: [ending(left)] });
  await user.click(await button(/^Lab Warsaw/));
  await screen.findByText(says);
});

test.for([{ anew: true }, { anew: false }])('a new token, another user’s: $anew', async ({ anew }) => {
  const { user, fake } = show({}, agents(1));
  await user.click(await button(/^Lab Warsaw/));
  await user.click(await button('Paste a new token'));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByLabelText('Token', { selector: 'input[type=password]' }), 'fresh');
  if (anew) await user.click(dialog.getByRole('checkbox', { name: /another user’s token/ }));
  await user.click(dialog.getByRole('button', { name: 'Save and poll' }));
  expect(fake.calls('accountToken')).toEqual([{ account: 'lab1', token: 'fresh', ...(anew && { anew }) }]);
});

test.for<{ pasted: string; scheme?: Scheme; token?: string; says: RegExp | null }>([
  { pasted: 'Token fresh', says: /^“Token” is how it is handed over/ },
  { pasted: 'Bearer fresh', says: /^“Bearer” stood before it, and this account sends “Token”/ },
  { pasted: 'Token fresh', scheme: 'Header', token: 'Token fresh', says: null },
])(
  '“$pasted” for an account with $scheme is “$token”: $says',
  async ({ pasted, scheme = 'Token', token = 'fresh', says }) => {
    const { user, fake } = show({ accounts: [anAccount({ scheme })] }, agents(1));
    await user.click(await button(/^Lab Warsaw/));
    await user.click(await button('Paste a new token'));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByLabelText('Token', { selector: 'input[type=password]' }));
    await user.paste(pasted);
    if (says) dialog.getByText(says);
    else expect(dialog.queryByText(/handed over|stood before it/)).toBeNull();
    await user.click(dialog.getByRole('button', { name: 'Save and poll' }));
    expect(fake.calls('accountToken')).toEqual([{ account: 'lab1', token }]);
  },
);

test('a token that the keyring does not open is not said to be missing', async () => {
  const account = anAccount({
    secret: { stored: 'locked', hint: '' },
    health: { state: 'not-watching', since: NOW, failure: { kind: 'token-locked' } },
  });
  const { user } = show({ accounts: [account] });
  await user.click(await button(/^Lab Warsaw, not watching/));
  await screen.findByText('kept, but the desktop’s keyring does not open it');
  screen.getByText(/Unlock the keyring and try again, or paste the token anew/);
});

test.for([
  { state: 'open', says: null },
  { state: 'locked', says: 'The keyring is still locked. Unlock it, then try again.' },
  { state: 'changed', says: 'The keyring is open, and another one had closed this token. Paste it anew.' },
  { state: 'restart', says: 'The keyring is not locked, but only a new start of Tocsin gets at it.' },
] as const)('it is asked again on a click: $state', async ({ state, says }) => {
  const account = anAccount({
    secret: { stored: 'locked', hint: '' },
    health: { state: 'not-watching', since: NOW, failure: { kind: 'token-locked' } },
  });
  const { user, fake } = show({ accounts: [account] }, agents(1), {
    keyringAsk: () => ok({ state }),
    restart: () => ok(null),
  });
  await user.click(await button('Try again'));
  if (says) await screen.findByText(says);
  expect(fake.calls('keyringAsk')).toEqual([{}]);
  const again = screen.queryByRole('button', { name: 'Start again' });
  expect(again !== null).toBe(state === 'restart');
  if (again) await user.click(again);
  expect(fake.calls('restart')).toHaveLength(state === 'restart' ? 1 : 0);
  // The account's own page has it beside the other way.
  await user.click(await button(/^Lab Warsaw, not watching/));
  await screen.findByRole('heading', { name: 'Lab Warsaw' });
  await button('Paste a new token');
  await button('Try again');
});

test('the page names the keeper', async () => {
  const { user } = show();
  await user.click(await button(/^Lab Warsaw/));
  await screen.findByText('ae_l…9f, kept by your desktop’s keyring (GNOME Keyring)');
});

test('a token that ends soon is the first thing to do on its page', async () => {
  const { user } = show({ accounts: [ending(5 * MINUTE)] }, agents(1));
  await user.click(await button(/^Lab Warsaw/));
  await screen.findByText('14:07 (5 min left)');
  const { textContent } = screen.getByRole('heading', { name: 'Lab Warsaw' }).closest('header')!;
  expect(textContent).toMatch(/Paste a new token.*Show its notifications/);
  expect(textContent).not.toContain('Poll now');
});

test('a tenant’s page says where its token is kept and until when it is good, and offers another', async () => {
  const orion = ending(20 * MINUTE, {
    id: 'orion',
    kind: 'tenant',
    name: 'Orion',
    health: { state: 'idle' },
  });
  const { user } = show({ accounts: [orion] }, [], { tenantLoad: () => bad('token-expired') });
  await screen.findByText('kept by your desktop’s keyring (GNOME Keyring)');
  screen.getByText('14:22 (20 min left)');
  for (const ofAnInbox of ['Last polled', 'Unseen', 'History'])
    expect(screen.queryByText(ofAnInbox)).toBeNull();
  await user.click(await button('Paste a new token'));
  await screen.findByRole('dialog', { name: 'A new token for Orion' });
});
