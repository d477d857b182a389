import { expect, test } from 'vitest';
import type { Preferences } from '../../../../src-shared/preferences';
import { createTrayActions } from '../../../../src-main/core/tray/tray-actions';
import { appRuns, task } from '../../../support/app-runs';

const S = 1000;
const MIN = 60 * S;
const HOUR = 60 * MIN;

/** Runs whose tray can be clicked. */
function world(preferences: Partial<Preferences> = {}) {
  const { clock, server, start } = appRuns(preferences);
  return {
    clock,
    server,
    async start() {
      const run = await start();
      const opened: unknown[] = [];
      const act = createTrayActions({
        app: run.app,
        clock,
        show: () => void opened.push('show'),
        open: (target) => void opened.push(target),
        quit: () => void opened.push('quit'),
      });
      return { ...run, act, opened };
    },
  };
}

test('a pause goes on after a kill, and ends with one digest of what both runs held', async () => {
  const { clock, server, start } = world();
  const first = await start();
  const until = clock.now() + HOUR;
  await first.app.pause.set(until);
  server.add(task(1));
  await clock.pass(MIN);
  first.kill();
  const second = await start();
  expect(second.app.state()).toMatchObject({ pausedUntil: until, held: 1 });
  server.add(task(2));
  await clock.pass(MIN);
  expect([second.titles(), second.app.state().held]).toEqual([[], 2]);
  await clock.pass(HOUR);
  expect(second.titles()).toEqual(['2 notifications while paused']);
  expect(second.app.state()).toMatchObject({ pausedUntil: null, held: 0 });
  second.kill();
  const third = await start();
  await clock.pass(MIN);
  expect(third.titles()).toEqual([]);
});

test('its end came while nobody ran: what it held is told with the start, once', async () => {
  const { clock, server, start } = world();
  const first = await start();
  await first.app.pause.set(clock.now() + HOUR);
  server.add(task(1));
  server.add(task(2));
  await clock.pass(MIN);
  first.kill();
  await clock.pass(2 * HOUR);
  const second = await start();
  expect(second.titles()).toEqual(['2 notifications while paused']);
  expect(second.app.state()).toMatchObject({ pausedUntil: null, held: 0 });
  second.kill();
  expect((await start()).titles()).toEqual([]);
});

test('asleep over its end: it is over when the machine wakes, whatever its timer says', async () => {
  const { clock, server, start } = world();
  const { app, titles } = await start();
  await app.pause.set(clock.now() + HOUR);
  server.add(task(1));
  server.add(task(2));
  await clock.pass(MIN);
  const slept = clock.now();
  clock.jump(2 * HOUR); // timers stood still
  await app.alarm.back(slept);
  await clock.pass(S);
  expect(app.state().pausedUntil).toBeNull();
  await clock.pass(MIN);
  expect(titles()).toHaveLength(1);
});

test('the tray: a while, until then, another time, and the end; a silence is ended there, too', async () => {
  const { clock, server, start } = world();
  const { act, app, opened, titles } = await start();
  await act({ act: 'pause', minutes: 30 });
  expect(app.state().pausedUntil).toBe(clock.now() + 30 * MIN);
  await act({ act: 'resume' });
  const until = clock.now() + 8 * HOUR;
  await act({ act: 'pause-until', until });
  expect(app.state().pausedUntil).toBe(until);
  await act({ act: 'resume' });
  await act({ act: 'pause-until', until: clock.now() }); // the menu was open until then
  expect(app.state().pausedUntil).toBeNull();

  const silence = (id: string) => ({ id, what: { by: 'type' as const, type: 3 }, until: clock.now() + HOUR });
  await app.settings.change({ silences: [silence('a'), { ...silence('b'), until: clock.now() + MIN }] });
  server.add(task(1));
  await clock.pass(30 * S);
  expect([titles(), app.state().silences.map(({ id }) => id)]).toEqual([[], ['a', 'b']]);
  await clock.pass(MIN);
  expect(app.state().silences.map(({ id }) => id)).toEqual(['a']);
  await act({ act: 'end-silence', id: 'a' });
  expect(app.state().silences).toEqual([]);
  expect(titles()).toEqual(['1 notification while silenced']);

  await act({ act: 'pause-other' });
  await act({ act: 'account', account: 'lab1' });
  await act({ act: 'preferences' });
  await act({ act: 'open' });
  expect(opened).toEqual([
    { page: 'pause' },
    { page: 'account', account: 'lab1' },
    { page: 'preferences' },
    'show',
  ]);
});

test('quiet hours begin and end in the state by themselves, between two polls', async () => {
  const at = new Date(Date.UTC(2026, 10, 22, 10));
  const minute = at.getHours() * 60 + at.getMinutes();
  const from = (minute + 10) % 1440;
  const days = [0, 1, 2, 3, 4, 5, 6];
  const { clock, start } = world({
    quietHours: [{ days, from, to: (minute + 20) % 1440 }],
    pollSeconds: 300,
  });
  const { app, states } = await start();
  const zero = clock.now() - S;
  await clock.pass(9 * MIN + 58 * S);
  expect(app.state().quietUntil).toBeNull();
  await clock.pass(2 * S);
  expect(app.state().quietUntil).toBe(zero + 20 * MIN);
  expect(states.at(-1)!.quietUntil).not.toBeNull();
  await clock.pass(10 * MIN);
  expect([app.state().quietUntil, states.at(-1)!.quietUntil]).toEqual([null, null]);
});
