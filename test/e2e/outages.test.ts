import { expect, test } from 'vitest';
import { waitUntil } from '../../scripts/processes.mjs';
import { startDesk } from './support/desk';

test('an outage waits for its hold-down, a short one is not told, and the end takes its place in the same bubble', async () => {
  const { tray, notes, control, launch, said } = await startDesk();
  const app = await launch({ holdDownSeconds: 5 });
  await tray.item(15_000);
  await said(app, /first sync done/);
  const arrive = (type: number, agent: number) =>
    control('POST', 'arrive', { type, additional_data: { test_agent_id: agent } });
  const before = Date.now();
  await arrive(8, 41);
  await arrive(8, 42);
  await arrive(7, 42);
  await tray.clickMenu('Poll now');
  const toast = await notes.next(({ summary }) => summary === 'Agent 41 is offline', 40_000);
  expect(Date.now() - before).toBeGreaterThanOrEqual(5000);
  await arrive(7, 41);
  await tray.clickMenu('Poll now');
  const end = await notes.next(({ summary }) => summary.startsWith('Agent 41 was offline for'), 15_000);
  expect(end.replaces).toBe(toast.id);
  expect(notes.shown().map(({ summary }) => summary)).toEqual([toast.summary, end.summary]);
}, 120_000);

test('seen elsewhere: its bubble goes away', async () => {
  const { tray, notes, control, launch, said } = await startDesk();
  const app = await launch();
  await tray.item(15_000);
  await said(app, /first sync done/);
  const { id } = await control<{ id: number }>('POST', 'arrive', {
    type: 3,
    additional_data: { task_id: 7 },
  });
  await tray.clickMenu('Poll now');
  const toast = await notes.next(({ summary }) => summary === 'Task 7 failed', 15_000);
  await control('POST', 'seen', { ids: [id] });
  await tray.clickMenu('Poll now');
  await waitUntil(() => notes.closedByCall().includes(toast.id), 40_000, 'the bubble to be closed');
}, 120_000);

test('a storm is one toast, and the tray counts it', async () => {
  const { tray, notes, control, launch, said } = await startDesk();
  const app = await launch();
  await tray.item(15_000);
  await said(app, /first sync done/);
  await control('POST', 'storm', { count: 14 });
  await tray.clickMenu('Poll now');
  await notes.next(({ summary }) => summary.startsWith('14 agents went offline'), 15_000);
  expect(notes.shown()).toHaveLength(1);
  const tooltip = async () => String((await tray.props())['ToolTip']);
  await waitUntil(async () => /\d+ major, \d+ unseen/.test(await tooltip()), 5000, 'the tooltip');
});
