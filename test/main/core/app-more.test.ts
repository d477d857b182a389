import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fail } from '../../../src-shared/app-error';
import type { Account } from '../../../src-shared/account';
import { createCommands } from '../../../src-main/core/commands';
import { createFakeClock } from '../../support/fake-clock';
import { startTestApp } from '../../support/fake-desktop';
import { createFakeServer, type FakeServer } from '../../support/fake-server';
import { LAB } from '../../support/lab';

const MIN = 60_000;

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'tocsin-core-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** One server an account, by its base URL. */
async function started(
  given: Partial<Parameters<typeof startTestApp>[1]> = {},
  names: readonly string[] = ['Lab'],
) {
  let dice = 0;
  const clock = { ...createFakeClock(), random: () => (dice = (dice + 0.137) % 1) };
  const servers = new Map<string, FakeServer>();
  const serverOf = (name: string): FakeServer => {
    const server = servers.get(name) ?? createFakeServer(clock);
    servers.set(name, server);
    return server;
  };
  const apis = {
    inbox: ({ name }: Account) => serverOf(name),
    tenant: () => ({}) as never,
    forget: () => undefined,
  };
  const start = async (more: typeof given = {}) => {
    const tested = startTestApp(clock, { apis, ...given, ...more });
    for (const name of names)
      await tested.app.provision({
        accounts: [{ ...LAB, name, baseUrl: `https://${name.toLowerCase()}.example` }],
      });
    await tested.app.start();
    await clock.pass(1000);
    return { ...tested, commands: createCommands(tested.app), state: () => tested.app.state() };
  };
  for (const name of names)
    for (let i = 0; i < 3; i += 1) serverOf(name).add({ ts: (clock.now() - (9 - i) * 1000) * 1000 });
  return { clock, serverOf, start, server: serverOf(names[0]!) };
}
const titles = (tested: { toaster: { shown: { title: string }[] } }): string[] =>
  tested.toaster.shown.map(({ title }) => title);

test('a bubble of the run before is clicked as any other', async () => {
  const { clock, server, start } = await started({ folder: folder() });
  const first = await start();
  const item = server.add({ data: { test_agent_id: 4 } });
  await clock.pass(MIN);
  const { tag } = first.toaster.shown[0]!;
  await first.app.stop();
  const second = await start();
  second.toaster.click('nobody’s');
  second.toaster.click(tag);
  await clock.pass(200);
  expect(second.opened).toMatchObject([{ page: 'inbox', key: { id: String(item.id) } }]);
  await second.app.stop();
});

test('what was held when Tocsin quit is told at the next start, once', async () => {
  const { clock, server, start } = await started({ folder: folder() });
  const first = await start();
  await first.app.pause.set(clock.now() + 60 * 60_000);
  server.add();
  server.add();
  await clock.pass(MIN);
  expect(first.state().held).toBe(2);
  await first.app.stop();
  const second = await start();
  expect(titles(second)).toEqual(['2 notifications while paused']);
  expect(second.state().held).toBe(0);
  await second.app.stop();
  expect(titles(await start())).toEqual([]);
});

test('what was being shown at a crash is one digest at the next start, until the desktop took it', async () => {
  const { clock, server, start } = await started({ folder: folder() });
  const first = await start();
  first.toaster.show = () => new Promise(() => undefined);
  server.add();
  server.add({ type: 3, data: { task_id: 7 } });
  await clock.pass(30_000);
  const nobody = {
    withdraw: () => undefined,
    onAct: () => undefined,
    onClose: () => undefined,
    onGone: () => undefined,
  };
  const refused = await start({
    toaster: { ...nobody, show: () => Promise.resolve({ state: 'no-service' }) },
  });
  await refused.app.stop();
  const second = await start();
  expect(titles(second)).toEqual(['2 notifications while restarting']);
  await second.app.stop();
  expect(titles(await start())).toEqual([]);
});

test('a summary that grows leaves one line in the log of each item', async () => {
  const { clock, server, start } = await started();
  const tested = await start();
  for (let i = 0; i < 6; i += 1) server.add();
  await clock.pass(30_000);
  server.add();
  await clock.pass(30_000);
  expect(titles(tested)).toEqual([expect.stringMatching(/^6 agents/), expect.stringMatching(/^7 agents/)]);
  const { rows } = await tested.app.store.query({ seen: false }, 0, 20);
  const logs = await Promise.all(
    rows
      .slice(0, 7)
      .map(async ({ key }) => (await tested.app.inbox.item(key)).verdicts.map(({ step }) => step)),
  );
  expect(new Set(logs.map((steps) => steps.join(' ')))).toEqual(new Set(['rule-toast storm shown']));
});

test('a summary that could not be shown again takes nothing back from those it had told', async () => {
  const { clock, server, start } = await started();
  const tested = await start();
  for (let i = 1; i <= 6; i += 1) server.add({ data: { test_agent_id: i } });
  await clock.pass(30_000);
  tested.toaster.answer = { state: 'failed', code: '', reason: 'no' };
  server.add({ type: 3, data: { task_id: 1 } });
  await clock.pass(30_000);
  tested.toaster.answer = { state: 'shown' };
  await clock.pass(2 * MIN);
  server.add({ type: 7, data: { test_agent_id: 1 } });
  await clock.pass(30_000);
  expect(titles(tested).at(-1)).toMatch(/^Agent 1 was offline for/);
});

test('both the outage and its end during a pause: the outage is held, its end is not an alert of its own', async () => {
  const { clock, server, start } = await started();
  const tested = await start();
  await tested.app.pause.set(clock.now() + 30 * 60_000);
  server.add({ data: { test_agent_id: 5 } });
  server.add({ type: 7, data: { test_agent_id: 5 } });
  await clock.pass(MIN);
  expect(tested.state().held).toBe(1);
});

test('asked of the server before the first look: nothing of it alerts later', async () => {
  const { clock, server, start } = await started();
  let closed = true;
  server.before = (call) => {
    if (closed && call.includes('limit=100&offset=0') && !call.includes('seen=')) throw fail('connection');
  };
  const tested = await start();
  const { id } = tested.state().accounts[0]!;
  const page = await tested.commands.askServer({ account: id, filter: { seen: false }, offset: 0 });
  expect(page.rows).toHaveLength(3);
  closed = false;
  await clock.pass(5 * MIN);
  expect(titles(tested)).toEqual(['Not watching Lab']);
});

test('the server’s own answer: filtered by what it cannot say, oldest first where asked, page by page', async () => {
  const { clock, server, start } = await started();
  server.add({ ts: (clock.now() - 20_000) * 1000, type: 3, data: { task_id: 7, note: 'Zażółć' } });
  const list = server.list;
  server.list = async (query, signal) => {
    const answer = await list(query, signal);
    if (query.params['ordering'] !== 'timestamp') return answer;
    const page = JSON.parse(new TextDecoder().decode(answer.body)) as { results: unknown[] };
    return {
      ...answer,
      body: new TextEncoder().encode(JSON.stringify({ ...page, results: page.results.toReversed() })),
    };
  };
  const tested = await start();
  const { id: account } = tested.state().accounts[0]!;
  const ask = async (filter: object) => {
    const { rows, left, total, nextOffset } = await tested.commands.askServer({ account, filter, offset: 0 });
    return { ids: rows.map(({ key }) => key.id), left, total, nextOffset };
  };
  expect(await ask({})).toEqual({ ids: ['3', '2', '1', '4'], left: [], total: 4, nextOffset: null });
  expect(await ask({ order: 'oldest' })).toMatchObject({ ids: ['4', '1', '2', '3'] });
  expect(await ask({ text: 'zażółć' })).toMatchObject({ ids: ['4'], left: ['text'] });
  expect(await ask({ text: 'agent:2' })).toMatchObject({ ids: ['2'] });
  expect(await ask({ level: 'critical' })).toMatchObject({ ids: [], left: ['level'] });
});

test('an item read again by itself: what changed shows, what is gone says so, a waiting mark is not eaten', async () => {
  const { clock, server, start } = await started();
  const tested = await start();
  const { rows } = await tested.app.store.query({ order: 'oldest' }, 0, 3);
  server.items[0]!.seen = true;
  const [first, second] = rows.map(({ key }) => key);
  expect((await tested.commands.inboxRefresh({ key: first! })).row).toMatchObject({ seen: true, live: true });
  await tested.app.marks.markSeen([second!]);
  server.items.splice(1, 1);
  expect((await tested.commands.inboxRefresh({ key: second! })).row).toMatchObject({
    seen: true,
    live: false,
    mark: 'refused',
  });
  await clock.pass(MIN);
  expect(tested.state().counts.unseen).toBe(1);
  await expect(tested.commands.inboxRefresh({ key: { account: 'x', id: '1', ts: 1 } })).rejects.toMatchObject(
    { failure: { kind: 'gone' } },
  );
});

test('a history that cannot be opened: said with its cause, never “starting” for ever', async () => {
  const { clock, start } = await started({ folder: '/dev/null/nowhere' });
  const tested = await start();
  expect(tested.state()).toMatchObject({ ready: false, storage: { kind: 'storage' } });
  await clock.pass(MIN);
  expect(tested.state().accounts[0]?.health).toMatchObject({
    state: 'not-watching',
    failure: { kind: 'storage' },
  });
});

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

test('a severity that gets a meaning gives old rows their level, and the counts with it', async () => {
  const { clock, server, start } = await started();
  server.add({ type: 5, severity: 3, ts: (clock.now() - MIN) * 1000 });
  const tested = await start();
  expect(tested.state().counts.byLevel).toEqual({ info: 1, warning: 0, major: 3, critical: 0 });
  await tested.commands.preferences({ severityLevels: { '3': 'critical' } });
  await clock.pass(1000);
  expect(tested.state().counts.byLevel).toEqual({ info: 0, warning: 0, major: 3, critical: 1 });
  await tested.commands.preferences({ severityLevels: {} });
  await clock.pass(1000);
  expect(tested.state().counts.byLevel).toEqual({ info: 1, warning: 0, major: 3, critical: 0 });
});

test('mark all is refused when there are more than were asked about', async () => {
  const { clock, server, start } = await started();
  const tested = await start();
  const { id: account } = tested.state().accounts[0]!;
  const asked = tested.commands.markAllAsk({ account });
  await clock.pass(0);
  expect(await asked).toEqual({ account, name: 'Lab', count: 3, snoozed: 0 });
  server.add();
  await clock.pass(30_000);
  await expect(tested.commands.markAll({ account, expected: 3 })).rejects.toMatchObject({
    failure: { kind: 'grew' },
  });
  expect(server.log.filter((line) => line.startsWith('POST'))).toEqual([]);
});

test('a subject’s name is given, changed and taken back; other names stay', async () => {
  const { start } = await started();
  const { commands, app } = await start();
  await commands.nameSubject({ account: 'lab', subject: 'agent:4', name: ' Uplink ' });
  await commands.nameSubject({ account: 'lab', subject: 'agent:5', name: 'Backup' });
  expect(app.preferences().subjectNames).toEqual({ 'lab/agent:4': 'Uplink', 'lab/agent:5': 'Backup' });
  await commands.nameSubject({ account: 'lab', subject: 'agent:4', name: '' });
  expect(app.preferences().subjectNames).toEqual({ 'lab/agent:5': 'Backup' });
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
