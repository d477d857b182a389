import { expect, test } from 'vitest';
import { AppError } from '../../../../src-shared/app-error';
import { task } from '../../../support/app-runs';
import { world, told } from './snoozed-runs';

const S = 1000;
const MIN = 60 * S;
const HOUR = 60 * MIN;
const DAY = 24 * HOUR;

test('put off: it leaves the inbox and its counts, its bubble goes, and the server hears nothing', async () => {
  const { clock, server, run, item, key } = await told();
  const until = clock.now() + HOUR;
  expect(await run.commands.snooze({ keys: [key], until })).toEqual({ count: 1 });
  await clock.pass(MIN);
  expect(run.toaster.withdrawn).toEqual([run.toaster.shown[0]!.tag]);
  expect(await run.ids({ seen: false })).toEqual([]);
  expect(await run.ids({ snoozed: true })).toEqual([String(item.id)]);
  expect(await run.ids({})).toEqual([String(item.id), String(server.items[0]!.id)]);
  expect(run.app.state()).toMatchObject({
    counts: { unseen: 0, byLevel: { major: 0 }, total: 2 },
    snoozed: { count: 1, first: until },
  });
  expect((await run.app.inbox.item(key)).row).toMatchObject({ seen: false, snoozedUntil: until });
  expect(server.log.filter((line) => /PATCH|POST/.test(line))).toEqual([]);
});

test('it comes back with one toast, and says so', async () => {
  const { clock, run, item, key } = await told();
  await run.commands.snooze({ keys: [key], until: clock.now() + HOUR });
  await clock.pass(HOUR - S);
  expect(run.titles()).toHaveLength(1);
  await clock.pass(S);
  expect(run.titles()).toEqual(['Task 7 failed', 'Task 7 failed']);
  await clock.pass(6 * HOUR);
  expect(run.titles()).toHaveLength(2);
  expect(run.app.state()).toMatchObject({ counts: { unseen: 1 }, snoozed: { count: 0, first: null } });
  expect(await run.ids({ seen: false })).toEqual([String(item.id)]);
  expect(await run.steps(item.id)).toEqual(['rule-toast', 'shown', 'snoozed', 'snooze-end', 'shown']);
  expect(run.bugs()).toEqual([]);
});

test('a kill changes nothing: the next run has it put off, and tells it once', async () => {
  const { clock, start, run, key } = await told();
  await run.commands.snooze({ keys: [key], until: clock.now() + HOUR });
  run.kill();
  await clock.pass(MIN);
  const next = await start();
  await clock.pass(MIN);
  expect([next.titles(), await next.ids({ seen: false }), next.app.state().snoozed.count]).toEqual([
    [],
    [],
    1,
  ]);
  await clock.pass(HOUR);
  expect(next.titles()).toEqual(['Task 7 failed']);
  next.kill();
  const last = await start();
  await clock.pass(HOUR);
  expect(last.titles()).toEqual([]);
});

test('its time came while nobody ran: it is in the inbox with the start, and told with what came since', async () => {
  const { clock, server, start, run, item, key } = await told();
  await run.commands.snooze({ keys: [key], until: clock.now() + HOUR });
  run.kill();
  await clock.pass(2 * HOUR);
  const other = server.add(task(8));
  const next = await start();
  await clock.pass(MIN);
  expect(next.titles()).toEqual(['While you were away: 2 major, 2 still open']);
  expect(await next.ids({ seen: false })).toEqual([String(other.id), String(item.id)]);
});

test('a server that does not answer keeps nothing away: it is back, and the alert waits for an answer', async () => {
  const { clock, server, start, run, item, key } = await told();
  await run.commands.snooze({ keys: [key], until: clock.now() + HOUR });
  run.kill();
  await clock.pass(2 * HOUR);
  server.before = () => {
    throw new AppError({ kind: 'server-error', status: 502 });
  };
  const next = await start();
  await clock.pass(MIN);
  expect(await next.ids({ seen: false })).toEqual([String(item.id)]);
  expect(next.titles()).toEqual(['Not watching Lab']);
  server.add({ type: 2, data: { task_id: 7 } });
  server.before = () => undefined;
  await clock.pass(10 * MIN);
  expect(next.titles().slice(1)).toEqual([expect.stringMatching(/^Task 7 succeeded|^Task 7 .*after/)]);
  expect((await next.steps(item.id)).at(-1)).toBe('snooze-over');
});

test('brought back by hand: at once, and nothing is told', async () => {
  const { clock, run, item, key } = await told();
  await run.commands.snooze({ keys: [key], until: clock.now() + HOUR });
  expect(await run.commands.unsnooze({ keys: [key] })).toEqual({ count: 1 });
  expect(await run.commands.unsnooze({ keys: [key] })).toEqual({ count: 0 });
  await clock.pass(2 * HOUR);
  expect(await run.ids({ seen: false })).toEqual([String(item.id)]);
  expect(run.titles()).toHaveLength(1);
  expect(await run.steps(item.id)).toEqual(['rule-toast', 'shown', 'snoozed', 'unsnoozed']);
});

test('put off anew, the new time counts', async () => {
  const { clock, run, key } = await told();
  await run.commands.snooze({ keys: [key], until: clock.now() + HOUR });
  await run.commands.snooze({ keys: [key], until: clock.now() + 3 * HOUR });
  await clock.pass(2 * HOUR);
  expect(run.titles()).toHaveLength(1);
  await clock.pass(HOUR);
  expect(run.titles()).toHaveLength(2);
});

test.for<{ what: string; ms: number; ok: boolean }>([
  { what: 'a moment', ms: 1, ok: true },
  { what: 'a week', ms: 7 * DAY, ok: true },
  { what: 'more than a week', ms: 7 * DAY + 1, ok: false },
  { what: 'no time', ms: 0, ok: false },
  { what: 'the past', ms: -DAY, ok: false },
])('for $what: $ok', async ({ ms, ok }) => {
  const { clock, run, key } = await told();
  const asked = Promise.resolve(run.commands.snooze({ keys: [key], until: clock.now() + ms }));
  const kind = await asked.then(
    () => 'done',
    (error: AppError) => error.failure.kind,
  );
  expect(kind).toBe(ok ? 'done' : 'bad-input');
});

test('what was there before Tocsin first looked says so also after it was put off', async () => {
  const { clock, server, start } = world();
  const old = server.add({ ...task(9), ts: (clock.now() - 1000) * 1000 });
  const run = await start();
  await run.commands.snooze({ keys: [await run.keyOf(old.id)], until: clock.now() + MIN });
  expect(await run.steps(old.id)).toEqual(['baseline', 'snoozed']);
  await clock.pass(2 * MIN);
  expect(await run.steps(old.id)).toEqual(['baseline', 'snoozed', 'snooze-end', 'shown']);
  expect(run.titles()).toEqual(['Task 9 failed']);
});

test('200 at most; a clock that is set back keeps none of them away for longer than a week', async () => {
  const { clock, server, start } = world();
  for (let i = 0; i < 201; i += 1)
    server.add({ type: 1, data: { task_id: i }, ts: (clock.now() - i * S) * 1000 });
  const run = await start();
  const keys = (await run.app.store.query({ seen: false }, 0, 300)).rows.map(({ key }) => key);
  const until = clock.now() + 6 * DAY;
  await expect(run.commands.snooze({ keys, until })).rejects.toMatchObject({
    failure: { kind: 'snoozed-too-many' },
  });
  expect(await run.commands.snooze({ keys: keys.slice(1), until })).toEqual({ count: 200 });
  expect(await run.commands.snooze({ keys: keys.slice(1), until: until + 1 })).toEqual({ count: 200 });
  clock.jump(-30 * DAY);
  await clock.pass(MIN);
  expect(run.app.state().snoozed.first).toBeLessThanOrEqual(clock.now() + 7 * DAY);
});

test('marked while it was put off: the Undo of the mark puts it off again, until the same time', async () => {
  const { clock, run, item, key } = await told();
  const until = clock.now() + HOUR;
  await run.commands.snooze({ keys: [key], until });
  const { batch } = await run.commands.markSeen({ keys: [key] });
  await clock.pass(S);
  expect(run.app.state().snoozed.count).toBe(0);
  expect(await run.commands.undo({ batch })).toBe('taken back');
  await clock.pass(S);
  expect(run.app.state()).toMatchObject({ counts: { unseen: 0 }, snoozed: { count: 1, first: until } });
  await clock.pass(HOUR);
  expect(await run.ids({ seen: false })).toEqual([String(item.id)]);
  expect(run.titles()).toEqual(['Task 7 failed', 'Task 7 failed']);
});

test('its time ended within the Undo: it is simply back', async () => {
  const { clock, run, item, key } = await told();
  await run.commands.snooze({ keys: [key], until: clock.now() + 3 * S });
  const { batch } = await run.commands.markSeen({ keys: [key] });
  await clock.pass(4 * S);
  expect(await run.commands.undo({ batch })).toBe('taken back');
  await clock.pass(S);
  expect(run.app.state().snoozed.count).toBe(0);
  expect(await run.ids({ seen: false })).toEqual([String(item.id)]);
  expect(run.bugs()).toEqual([]);
});
