import { expect, test } from 'vitest';
import type { Account } from '../../../../src-shared/account';
import { fail } from '../../../../src-shared/app-error';
import type { InboxApi } from '../../../../src-main/core/ports';
import { createFakeClock } from '../../../support/fake-clock';
import { createFakeSecrets, startTestApp } from '../../../support/fake-desktop';
import { createFakeServer } from '../../../support/fake-server';
import { MIN, started } from './started-accounts';
import { LAB } from '../../../support/lab';

test('removed and kept: readable, uncounted, asked no more, without a token; connected again it goes on', async () => {
  const { app, clock, server, commands, accounts, id, rows, failed, files, titles, edit } = await started([
    'Lab',
    'Field',
  ]);
  await commands.accountRemove({ account: id, history: 'keep' });
  server.log.length = 0;
  await clock.pass(10 * MIN);
  expect(server.log).toEqual([]);
  expect(accounts()[0]).toMatchObject({ health: { state: 'archived' }, counts: { unseen: 0, total: 3 } });
  expect(app.state().counts).toMatchObject({ unseen: 3, total: 6 });
  expect((await rows()).filter(({ key }) => key.account === id)).toHaveLength(3);
  expect(app.accounts.tokenFor(id, LAB.baseUrl)).toBeUndefined();
  expect(files.accounts[0]).toHaveProperty('archivedAt');
  const { key } = (await rows()).find((row) => row.key.account === id)!;
  expect(await failed(() => commands.markSeen({ keys: [key] }))).toBe('archived');
  expect(await failed(() => edit({}))).toBe('no-token');
  server.add({ type: 3, data: { task_id: 5 } });
  await edit({ token: 'fresh-token' });
  await clock.pass(10 * MIN);
  expect(accounts()[0]).toMatchObject({ health: { state: 'watching' }, counts: { unseen: 4, total: 4 } });
  expect(titles()).toEqual([]);
});

test('a deleted archive takes its rows along', async () => {
  const { clock, commands, accounts, id, rows } = await started();
  await commands.accountRemove({ account: id, history: 'keep' });
  await commands.accountRemove({ account: id, history: 'delete' });
  await clock.pass(1000);
  expect([accounts(), await rows()]).toEqual([[], []]);
});

test.for([
  { by: -1, of: 'C', order: 'A C B' },
  { by: 1, of: 'A', order: 'B A C' },
  { by: -5, of: 'C', order: 'C A B' },
  { by: 5, of: 'A', order: 'B C A' },
  { by: -1, of: 'A', order: 'A B C' },
])('$of moved by $by: $order, also in the file', async ({ by, of, order }) => {
  const { commands, accounts, files } = await started(['A', 'B', 'C']);
  await commands.accountMove({ account: accounts().find(({ name }) => name === of)!.id, by });
  expect(
    accounts()
      .map(({ name }) => name)
      .join(' '),
  ).toBe(order);
  expect(files.accounts.map(({ name }) => name).join(' ')).toBe(order);
});

test('the token that is tested is the stored one for its origin, and none for another', async () => {
  const { commands, id, tokens } = await started();
  const way = { ...LAB, token: undefined, account: id };
  const ok = async (baseUrl: string) => {
    tokens.length = 0;
    await commands.accountTest({ ...way, baseUrl });
    return tokens;
  };
  expect(await ok('https://lab.example')).toContain('secret-token');
  expect((await ok('https://evil.example')).filter((one) => one !== undefined)).toEqual([]);
});

test('a token that the keyring does not open is told as that, and kept', async () => {
  const { clock, app, secrets, accounts, lock } = await locked();
  lock(true);
  await clock.pass(MIN);
  expect(accounts()[0]).toMatchObject({
    secret: { stored: 'locked' },
    health: { state: 'not-watching', failure: { kind: 'token-locked' } },
  });
  lock(false);
  await clock.pass(6 * MIN);
  expect(accounts()[0]).toMatchObject({ secret: { stored: 'keyring' }, health: { state: 'watching' } });
  expect(secrets.get(app.accounts.all()[0]!.id, LAB.baseUrl)).toBe('secret-token');
});

/** One account whose keyring can be locked. */
async function locked() {
  const clock = createFakeClock();
  const server = createFakeServer(clock);
  const secrets = createFakeSecrets();
  let isLocked = false;
  const shut: typeof secrets = {
    ...secrets,
    get: (...of) => (isLocked ? undefined : secrets.get(...of)),
    state: (...of) => (isLocked ? { stored: 'locked', hint: '' } : secrets.state(...of)),
  };
  const inbox = (_: Account, token: () => string | undefined): InboxApi => ({
    ...server,
    list: async (query) => {
      if (token() === undefined) throw fail('no-token');
      return server.list(query);
    },
  });
  const apis = { inbox, tenant: () => ({}) as never, forget: () => undefined };
  const { app } = startTestApp(clock, { apis, secrets: shut });
  await app.provision({ accounts: [LAB] });
  await app.start();
  await clock.pass(1000);
  return {
    clock,
    app,
    secrets,
    accounts: () => app.state().accounts,
    lock: (on: boolean) => (isLocked = on),
  };
}
