import { expect, onTestFinished, test } from 'vitest';
import { connectBus } from '../../scripts/desktop/bus.mjs';
import { waitUntil } from '../../scripts/processes.mjs';
import { startDesk } from './support/desk';
import { busAddress } from './support/launch-app';

const LOGIN = 'org.freedesktop.login1';
const SESSION = '/org/freedesktop/login1/session/c1';

test('a test alert says each step of its way; what came behind a locked screen is told in one', async () => {
  const { tray, notes, control, launch, said } = await startDesk({ server: { history: 0 } });
  // One bus for both: the system's own is none of these tests' business.
  const login = await connectBus(busAddress());
  onTestFinished(() => login.close());
  await login.own(LOGIN, '/org/freedesktop/login1', { GetSessionByPID: () => ['o', SESSION] });
  const app = await launch({ env: { DBUS_SYSTEM_BUS_ADDRESS: busAddress() }, holdDownSeconds: 30 });
  await tray.item(15_000);
  await said(app, /first sync done/);

  const page = await app.app.firstWindow();
  await page.getByRole('button', { name: 'Preferences', exact: true }).click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const way = page.getByRole('list', { name: 'The way of the test alert' });
  await way.getByText('The desktop took it.').waitFor();
  const steps = await way.getByRole('listitem').allInnerTexts();
  expect(steps.map((one) => one.split('\n').at(-1))).toEqual([
    'No silence covers it.',
    'The rules say: alert.',
    'A real outage would wait 30 s first; the test does not.',
    'Alerts are not paused.',
    'These are no quiet hours.',
    'The desktop has a notification service.',
    'Whether the desktop is set to do not disturb cannot be read here.',
    'The desktop took it. Do you see it?',
  ]);
  const before = notes.shown().length;
  expect(before).toBe(1);

  login.emit(SESSION, `${LOGIN}.Session`, 'Lock', '', []);
  for (const task of [71, 72]) {
    await control('POST', 'arrive', { type: 3, additional_data: { task_id: task } });
    await tray.clickMenu('Poll now');
    await notes.next(({ summary }) => summary === `Task ${task} failed`, 15_000);
  }
  const told = notes.shown().slice(before);
  login.emit(SESSION, `${LOGIN}.Session`, 'Unlock', '', []);
  await notes.next(({ summary }) => summary === '2 notifications while the screen was locked', 15_000);
  await waitUntil(() => notes.closedByCall().length === 2, 5000, 'both bubbles closed');
  expect(new Set(notes.closedByCall())).toEqual(new Set(told.map(({ id }) => id)));
});
