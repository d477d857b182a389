import { screen, within } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import { bad, ok } from './fake-bridge';
import { button, row, show } from './show';
import { agents, anAccount, aRow, MINUTE, NOW } from './world';

// Pages come by import(): on a busy machine the first one takes longer than a question may.
beforeAll(async () => {
  await import('../../src-renderer/accounts/AccountPage');
  await import('../../src-renderer/welcome/EditAccount');
}, 60_000);

const warsaw = anAccount({ shortName: 'WAW', colour: 'pink' });
const cracow = anAccount({ id: 'lab2', name: 'Lab Kraków' });
const archive = anAccount({
  id: 'old1',
  name: 'Old lab',
  archivedAt: NOW - MINUTE,
  health: { state: 'archived', since: NOW - MINUTE },
});

test('items of several accounts carry the short name, and say the whole one', async () => {
  show({ accounts: [warsaw, cracow] }, [
    aRow({ id: 1, ago: MINUTE }),
    aRow({ id: 2, ago: 2 * MINUTE, account: 'lab2' }),
  ]);
  const first = await row(/Agent 1 is offline.*Lab Warsaw/);
  within(first).getByText('WAW');
  expect(first.querySelector('[data-colour=pink]')).not.toBeNull();
  await row(/Agent 2 is offline.*Lab Kraków/);
});

test('one account needs no tag', async () => {
  show({ accounts: [warsaw] }, agents(1));
  expect((await row(/Agent 1 is offline/)).textContent).not.toContain('WAW');
});

test('paused by the user: said so, no alarm, resumed with one button', async () => {
  const paused = anAccount({ pausedAt: NOW - MINUTE, health: { state: 'paused', since: NOW - MINUTE } });
  const { user, fake } = show({ accounts: [paused] }, agents(2), { accountPause: () => ok(null) });
  await user.click(await button(/^Lab Warsaw, paused by you/));
  await screen.findByText(/^Paused by you since 14:01\. Nothing is asked of its server/);
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Mark all as seen…' })).toBeNull();
  await user.click(await button('Resume watching'));
  expect(fake.calls('accountPause')).toEqual([{ account: 'lab1', paused: false }]);
});

test('an inbox of a paused account is not said to be all seen', async () => {
  const paused = anAccount({ pausedAt: NOW, health: { state: 'paused', since: NOW } });
  show({ accounts: [paused] }, [aRow({ id: 1, ago: MINUTE }, { seen: true })]);
  await screen.findByText(/Paused by you: Lab Warsaw\./);
  screen.getByRole('heading', { name: 'Nothing unseen here' });
});

test('pausing is one click', async () => {
  const { user, fake } = show({}, [], { accountPause: () => ok(null) });
  await user.click(await button(/^Lab Warsaw/));
  await user.click(await button('Pause watching'));
  expect(fake.calls('accountPause')).toEqual([{ account: 'lab1', paused: true }]);
});

test.for([
  { choose: undefined, history: 'keep' },
  { choose: /^Delete/, history: 'delete' },
])('removing asks what becomes of what was read: $history', async ({ choose, history }) => {
  const { user, fake } = show({}, agents(2));
  await user.click(await button(/^Lab Warsaw/));
  await user.click(await button('Remove this account…'));
  const dialog = within(await screen.findByRole('dialog', { name: 'Remove Lab Warsaw?' }));
  dialog.getByRole('group', { name: 'What becomes of the 2 notifications kept here?' });
  if (choose) await user.click(dialog.getByRole('radio', { name: choose }));
  await user.click(dialog.getByRole('button', { name: 'Remove' }));
  expect(fake.calls('accountRemove')).toEqual([{ account: 'lab1', history }]);
});

test('an archive is readable, marks nothing, and may be connected again', async () => {
  const { user, fake } = show({ accounts: [cracow, archive] }, [
    aRow({ id: 1, ago: MINUTE, account: 'old1' }, { live: false }),
  ]);
  await user.click(await button(/^Old lab, archive/));
  await screen.findByText(/^An archive since 14:01/);
  expect(screen.queryByRole('button', { name: 'Paste a new token' })).toBeNull();
  await user.click(await button('Show its notifications'));
  await user.click(await row(/Agent 1 is offline/));
  await screen.findByText('As the server sent it');
  expect(screen.queryByRole('button', { name: /^Mark as seen/ })).toBeNull();
  await user.click(await button(/^Old lab/));
  await user.click(await button('Connect again…'));
  await screen.findByRole('heading', { name: 'Connect Old lab again' });
  await user.click(await button('Save'));
  await screen.findByText('Paste the token.');
  expect(fake.calls('accountEdit')).toEqual([]);
});

test('an archive is deleted without a choice: there is nothing else to keep', async () => {
  const rows = [aRow({ id: 1, ago: MINUTE, account: 'old1' }, { live: false })];
  const counts = { ...anAccount().counts, total: 1 };
  const { user, fake } = show({ accounts: [cracow, { ...archive, counts }] }, rows);
  await user.click(await button(/^Old lab, archive/));
  await user.click(await button('Delete the archive…'));
  const dialog = within(await screen.findByRole('dialog', { name: 'Remove Old lab?' }));
  dialog.getByText(/^What is kept here is deleted from this machine/);
  expect(dialog.queryByRole('radio')).toBeNull();
  await user.click(dialog.getByRole('button', { name: 'Delete the archive' }));
  expect(fake.calls('accountRemove')).toEqual([{ account: 'old1', history: 'delete' }]);
});

const editing = async (handlers: Parameters<typeof show>[2] = {}) => {
  const shown = show({ accounts: [warsaw] }, agents(2), { accountEdit: () => ok(null), ...handlers });
  await shown.user.click(await button(/^Lab Warsaw/));
  await shown.user.click(await button('Edit…'));
  await screen.findByRole('heading', { name: 'Edit Lab Warsaw' });
  return shown;
};
const address = (): HTMLElement => screen.getByLabelText('Address');
const token = (): HTMLElement => screen.getByLabelText('Token', { selector: 'input[type=password]' });

test('an edit starts from what is there, keeps the token, and goes back to the page', async () => {
  const { user, fake } = await editing();
  const short = screen.getByLabelText('Short name');
  expect((short as HTMLInputElement).value).toBe('WAW');
  await user.clear(short);
  await user.click(screen.getByRole('radio', { name: 'None' }));
  screen.getByText('Leave this empty to keep the token that is stored.');
  await user.click(await button('Save'));
  expect(fake.calls('accountEdit')).toEqual([
    {
      account: 'lab1',
      name: 'Lab Warsaw',
      shortName: '',
      colour: null,
      baseUrl: 'https://nettest.example.org',
      scheme: 'Token',
      allowHttp: false,
    },
  ]);
  await screen.findByRole('heading', { name: 'Lab Warsaw' });
});

test('another origin asks for its own token, and says what becomes of what was read', async () => {
  const { user, fake } = await editing();
  await user.type(address(), '/platform');
  await screen.findByText(/Another address is another inbox/);
  screen.getByText('Leave this empty to keep the token that is stored.');
  await user.clear(address());
  await user.type(address(), 'https://other.example');
  await screen.findByText(/^The stored token is for https:\/\/nettest\.example\.org alone/);
  await user.click(await button('Save'));
  await screen.findByText('Paste the token.');
  expect(fake.calls('accountEdit')).toEqual([]);
  await user.type(token(), 'fresh');
  await user.click(await button('Save'));
  expect(fake.calls('accountEdit')[0]).toMatchObject({ baseUrl: 'https://other.example', token: 'fresh' });
});

test.for([{ anew: true }, { anew: false }])(
  'an edit’s new token, another user’s: $anew',
  async ({ anew }) => {
    const { user, fake } = await editing();
    const box = () => screen.queryByRole('checkbox', { name: /another user’s token/ });
    expect(box()).toBeNull();
    await user.type(token(), 'fresh');
    if (anew) await user.click(box()!);
    await user.click(await button('Save'));
    const [input] = fake.calls('accountEdit');
    expect([input?.token, input?.anew]).toEqual(['fresh', anew || undefined]);
  },
);

test('another address is another inbox in any case: it is not asked whose the token is', async () => {
  const { user, fake } = await editing();
  await user.type(token(), 'fresh');
  await user.click(screen.getByRole('checkbox', { name: /another user’s token/ }));
  await user.type(address(), '/platform');
  expect(screen.queryByRole('checkbox', { name: /another user’s token/ })).toBeNull();
  await user.click(await button('Save'));
  expect(fake.calls('accountEdit')[0]).not.toHaveProperty('anew');
});

test('the test of an edit tries the stored token by the account’s name', async () => {
  const { user, fake } = await editing({ accountTest: () => ok([]) });
  await user.click(await button('Test'));
  const [input] = fake.calls('accountTest');
  expect(input).toMatchObject({ account: 'lab1', baseUrl: 'https://nettest.example.org' });
  expect(input).not.toHaveProperty('token');
});

test('a refused edit says why and stays', async () => {
  const { user } = await editing({ accountEdit: () => bad('storage', { detail: 'no space' }) });
  await user.click(await button('Save'));
  await screen.findByText(/The local history cannot be used: “no space”/);
  screen.getByRole('heading', { name: 'Edit Lab Warsaw' });
});

test.for([
  { header: 'X-API-Key', problem: null },
  { header: '', problem: /Enter the header’s name/ },
  { header: 'X API', problem: /no space or colon/ },
  { header: 'Cookie', problem: /another meaning/ },
])('a header of its own: “$header”', async ({ header, problem }) => {
  const { user, fake } = await editing();
  await user.click(screen.getByRole('radio', { name: 'Header…' }));
  if (header !== '') await user.type(screen.getByLabelText('Header name'), header);
  await user.click(await button('Save'));
  if (problem) await screen.findByText(problem);
  expect(fake.calls('accountEdit').map((one) => one.header)).toEqual(problem ? [] : [header]);
});

test('a history that does not go on says how far it is, why, and what comes next', async () => {
  const stopped = anAccount({ progress: { read: 30_400, total: 48_210, stopped: { kind: 'timeout' } } });
  const { user } = show({ accounts: [stopped] });
  await user.click(await button(/^Lab Warsaw/));
  await screen.findByText(
    /^30.400 of 48.210 read, then the server did not answer in time\. Tocsin asks again/,
  );
});
