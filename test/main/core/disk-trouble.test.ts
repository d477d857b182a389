import { expect, test } from 'vitest';
import { fail } from '../../../src-shared/app-error';
import type { Store } from '../../../src-main/core/store-port';
import { createFakeClock } from '../../support/fake-clock';
import { createInlineStore, startTestApp } from '../../support/fake-desktop';
import { createFakeServer } from '../../support/fake-server';
import { LAB } from '../../support/lab';
import { refusing } from '../../support/refusing-store';

/** What a disk refuses that may only be read. */
const WRITES: readonly (keyof Store)[] = [
  'applyPage',
  'applyHistory',
  'saveCursor',
  'saveHorizon',
  'decide',
  'hear',
  'toasted',
  'retain',
  'probe',
];

test.for(['disk-full', 'read-only', 'storage'] as const)(
  '%s while a history is being read: said, nothing told that is not kept; then all is read, and told once',
  async (kind) => {
    const clock = createFakeClock();
    const server = createFakeServer(clock);
    server.maxLimit = 100;
    for (let i = 0; i < 3000; i += 1) server.add({ ts: clock.now() * 1000 - (3000 - i) * 1e6, type: 5 });
    const { store, refused } = refusing(createInlineStore(() => clock.now()));
    const refuse = (): void => WRITES.forEach((name) => refused.set(name, kind));
    const { app, toaster } = startTestApp(clock, {
      store,
      apis: { inbox: () => server, tenant: () => ({}) as never, forget: () => undefined },
    });
    let pages = 0;
    server.before = () => void ((pages += 1) === 12 && refuse());
    await app.provision({ accounts: [LAB] });
    await app.start();
    await clock.pass(2000);
    server.add({ type: 3, data: { task_id: 71 } });
    await clock.pass(60_000);
    const health = () => app.state().accounts[0]?.health;
    const total = async () => (await store.query({}, 0, 1)).total;
    expect(app.state().storage).toMatchObject({ kind });
    expect(health()).toMatchObject({ state: 'not-watching', failure: { kind } });
    expect(await total()).toBeLessThan(1500);
    const titles = () => toaster.shown.map(({ title }) => title);
    expect(titles()).toEqual(['Not watching Lab']);

    refused.clear();
    await clock.pass(2 * 60_000);
    expect([app.state().storage, health()?.state, await total()]).toEqual([null, 'watching', 3001]);
    expect(titles().filter((title) => title !== 'Not watching Lab')).toEqual(['Task 71 failed']);
    await app.stop();
  },
);

test('a history that can be used again breaks no rest that a server asked for', async () => {
  const clock = createFakeClock();
  const server = createFakeServer(clock);
  const { store, refused } = refusing(createInlineStore(() => clock.now()));
  const { app } = startTestApp(clock, {
    store,
    apis: { inbox: () => server, tenant: () => ({}) as never, forget: () => undefined },
  });
  await app.provision({ accounts: [LAB] });
  await app.start();
  await clock.pass(2000);
  server.before = () => {
    throw fail('throttled', { status: 429, retryAfter: 30 * 60_000 });
  };
  await clock.pass(60_000);
  server.log.length = 0;
  refused.set('query', 'storage');
  await app.store.query({}, 0, 1).catch(() => undefined);
  expect(app.state().storage).toMatchObject({ kind: 'storage' });
  await clock.pass(60_000);
  expect([app.state().storage, server.log]).toEqual([null, []]);
  await app.stop();
});

test('a file of an administrator that the disk refuses at the start keeps no account from being watched', async () => {
  const clock = createFakeClock();
  const server = createFakeServer(clock);
  const lab = { ...LAB, id: 'lab' };
  const { token, ...account } = lab;
  const { app } = startTestApp(clock, {
    apis: { inbox: () => server, tenant: () => ({}) as never, forget: () => undefined },
    accountsFile: {
      read: () => [account],
      write: () => {
        throw fail('storage', { detail: 'accounts.json' });
      },
    },
  });
  await app.start({ accounts: [{ ...LAB, name: 'Other' }], preferences: { pollSeconds: 60 } });
  await clock.pass(2000);
  expect(token).toBeTruthy();
  expect(app.state().accounts.map(({ name, health }) => [name, health.state])).toEqual([['Lab', 'watching']]);
  expect(app.state().preferences).toMatchObject({ pollSeconds: 60 });
});
