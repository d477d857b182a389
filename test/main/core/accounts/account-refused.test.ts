import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Store } from '../../../../src-main/core/store-port';
import { createInlineStore, startTestApp } from '../../../support/fake-desktop';
import { refusing } from '../../../support/refusing-store';
import { MIN, started } from './started-accounts';

/** So soon a history that was refused is tried again. ms. */
const AGAIN_MS = 10_000;
type Started = Awaited<ReturnType<typeof started>>;
const OTHER = 'https://lab.example/other';

const ELSEWHERE = {
  'another address': ({ edit }: Started) => edit({ baseUrl: OTHER }),
  'another host': ({ edit }: Started) => edit({ baseUrl: 'https://new.example', token: 'new-token' }),
} as const;
const ANEW = {
  ...ELSEWHERE,
  'another user’s token': ({ commands, id }: Started) =>
    commands.accountToken({ account: id, token: 'new-token', anew: true }),
} as const;
/** What changes the file of accounts. */
const ACTS = {
  ...ELSEWHERE,
  'a new token and scheme': ({ edit }: Started) => edit({ token: 'new-token', scheme: 'Bearer' }),
  pausing: ({ commands, id }: Started) => commands.accountPause({ account: id, paused: true }),
  'removal, kept': ({ commands, id }: Started) => commands.accountRemove({ account: id, history: 'keep' }),
  'removal, deleted': ({ commands, id }: Started) =>
    commands.accountRemove({ account: id, history: 'delete' }),
} as const;

/** It is watched as it was: at its address, with its token, and what comes is told. */
async function expectWatched({ clock, server, tokens, accounts, titles }: Started): Promise<void> {
  tokens.length = 0;
  server.add({ type: 3, data: { task_id: 71 } });
  await clock.pass(2 * MIN);
  expect(accounts()[0]).toMatchObject({ baseUrl: 'https://lab.example', health: { state: 'watching' } });
  expect(new Set(tokens)).toEqual(new Set(['secret-token']));
  expect(titles()).toEqual(['Task 71 failed']);
}

test.for(Object.entries(ANEW))(
  '%s while the history refuses: said once, the old one is still watched; again, it works',
  async ([, act]) => {
    const run = await started();
    run.refused.set('archive', 'disk-full');
    expect(await run.failed(() => act(run))).toBe('disk-full');
    run.refused.clear();
    await expectWatched(run);
    expect((await run.rows()).map(({ live }) => live)).toEqual([true, true, true, true]);

    expect(await run.failed(() => act(run))).toBe(null);
    run.tokens.length = 0;
    await run.clock.pass(MIN);
    expect(run.accounts()[0]).toMatchObject({ health: { state: 'watching' } });
    expect(run.tokens.length).toBeGreaterThan(0);
    expect(run.titles()).toEqual(['Task 71 failed']);
  },
);

test.for(Object.entries(ACTS))(
  '%s while the file of accounts refuses: nothing came about, no mark is lost; again, it works',
  async ([, act]) => {
    const run = await started();
    const { commands, rows, disk, server, clock } = run;
    await commands.markSeen({ keys: [(await rows())[0]!.key] });
    disk.refuses = true;
    expect(await run.failed(() => act(run))).toBe('storage');
    disk.refuses = false;
    await expectWatched(run);
    expect(server.items.filter(({ seen }) => seen)).toHaveLength(1);
    expect((await rows()).every(({ live }) => live)).toBe(true);

    expect(await run.failed(() => act(run))).toBe(null);
    await clock.pass(MIN);
    expect(run.titles()).toEqual(['Task 71 failed']);
  },
);

test('another address whose archive the disk breaks off: the old one is read anew, nothing twice, nothing told', async () => {
  const run = await started();
  const { server, clock, app, edit, failed, rows, refused, id } = run;
  for (let i = 0; i < 700; i += 1) server.add({ ts: (clock.now() - (9000 - i) * 1000) * 1000, seen: true });
  app.accounts.all().forEach((account) => void app.watchers.restart(account.id));
  await clock.pass(10 * MIN);
  expect((await app.store.query({}, 0, 1)).total).toBe(703);
  let parts = 0;
  refused.get = (name) => (name === 'archive' && (parts += 1) > 1 ? 'disk-full' : undefined);
  expect([await failed(() => edit({ baseUrl: OTHER })), parts]).toEqual(['disk-full', 2]);
  await clock.pass(10 * MIN);
  expect(await app.store.brokenOff()).toEqual([]);
  expect((await app.store.summary()).accounts[id]).toMatchObject({ live: 703, counts: { total: 703 } });
  expect((await rows()).every(({ live }) => live)).toBe(true);
  await expectWatched(run);
});

test.for(['keep', 'delete'] as const)(
  'removed (%s) while the history refuses: it is there and watched; again, it goes',
  async (history) => {
    const run = await started();
    for (const name of ['leave', 'archive', 'forget'] as (keyof Store)[]) run.refused.set(name, 'disk-full');
    const remove = () => run.commands.accountRemove({ account: run.id, history });
    expect(await run.failed(remove)).toBe('disk-full');
    run.refused.clear();
    await expectWatched(run);
    expect(await run.failed(remove)).toBe(null);
    await run.clock.pass(1000);
    expectGone(run.app, await run.rows(), history);
  },
);

/** Nothing of it counts any more; where it was kept it can be read. */
function expectGone(
  app: Started['app'],
  rows: readonly { live: boolean }[],
  history: 'keep' | 'delete',
): void {
  expect(app.state().counts.unseen).toBe(0);
  expect(rows.filter(({ live }) => live)).toEqual([]);
  expect([app.state().accounts.length, rows.length > 0]).toEqual(history === 'keep' ? [1, true] : [0, false]);
}

test.for([
  { history: 'keep', name: 'archive' },
  { history: 'delete', name: 'forget' },
] as const)(
  'removed ($history) and the history refuses then: it goes by itself as soon as it can be written',
  async ({ history, name }) => {
    const { app, clock, refused, commands, id, rows, failed, lines } = await started();
    refused.set(name, 'disk-full');
    expect(await failed(() => commands.accountRemove({ account: id, history }))).toBe(null);
    expect(app.accounts.tokenFor(app.accounts.all()[0]?.id, 'https://lab.example')).toBeUndefined();
    await clock.pass(MIN);
    expect(app.state().storage).toMatchObject({ kind: 'disk-full' });
    refused.clear();
    await clock.pass(2 * AGAIN_MS);
    expect(app.state().storage).toBe(null);
    expectGone(app, await rows(), history);
    expect(lines.filter((line) => line.startsWith('bug'))).toEqual([]);
  },
);

/** The same profile in the next run, after the first one died. */
async function nextRun(first: Started, folder: string) {
  first.clock.die(1000);
  const { apis, clock, files, app } = first;
  const next = startTestApp(clock, {
    apis,
    folder,
    accountsFile: { read: () => files.accounts, write: () => undefined },
  });
  for (const { id, baseUrl } of app.accounts.all())
    if (baseUrl === 'https://lab.example') await next.app.accounts.setToken(id, 'secret-token');
  await next.app.start();
  await clock.pass(MIN);
  return next;
}
function profile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-accounts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test.for([
  { history: 'keep', name: 'archive' },
  { history: 'delete', name: 'forget' },
] as const)(
  'removed ($history), and the run ends before the history is told: the next start ends it',
  async ({ history, name }) => {
    const folder = profile();
    const first = await started(['Lab'], folder);
    first.refused.set(name, 'disk-full');
    await first.failed(() => first.commands.accountRemove({ account: first.id, history }));
    const { app } = await nextRun(first, folder);
    expectGone(app, (await app.store.query({}, 0, 9)).rows, history);
  },
);

test('a run that ends before a removal is in the file of accounts: the account stays, with all that was read', async () => {
  const folder = profile();
  const first = await started(['Lab'], folder);
  await first.app.store.leave(first.id);
  const { app, toaster } = await nextRun(first, folder);
  expect(await app.store.leaving()).toEqual([]);
  expect(app.state().accounts[0]).toMatchObject({ health: { state: 'watching' }, counts: { unseen: 3 } });
  first.server.add({ type: 3, data: { task_id: 71 } });
  await first.clock.pass(MIN);
  expect(toaster.shown.map(({ title }) => title)).toEqual(['Task 71 failed']);
});

test('an archive that was not made whole is, before it is connected again', async () => {
  const { app, clock, refused, commands, id, edit, failed, accounts, titles } = await started();
  refused.set('archive', 'disk-full');
  await commands.accountRemove({ account: id, history: 'keep' });
  expect(await failed(() => edit({ token: 'other-token' }))).toBe('disk-full');
  expect(accounts()[0]).toMatchObject({ health: { state: 'archived' } });
  refused.clear();
  expect(await failed(() => edit({ token: 'other-token' }))).toBe(null);
  await clock.pass(MIN);
  expect(await app.store.leaving()).toEqual([]);
  expect(accounts()[0]).toMatchObject({ health: { state: 'watching' }, counts: { unseen: 3, total: 3 } });
  expect(titles()).toEqual([]);
});

test('an archive that was broken off, and a disk that refuses the rest: its account is watched all the same', async () => {
  const folder = profile();
  const first = await started(['Lab'], folder);
  first.clock.die(1000);
  const { apis, clock, files, server } = first;
  const { store, refused } = refusing(createInlineStore(() => clock.now()));
  const broken = new Proxy(store, {
    get: (real, name: keyof Store) => (name === 'brokenOff' ? () => Promise.resolve([first.id]) : real[name]),
  });
  refused.set('archive', 'disk-full');
  const { app } = startTestApp(clock, {
    apis,
    folder,
    store: broken,
    accountsFile: { read: () => files.accounts, write: () => undefined },
  });
  await app.start();
  await clock.pass(MIN);
  expect(server.log.length).toBeGreaterThan(0);
  expect(app.state().accounts[0]?.health.state).not.toBe('starting');
});
