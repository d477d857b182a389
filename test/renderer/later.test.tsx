import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, expect, test, vi } from 'vitest';
import { pauseChoices } from '../../src-shared/moments';
import { bad, ok } from './fake-bridge';
import { button, list, row, show, titles } from './show';
import { agents, MINUTE, NOW } from './world';

// They come by import() with the first one that is asked for.
beforeAll(() => import('../../src-renderer/frame/dialogs/Dialogs'));

const HOUR = 60 * MINUTE;
const dialog = () => screen.findByRole('dialog');
const buttons = async () =>
  within(await dialog())
    .getAllByRole('button')
    .map((one) => one.textContent);

test('s asks until when; the number chooses; the row leaves the inbox, and Undo brings it back', async () => {
  const { user, fake } = show({}, agents(3));
  await list();
  await user.keyboard('s');
  await screen.findByRole('dialog', { name: 'Snooze this item' });
  expect(await buttons()).toEqual([
    '', // the cross
    '30 minutes14:32 1',
    '1 hour15:02 2',
    '3 hours17:02 3',
    'Until tomorrow, 08:00 4',
    'Another time… 5',
  ]);
  await user.keyboard('2');
  expect(fake.calls('snooze')).toEqual([{ keys: [fake.rows()[0]!.key], until: NOW + HOUR }]);
  await screen.findByText('Snoozed until 15:02');
  await waitFor(async () => expect(await titles()).toEqual(['Agent 2 is offline', 'Agent 1 is offline']));
  await button(/^Snoozed, 1 snoozed/);
  await user.keyboard('u');
  expect(fake.calls('unsnooze')).toEqual([{ keys: [fake.rows()[0]!.key] }]);
  await screen.findByText('Back in the inbox.');
  await waitFor(async () => expect(await titles()).toHaveLength(3));
  expect(screen.queryByRole('button', { name: /^Snoozed/ })).toBeNull();
});

test('the view Snoozed shows until when, and brings back; All shows it with its mark', async () => {
  const [first, ...rest] = agents(2);
  const { user, fake } = show({}, [{ ...first!, snoozedUntil: NOW + 28 * MINUTE }, ...rest]);
  await waitFor(async () => expect(await titles()).toEqual(['Agent 1 is offline']));
  await user.click(await button(/^All/));
  await row(/Agent 2 is offline until 14:30/);
  await user.click(await button(/^Snoozed, 1 snoozed/));
  await waitFor(async () => expect(await titles()).toEqual(['Agent 2 is offline']));
  await user.click(await row(/Agent 2/));
  await screen.findByText('Snoozed until 14:30');
  await user.click(await button('Bring back now'));
  expect(fake.calls('unsnooze')).toEqual([{ keys: [first!.key] }]);
  await user.keyboard('{Escape}');
  await screen.findByText('Nothing is snoozed');
});

test('nothing but what is snoozed is unseen: it is said, not called all seen', async () => {
  const { user } = show({}, agents(2, { snoozedUntil: NOW + 28 * MINUTE }));
  await screen.findByRole('heading', { name: 'Nothing unseen here' });
  screen.getByText('2 are snoozed, the first until 14:30.');
  await user.click(await button('Show what is snoozed'));
  await waitFor(async () => expect(await titles()).toHaveLength(2));
});

test('the log says until when, with the day where it is another', async () => {
  const item = agents(1)[0]!;
  const until = (at: number) => ({ at: NOW, step: 'snoozed' as const, reason: String(at) });
  const verdicts = [until(NOW + HOUR), { ...until(NOW + 24 * HOUR), step: 'muted' as const }];
  const { user } = show({}, [item], {
    inboxItem: () => ok({ row: item, raw: '{}', firstSeenAt: NOW, foundBy: 'head', verdicts }),
    // The server's answer would take their place.
    inboxRefresh: () => bad('timeout'),
  });
  await user.click(await row(/Agent 1/));
  await screen.findByText('Snoozed by you until 15:02');
  screen.getByText('Silenced by you until 23 November 14:02');
});

test('selected rows are put off together; the seen ones among them are left out', async () => {
  const rows = agents(3);
  const { user, fake } = show({}, [rows[0]!, { ...rows[1]!, seen: true }, rows[2]!]);
  await user.click(await button(/^All/));
  await waitFor(async () => expect(await titles()).toHaveLength(3));
  await user.keyboard('{Home}{Shift>}{ArrowDown}{ArrowDown}{/Shift}s');
  await screen.findByRole('dialog', { name: 'Snooze 2 items' });
  await user.keyboard('{ArrowDown}{Enter}');
  expect(fake.calls('snooze')[0]!.keys.map(({ id }) => id)).toEqual(['3', '1']);
  await screen.findByText('2 snoozed until 15:02');
});

test('the detail has it, and the other button of the mouse', async () => {
  const { user } = show({}, agents(2));
  await user.click(await row(/Agent 2/));
  await user.click(await button(/^Snooze…/));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  fireEvent.contextMenu(await row(/Agent 1/));
  await screen.findByRole('dialog', { name: 'Snooze this item' });
});

test('a seen one cannot be put off; what main refuses is said', async () => {
  const { user, fake } = show({}, [{ ...agents(1)[0]!, seen: true }]);
  await user.click(await button(/^All/));
  await row(/Agent 1/);
  await user.keyboard('s');
  await screen.findByText('Seen already.');
  expect(screen.queryByRole('dialog')).toBeNull();
  act(() => fake.put(agents(1)));
  fake.handlers.snooze = () => bad('snoozed-too-many');
  await row(/Unseen/);
  await user.keyboard('s');
  await dialog();
  await user.keyboard('1');
  await screen.findByText(/Too many items are snoozed/);
});

test.for<{ typed: string; day?: string; until?: number; says?: RegExp }>([
  { typed: '16:00', until: new Date(2026, 10, 22, 16, 0).getTime() },
  { typed: '930', day: 'Tomorrow', until: new Date(2026, 10, 23, 9, 30).getTime() },
  { typed: '9', day: 'Friday 27 November', until: new Date(2026, 10, 27, 9, 0).getTime() },
  { typed: '14:02', says: /It is 14:02 already/ },
  { typed: '15:00', day: 'Sunday 29 November', says: /The latest is 29 November, 14:02/ },
  { typed: 'soon', says: /needs a time of day, such as 9:30/ },
])('another time: $day $typed', async ({ typed, day, until, says }) => {
  const { user, fake } = show({}, agents(1));
  await list();
  await user.keyboard('s');
  await dialog();
  await user.keyboard('5');
  const time = await screen.findByRole('textbox', { name: 'Time' });
  if (day) {
    await user.click(screen.getByRole('combobox', { name: 'Day' }));
    await user.click(await screen.findByRole('option', { name: day }));
  }
  await user.type(time, `${typed}{Enter}`);
  if (says) await screen.findByText(says);
  expect(fake.calls('snooze').map((one) => one.until)).toEqual(until === undefined ? [] : [until]);
});

test('alerts are paused from the menu: for a while, or until any time within 12 hours', async () => {
  const { user, fake } = show({}, agents(1));
  await user.click(await button('More actions'));
  await screen.findByRole('menuitem', { name: /Pause alerts for 30 minutes/ });
  expect(pauseChoices(NOW)).toHaveLength(2);
  expect(screen.queryByRole('menuitem', { name: /until 08:00/ })).toBeNull();
  await user.click(screen.getByRole('menuitem', { name: 'Pause alerts until another time…' }));
  const time = await screen.findByRole('textbox', { name: 'Time' });
  await user.type(time, '3:00{Enter}');
  await screen.findByText('That is more than 12 hours away. The latest is 02:02.');
  await user.clear(time);
  await user.type(time, '1:30{Enter}');
  const until = new Date(2026, 10, 23, 1, 30).getTime();
  expect(fake.calls('pause')).toEqual([{ until }]);
  await screen.findByText(/Alerts paused until 23 November 01:30/);
});

test('in the evening until 8:00 is offered, too', async () => {
  vi.setSystemTime(new Date(2026, 10, 22, 22, 15));
  const { user, fake } = show({}, agents(1));
  await user.click(await button('More actions'));
  await user.click(await screen.findByRole('menuitem', { name: 'Pause alerts until 08:00' }));
  expect(fake.calls('pause')).toEqual([{ until: new Date(2026, 10, 23, 8, 0).getTime() }]);
});

test('the tray asks for another time wherever the window is', async () => {
  const { fake } = show({}, agents(1));
  await list();
  act(() => fake.push({ kind: 'open', target: { page: 'pause' } }));
  await screen.findByRole('dialog', { name: 'Pause alerts' });
});

test('quiet hours are shown at the foot, with what they hold', async () => {
  show({ quietUntil: new Date(2026, 10, 23, 7, 0).getTime(), held: 3 }, agents(1));
  await screen.findByText('Quiet until 23 November 07:00 · 3 alerts held');
});
