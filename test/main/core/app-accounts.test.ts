import { expect, test } from 'vitest';
import { fail } from '../../../src-shared/app-error';
import { createFakeClock } from '../../support/fake-clock';
import { startTestApp } from '../../support/fake-desktop';
import { started, folder, titles } from './started-app';

const MIN = 60_000;

test('one account failing changes nothing for another', async () => {
  const { clock, serverOf, start } = await started({}, ['Lab', 'Field']);
  serverOf('Lab').before = () => {
    throw fail('token-refused', { status: 401 });
  };
  const tested = await start();
  serverOf('Field').add({ data: { test_agent_id: 8 } });
  await clock.pass(30_000);
  expect(tested.state().accounts.map(({ health }) => health.state)).toEqual(['not-watching', 'watching']);
  expect(titles(tested)).toEqual(['Not watching Lab', 'Agent 8 is offline']);
});

test('accounts that could not be read are said in the window: no tray and no toast can tell of them', () => {
  const accountsFile = {
    read: () => [],
    write: () => undefined,
    damaged: () => '/p/accounts.json.corrupt-1',
  };
  const apis = { inbox: () => ({}) as never, tenant: () => ({}) as never, forget: () => undefined };
  const { app } = startTestApp(createFakeClock(), { apis, accountsFile });
  expect(app.state().storage).toEqual({ kind: 'accounts-damaged', detail: '/p/accounts.json.corrupt-1' });
});

test('an account removed takes its rows along, and is asked no more', async () => {
  const { clock, serverOf, start } = await started({}, ['Lab', 'Field']);
  const tested = await start();
  await tested.commands.accountRemove({ account: tested.state().accounts[0]!.id, history: 'delete' });
  serverOf('Lab').log.length = 0;
  await clock.pass(5 * MIN);
  expect(serverOf('Lab').log).toEqual([]);
  expect(tested.state()).toMatchObject({ accounts: [{ name: 'Field' }], counts: { total: 3 } });
  expect((await tested.app.store.query({}, 0, 10)).total).toBe(3);
});

test('a new token ends “not watching” at once', async () => {
  const { clock, server, start } = await started();
  const tested = await start();
  server.before = () => {
    throw fail('token-refused', { status: 401 });
  };
  await clock.pass(30_000);
  server.before = () => undefined;
  const { id } = tested.state().accounts[0]!;
  await tested.commands.accountToken({ account: id, token: 'new-token' });
  await clock.pass(1000);
  expect(tested.state().accounts[0]?.health.state).toBe('watching');
  expect(tested.toaster.withdrawn).toEqual([`${id}/watch`]);
});

test('exploring the sample: real accounts are not read into its folder, and lose nothing', async () => {
  const real = folder();
  const stopped: string[] = [];
  const startSample = () =>
    Promise.resolve({
      baseUrl: 'http://127.0.0.1:9',
      token: 't',
      tenantToken: 'u',
      folder: folder(),
      stop: async () => void stopped.push('x'),
    });
  const { clock, server, serverOf, start } = await started({ folder: real, startSample });
  const tested = await start();
  serverOf('Sample network').add();
  const { account } = await tested.commands.explore({});
  expect(await tested.commands.explore({})).toEqual({ account });
  await clock.pass(1000);
  server.log.length = 0;
  server.add({ data: { test_agent_id: 77 } });
  await clock.pass(60 * MIN);
  expect(server.log).toEqual([]);
  expect((await tested.app.store.query({}, 0, 10)).rows.map(({ key }) => key.account)).toEqual([account]);
  await tested.commands.accountRemove({ account, history: 'delete' });
  await clock.pass(1000);
  expect(stopped).toHaveLength(1);
  expect(tested.state().accounts.map(({ name }) => name)).toEqual(['Lab']);
  expect(tested.state().counts.total).toBe(4);
  expect(titles(tested)).toEqual(['Agent 77 is offline']);
});

test('no state, line of the log or push holds a token', async () => {
  const { clock, server, start } = await started();
  const tested = await start();
  server.before = () => {
    throw fail('forbidden', { status: 403 });
  };
  await clock.pass(5 * MIN);
  const { id: account } = tested.state().accounts[0]!;
  await tested.commands.accountToken({ account, token: 'CANARY-token' });
  await clock.pass(MIN);
  const everything = JSON.stringify([
    tested.states,
    tested.lines,
    tested.pushes,
    tested.toaster.shown,
    tested.files,
  ]);
  expect(everything).not.toMatch(/secret-token|CANARY/);
});
