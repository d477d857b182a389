import { expect, test } from 'vitest';
import type { ToastOutcome } from '../../../../src-main/core/ports';
import { wordsOf } from '../../../support/words';
import { createFakeClock } from '../../../support/fake-clock';
import { startTestApp } from '../../../support/fake-desktop';
import { createFakeServer } from '../../../support/fake-server';
import { UNDO_MS } from '../../../../src-main/core/inbox/marks';

const MIN = 60_000;
const CONNECTION = {
  name: 'Lab',
  baseUrl: 'https://lab.example',
  scheme: 'Token',
  allowHttp: false,
} as const;

async function started() {
  const clock = createFakeClock();
  const server = createFakeServer(clock);
  server.add({ ts: clock.now() * 1000 - 1e9 });
  const tested = startTestApp(clock, {
    apis: {
      inbox: () => server,
      tenant: () => Promise.reject(new Error()) as never,
      forget: () => undefined,
    },
  });
  await tested.app.start({ accounts: [{ kind: 'inbox', ...CONNECTION, token: 'x' }] });
  await clock.pass(1000);
  const titles = () => tested.toaster.shown.map(({ title }) => title);
  /** The log of the newest item. */
  async function verdicts() {
    const { rows } = await tested.app.store.query({}, 0, 1);
    const { verdicts: all } = await tested.app.inbox.item(rows[0]!.key);
    return all.map(({ step, reason }) => (reason === '' ? step : `${step} ${reason}`));
  }
  return { clock, server, titles, verdicts, ...tested };
}

const NO_MEMORY = 'org.freedesktop.DBus.Error.NoMemory';

test.for<{ answer: ToastOutcome; verdict: string; line: string; told: boolean }>([
  { answer: { state: 'shown' }, verdict: 'shown', line: 'toast shown · Agent 4 is offline', told: true },
  {
    answer: { state: 'do-not-disturb' },
    verdict: 'do-not-disturb',
    line: 'toast given · Agent 4 is offline: do-not-disturb',
    told: true,
  },
  {
    answer: { state: 'no-service' },
    verdict: 'no-service',
    line: 'toast not shown · Agent 4 is offline: no-service',
    told: false,
  },
  {
    answer: { state: 'no-answer' },
    verdict: 'no-answer',
    line: 'toast not shown · Agent 4 is offline: no-answer',
    told: false,
  },
  {
    answer: { state: 'failed', code: '', reason: 'no' },
    verdict: 'failed no',
    line: 'toast not shown · Agent 4 is offline: no',
    told: false,
  },
  {
    answer: { state: 'failed', code: NO_MEMORY, reason: 'too much' },
    verdict: `failed ${NO_MEMORY}: too much`,
    line: `toast not shown · Agent 4 is offline: ${NO_MEMORY}: too much`,
    told: false,
  },
])('$answer is kept as “$verdict”, and its end is told: $told', async ({ answer, verdict, line, told }) => {
  const { clock, server, toaster, titles, verdicts, lines } = await started();
  toaster.answer = answer;
  server.add({ data: { test_agent_id: 4 } });
  await clock.pass(30_000);
  expect(await verdicts()).toEqual(['rule-toast', verdict]);
  expect(lines).toContain(line);
  toaster.answer = { state: 'shown' };
  server.add({ type: 7, data: { test_agent_id: 4 } });
  await clock.pass(30_000);
  expect(titles().slice(1)).toEqual(told ? ['Agent 4 was offline for 30 s'] : []);
});

test('the button “Seen” marks as the window does, with its Undo, and opens nothing', async () => {
  const { app, clock, server, toaster, opened, pushes, verdicts } = await started();
  const item = server.add({ data: { test_agent_id: 4 } });
  await clock.pass(30_000);
  const [shown] = toaster.shown;
  expect(shown?.buttons).toContain('seen');
  toaster.click(shown!.tag, 'seen');
  await clock.pass(200);
  expect(opened).toEqual([]);
  expect(toaster.withdrawn).toContain(shown!.tag);
  expect(pushes.at(-1)).toMatchObject({ kind: 'marked', batch: { count: 1 } });
  expect(app.state().counts.unseen).toBe(1);
  expect(await verdicts()).toEqual(['rule-toast', 'shown', 'clicked seen']);
  await clock.pass(UNDO_MS);
  expect(server.items.find(({ id }) => id === item.id)?.seen).toBe(true);
});

test('the button “Snooze 1 h” puts it off for an hour: then one toast again', async () => {
  const { app, clock, server, toaster, opened, titles, verdicts } = await started();
  server.add({ data: { test_agent_id: 4 } });
  await clock.pass(30_000);
  const [shown] = toaster.shown;
  expect(shown?.buttons).toEqual(['seen', 'snooze']);
  toaster.click(shown!.tag, 'snooze');
  await clock.pass(1000);
  expect([opened, toaster.withdrawn.includes(shown!.tag)]).toEqual([[], true]);
  expect(app.state()).toMatchObject({ counts: { unseen: 1 }, snoozed: { count: 1 } });
  expect(await verdicts()).toEqual([
    'rule-toast',
    'shown',
    'clicked snooze',
    expect.stringMatching(/^snoozed/),
  ]);
  await clock.pass(58 * MIN);
  expect(titles()).toEqual(['Agent 4 is offline']);
  await clock.pass(2 * MIN);
  expect(titles()).toEqual(['Agent 4 is offline', 'Agent 4 is offline']);
});

test('the service ends: said of what stood, told no second time, and its end is told all the same', async () => {
  const { clock, server, toaster, titles, verdicts, lines } = await started();
  server.add({ data: { test_agent_id: 4 } });
  await clock.pass(30_000);
  toaster.lose(toaster.shown[0]!.tag, 'one of no item');
  await clock.pass(5 * MIN);
  expect(lines).toContain('toasts gone · 2: the notification service ended');
  expect(await verdicts()).toEqual(['rule-toast', 'shown', 'gone']);
  expect(titles()).toEqual(['Agent 4 is offline']);
  server.add({ type: 7, data: { test_agent_id: 4 } });
  await clock.pass(30_000);
  expect(titles()).toEqual(['Agent 4 is offline', expect.stringMatching('Agent 4 was offline for')]);
});

test('the sound goes with the most urgent of what is told at once, and a test of it is heard in any case', async () => {
  const { app, clock, server, toaster, played } = await started();
  server.add({ type: 4, data: { task_id: 1 } });
  server.add({ data: { test_agent_id: 4 } });
  await clock.pass(30_000);
  expect(toaster.shown.map(({ look, sound }) => [look, sound])).toEqual([
    ['warning', null],
    ['major', { look: 'major', volume: 60 }],
  ]);
  await app.settings.change({ soundVolume: 7 });
  await app.pause.set(clock.now() + 30 * MIN);
  expect(await app.alarm.playSound('recovered')).toBe('played');
  expect(played).toEqual([{ look: 'recovered', volume: 7 }]);
});

test('a summary that takes over what another poll is still showing: no bubble of one item is left beside it', async () => {
  const clock = createFakeClock();
  const server = createFakeServer(clock);
  server.add({ ts: clock.now() * 1000 - 1e9 });
  const accounts = ['lab', 'field'].map((id) => ({ id, kind: 'inbox', ...CONNECTION }) as const);
  const { app, toaster } = startTestApp(clock, {
    apis: { inbox: () => server, tenant: () => ({}) as never, forget: () => undefined },
    accountsFile: { read: () => accounts, write: () => undefined },
  });
  const calls: string[] = [];
  const answers: (() => void)[] = [];
  toaster.show = ({ tag }) => {
    calls.push(`show ${tag}`);
    return new Promise((resolve) => void answers.push(() => resolve({ state: 'shown' })));
  };
  toaster.withdraw = (tag) => void calls.push(`withdraw ${tag}`);
  await app.start();
  await clock.pass(MIN); // each has its first look behind it
  calls.length = 0;
  for (const task_id of [1, 2, 3, 4]) server.add({ type: 3, data: { task_id } });
  await clock.pass(MIN); // both polls bring them, and the desktop has not answered yet
  while (answers.length > 0) {
    answers.shift()?.();
    await clock.pass(10);
  }
  const summary = calls.findIndex((call) => call.includes('storm'));
  const alone = calls.slice(0, summary).map((call) => call.replace('show', 'withdraw'));
  expect(alone).toHaveLength(4);
  expect(calls.slice(summary + 1)).toEqual(expect.arrayContaining(alone));
  expect(calls.slice(summary + 1).filter((call) => /^show .*task/.test(call))).toEqual([]);
});

test('a summary that is refused leaves its items in doubt until its closing line is taken', async () => {
  const { app, clock, server, toaster, verdicts } = await started();
  toaster.answer = { state: 'no-answer' };
  for (const task_id of [1, 2, 3, 4, 5, 6]) server.add({ type: 3, data: { task_id } });
  await clock.pass(30_000);
  expect(await verdicts()).toEqual(['rule-toast', 'storm 6']);
  expect((await app.store.recover())?.members).toHaveLength(6); // a crash here tells them once more
  toaster.answer = { state: 'shown' };
  await clock.pass(MIN);
  expect(await verdicts()).toEqual(['rule-toast', 'storm 6', 'shown']);
  expect(await app.store.recover()).toBeUndefined();
});

test('what only changes in its place, and what a rule tells quietly, is without a sound', async () => {
  const { app, clock, server, toaster } = await started();
  await app.settings.change({
    sounds: { info: true, warning: true, major: true, critical: true, recovered: true },
    toasts: { 3: 'quiet' },
  });
  server.add({ data: { test_agent_id: 4 } });
  await clock.pass(30_000);
  server.add({ type: 7, data: { test_agent_id: 4 } });
  server.add({ type: 3, data: { task_id: 9 } });
  await clock.pass(30_000);
  expect(toaster.shown.map(({ look, sound }) => [look, sound?.look])).toEqual([
    ['major', 'major'],
    ['recovered', undefined],
    ['major', undefined],
  ]);
});

test.for([
  { reason: '0x803E0111: settings', en: /turned off in the system’s settings.*\(0x803E0111: settings\)$/ },
  { reason: 'Notifications are not allowed for this application', en: /macOS does not allow it.*not signed/ },
  { reason: 'org.freedesktop.DBus.Error.AccessDenied: no', en: /sandbox may not speak/ },
  { reason: 'org.freedesktop.Notifications.MaxNotificationsExceeded', en: /too many alerts already/ },
  { reason: 'something else, $& and all', en: /^The desktop did not show it: something else, \$& and all$/ },
  { reason: '', en: /^The desktop did not show it$/ },
])('refused with “$reason”: said with why', ({ reason, en }) => {
  const [english, ...others] = (['en', 'pl', 'ro'] as const).map((language) =>
    wordsOf(language).messages.inbox.detail.verdicts.failed('', reason),
  );
  expect(english).toMatch(en);
  for (const other of others) expect(other).not.toBe(english);
});

test('a bubble of an account’s trouble that an earlier run left: a click opens the account, a good poll takes it away', async () => {
  const clock = createFakeClock();
  const apis = { inbox: () => createFakeServer(clock), tenant: () => ({}) as never, forget: () => undefined };
  const account = { id: 'lab', kind: 'inbox', ...CONNECTION } as const;
  const accountsFile = { read: () => [account], write: () => undefined };
  const { app, toaster, opened } = startTestApp(clock, { apis, accountsFile });
  toaster.left.push('lab/watch');
  await app.start();
  await clock.pass(1000);
  expect(toaster.withdrawn).toEqual(['lab/watch']);
  toaster.click('lab/watch');
  toaster.click('lab/silent');
  toaster.click('lab/agent:4');
  expect(opened).toEqual([
    { page: 'account', account: 'lab' },
    { page: 'account', account: 'lab' },
  ]);
});
