import { expect, test } from 'vitest';
import { waitUntil } from '../../scripts/processes.mjs';
import { startDesk, type RequestLog } from './support/desk';

interface Items {
  readonly items: readonly { readonly id: number; readonly seen: boolean }[];
}

test('server → toast → click → PATCH, on a real bus', async () => {
  const { tray, notes, control, launch, said } = await startDesk();
  const app = await launch();
  await tray.item(15_000);
  await said(app, /first sync done/);
  expect(notes.shown(), 'the first poll alerts nothing').toEqual([]);

  const { id } = await control<{ id: number }>('POST', 'arrive', {
    type: 8,
    additional_data: { test_agent_id: 41 },
  });
  const toast = await notes.next(({ summary }) => summary === 'Agent 41 is offline', 15_000);
  expect(toast).toMatchObject({ replaces: 0, app: 'Tocsin', hints: { urgency: 1 } });
  expect(toast.actions[0]).toBe('default');

  notes.action(toast.id);
  await said(app, /toast clicked/);
  const seen = async () => (await control<Items>('GET', `state?ids=${id}`)).items[0]?.seen === true;
  await waitUntil(seen, 15_000, 'seen on the server');
  const { requests } = await control<RequestLog>('GET', 'requests');
  const patches = requests.filter(({ method }) => method === 'PATCH');
  expect(patches).toMatchObject([{ path: `/api/user/notifications/${id}/`, status: 200 }]);
  expect(notes.shown()).toHaveLength(1);
});

test('restart: the inbox is there before the first poll answers, and nothing is alerted again', async () => {
  const { tray, notes, control, launch, said } = await startDesk();
  const first = await launch();
  await tray.item(15_000);
  await said(first, /first sync done/);
  await control('POST', 'arrive', { type: 3, additional_data: { task_id: 7 } });
  await tray.clickMenu('Poll now');
  await notes.next(({ summary }) => summary === 'Task 7 failed', 15_000);
  const profile = first.profile;
  await first.app.evaluate(({ app }) => app.quit()).catch(() => undefined);
  await waitUntil(() => /ended/.test(first.output()), 10_000, 'the end');
  await control('POST', 'fault', { kind: 'stall', times: 'all' });

  const again = await launch({ profile, provision: { preferences: { pollSeconds: 10 } } });
  const page = await again.app.firstWindow();
  await page.getByText('Task 7 failed').first().waitFor({ timeout: 15_000 });
  await control('DELETE', 'fault');
  await said(again, /\] watching/, 45_000);
  expect(notes.shown().filter(({ summary }) => summary !== 'Not watching Lab')).toHaveLength(1);
}, 90_000);

test('unreadable and unknown items: shown or counted, nothing lost', async () => {
  const { tray, control, launch, said } = await startDesk();
  const app = await launch();
  await tray.item(15_000);
  await said(app, /first sync done/);
  await control('POST', 'arrive', { raw: true, item: { id: 'x', what: 'nonsense' } });
  await control('POST', 'arrive', { type: 12, severity: -7, additional_data: null });
  await control('POST', 'arrive', { type: 4, severity: 1_000_000_000, additional_data: { task_id: 9 } });
  await tray.clickMenu('Poll now');
  const page = await app.app.firstWindow();
  // Rows never slide under the pointer, and the desktop's rests on the list: arrivals wait above.
  const waiting = page.getByRole('button', { name: '3 new' }).or(page.getByRole('button', { name: '2 new' }));
  await waiting.press('Enter', { timeout: 15_000 });
  await page.getByText('Type 12').first().waitFor({ timeout: 15_000 });
  await page.getByText('Threshold exceeded on task 9').first().waitFor();
  await page
    .getByText(/could not be read/)
    .first()
    .waitFor();
});
