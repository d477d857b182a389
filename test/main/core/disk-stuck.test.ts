import { expect, test } from 'vitest';
import { fail } from '../../../src-shared/app-error';
import { createFakeClock } from '../../support/fake-clock';
import { createInlineStore, startTestApp } from '../../support/fake-desktop';
import { createFakeServer } from '../../support/fake-server';
import { hanging } from '../../support/hanging-store';
import { LAB } from '../../support/lab';

const EVERY = 30_000;

async function watching() {
  const clock = createFakeClock();
  const server = createFakeServer(clock);
  const { store, hang, letGo } = hanging(createInlineStore(() => clock.now()));
  const test = startTestApp(clock, {
    store,
    apis: { inbox: () => server, tenant: () => ({}) as never, forget: () => undefined },
  });
  await test.app.provision({ accounts: [LAB] });
  await test.app.start();
  await clock.pass(2 * EVERY);
  const says = () => ({
    account: test.app.state().accounts[0]?.health,
    history: test.app.state().storage?.kind ?? null,
    titles: test.toaster.shown.map(({ title }) => title),
  });
  return { ...test, clock, server, hang, letGo, says };
}

test('a disk that does not answer in the midst of a poll: said, and all is told once it answers', async () => {
  const { app, clock, server, hang, letGo, says, states } = await watching();
  expect(says()).toEqual({ account: { state: 'watching' }, history: null, titles: [] });
  hang();
  server.add({ type: 3, data: { task_id: 71 } });
  await clock.pass(EVERY + 70_000);
  expect(says()).toMatchObject({
    account: { state: 'not-watching', failure: { kind: 'history-stuck' } },
    history: 'history-stuck',
    titles: ['Not watching Lab'],
  });
  // The window and the tray are told without a single answer of the history.
  expect(states.at(-1)).toMatchObject({
    storage: { kind: 'history-stuck' },
    accounts: [{ health: { state: 'not-watching' } }],
  });
  await clock.pass(10 * 60_000);
  letGo();
  await clock.pass(EVERY);
  expect(says()).toMatchObject({ account: { state: 'watching' }, history: null });
  expect(says().titles).toEqual(['Not watching Lab', 'Task 71 failed']);
  await app.stop();
});

test('one that answers late, but within the minute, is not said', async () => {
  const { app, clock, server, hang, letGo, says } = await watching();
  hang();
  server.add({ type: 3, data: { task_id: 71 } });
  await clock.pass(EVERY + 40_000);
  letGo();
  await clock.pass(1000);
  expect(says()).toEqual({ account: { state: 'watching' }, history: null, titles: ['Task 71 failed'] });
  await app.stop();
});

test('an account that was not seen before keeps its own cause, and since when', async () => {
  const { app, clock, server, hang, letGo, says } = await watching();
  server.before = () => {
    throw fail('token-refused', { status: 401 });
  };
  await clock.pass(2 * EVERY);
  const before = says().account;
  expect(before).toMatchObject({ state: 'not-watching', failure: { kind: 'token-refused' } });
  hang();
  void app.store.query({}, 0, 1);
  await clock.pass(5 * 60_000);
  expect(says()).toMatchObject({ account: before, history: 'history-stuck' });
  letGo();
  await clock.pass(EVERY);
  expect(says()).toMatchObject({ account: before, history: null });
  await app.stop();
});

test('begun while it does not answer: not seen either', async () => {
  const { app, clock, hang, letGo, says } = await watching();
  hang();
  void app.store.query({}, 0, 1);
  await clock.pass(70_000);
  void app.watchers.restart(app.accounts.all()[0]!.id);
  await clock.pass(1000);
  expect(says().account).toMatchObject({ state: 'not-watching', failure: { kind: 'history-stuck' } });
  letGo();
  await clock.pass(EVERY);
  expect(says()).toMatchObject({
    account: { state: 'watching' },
    history: null,
    titles: ['Not watching Lab'],
  });
  await app.stop();
});

test('a second start on a disk that does not answer: its accounts are told as not watched', async () => {
  const clock = createFakeClock();
  const server = createFakeServer(clock);
  const { store, hang, letGo } = hanging(createInlineStore(() => clock.now()));
  const { token: _, ...lab } = { ...LAB, id: 'lab' };
  const { app, toaster } = startTestApp(clock, {
    store,
    apis: { inbox: () => server, tenant: () => ({}) as never, forget: () => undefined },
    accountsFile: { read: () => [lab], write: () => undefined },
  });
  hang();
  void app.start();
  await clock.pass(70_000);
  expect(app.state().accounts[0]?.health).toMatchObject({
    state: 'not-watching',
    failure: { kind: 'history-stuck' },
  });
  expect(toaster.shown.map(({ title }) => title)).toEqual(['Not watching Lab']);
  letGo();
  await clock.pass(EVERY);
  expect(app.state().accounts[0]?.health).not.toMatchObject({ failure: { kind: 'history-stuck' } });
  await app.stop();
});

test('a history that does not open is said, too; once it does all goes on', async () => {
  const clock = createFakeClock();
  const server = createFakeServer(clock);
  const { store, hang, letGo } = hanging(createInlineStore(() => clock.now()));
  const { app } = startTestApp(clock, {
    store,
    apis: { inbox: () => server, tenant: () => ({}) as never, forget: () => undefined },
  });
  hang();
  void app.start({ accounts: [LAB] });
  await clock.pass(70_000);
  expect(app.state()).toMatchObject({ ready: false, storage: { kind: 'history-stuck' }, accounts: [] });
  letGo();
  await clock.pass(EVERY);
  expect(app.state()).toMatchObject({
    ready: true,
    storage: null,
    accounts: [{ health: { state: 'watching' } }],
  });
  await app.stop();
});
