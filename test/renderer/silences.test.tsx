import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { silenceEnd, withSilence } from '../../src-renderer/silencing';
import { defaultPreferences, type Preferences } from '../../src-shared/preferences';
import type { TestAlertStep } from '../../src-shared/test-alert';
import '../../src-renderer/preferences/Preferences';
import { ok, type Handlers } from './fake-bridge';
import { button, row, show } from './show';
import { aRow, NOW } from './world';

const HOUR = 3_600_000;
type Silence = Preferences['silences'][number];

async function open(preferences: Partial<Preferences> = {}, handlers: Handlers = {}) {
  const shown = show(
    { preferences: { ...defaultPreferences, ...preferences } },
    [aRow({ id: 4, ago: 60_000 })],
    handlers,
  );
  await shown.user.click(await button('Preferences'));
  await screen.findByRole('heading', { name: 'Preferences' });
  return shown;
}
const sent = ({ fake }: Awaited<ReturnType<typeof open>>): readonly Omit<Silence, 'id'>[] =>
  (fake.calls('preferences').at(-1)?.silences ?? []).map(({ what, until }) => ({ what, until }));
const AGENT: Silence = {
  id: 's1',
  what: { by: 'subject', account: 'lab1', subject: 'agent:4' },
  until: NOW + HOUR,
};
const section = () => within(screen.getByRole('group', { name: 'Silences' }));

test('those that stand, each by name with its end; what has ended is not shown', async () => {
  await open({
    silences: [
      AGENT,
      { id: 's2', what: { by: 'type', type: 4 }, until: NOW + 20 * HOUR },
      { id: 's3', what: { by: 'text', pattern: 'voip' }, until: NOW - 1 },
    ],
    subjectNames: { 'lab1/agent:4': 'Gdańsk uplink' },
  });
  const items = section()
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
  expect(items).toEqual([
    'Gdańsk uplink until today 15:021 h longerEnd now',
    'Threshold exceeded until tomorrow 10:021 h longerEnd now',
  ]);
});

test('one is made longer, and ended', async () => {
  const shown = await open({ silences: [AGENT] });
  await shown.user.click(await button('Silence Agent 4 for 1 h longer'));
  expect(sent(shown)).toEqual([{ what: AGENT.what, until: NOW + 2 * HOUR }]);
  await shown.user.click(await button('End the silence of Agent 4'));
  expect(sent(shown)).toEqual([]);
  await screen.findByText('Nothing is silenced.');
});

test.for([
  { by: 'Type', fill: null, what: { by: 'type', type: 8 } },
  { by: 'Text', fill: ['Text', 'Branch *'], what: { by: 'text', pattern: 'Branch *' } },
  {
    by: 'Agent, task or suite',
    fill: ['Number', '7'],
    what: { by: 'subject', account: 'lab1', subject: 'agent:7' },
  },
])('one is made of a $by, and acts at once', async ({ by, fill, what }) => {
  const shown = await open();
  await shown.user.click(section().getByRole('radio', { name: by }));
  if (fill) await shown.user.type(section().getByRole('textbox', { name: fill[0]! }), fill[1]!);
  await shown.user.click(section().getByRole('combobox', { name: 'For how long' }));
  await shown.user.click(await screen.findByRole('option', { name: '8 h' }));
  await shown.user.click(section().getByRole('button', { name: 'Silence' }));
  expect(sent(shown)).toEqual([{ what, until: NOW + 8 * HOUR }]);
  expect(screen.queryByRole('button', { name: 'Save the rules' })).toBeNull();
});

test.for([
  { by: 'Text', says: 'This needs a text.' },
  { by: 'Agent, task or suite', says: 'This needs a number.' },
])('of a $by that is not given: $says', async ({ by, says }) => {
  const { user, fake } = await open();
  await user.click(section().getByRole('radio', { name: by }));
  await user.click(section().getByRole('button', { name: 'Silence' }));
  await screen.findByText(says);
  expect(fake.calls('preferences')).toEqual([]);
});

test('from an item: its agent, for so long', async () => {
  const shown = show({}, [aRow({ id: 4, ago: 60_000 })]);
  await shown.user.click(await row(/Agent 4 is offline/));
  const silence = await button('Silence Agent 4…');
  expect(silence.textContent?.trim()).toBe('Silence…');
  await shown.user.click(silence);
  await shown.user.click(await screen.findByRole('menuitem', { name: 'until tomorrow 8:00' }));
  const [{ silences } = { silences: [] }] = shown.fake.calls('preferences');
  expect(silences).toMatchObject([{ what: AGENT.what, until: new Date(2026, 10, 23, 8).getTime() }]);
  await screen.findByText('Agent 4 is silenced until 23 November 08:00');
});

test('the same silenced again only moves its end, and what has ended goes', () => {
  const old = { ...AGENT, id: 's0', what: { by: 'type', type: 3 }, until: NOW } as const;
  expect(withSilence([old, AGENT], { ...AGENT.what }, NOW + 5 * HOUR, NOW)).toEqual([
    { ...AGENT, until: NOW + 5 * HOUR },
  ]);
});

test.for([
  { duration: 'hour', end: NOW + HOUR },
  { duration: 'shift', end: NOW + 8 * HOUR },
  { duration: 'morning', end: new Date(2026, 10, 23, 8).getTime() },
  { duration: 'week', end: NOW + 168 * HOUR },
] as const)('$duration ends', ({ duration, end }) => {
  expect(silenceEnd(duration, NOW)).toBe(end);
});

const days = (): HTMLElement[] =>
  within(screen.getByRole('group', { name: 'Days on which they begin' })).getAllByRole('button');

test('quiet hours: days, times, over midnight; what comes next is said', async () => {
  const { user, fake } = await open();
  await user.click(await button('Add quiet hours'));
  await screen.findByText('Next: today 22:00, until tomorrow 07:00');
  await screen.findByText('of the next day');
  await user.click(screen.getByRole('button', { name: 'Sunday' }));
  await user.clear(screen.getByRole('textbox', { name: 'From' }));
  await user.type(screen.getByRole('textbox', { name: 'From' }), '2130{Enter}');
  await screen.findByText('Next: tomorrow 21:30, until Tuesday 24 November 07:00');
  await user.click(await button('Save the rules'));
  expect(fake.calls('preferences')).toEqual([
    { quietHours: [{ days: [1, 2, 3, 4, 5, 6], from: 21 * 60 + 30, to: 420 }] },
  ]);
});

test('quiet hours that hold now say when they end', async () => {
  await open({ quietHours: [{ days: [0], from: 0, to: 18 * 60 }] });
  await screen.findByText('Quiet now, until today 18:00');
});

test.for([
  { windows: 20, more: true },
  { windows: 21, more: false },
])('with $windows quiet hours another may be added: $more', async ({ windows, more }) => {
  const night = { days: [1], from: 600, to: 700 };
  await open({ quietHours: Array.from({ length: windows }, () => night) });
  const add = await button('Add quiet hours');
  expect(add.hasAttribute('disabled') || add.getAttribute('aria-disabled') === 'true').toBe(!more);
  expect(screen.queryByText('There can be 21 of them.') === null).toBe(more);
});

test('no day, and a time that is none, are said at their place', async () => {
  const { user } = await open({ quietHours: [{ days: [1], from: 600, to: 700 }] });
  expect(days().map((day) => day.getAttribute('aria-pressed'))).toEqual([
    'true',
    ...Array<string>(6).fill('false'),
  ]);
  await user.click(screen.getByRole('button', { name: 'Monday' }));
  await screen.findByText('Choose at least one day.');
  await user.clear(screen.getByRole('textbox', { name: 'to' }));
  await user.type(screen.getByRole('textbox', { name: 'to' }), '25:00{Enter}');
  await screen.findByText('This needs a time, such as 22:00.');
  expect(screen.queryByRole('button', { name: 'Save the rules' })).toBeNull();
});

test('a test alert says each step of its way, and where it ended', async () => {
  const steps: readonly TestAlertStep[] = [
    { step: 'silence', ok: true, until: null },
    { step: 'rule', ok: true, rule: 'toast', pattern: 'agent:0' },
    { step: 'hold-down', ok: true, seconds: 30 },
    { step: 'pause', ok: true, until: NOW + HOUR, through: true },
    { step: 'service', ok: true },
    { step: 'disturb', ok: true, known: false },
    { step: 'shown', ok: false, outcome: 'failed', reason: 'no room' },
  ];
  const { user, fake } = await open({}, { testAlert: () => ok(steps) });
  const test = within(screen.getByRole('group', { name: 'Send a test alert' }));
  await user.click(test.getByRole('combobox', { name: 'Level of the test' }));
  await user.click(await screen.findByRole('option', { name: 'Critical' }));
  await user.click(test.getByRole('button', { name: 'Send' }));
  const way = within(await screen.findByRole('list', { name: 'The way of the test alert' }));
  const said = way.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(said).toEqual([
    'Passed: No silence covers it.',
    'Passed: The rules say: alert. It is the rule by text “agent:0”.',
    'Passed: A real outage would wait 30 s first; the test does not.',
    'Passed: Alerts are paused until today 15:02; critical breaks through.',
    'Passed: The desktop has a notification service.',
    'Passed: Whether the desktop is set to do not disturb cannot be read here.',
    'Stopped: It was not shown: no room.',
  ]);
  expect(fake.calls('testAlert')).toEqual([{ type: 8, level: 'critical' }]);
});
