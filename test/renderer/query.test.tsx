import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { defaultPreferences } from '../../src-shared/preferences';
import { button, list, row, show } from './show';
import { agents, anAccount, aRow, MINUTE, NOW } from './world';

const box = (): Promise<HTMLElement> => screen.findByLabelText('Filter, or search');
const rows = [
  ...agents(3),
  aRow({ id: 50, ago: 10 * MINUTE, type: 3, data: { task_id: 7, task_type: 'network_ping' }, severity: 3 }),
];

test('typing searches, a whole word that is a filter becomes a chip', async () => {
  const { user, fake } = show({}, rows);
  await list();
  await user.type(await box(), 'type:failed ping');
  await waitFor(() =>
    expect(fake.calls('inboxQuery').at(-1)?.filter).toEqual({ seen: false, types: [3], text: 'ping' }),
  );
  await button('Remove filter type:failed');
  expect(((await box()) as HTMLInputElement).value).toBe('ping');
});

test('Backspace and the cross take chips away', async () => {
  const { user, fake } = show({}, rows);
  await user.type(await box(), 'severity:>=3 ');
  await user.keyboard('{Backspace}');
  await waitFor(() => expect(screen.queryByRole('button', { name: /severity/ })).toBeNull());
  await user.click(await button('Remove filter seen:no'));
  await waitFor(() => expect(fake.calls('inboxQuery').at(-1)?.filter).toEqual({}));
});

test('a word that looks like a filter and is none is said, not dropped', async () => {
  const { user } = show({}, rows);
  await user.type(await box(), 'sevrity:2 ping{Enter}');
  await screen.findByText(/Not a filter: sevrity:2\./);
  expect(((await box()) as HTMLInputElement).value).toBe('sevrity:2 ping');
});

test('several filters at once from the keyboard, all of them kept', async () => {
  const { user, fake } = show({}, rows);
  await user.click(await box());
  await user.paste('level:warning type:offline|failed severity:1 agent');
  await user.keyboard('{Enter}');
  await waitFor(() =>
    expect(fake.calls('inboxQuery').at(-1)?.filter).toEqual({
      seen: false,
      level: 'warning',
      types: [8, 3],
      severity: { op: 'in', values: [1] },
      text: 'agent',
    }),
  );
});

test('the panel does the same for the mouse', async () => {
  const { user, fake } = show({}, rows);
  await user.click(await button('Filters'));
  await user.click(await screen.findByRole('radio', { name: 'Any' }));
  await user.click(screen.getByRole('checkbox', { name: 'Task failed' }));
  await user.click(screen.getByRole('radio', { name: 'Oldest first' }));
  await waitFor(() =>
    expect(fake.calls('inboxQuery').at(-1)?.filter).toEqual({ types: [3], order: 'oldest' }),
  );
  await user.click(screen.getByRole('combobox', { name: 'Compare severity' }));
  await user.click(await screen.findByRole('option', { name: '≥' }));
  await user.type(await screen.findByLabelText('Severity number'), 'two{Enter}');
  await screen.findByText('This needs one whole number.');
  await user.clear(screen.getByLabelText('Severity number'));
  await user.type(screen.getByLabelText('Severity number'), '2{Enter}');
  await waitFor(() =>
    expect(fake.calls('inboxQuery').at(-1)?.filter).toEqual({
      types: [3],
      order: 'oldest',
      severity: { op: '>=', value: 2 },
    }),
  );
});

test('views are filters: each says which is shown', async () => {
  const { user, fake } = show({}, rows);
  const critical = await button(/^Critical/);
  await user.click(critical);
  expect(critical.getAttribute('aria-current')).toBe('page');
  await waitFor(() => expect(fake.calls('inboxQuery').at(-1)?.filter).toEqual({ level: 'critical' }));
  await screen.findByRole('heading', { name: 'Nothing critical here' });
});

test('Escape leads from the box to the list, and the filter stays', async () => {
  const { user, fake } = show({}, rows);
  await list();
  await user.type(await box(), 'type:offline {Escape}');
  await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('option'));
  expect(fake.calls('inboxQuery').at(-1)?.filter).toEqual({ seen: false, types: [8] });
});

test('down now: agents that are offline and not back, seen or not, with their number', async () => {
  const lasting = aRow({ id: 4, ago: MINUTE }, { seen: true });
  const over = aRow({ id: 5, ago: 2 * MINUTE }, { outageTo: 5 });
  const { user, fake } = show({ down: 1 }, [lasting, over]);
  await user.click(await button('Down now, 1 agent down'));
  await waitFor(() => expect(fake.calls('inboxQuery').at(-1)?.filter).toEqual({ down: true }));
  await row(/Agent 4 is offline/);
  expect(screen.queryByRole('option', { name: /Agent 5/ })).toBeNull();
  screen.getByRole('button', { name: 'Remove filter down:yes' });
});

test('down now: the button marks what is shown, and nothing else that is unseen', async () => {
  const lasting = aRow({ id: 4, ago: MINUTE });
  const { user, fake } = show({ down: 1 }, [lasting, ...agents(3, { outageTo: 5 })]);
  await user.click(await button(/^Down now/));
  await user.click(await button('Mark 1 as seen'));
  expect(fake.calls('markSeen')).toEqual([{ keys: [lasting.key] }]);
  expect(fake.calls('markAllAsk')).toEqual([]);
});

test('/ is in the box at once: what is typed right behind it is no key of the list', async () => {
  show({}, rows);
  await list();
  const field = await box();
  fireEvent.keyDown(document.body, { key: '/' });
  expect(document.activeElement).toBe(field);
});

test.for([
  { when: 'all answered', account: anAccount(), says: /^The server answered within the last minute\.$/ },
  {
    when: 'one is not watched',
    account: anAccount({ health: { state: 'not-watching', since: NOW, failure: { kind: 'timeout' } } }),
    says: /^Not watching Lab Warsaw, so there may be more\.$/,
  },
])('nobody is down, $when', async ({ account, says }) => {
  const { user } = show({ accounts: [account] }, [aRow({ id: 5, ago: MINUTE }, { outageTo: 5 })]);
  await user.click(await button('Down now'));
  await screen.findByRole('heading', { name: 'As far as is known, no agent is down' });
  screen.getByText(says);
});

test.for([
  { when: 'no severity is critical', severityLevels: { '3': 'major' }, asks: true },
  { when: 'one is', severityLevels: { '9': 'critical' }, asks: false },
] as const)('the critical view without a row, $when', async ({ severityLevels, asks }) => {
  const { user } = show({ preferences: { ...defaultPreferences, severityLevels } }, rows);
  await user.click(await button(/^Critical/));
  await screen.findByRole('heading', { name: 'Nothing critical here' });
  expect(screen.queryByText(/^No type is critical by itself/) !== null).toBe(asks);
  if (!asks) return;
  await user.click(await button('Say what they mean'));
  await screen.findByRole('heading', { name: 'Preferences' });
});

test('a filter that finds nothing can be asked of the server', async () => {
  const { user, fake } = show({ accounts: [anAccount()] }, rows);
  await user.type(await box(), 'severity:99 ');
  await user.click(await button('Ask Lab Warsaw for more'));
  expect(fake.calls('askServer')[0]).toEqual({
    account: 'lab1',
    filter: { seen: false, severity: { op: 'in', values: [99] } },
    offset: 0,
  });
  await screen.findByText('Lab Warsaw has no others.');
  await user.click(await button('Clear the filter'));
  await list();
});

test('with a filter the button marks exactly what it shows', async () => {
  const { user, fake } = show({}, rows);
  await user.type(await box(), 'type:failed ');
  await user.click(await button('Mark 1 as seen'));
  expect(fake.calls('markSeen')).toEqual([{ keys: [rows[3]!.key] }]);
  expect(fake.calls('markAllAsk')).toEqual([]);
});

test('from a notification to everything of its agent', async () => {
  const { user, fake } = show({}, rows);
  await user.click(await row(/Agent 2 is offline/));
  await user.click(await button('Show all of Agent 2'));
  await waitFor(() =>
    expect(fake.calls('inboxQuery').at(-1)?.filter).toEqual({ account: 'lab1', text: 'agent:2' }),
  );
  expect(((await box()) as HTMLInputElement).value).toBe('agent:2');
  expect(screen.queryByText(/^Not a filter/)).toBeNull();
  await user.type(await box(), ' ');
  expect(screen.queryByText(/^Not a filter/)).toBeNull();
});

test('a filter that has none says nothing of the next one: “All seen” is not said before it has answered', async () => {
  const { user, fake } = show({}, rows);
  await user.type(await box(), 'type:online ');
  await screen.findByRole('heading', { name: 'Nothing here matches the filter' });
  const before = fake.calls('inboxQuery').length;
  await user.click(await button('Remove filter type:online'));
  await list();
  // Where all is seen, the newest of everything is asked for.
  expect(
    fake
      .calls('inboxQuery')
      .slice(before)
      .map(({ filter }) => filter),
  ).toEqual([{ seen: false }]);
});

test('where nothing unseen matches, what is seen is one click away, by the same filter', async () => {
  const seen = aRow({ id: 60, ago: MINUTE, type: 7 }, { seen: true });
  const { user } = show({}, [...rows, seen]);
  await user.type(await box(), 'type:online ');
  await user.click(await button('Show seen items too'));
  expect(await screen.findAllByRole('option')).toHaveLength(1);
  await button('Remove filter type:online');
});

test('a day: typed by its name, or chosen in the panel; the chip says which day that is', async () => {
  const { user, fake } = show({}, rows);
  const asked = () => fake.calls('inboxQuery').at(-1)?.filter;
  await user.type(await box(), 'on:tuesday ');
  await waitFor(() => expect(asked()).toEqual({ seen: false, since: '2026-11-17', until: '2026-11-17' }));
  await user.click(await button(/^Remove filter on:Tue,? 17 Nov$/));
  await waitFor(() => expect(asked()).toEqual({ seen: false }));
  await user.click(await button('Filters'));
  await user.click(await screen.findByRole('combobox', { name: 'Day' }));
  await user.click(await screen.findByRole('option', { name: /^Tuesday,? 17 November$/ }));
  await waitFor(() => expect(asked()).toEqual({ seen: false, since: '2026-11-17', until: '2026-11-17' }));
  await user.click(screen.getByRole('combobox', { name: 'Day' }));
  await user.click(await screen.findByRole('option', { name: 'From … to …' }));
  const type = async (label: string, text: string): Promise<void> => {
    await user.clear(await screen.findByLabelText(label));
    await user.type(screen.getByLabelText(label), `${text}{Enter}`);
  };
  await type('From', '3.11');
  await waitFor(() => expect(asked()).toEqual({ seen: false, since: '2026-11-03', until: '2026-11-17' }));
  expect(screen.getByLabelText<HTMLInputElement>('From').value).toBe('2026-11-03');
  await type('To', '31.11');
  await screen.findByText(/^This needs a day/);
  await type('To', 'wtorek');
  await waitFor(() => expect(screen.queryByText(/^This needs a day/)).toBeNull());
  await type('From', ' ');
  await waitFor(() => expect(asked()).toEqual({ seen: false, until: '2026-11-17' }));
  await user.click(screen.getByRole('combobox', { name: 'Day' }));
  await user.click(await screen.findByRole('option', { name: 'Any day' }));
  await waitFor(() => expect(asked()).toEqual({ seen: false }));
});
