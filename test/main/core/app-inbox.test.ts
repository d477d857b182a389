import { expect, test } from 'vitest';
import { fail } from '../../../src-shared/app-error';
import { started, titles } from './started-app';

const MIN = 60_000;

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

test('how many agents are down now stands in the state, until they are back', async () => {
  const { clock, server, start } = await started();
  const tested = await start();
  const before = tested.state().down;
  for (const id of [15, 16]) server.add({ data: { test_agent_id: id } });
  server.add({ type: 3, data: { task_id: 15 } });
  await clock.pass(MIN);
  expect(tested.state().down - before).toBe(2);
  server.add({ type: 7, data: { test_agent_id: 15 } });
  await clock.pass(MIN);
  expect(tested.state().down - before).toBe(1);
});
