import { expect, test } from 'vitest';
import type { Account } from '../../../../src-shared/account';
import { createAccounts, type Accounts } from '../../../../src-main/core/accounts/accounts';
import { createWatchers } from '../../../../src-main/core/watching/watchers';
import { createFakeClock } from '../../../support/fake-clock';
import { createFakeSecrets, createInlineStore } from '../../../support/fake-desktop';
import { createFakeServer } from '../../../support/fake-server';

const EVERY = 30_000;
const nothing = (): void => undefined;

/** One account, watched. */
async function watched() {
  const clock = createFakeClock();
  const server = createFakeServer(clock);
  const store = createInlineStore(() => clock.now());
  await store.open(':memory:');
  const account: Account = {
    id: 'abcd',
    kind: 'inbox',
    name: 'Lab',
    baseUrl: 'https://lab.example',
    scheme: 'Token',
    allowHttp: false,
  };
  const accounts = createAccounts({ read: () => [account], write: nothing }, createFakeSecrets(), clock);
  const watchers = createWatchers({
    accounts,
    apis: { inbox: () => server, tenant: () => expect.unreachable(), forget: nothing },
    history: { of: () => expect.unreachable(), forget: nothing },
    store,
    clock,
    log: { event: nothing, bug: nothing },
    interval: () => EVERY,
    levels: () => ({}),
    onRows: nothing,
    onState: nothing,
    onArrivals: () => Promise.resolve(),
    onLinkFailed: nothing,
  });
  watchers.begin(account.id);
  await clock.pass(100);
  return { clock, server, accounts, watchers, account };
}

test('an account restarted twice at once is polled once', async () => {
  const { clock, server, watchers, account } = await watched();
  await Promise.all([watchers.restart(account.id), watchers.restart(account.id)]);
  await clock.pass(100);
  server.log.splice(0);
  await clock.pass(EVERY);
  expect(server.log).toHaveLength(1);
});

test.for<{ what: string; act: (accounts: Accounts, id: string) => unknown }>([
  { what: 'paused', act: (accounts, id) => accounts.setPaused(id, 1) },
  { what: 'archived', act: (accounts, id) => accounts.archive(id, 1) },
  { what: 'removed', act: (accounts, id) => accounts.remove(id) },
])('an account that is $what while it restarts is polled no more', async ({ act }) => {
  const { clock, server, accounts, watchers, account } = await watched();
  const restarted = watchers.restart(account.id);
  act(accounts, account.id);
  await restarted;
  server.log.splice(0);
  await clock.pass(2 * EVERY);
  expect(server.log).toEqual([]);
});
