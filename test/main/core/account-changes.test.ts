import { expect, test } from 'vitest';
import { fail } from '../../../src-shared/app-error';
import type { Account } from '../../../src-shared/account';
import type { Input } from '../../../src-shared/ipc';
import { createCommands } from '../../../src-main/core/commands';
import type { InboxApi } from '../../../src-main/core/ports';
import { createFakeClock } from '../../support/fake-clock';
import { createFakeSecrets, startTestApp } from '../../support/fake-desktop';
import { createFakeServer, type FakeServer } from '../../support/fake-server';

const MIN = 60_000;
const LAB = {
  kind: 'inbox',
  name: 'Lab',
  baseUrl: 'https://lab.example',
  scheme: 'Token',
  token: 'secret-token',
  allowHttp: false,
} as const;

/** Accounts on servers by their address; each request needs the token that this address has. */
async function started(names: readonly string[] = ['Lab']) {
  let dice = 0;
  const clock = { ...createFakeClock(), random: () => (dice = (dice + 0.137) % 1) };
  const servers = new Map<string, FakeServer>();
  const serverOf = (address: string): FakeServer => {
    const server = servers.get(address) ?? createFakeServer(clock);
    servers.set(address, server);
    return server;
  };
  const tokens: (string | undefined)[] = [];
  const inbox = ({ baseUrl }: Account, token: () => string | undefined): InboxApi => {
    const server = serverOf(baseUrl);
    return { ...server, list: (query) => (tokens.push(token()), server.list(query)) };
  };
  const apis = { inbox, tenant: () => ({}) as never, forget: () => undefined };
  const tested = startTestApp(clock, { apis });
  for (const name of names) {
    const baseUrl = `https://${name.toLowerCase()}.example`;
    for (let i = 0; i < 3; i += 1) serverOf(baseUrl).add({ ts: (clock.now() - (9 - i) * 1000) * 1000 });
    await tested.app.provision({ accounts: [{ ...LAB, name, baseUrl }] });
  }
  await tested.app.start();
  await clock.pass(1000);
  const commands = createCommands(tested.app);
  const accounts = () => tested.app.state().accounts;
  const { id } = accounts()[0]!;
  const titles = (): string[] => tested.toaster.shown.map(({ title }) => title);
  const edit = (change: Partial<Input<'accountEdit'>>): Promise<null> => {
    const { kind: _, token: __, ...lab } = LAB;
    return Promise.resolve(commands.accountEdit({ ...lab, account: id, ...change }));
  };
  const failed = (act: () => unknown): Promise<unknown> =>
    Promise.resolve()
      .then(act)
      .catch((error: { failure?: { kind: string } }) => error.failure?.kind ?? error);
  const rows = async () => (await tested.app.store.query({}, 0, 100)).rows;
  return {
    ...tested,
    clock,
    server: serverOf(LAB.baseUrl),
    serverOf,
    tokens,
    commands,
    accounts,
    id,
    titles,
    edit,
    failed,
    rows,
  };
}

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
