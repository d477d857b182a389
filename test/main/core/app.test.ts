import { expect, test } from 'vitest';
import { fail } from '../../../src-shared/app-error';
import { createFakeClock } from '../../support/fake-clock';
import { startTestApp } from '../../support/fake-desktop';
import { createFakeServer } from '../../support/fake-server';
import { LAB } from '../../support/lab';
import { UNDO_MS } from '../../../src-main/core/inbox/marks';

async function started(history = 3, before?: () => void) {
  const clock = createFakeClock();
  const server = createFakeServer(clock);
  if (before) server.before = before;
  for (let i = 0; i < history; i += 1) server.add({ ts: clock.now() * 1000 - (history - i) * 1e9 });
  const tested = startTestApp(clock, {
    apis: {
      inbox: () => server,
      tenant: () => Promise.reject(new Error()) as never,
      forget: () => undefined,
    },
  });
  await tested.app.start({ accounts: [LAB] });
  await clock.pass(1000);
  const state = () => tested.app.state();
  const id = state().accounts[0]!.id;
  const unseen = async () => (await tested.app.store.query({ seen: false }, 0, 100)).rows;
  return { clock, server, state, id, unseen, ...tested };
}

test('the first poll alerts nothing, shows everything', async () => {
  const { state, toaster, lines } = await started(250);
  expect(lines.filter((line) => line.startsWith('bug'))).toEqual([]);
  expect(toaster.shown).toEqual([]);
  expect(state().counts).toMatchObject({ unseen: 250, total: 250 });
  expect(state().accounts[0]).toMatchObject({ health: { state: 'watching' }, progress: null });
});

test('a server that refuses from the first: its history is not said to be read on', async () => {
  const { state } = await started(3, () => {
    throw fail('forbidden', { status: 403 });
  });
  const failure = { kind: 'forbidden', status: 403 };
  expect(state().accounts[0]).toMatchObject({
    health: { state: 'not-watching', failure },
    progress: { read: 0, stopped: failure },
  });
});

test('a new unseen notification raises one toast within one poll, and never again', async () => {
  const { clock, server, toaster } = await started();
  server.add({ data: { test_agent_id: 4 } });
  await clock.pass(30_000);
  expect(toaster.shown.map(({ title }) => title)).toEqual(['Agent 4 is offline']);
  await clock.pass(300_000);
  expect(toaster.shown).toHaveLength(1);
});

test('its click opens it and reaches the server when the Undo ends', async () => {
  const { clock, server, toaster, opened, state } = await started();
  const item = server.add();
  await clock.pass(30_000);
  toaster.click(toaster.shown[0]!.tag);
  await clock.pass(200);
  expect(opened).toMatchObject([{ page: 'inbox', key: { id: String(item.id) } }]);
  expect(toaster.withdrawn).toEqual([toaster.shown[0]!.tag]);
  expect(state().counts.unseen).toBe(3);
  expect(server.log).not.toContain(`PATCH ${item.id}`);
  await clock.pass(UNDO_MS);
  expect(server.items.find(({ id }) => id === item.id)?.seen).toBe(true);
});

test('Undo takes a mark back before the server hears of it, and says when it is too late', async () => {
  const { app, clock, server, state, unseen } = await started();
  const [row] = await unseen();
  const { batch, count } = await app.marks.markSeen([row!.key]);
  expect(count).toBe(1);
  await clock.pass(1000);
  expect(state().counts.unseen).toBe(2);
  expect(await app.marks.undo(batch)).toBe('taken back');
  await clock.pass(UNDO_MS + 1000);
  expect(state().counts.unseen).toBe(3);
  expect(server.log.filter((line) => line.startsWith('PATCH'))).toEqual([]);
  const again = await app.marks.markSeen([row!.key]);
  await clock.pass(UNDO_MS + 1000);
  expect(await app.marks.undo(again.batch)).toBe('already sent');
});

test('a storm in one poll is one toast', async () => {
  const { clock, server, toaster } = await started();
  for (let i = 0; i < 14; i += 1) server.add();
  await clock.pass(30_000);
  expect(toaster.shown).toHaveLength(1);
  expect(toaster.shown[0]!.title).toMatch(/^14 agents went offline/);
});

test('a recovery is told exactly when the outage was', async () => {
  const { clock, server, toaster } = await started();
  server.add({ type: 7, data: { test_agent_id: 77 } });
  await clock.pass(30_000);
  expect(toaster.shown).toEqual([]);
  server.add({ data: { test_agent_id: 5 } });
  await clock.pass(30_000);
  server.add({ type: 7, data: { test_agent_id: 5 } });
  await clock.pass(30_000);
  expect(toaster.shown.map(({ title }) => title)).toEqual([
    'Agent 5 is offline',
    'Agent 5 was offline for 30 s',
  ]);
  expect(new Set(toaster.shown.map(({ tag }) => tag)).size).toBe(1);
});

test('while paused nothing is shown, and the end is one digest', async () => {
  const { app, clock, server, toaster, state } = await started();
  await app.pause.set(clock.now() + 30 * 60_000);
  server.add();
  server.add();
  await clock.pass(60_000);
  expect(toaster.shown).toEqual([]);
  expect(state().held).toBe(2);
  await clock.pass(30 * 60_000);
  expect(toaster.shown.map(({ title }) => title)).toEqual(['2 notifications while paused']);
  expect(state()).toMatchObject({ held: 0, pausedUntil: null });
});

test('seen elsewhere becomes seen here', async () => {
  const { clock, server, state } = await started();
  server.items[0]!.seen = true;
  await clock.pass(6 * 30_000);
  expect(state().counts.unseen).toBe(2);
});

test('deleted on the server: out of the counts, still under All', async () => {
  const { clock, server, state, app } = await started();
  server.items.splice(1, 1);
  await clock.pass(120_000); // one of three is many: looked at again a minute later
  expect(state().counts).toMatchObject({ unseen: 2, total: 3 });
  expect((await app.store.query({}, 0, 10)).rows.map(({ live }) => live)).toEqual([true, false, true]);
});

test('mark all asks the server, then marks; what came meanwhile is refused, not swallowed', async () => {
  const { app, clock, id, server, state } = await started();
  const poller = app.watchers.poller(id);
  await poller.lookNow();
  expect(await poller.markAll()).toBe(3);
  await clock.pass(500);
  expect(server.items.every(({ seen }) => seen)).toBe(true);
  expect(state().counts.unseen).toBe(0);
});

test('arrivals swallowed by mark-all still alert', async () => {
  const { app, clock, id, server, toaster } = await started();
  server.before = (call) => {
    if (call === 'POST mark_seen') server.add({ data: { test_agent_id: 9 } });
  };
  await app.watchers.poller(id).markAll();
  await clock.pass(1000);
  expect(toaster.shown.map(({ title }) => title)).toEqual(['Agent 9 is offline']);
});

test.for([
  { kind: 'token-refused', status: 401, at: 31_000 },
  { kind: 'not-found', status: 404, at: 31_000 },
  { kind: 'not-json', status: 200, at: 31_000 },
  { kind: 'server-error', status: 500, at: 200_000 },
  { kind: 'timeout', status: undefined, at: 200_000 },
] as const)(
  '$kind: not watching, said once with its cause, taken back when it heals',
  async ({ kind, status, at }) => {
    const { clock, server, state, toaster } = await started();
    server.before = () => {
      throw fail(kind, status === undefined ? {} : { status });
    };
    await clock.pass(at);
    expect(state().accounts[0]?.health).toMatchObject({ state: 'not-watching', failure: { kind } });
    expect(toaster.shown.map(({ title }) => title)).toEqual(['Not watching Lab']);
    server.before = () => undefined;
    await clock.pass(310_000);
    expect(state().accounts[0]?.health.state).toBe('watching');
    expect(toaster.withdrawn).toHaveLength(1);
  },
);

test('one poll that failed is troubled, not yet lost', async () => {
  const { clock, server, state, toaster } = await started();
  server.before = () => {
    throw fail('server-error', { status: 502 });
  };
  await clock.pass(30_000);
  expect(state().accounts[0]?.health).toMatchObject({ state: 'troubled' });
  expect(toaster.shown).toEqual([]);
});

test('a malformed item costs nothing but itself', async () => {
  const { clock, server, state, app } = await started();
  server.strange.push({ id: 'x', nonsense: true }, 7, null);
  server.add({ type: 12, severity: -7, data: null });
  server.add({ severity: 1_000_000_000, data: { deep: [{ a: [] }] } });
  await clock.pass(31_000);
  expect(state().accounts[0]).toMatchObject({ unreadable: 3, health: { state: 'watching' } });
  expect(state().counts.total).toBe(5);
  expect((await app.store.unreadable()).map(({ field }) => field).toSorted()).toEqual(['id', 'item', 'item']);
});

test('a refused mark is shown on its row, still seen here', async () => {
  const { app, clock, server, state, unseen } = await started();
  const [row] = await unseen();
  server.before = (call) => {
    if (call.startsWith('PATCH')) throw fail('not-found', { status: 404 });
  };
  await app.marks.markSeen([row!.key]);
  await clock.pass(UNDO_MS + 1000);
  const [after] = await app.store.rows([row!.key]);
  expect(after).toMatchObject({ mark: 'refused', seen: true });
  expect(state().accounts[0]?.marks).toEqual({ waiting: 0, refused: 1 });
});

test('no notification service: the reason is kept, and the recovery is not told either', async () => {
  const { app, clock, server, toaster } = await started();
  toaster.answer = { state: 'no-service' };
  const item = server.add({ data: { test_agent_id: 5 } });
  await clock.pass(30_000);
  const rows = (await app.store.query({}, 0, 10)).rows;
  const detail = await app.inbox.item(rows.find(({ key }) => key.id === String(item.id))!.key);
  expect(detail.verdicts.map(({ step }) => step)).toEqual(['rule-toast', 'no-service']);
  toaster.answer = { state: 'shown' };
  server.add({ type: 7, data: { test_agent_id: 5 } });
  await clock.pass(30_000);
  expect(toaster.shown).toHaveLength(1);
});

test('an idle poll is one request, and nothing is pushed but its time', async () => {
  const { clock, server, state, states } = await started();
  await clock.pass(30_000);
  const { revision } = state();
  const before = server.log.length;
  states.length = 0;
  await clock.pass(30_000);
  expect(server.log.length - before).toBe(1);
  expect(state().revision).toBe(revision);
  expect(states.length).toBeLessThanOrEqual(1);
});
