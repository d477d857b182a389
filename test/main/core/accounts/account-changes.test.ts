import { expect, test } from 'vitest';
import { fail } from '../../../../src-shared/app-error';
import type { Account } from '../../../../src-shared/account';
import type { Input } from '../../../../src-shared/ipc';
import type { Store } from '../../../../src-main/core/store-port';
import { createFakeClock } from '../../../support/fake-clock';
import { createFakeServer } from '../../../support/fake-server';
import { createInlineStore, startTestApp } from '../../../support/fake-desktop';
import { LAB } from '../../../support/lab';
import { MIN, started } from './started-accounts';

test('a paused account is not asked, also after a restart; it is no trouble, and says since when', async () => {
  const { app, clock, server, commands, accounts, id, toaster, files, failed } = await started([
    'Lab',
    'Field',
  ]);
  await commands.accountPause({ account: id, paused: true });
  const since = clock.now();
  server.log.length = 0;
  await clock.pass(60 * MIN);
  expect(server.log).toEqual([]);
  expect(accounts().map(({ health }) => health)).toEqual([{ state: 'paused', since }, { state: 'watching' }]);
  expect(toaster.shown).toEqual([]);
  expect(files.accounts[0]).toMatchObject({ name: 'Lab', pausedAt: since });
  for (const asked of [
    () => commands.markAllAsk({ account: id }),
    () => commands.askServer({ account: id, filter: {}, offset: 0 }),
  ])
    expect(await failed(asked)).toBe('paused');
  await commands.inboxRefresh({ key: (await app.store.query({ account: id }, 0, 1)).rows[0]!.key });
  expect(server.log).toEqual([]);

  const again = startTestApp(clock, {
    apis: {
      inbox: ({ name }) => (name === 'Lab' ? server : createFakeServer(clock)),
      tenant: () => ({}) as never,
      forget: () => undefined,
    },
    accountsFile: { read: () => files.accounts, write: () => undefined },
  });
  await again.app.start();
  await clock.pass(10 * MIN);
  expect(server.log).toEqual([]);
  expect(again.app.state().accounts[0]?.health).toEqual({ state: 'paused', since });
});

test('resumed: what came meanwhile is told in one, then as ever; what was marked goes out', async () => {
  const { app, clock, server, commands, id, titles, rows } = await started();
  await commands.accountPause({ account: id, paused: true });
  await commands.markSeen({ keys: [(await rows())[0]!.key] });
  for (let task = 1; task <= 3; task += 1) server.add({ type: 3, data: { task_id: task } });
  await clock.pass(30 * MIN);
  expect(titles()).toEqual([]);
  expect(server.items.some(({ seen }) => seen)).toBe(false);
  await commands.accountPause({ account: id, paused: false });
  await clock.pass(MIN);
  expect(titles()).toEqual(['Away 30 min: 3 major, 3 still open']);
  expect(server.items.filter(({ seen }) => seen)).toHaveLength(1);
  expect(app.state().accounts[0]).toMatchObject({ health: { state: 'watching' } });
  server.add({ type: 3, data: { task_id: 9 } });
  await clock.pass(MIN);
  expect(titles().at(-1)).toBe('Task 9 failed');
});

test('paused while it is not watched: that is no trouble any more, and its bubble goes', async () => {
  const { clock, server, commands, id, toaster, titles } = await started();
  server.before = () => {
    throw fail('refused');
  };
  await clock.pass(10 * MIN);
  expect(titles()).toEqual(['Not watching Lab']);
  await commands.accountPause({ account: id, paused: true });
  await clock.pass(MIN);
  expect(toaster.withdrawn).toEqual([`${id}/watch`]);
});

test.for<{ what: string; change: Partial<Input<'accountEdit'>>; asked: boolean }>([
  { what: 'a short name and a colour', change: { shortName: 'WAW', colour: 'pink' }, asked: false },
  { what: 'another scheme', change: { scheme: 'Bearer' }, asked: true },
  { what: 'a new token', change: { token: 'other-token' }, asked: true },
  { what: 'a header of its own', change: { scheme: 'Header', header: 'X-API-Key' }, asked: true },
])('$what keeps history and horizon: nothing old is told or read anew', async ({ change, asked }) => {
  const { clock, server, edit, accounts, rows, titles, app, id } = await started();
  const before = await app.store.syncState(id);
  server.log.length = 0;
  await edit(change);
  await clock.pass(100);
  expect(server.log.length > 0).toBe(asked);
  const { token: _, ...seen } = change;
  expect(accounts()[0]).toMatchObject({ ...seen, id });
  await clock.pass(10 * MIN);
  expect(await app.store.syncState(id)).toMatchObject({ historyComplete: true, baselineSet: true });
  expect(before.historyComplete).toBe(true);
  expect((await rows()).every(({ live }) => live)).toBe(true);
  expect(titles()).toEqual([]);
});

test('another origin needs its own token: the old one goes nowhere else, and is gone', async () => {
  const { clock, serverOf, edit, failed, accounts, tokens, app, id } = await started();
  expect(await failed(() => edit({ baseUrl: 'https://new.example' }))).toBe('no-token');
  expect(accounts()[0]).toMatchObject({ baseUrl: 'https://lab.example', health: { state: 'watching' } });
  tokens.length = 0;
  await edit({ baseUrl: 'https://new.example', token: 'token-of-the-new' });
  await clock.pass(MIN);
  expect(serverOf('https://new.example').log.length).toBeGreaterThan(0);
  expect(new Set(tokens)).toEqual(new Set(['token-of-the-new']));
  expect(app.accounts.tokenFor(id, 'https://lab.example')).toBeUndefined();
});

test('another address is another inbox: what was read stays, nothing old is told, no mark goes astray', async () => {
  const { clock, server, serverOf, edit, commands, rows, titles, accounts } = await started();
  const other = serverOf('https://lab.example/other');
  for (let i = 0; i < 5; i += 1)
    other.add({ type: 3, data: { task_id: i }, ts: (clock.now() - (50 - i) * 1000) * 1000 });
  const keys = (await rows()).map(({ key }) => key);
  await commands.markSeen({ keys }); // their Undo still runs
  await edit({ baseUrl: 'https://lab.example/other' });
  await clock.pass(10 * MIN);
  expect((await rows()).filter(({ live }) => live)).toHaveLength(5);
  expect((await rows()).filter(({ live }) => !live).map(({ seen, mark }) => [seen, mark])).toEqual([
    [false, null],
    [false, null],
    [false, null],
  ]);
  expect(titles()).toEqual([]);
  expect(other.log.filter((line) => line.startsWith('PATCH'))).toEqual([]);
  expect(server.items.some(({ seen }) => seen)).toBe(false);
  expect(accounts()[0]).toMatchObject({ counts: { unseen: 5, total: 8 }, marks: { waiting: 0, refused: 0 } });
  other.add({ type: 3, data: { task_id: 77 } });
  await clock.pass(MIN);
  expect(titles()).toEqual(['Task 77 failed']);
});

test('marks whose time has come go out to the old address before the new one is theirs', async () => {
  const { clock, server, edit, commands, rows } = await started();
  await commands.markSeen({ keys: (await rows()).map(({ key }) => key) });
  server.before = (call) => {
    if (call.startsWith('PATCH') && clock.now() % 7 === 99) throw new Error();
  };
  await clock.pass(7900);
  await edit({ baseUrl: 'https://lab.example/other' });
  await clock.pass(MIN);
  expect(server.items.every(({ seen }) => seen)).toBe(false); // the Undo had 100 ms left: dropped, and said on the page
});

const jwtOf = (claims: object): string => `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify(claims))}.x`;

test.for([
  { what: 'the same user’s', before: { sub: 'ann' }, after: { sub: 'ann' }, live: 3 },
  { what: 'another user’s', before: { sub: 'ann' }, after: { sub: 'bob' }, live: 1 },
])('a new token, $what by its own word: $live live rows', async ({ before, after, live }) => {
  const { clock, server, commands, id, rows, titles } = await started();
  await commands.accountToken({ account: id, token: jwtOf(before) });
  await clock.pass(MIN);
  const { ts } = server.items[0]!;
  server.items.length = 0;
  if (after.sub === 'bob') server.add({ ts: ts - 60_000_000, type: 3, data: { task_id: 1 } });
  await commands.accountToken({ account: id, token: jwtOf(after) });
  await clock.pass(100);
  expect((await rows()).filter((row) => row.live)).toHaveLength(after.sub === 'bob' ? live : 3);
  await clock.pass(10 * MIN);
  expect(titles()).toEqual([]);
});

test('an opaque token that is said to be another user’s begins anew too', async () => {
  const { clock, server, commands, id, rows, titles } = await started();
  server.items.length = 0;
  server.add({ ts: (clock.now() - MIN) * 1000, type: 3, data: { task_id: 1 } });
  await commands.accountToken({ account: id, token: 'opaque-token', anew: true });
  await clock.pass(10 * MIN);
  expect((await rows()).filter(({ live }) => live)).toHaveLength(1);
  expect(titles()).toEqual([]);
});

test('an archive that was broken off: its account is asked only when it is whole, the others at once', async () => {
  const clock = createFakeClock();
  const servers = new Map([1, 2].map((n) => [`Lab ${n}`, createFakeServer(clock)]));
  const lab = (n: number): Account => ({
    ...LAB,
    id: `lab${n}`,
    name: `Lab ${n}`,
    baseUrl: `https://lab${n}.example`,
  });
  let goOn = (): void => undefined;
  let steps = 0;
  const slow: Partial<Store> = {
    brokenOff: () => Promise.resolve(['lab1']),
    archive: () =>
      new Promise((resolve) => {
        steps += 1;
        goOn = () => resolve(steps < 3);
      }),
  };
  const store = new Proxy(
    createInlineStore(() => clock.now()),
    {
      get: (real, name: keyof Store) => slow[name] ?? real[name],
    },
  );
  const tested = startTestApp(clock, {
    store,
    apis: { inbox: ({ name }) => servers.get(name)!, tenant: () => ({}) as never, forget: () => undefined },
    accountsFile: { read: () => [lab(1), lab(2)], write: () => undefined },
  });
  await tested.app.start();
  await clock.pass(MIN);
  expect(servers.get('Lab 2')!.log.length).toBeGreaterThan(0);
  for (const step of [1, 2, 3]) {
    expect([steps, servers.get('Lab 1')!.log]).toEqual([step, []]);
    goOn();
    await clock.pass(1000);
  }
  expect(servers.get('Lab 1')!.log.length).toBeGreaterThan(0);
});
