import { expect, test } from 'vitest';
import { startNotificationService } from '../../scripts/desktop/notification-service.mjs';
import { startTrayHost } from '../../scripts/desktop/tray-host.mjs';
import { waitUntil } from '../../scripts/processes.mjs';
import { pauseChoices } from '../../src-shared/moments';
import { startDesk } from './support/desk';
import { busAddress } from './support/launch-app';
import { windowShown } from './support/window-shown';

/** It is offered while 8:00 is not more than 12 hours away. */
const untilMorning = (): boolean => pauseChoices(Date.now()).length > 2;

test('the tray: its icon follows the worst unseen level, its menu acts, its tooltip tells', async () => {
  const { tray, control, launch, said } = await startDesk({ server: { history: 0 } });
  const app = await launch({ switches: ['--hidden'] });
  await tray.item(15_000);
  await said(app, /first sync done/);
  const calm = Buffer.from(await tray.iconPng()).toString('base64');
  const labels = async () => (await tray.menu()).filter(({ label }) => label).map(({ label }) => label);
  await waitUntil(async () => (await labels()).includes('Nothing unseen'), 15_000, 'the menu');
  expect(await labels()).toEqual([
    'Open Tocsin',
    'Lab: watching',
    'Nothing unseen',
    'Mark all as seen…',
    'Pause for 30 minutes',
    'Pause for 1 hour',
    ...(untilMorning() ? ['Pause until 08:00'] : []),
    'Pause until another time…',
    'Poll now',
    'Preferences…',
    'Quit Tocsin',
  ]);

  await control('POST', 'arrive', { type: 8, additional_data: { test_agent_id: 4 } });
  await tray.clickMenu('Poll now');
  await waitUntil(
    async () => Buffer.from(await tray.iconPng()).toString('base64') !== calm,
    20_000,
    'another icon',
  );
  await waitUntil(
    async () => (await labels()).some((one) => one?.endsWith('Agent 4 is offline')),
    15_000,
    'the item in the menu',
  );
  expect(String((await tray.props())['ToolTip'])).toMatch(/1 major, 1 unseen/);

  await tray.clickMenu('Pause for 30 minutes');
  await waitUntil(async () => (await labels()).some((one) => one === 'End the pause now'), 15_000, 'resume');
  expect(String((await tray.props())['ToolTip'])).toMatch(/Paused until (\d{1,2} \w+ )?\d\d:\d\d/); // with its day where that is the next

  const visible = windowShown(app.app);
  await tray.activate();
  await waitUntil(visible, 10_000, 'a window');
  await tray.clickMenu('Quit Tocsin');
  await waitUntil(() => /ended/.test(app.output()), 10_000, 'the end');
});

test('no tray host: a normal window instead; one that comes later gets the icon', async () => {
  const { launch, said } = await startDesk({ tray: false });
  const app = await launch({ switches: ['--hidden'] });
  await said(app, /no tray on this desktop/);
  const visible = windowShown(app.app);
  await waitUntil(visible, 10_000, 'a window');

  // Closing it says what happens, and asks.
  const asked = await app.app.evaluate(async ({ BrowserWindow, dialog }) => {
    const questions: string[] = [];
    dialog.showMessageBox = ((options: { message: string; buttons: string[] }) => {
      questions.push(options.message, ...options.buttons);
      return Promise.resolve({ response: 0, checkboxChecked: false });
    }) as never;
    BrowserWindow.getAllWindows()[0]!.close();
    await new Promise((done) => setImmediate(done));
    return { questions, alive: BrowserWindow.getAllWindows().length };
  });
  expect(asked.questions).toEqual([expect.stringContaining('no tray'), 'Minimise', 'Quit Tocsin']);
  expect(asked.alive).toBe(1);

  const late = await startTrayHost(busAddress());
  try {
    await late.item(10_000);
  } finally {
    late.close();
  }
});

test('no notification service: main stays alive, the reason is kept, and one that comes is used', async () => {
  const { tray, control, launch, said } = await startDesk({ notes: false });
  const app = await launch();
  await tray.item(15_000);
  await said(app, /first sync done/);
  await control('POST', 'arrive', { type: 8, additional_data: { test_agent_id: 50 } });
  await tray.clickMenu('Poll now');
  await said(app, /toast not shown · Agent 50 is offline: no-service/);
  const notes = await startNotificationService(busAddress());
  try {
    await control('POST', 'arrive', { type: 8, additional_data: { test_agent_id: 51 } });
    await tray.clickMenu('Poll now');
    await notes.next(({ summary }) => summary === 'Agent 51 is offline', 15_000);
  } finally {
    await notes.close();
  }
});

test('hostile text reaches the desktop as text', async () => {
  const { tray, notes, control, launch, said } = await startDesk();
  const app = await launch();
  await tray.item(15_000);
  await said(app, /first sync done/);
  await control('POST', 'arrive', {
    type: 3,
    additional_data: { task_id: 8, task_type: '<img src=x>&‮evil', test_suite_name: '<b>bold</b>' },
  });
  await tray.clickMenu('Poll now');
  const toast = await notes.next(({ summary }) => summary === 'Task 8 failed', 15_000);
  expect(toast.body).toContain('&lt;img src=x&gt;&amp;evil');
  expect(toast.body).not.toMatch(/<|‮/);
});
