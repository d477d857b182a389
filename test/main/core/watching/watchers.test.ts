import { expect, test } from 'vitest';
import type { Account } from '../../../../src-shared/account';
import { createAccounts } from '../../../../src-main/core/accounts/accounts';
import { createWatchers } from '../../../../src-main/core/watching/watchers';
import { createFakeClock } from '../../../support/fake-clock';
import { createFakeSecrets, createInlineStore } from '../../../support/fake-desktop';
import { createFakeServer } from '../../../support/fake-server';

const EVERY = 30_000;
const nothing = (): void => undefined;

test('an account restarted twice at once is polled once', async () => {
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
  const watchers = createWatchers({
    accounts: createAccounts({ read: () => [account], write: nothing }, createFakeSecrets(), clock),
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
  watchers.begin(account);
  await clock.pass(100);
  await Promise.all([watchers.restart(account), watchers.restart(account)]);
  await clock.pass(100);
  server.log.splice(0);
  await clock.pass(EVERY);
  expect(server.log).toHaveLength(1);
});
