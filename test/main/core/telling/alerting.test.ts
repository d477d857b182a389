import { expect, test } from 'vitest';
import { fail } from '../../../../src-shared/app-error';
import type { Preferences } from '../../../../src-shared/preferences';
import { createCommands } from '../../../../src-main/core/commands';
import { agent, appRuns, task } from '../../../support/app-runs';

const S = 1000;
const MIN = 60 * S;

/** Runs with one notification from before the first look. */
function started(preferences: Partial<Preferences> = {}) {
  const runs = appRuns({ holdDownSeconds: 30, ...preferences });
  runs.server.add({ ts: (runs.clock.now() - MIN) * 1000 });
  return runs;
}

test('a lone outage is told 30 s after its stamp, by a poll that is made for it', async () => {
  const { clock, server, start } = started();
  const { titles, bugs } = await start();
  await clock.pass(20 * S); // at 21 s of the run; polls at 0 and 30
  server.add(agent(4));
  await clock.pass(30 * S);
  expect(titles()).toEqual([]);
  const polls = server.log.length;
  await clock.pass(3 * S);
  expect(titles()).toEqual(['Agent 4 is offline']);
  expect(server.log.length - polls).toBe(1);
  await clock.pass(5 * MIN);
  expect(titles()).toHaveLength(1);
  expect(bugs()).toEqual([]);
});

test('back in time: nothing was told, both stay, and the log says why', async () => {
  const { clock, server, start } = started();
  const { app, titles, state } = await start().then((one) => ({ ...one, state: () => one.app.state() }));
  const item = server.add(agent(4));
  await clock.pass(20 * S);
  server.add({ type: 7, ...agent(4) });
  await clock.pass(3 * MIN);
  expect(titles()).toEqual([]);
  expect(state().counts.total).toBe(3);
  const { rows } = await app.store.query({}, 0, 9);
  const detail = await app.inbox.item(rows.find(({ key }) => key.id === String(item.id))!.key);
  expect(detail.verdicts.map(({ step }) => step)).toEqual(['rule-toast', 'hold-down', 'came-back']);
});

test('a kill while it waits changes nothing: it is told by the next run', async () => {
  const { clock, server, start } = started();
  const first = await start();
  await clock.pass(20 * S);
  server.add(agent(4));
  await clock.pass(15 * S); // met by the poll at 30 s, waits until 51 s
  first.kill();
  expect(first.titles()).toEqual([]);
  const second = await start();
  await clock.pass(MIN);
  expect(second.titles()).toEqual(['Agent 4 is offline']);
  server.add({ type: 7, ...agent(4) });
  await clock.pass(MIN);
  expect(second.titles().at(-1)).toMatch(/^Agent 4 was offline for/);
});

test('while the polls fail nobody is asked out of turn, and nothing is told that nobody could check', async () => {
  const { clock, server, start } = started({ holdDownSeconds: 60 });
  const { titles } = await start();
  await clock.pass(19 * S);
  server.add(agent(4)); // met at 30 s, due at 80 s
  await clock.pass(15 * S);
  server.before = () => {
    throw fail('timeout');
  };
  await clock.pass(44 * S);
  const before = server.log.length;
  await clock.pass(4 * S);
  expect(server.log.length).toBe(before);
  expect(titles().filter((title) => title.startsWith('Agent'))).toEqual([]);
  server.before = () => undefined;
  await clock.pass(3 * MIN);
  expect(titles()).toContain('Agent 4 is offline');
});

test('a pause that is ended by hand tells what it held at once', async () => {
  const { clock, server, start } = started({ pollSeconds: 300 });
  const { app, titles } = await start();
  await app.pause.set(clock.now() + 30 * 60_000);
  server.add(task(1));
  await clock.pass(5 * MIN);
  expect(titles()).toEqual([]);
  await app.pause.set(null);
  await clock.pass(S);
  expect(titles()).toEqual(['1 notification while paused']);
});

test('quiet hours end by themselves, between two polls, with one digest', async () => {
  // The clock stands at 10:00 UTC; the window is set around it in the zone of whoever runs this.
  const at = new Date(Date.UTC(2026, 10, 22, 10));
  const minute = at.getHours() * 60 + at.getMinutes();
  const quietHours = [{ days: [0, 1, 2, 3, 4, 5, 6], from: minute, to: (minute + 7) % 1440 }];
  const { clock, server, start } = started({ quietHours, pollSeconds: 300 });
  const { app, titles } = await start();
  server.add(task(1));
  server.add(task(2));
  await clock.pass(5 * MIN);
  expect(titles()).toEqual([]);
  expect(app.state().held).toBe(2);
  await clock.pass(2.5 * MIN);
  expect(titles()).toEqual(['2 notifications in quiet hours']);
  await clock.pass(S);
  expect(app.state().held).toBe(0);
});

test('seen elsewhere: its bubble goes away with the next poll', async () => {
  const { clock, server, start } = started();
  const { toaster, titles } = await start();
  const item = server.add(task(1));
  await clock.pass(30 * S);
  expect(titles()).toEqual(['Task 1 failed']);
  item.seen = true;
  await clock.pass(30 * S);
  expect(toaster.withdrawn).toEqual([toaster.shown[0]!.tag]);
});

test('marked here: its bubble goes away at once', async () => {
  const { clock, server, start } = started();
  const { app, toaster } = await start();
  server.add(task(1));
  await clock.pass(30 * S);
  const { rows } = await app.store.query({ seen: false }, 0, 1);
  await app.marks.markSeen([rows[0]!.key]);
  await clock.pass(100);
  expect(toaster.withdrawn).toEqual([toaster.shown[0]!.tag]);
});

test('closed by a person: the end is a bubble of its own, and the log says who closed it', async () => {
  const { clock, server, start } = started({ holdDownSeconds: 0 });
  const { app, toaster, titles } = await start();
  const item = server.add(agent(4));
  await clock.pass(30 * S);
  toaster.close(toaster.shown[0]!.tag);
  await clock.pass(S);
  const { rows } = await app.store.query({}, 0, 9);
  const detail = await app.inbox.item(rows.find(({ key }) => key.id === String(item.id))!.key);
  expect(detail.verdicts.at(-1)?.step).toBe('closed');
  server.add({ type: 7, ...agent(4) });
  await clock.pass(MIN);
  expect(titles()).toHaveLength(2);
});

test('after sleep: one digest with how long it was', async () => {
  const { clock, server, start } = started();
  const { app, titles } = await start();
  const since = clock.now();
  clock.jump(133 * MIN);
  for (let i = 1; i <= 3; i += 1) server.add({ ...task(i), ts: (clock.now() - i * 10 * MIN) * 1000 });
  await app.alarm.back(since);
  await app.watchers.kickAll();
  await clock.pass(S);
  expect(titles()).toEqual(['Away 2 h 13 min: 3 major, 3 still open']);
  server.add(task(9));
  await clock.pass(MIN);
  expect(titles().at(-1)).toBe('Task 9 failed');
});

test('what came while Tocsin was not running is one digest, and then as ever', async () => {
  const { clock, server, start } = started();
  const first = await start();
  await first.app.stop();
  first.kill();
  for (let i = 1; i <= 3; i += 1) server.add(task(i));
  await clock.pass(10 * MIN);
  const second = await start();
  await clock.pass(MIN);
  expect(second.titles()).toEqual(['While you were away: 3 major, 3 still open']);
  server.add(task(9));
  await clock.pass(MIN);
  expect(second.titles().at(-1)).toBe('Task 9 failed');
});

test('an account that is removed takes its bubbles along', async () => {
  const { clock, server, start } = started();
  const tested = await start();
  server.add(task(1));
  await clock.pass(30 * S);
  const account = tested.app.state().accounts[0]!.id;
  await createCommands(tested.app).accountRemove({ account, history: 'delete' });
  await clock.pass(S);
  expect(tested.toaster.withdrawn).toEqual([tested.toaster.shown[0]!.tag]);
});

test('an idle poll writes nothing, also while bubbles stand', async () => {
  const { clock, server, start } = started();
  const { states, app } = await start();
  server.add(task(1));
  await clock.pass(MIN);
  const { revision } = app.state();
  states.length = 0;
  await clock.pass(5 * MIN);
  expect(app.state().revision).toBe(revision);
});
