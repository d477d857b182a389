import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { bad, ok } from './fake-bridge';
import { button, list, row, show, titles } from './show';
import { agents, anAccount, aRow, MINUTE, NOW } from './world';

const details = (): Promise<HTMLElement> => screen.findByRole('region', { name: 'Details' });

test('a toast opens its item, even where the filter hides it', async () => {
  const hidden = aRow({ id: 70, ago: 5 * MINUTE, type: 3, data: { task_id: 70 } }, { seen: true });
  const { fake } = show({}, [...agents(2), hidden]);
  await list();
  act(() => fake.push({ kind: 'open', target: { page: 'inbox', key: hidden.key } }));
  await within(await details()).findByRole('heading', { name: /Task 70 failed/ });
  expect(fake.calls('markSeen')).toEqual([]);
});

test('a summary opens the list of its members, and nothing else', async () => {
  const rows = agents(6);
  const { fake, user } = show({}, rows);
  await list();
  act(() => fake.push({ kind: 'open', target: { page: 'inbox', keys: [rows[4]!.key, rows[1]!.key] } }));
  await waitFor(async () => expect(await titles()).toEqual(['Agent 5 is offline', 'Agent 2 is offline']));
  await user.click(await button('Remove filter 2 alerted items'));
  await waitFor(async () => expect(await titles()).toHaveLength(6));
});

test('a deep link brings its filter', async () => {
  const { fake } = show({}, agents(2));
  await list();
  act(() =>
    fake.push({ kind: 'open', target: { page: 'inbox', filter: { severity: { op: '>', value: 0 } } } }),
  );
  await button('Remove filter severity:>0');
  act(() => fake.push({ kind: 'open', target: { page: 'preferences' } }));
  await screen.findByRole('heading', { name: 'Preferences' });
});

test('the detail reads the item again from the server, quietly', async () => {
  const { user, fake } = show({}, agents(1), { inboxRefresh: () => bad('timeout') });
  await user.click(await row(/Agent 1 /));
  await screen.findByText('Not read again just now: the server did not answer in time.');
  expect(fake.calls('inboxRefresh')).toHaveLength(1);
  await within(await details()).findByRole('heading', { name: /Agent 1 is offline/ });
});

test('the detail names what is known and shows the rest as it is', async () => {
  const item = aRow({
    id: 3587,
    ago: 4 * MINUTE,
    type: 3,
    severity: -7,
    data: {
      task_id: 1557,
      task_type: 'network_ping',
      test_suite_id: 395,
      test_suite_name: 'Core ring',
      loss: { peak: 34, hops: ['a', null] },
    },
  });
  const { user } = show({}, [item], {
    inboxItem: () =>
      ok({
        row: item,
        raw: '{"id":3587,"type":3}',
        firstSeenAt: NOW,
        foundBy: 'head',
        verdicts: [
          { at: NOW, step: 'rule-toast', reason: '' },
          { at: NOW, step: 'storm', reason: '14' },
          { at: NOW, step: 'shown', reason: '' },
        ],
      }),
    inboxRefresh: () => bad('timeout'),
  });
  await user.click(await row(/Task 1557 failed/));
  const detail = within(await details());
  await detail.findByRole('heading', { name: 'Why was I alerted?' });
  const fact = (name: string): string | null | undefined =>
    detail.getByText(name).nextElementSibling?.textContent;
  expect(fact('Task')).toBe('1557 Show all');
  expect(fact('Suite')).toBe('Core ring (395)');
  expect(fact('Severity')).toBe('−7 → Major by type: Task failed');
  expect(fact('Server’s time')).toBe(item.timestamp);
  expect(fact('peak')).toBe('34');
  detail.getByText('Rule for “Task failed”: alert');
  detail.getByText('14 at once: one alert told of all of them');
  detail.getByText(/"id": 3587,/);
});

test('an item that was not alerted says why not', async () => {
  const item = agents(1)[0]!;
  const { user } = show({}, [item], {
    inboxItem: () =>
      ok({
        row: item,
        raw: '{}',
        firstSeenAt: NOW,
        foundBy: 'baseline',
        verdicts: [{ at: NOW, step: 'baseline', reason: '' }],
      }),
    // The server's answer would take its place.
    inboxRefresh: () => bad('timeout'),
  });
  await user.click(await row(/Agent 1 /));
  await screen.findByRole('heading', { name: 'Why wasn’t I alerted?' });
  screen.getByText('Was there before Tocsin first looked, so no alert');
});

test.for([
  { letters: 60, sent: 1 },
  { letters: 61, sent: 0 },
])('a name of $letters letters: sent $sent times', async ({ letters, sent }) => {
  const { user, fake } = show({}, agents(1));
  await user.click(await row(/Agent 1 /));
  await user.click(await button('Name this agent…'));
  await user.click(await screen.findByLabelText('Your name for Agent 1'));
  await user.paste(` ${'ż'.repeat(letters)} `);
  await user.keyboard('{Enter}');
  if (sent === 0) await screen.findByText('At most 60 characters.');
  else await row(/żżż is offline/);
  expect(fake.calls('nameSubject')).toHaveLength(sent);
});

test('an agent gets a name, which stands in its title; an empty one takes it back', async () => {
  const { user, fake } = show({}, agents(1));
  await user.click(await row(/Agent 1 /));
  await user.click(await button('Name this agent…'));
  await user.type(await screen.findByLabelText('Your name for Agent 1'), 'Gdańsk uplink{Enter}');
  expect(fake.calls('nameSubject')).toEqual([{ account: 'lab1', subject: 'agent:1', name: 'Gdańsk uplink' }]);
  await row(/Gdańsk uplink is offline/);
  await waitFor(() => expect(screen.queryByLabelText('Your name for Agent 1')).toBeNull());
  await user.click(await button('Name this agent…'));
  await user.clear(await screen.findByLabelText('Your name for Agent 1'));
  await user.keyboard('{Enter}');
  await row(/Agent 1 is offline/);
});

test('the browser is offered only where the account has addresses', async () => {
  const { user, fake } = show({ accounts: [anAccount({ canOpenInBrowser: true })] }, agents(1));
  await user.click(await row(/Agent 1 /));
  await user.click(await button('Open in browser'));
  expect(fake.calls('openInBrowser')).toEqual([{ key: fake.rows()[0]!.key }]);
});

test('where it is narrow the detail covers the list, and there is a way back', async () => {
  vi.spyOn(window, 'matchMedia').mockImplementation(
    (query) =>
      ({ matches: query.includes('max-width'), addEventListener() {}, removeEventListener() {} }) as never,
  );
  const { user } = show({}, agents(2));
  await user.click(await row(/Agent 2 /));
  const back = await button('Back to the list');
  await waitFor(() => expect(document.activeElement).toBe(back));
  await user.click(back);
  expect(screen.queryByRole('region', { name: 'Details' })).toBeNull();
  await waitFor(async () => expect(document.activeElement).toBe(await row(/Agent 2 /)));
});
