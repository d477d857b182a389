import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { defaultPreferences } from '../../src-shared/preferences';
import { bad, ok } from './fake-bridge';
import { button, list, row, show } from './show';
import { agents, anAccount, aRow, MINUTE, NOW } from './world';

test('main that does not answer is said', async () => {
  show({}, [], { state: () => bad('stopped') });
  await screen.findByRole('heading', { name: 'Tocsin does not answer' });
});

test('without an account the window opens where one is connected', async () => {
  show({ accounts: [] });
  await screen.findByRole('heading', { name: 'Connect to a server' });
  expect(screen.queryByRole('button', { name: /^Inbox/ })).toBeNull();
});

test('the first reading says how far it is', async () => {
  const account = anAccount({ polledAt: null, progress: { read: 30_400, total: 48_210 } });
  const { fake } = show({ accounts: [account] });
  await screen.findByRole('heading', { name: 'Reading your history for the first time' });
  const bar = screen.getByRole('progressbar', { name: 'Reading your history for the first time' });
  expect((bar as HTMLProgressElement).value).toBeCloseTo(0.63, 2);
  screen.getByText('30 400 of 48 210');
  // Rows show as they come.
  act(() => fake.put(agents(2)));
  await list();
  await screen.findByText('Reading the history of Lab Warsaw: 30 400 of 48 210');
});

test.for([
  {
    when: 'all answered just now',
    accounts: [anAccount(), anAccount({ id: 'lab2' }), anAccount({ id: 'lab3' })],
    title: 'All seen',
    says: /^Nothing new since 14:01\. All 3 accounts answered within the last minute\.$/,
  },
  {
    when: 'one answered a while ago',
    accounts: [
      anAccount({ polledAt: NOW - 4 * MINUTE }),
      anAccount({ id: 'lab2', polledAt: NOW - 3 * MINUTE }),
    ],
    title: 'All seen',
    says: /All 2 accounts answered, the last at 13:59\./,
  },
  {
    when: 'one is not watched',
    accounts: [
      anAccount(),
      anAccount({
        id: 'lab2',
        name: 'Lab Kraków',
        health: { state: 'not-watching', since: NOW, failure: { kind: 'timeout' } },
      }),
    ],
    title: 'Nothing unseen here',
    says: /Not watching Lab Kraków, so there may be more\./,
  },
  {
    when: 'one has not answered yet',
    accounts: [anAccount(), anAccount({ id: 'lab2', polledAt: null, health: { state: 'starting' } })],
    title: 'Nothing unseen here',
    says: /Not every account has answered yet\./,
  },
])('nothing unseen, $when: only what is true', async ({ accounts, title, says }) => {
  const { user } = show({ accounts }, [aRow({ id: 4, ago: MINUTE }, { seen: true })]);
  await screen.findByRole('heading', { name: title });
  await screen.findByText(says);
  await user.click(await button('Show seen items too'));
  await row(/Agent 4 /);
});

test('who is not watched, since when, what still works, and one button', async () => {
  const krakow = anAccount({
    id: 'lab2',
    name: 'Lab Kraków',
    health: {
      state: 'not-watching',
      since: NOW - 21 * MINUTE,
      failure: { kind: 'token-refused', status: 401 },
    },
  });
  const { user, fake } = show({ accounts: [anAccount(), krakow] }, [
    aRow({ id: 1, ago: MINUTE, account: 'lab2' }),
    aRow({ id: 2, ago: MINUTE }),
  ]);
  const banner = await screen.findByRole('alert');
  expect(banner.textContent).toContain(
    'Lab Kraków: the server refused the token (401) · not watching since 13:41 · 1 older item stays readable',
  );
  await user.click(within(banner).getByRole('button', { name: 'Paste a new token' }));
  const dialog = await screen.findByRole('dialog', { name: 'A new token for Lab Kraków' });
  await user.click(within(dialog).getByRole('button', { name: 'Save and poll' }));
  await within(dialog).findByText('Paste the token first.');
  await user.type(within(dialog).getByLabelText('Token'), ' abc123 ');
  await user.click(within(dialog).getByRole('button', { name: 'Save and poll' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(fake.calls('accountToken')).toEqual([{ account: 'lab2', token: 'abc123' }]);
});

test('where a token does not help, the button polls', async () => {
  const off = anAccount({ health: { state: 'not-watching', since: NOW, failure: { kind: 'timeout' } } });
  const { user, fake } = show({ accounts: [off] }, agents(1));
  await user.click(await button('Poll now'));
  expect(fake.calls('pollNow')).toHaveLength(1);
});

test('a refused token stays in the dialog, in words', async () => {
  const off = anAccount({ health: { state: 'not-watching', since: NOW, failure: { kind: 'no-token' } } });
  const { user } = show({ accounts: [off] }, agents(1), {
    accountToken: () => bad('token-refused', { status: 401 }),
  });
  await user.click(await button('Paste a new token'));
  await user.type(await screen.findByLabelText('Token'), 'x{Enter}');
  await screen.findByText('The server refused the token (401). Paste a new token.');
});

test('what the desktop cannot do is said where it matters, and can be put away', async () => {
  const desktop = {
    tray: true,
    toasts: 'none',
    doNotDisturb: 'off',
    secrets: { name: 'basic_text', persistent: false },
  } as const;
  const { user } = show(
    { desktop, accounts: [anAccount({ secret: { stored: 'session', hint: '' } })] },
    agents(1),
  );
  await screen.findByText(/Tokens are kept for this run only/);
  const toasts = (await screen.findByText(/alerts show only here and in the tray/)).closest('.banner')!;
  await user.click(within(toasts as HTMLElement).getByRole('button', { name: 'Hide this message' }));
  expect(screen.queryByText(/alerts show only here/)).toBeNull();
  screen.getByText(/Tokens are kept for this run only/);
});

test.for([
  { doNotDisturb: 'on', pausedUntil: null, said: true },
  { doNotDisturb: 'on', pausedUntil: NOW + 60_000, said: false },
  { doNotDisturb: 'off', pausedUntil: null, said: false },
  { doNotDisturb: 'unknown', pausedUntil: null, said: false },
] as const)(
  'do not disturb $doNotDisturb, paused until $pausedUntil: said at the foot: $said',
  async ({ doNotDisturb, pausedUntil, said }) => {
    const secrets = { name: 'a keyring', persistent: true };
    show({ desktop: { tray: true, toasts: 'ok', doNotDisturb, secrets }, pausedUntil }, agents(1));
    await screen.findByText(/Polled|Not polled/);
    expect(screen.queryAllByText('Do not disturb is on: alerts are silent')).toHaveLength(said ? 1 : 0);
  },
);

test('a broken history is said on every page', async () => {
  const { user } = show({ storage: { kind: 'storage', detail: 'disk full' } }, agents(1));
  await screen.findByText(/The local history cannot be used: “disk full”/);
  await user.click(await button('Preferences'));
  await screen.findByRole('heading', { name: 'Preferences' });
  screen.getByText(/disk full/);
});

test('a full disk is said with what to do; that the history was made anew until it is hidden', async () => {
  const { fake, user } = show({ storage: { kind: 'disk-full', detail: 'full' } }, agents(1));
  await screen.findByText(/The disk is full: what arrives cannot be kept/);
  screen.getByText(/Make space\. Tocsin goes on by itself/);
  act(() => fake.set({ storage: { kind: 'rebuilt', detail: 'marks' } }));
  await screen.findByText(/The local history was damaged and is read anew/);
  screen.getByText(/Marks that were still on their way may be lost/);
  await user.click(await button('Hide this message'));
  expect(screen.queryByText(/was damaged/)).toBeNull();
});

test('accounts that could not be read are said, with where they are kept, until it is hidden', async () => {
  const { user } = show({ storage: { kind: 'accounts-damaged', detail: '/p/accounts.json.corrupt-1' } });
  await screen.findByText(/The file of accounts could not be read whole/);
  screen.getByText(/kept as \/p\/accounts\.json\.corrupt-1/);
  await user.click(await button('Hide this message'));
  expect(screen.queryByText(/could not be read whole/)).toBeNull();
});

test('the foot says when it was polled and will be, and what is held', async () => {
  const { user, fake } = show({ pausedUntil: NOW + 28 * MINUTE, held: 2 }, agents(1));
  await screen.findByText('Polled 14:02:09 · next in 8 s');
  await screen.findByText(/Alerts paused until 14:30 · 2 alerts held/);
  await user.click(await button('Resume'));
  expect(fake.calls('pause')).toEqual([{ until: null }]);
});

test('what could not be read is reached from the foot', async () => {
  const { user } = show({ accounts: [anAccount({ unreadable: 1 })] }, agents(1), {
    unreadable: () => ok([{ account: 'lab1', field: 'timestamp', raw: '{"id":9}', firstSeenAt: NOW }]),
  });
  await user.click(await button('1 could not be read'));
  const dialog = await screen.findByRole('dialog', { name: 'Could not be read' });
  await within(dialog).findByText('{"id":9}');
  within(dialog).getByText(/in the way: timestamp/);
});

test('an account tells its health, and how to end what is wrong', async () => {
  const off = anAccount({
    health: { state: 'not-watching', since: NOW - MINUTE, failure: { kind: 'forbidden', status: 403 } },
    marks: { waiting: 2, refused: 1 },
  });
  const { user, fake } = show({ accounts: [off] }, agents(2));
  await user.click(await button(/^Lab Warsaw, not watching, needs a token, 2 unseen/));
  await screen.findByText(
    /Not watching since 14:01: token refused, or no right to read notifications \(403\)/,
  );
  screen.getByText('2 on their way · 1 not accepted');
  await user.click(await button('Remove this account…'));
  const dialog = await screen.findByRole('dialog', { name: 'Remove Lab Warsaw?' });
  expect(fake.calls('accountRemove')).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Remove' }));
  await screen.findByRole('heading', { name: 'Connect to a server' });
  expect(fake.calls('accountRemove')).toEqual([{ account: 'lab1', history: 'keep' }]);
});

test('agents that were down before the first look are said where nothing is unseen, and on the account’s page', async () => {
  const down = (agent: number) => {
    const { key, subject } = aRow({ id: agent, ago: agent * MINUTE });
    return { key, subject };
  };
  const account = anAccount({ downBefore: { count: 7, first: [down(4), down(7)] } });
  const subjectNames = { 'lab1/agent:7': 'Gdańsk uplink' };
  const rows = [aRow({ id: 4, ago: 4 * MINUTE }, { seen: true })];
  const preferences = { ...defaultPreferences, subjectNames };
  const { user, fake } = show({ accounts: [account], preferences }, rows);
  await screen.findByText(/^7 agents were down already when Tocsin started watching, and still are:/);
  screen.getByText(/and 5 more$/);
  await button('Gdańsk uplink');
  await user.click(await button('Agent 4'));
  await row(/Agent 4/);
  expect(fake.calls('inboxQuery').at(-1)?.filter).toEqual({ account: 'lab1', types: [8] });
  await screen.findByRole('heading', { name: /Agent 4 is offline/ });
  await user.click(await button(/^Lab Warsaw/));
  await screen.findByRole('heading', { name: 'Lab Warsaw' });
  await button('Gdańsk uplink');
});
