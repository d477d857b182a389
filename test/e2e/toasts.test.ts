import { expect, onTestFinished, test } from 'vitest';
import { startNotificationService } from '../../scripts/desktop/notification-service.mjs';
import { startDesk } from './support/desk';
import { busAddress } from './support/launch-app';

test('do not disturb, a button, and a service that starts anew: each is heard, nothing is told twice', async () => {
  const { tray, notes, control, launch, said } = await startDesk({ service: { name: 'dunst' } });
  const app = await launch({ switches: ['--hidden'] });
  await tray.item(15_000);
  await said(app, /first sync done/);
  async function lose(agent: number): Promise<void> {
    await control('POST', 'arrive', { type: 8, additional_data: { test_agent_id: agent } });
    await tray.clickMenu('Poll now');
  }

  notes.doNotDisturb(true);
  await lose(61);
  await said(app, /toast given · Agent 61 is offline: do-not-disturb/);
  notes.doNotDisturb(false);
  await lose(62);
  const toast = await notes.next(({ summary }) => summary === 'Agent 62 is offline', 15_000);
  expect(toast.actions).toEqual(['default', 'Open', 'seen', 'Seen', 'snooze', 'Snooze 1 h']);
  expect(toast.hints['image-path']).toMatch(/^file:\/\/.*-major\.png$/);
  await said(app, /toast shown · Agent 62 is offline/);
  notes.action(toast.id, 'seen');
  await said(app, /toast seen · 1 item/);

  await notes.close();
  await said(app, /toasts gone · 1: /);
  const next = await startNotificationService(busAddress());
  onTestFinished(() => next.close());
  await lose(63);
  await next.next(({ summary }) => summary === 'Agent 63 is offline', 15_000);
  expect(next.shown().map(({ summary, replaces }) => [summary, replaces])).toEqual([
    ['Agent 63 is offline', 0],
  ]);
});
