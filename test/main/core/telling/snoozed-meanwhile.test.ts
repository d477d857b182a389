import { expect, test } from 'vitest';
import { task } from '../../../support/app-runs';
import { world, told } from './snoozed-runs';

const S = 1000;
const MIN = 60 * S;
const HOUR = 60 * MIN;

test.for<{
  what: string;
  act: (made: Awaited<ReturnType<typeof told>>) => void;
  steps: string[];
  shown: string[];
}>([
  {
    what: 'seen elsewhere',
    act: ({ item }) => void (item.seen = true),
    steps: ['rule-toast', 'shown', 'snoozed', 'seen-elsewhere'],
    shown: [],
  },
  {
    what: 'deleted on the server',
    act: ({ server, item }) => void server.items.splice(server.items.indexOf(item), 1),
    steps: ['rule-toast', 'shown', 'snoozed', 'seen-elsewhere'],
    shown: [],
  },
  {
    what: 'over',
    act: ({ server }) => void server.add({ type: 2, data: { task_id: 7 }, seen: true }),
    steps: ['rule-toast', 'shown', 'snoozed', 'snooze-over'],
    shown: ['it'],
  },
])('$what meanwhile: no toast when it comes back, and the log says why', async ({ act, steps, shown }) => {
  const made = await told();
  const { clock, run, item, key } = made;
  await run.commands.snooze({ keys: [key], until: clock.now() + HOUR });
  act(made);
  await clock.pass(2 * HOUR);
  expect(run.titles().filter((title) => title === 'Task 7 failed')).toHaveLength(1);
  expect(await run.steps(item.id)).toEqual(steps);
  expect(await run.ids({ seen: false })).toEqual(shown.map(() => String(item.id)));
  expect(run.app.state().snoozed.count).toBe(0);
});

test('back within a pause it is held, and told at its end', async () => {
  const { clock, run, key } = await told();
  await run.commands.snooze({ keys: [key], until: clock.now() + 20 * MIN });
  await run.app.pause.set(clock.now() + 30 * 60_000);
  await clock.pass(25 * MIN);
  expect([run.titles().length, run.app.state().held]).toEqual([1, 1]);
  await clock.pass(6 * MIN);
  expect(run.titles()[1]).toBe('1 notification while paused');
});

test('put off while it waits for a pause or its hold-down to end: neither tells it', async () => {
  const { clock, server, start } = world({ holdDownSeconds: 30 });
  const run = await start();
  const agent = server.add({ data: { test_agent_id: 4 } });
  await run.app.watchers.kickAll();
  await clock.pass(S);
  await run.app.pause.set(clock.now() + 30 * 60_000);
  const failed = server.add(task(7));
  await run.app.watchers.kickAll();
  await clock.pass(S);
  const keys = [await run.keyOf(agent.id), await run.keyOf(failed.id)];
  expect(await run.commands.snooze({ keys, until: clock.now() + HOUR })).toEqual({ count: 2 });
  await clock.pass(50 * MIN);
  expect([run.titles(), run.app.state().held]).toEqual([[], 0]);
  await clock.pass(15 * MIN);
  expect(run.titles()).toEqual(['Agent 4 is offline', 'Task 7 failed']);
  server.add({ type: 7, data: { test_agent_id: 4 } });
  await clock.pass(MIN);
  expect(run.titles()[2]).toMatch(/^Agent 4 was offline for/);
});

test('silenced by the time it comes back: counted, not told', async () => {
  const { clock, run, item, key } = await told();
  await run.commands.snooze({ keys: [key], until: clock.now() + 20 * MIN });
  const silence = { id: 's', what: { by: 'type' as const, type: 3 }, until: clock.now() + 40 * MIN };
  await run.commands.preferences({ silences: [silence] });
  await clock.pass(30 * MIN);
  expect(run.titles()).toHaveLength(1);
  expect(await run.steps(item.id)).toEqual(['rule-toast', 'shown', 'snoozed', 'snooze-end', 'muted']);
});

test('marked as seen it is put off no more; mark-all counts it', async () => {
  const { clock, server, run, key } = await told();
  const account = key.account;
  await run.commands.snooze({ keys: [key], until: clock.now() + HOUR });
  expect(await run.commands.markAllAsk({ account })).toMatchObject({ count: 1, snoozed: 1 });
  await run.commands.markAll({ account, expected: 1 });
  await clock.pass(2 * HOUR);
  expect(server.items.every(({ seen }) => seen)).toBe(true);
  expect([run.titles().length, run.app.state().snoozed.count]).toEqual([1, 0]);
});
