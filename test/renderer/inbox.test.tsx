import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ok, bad, UNDO_MS } from './fake-bridge';
import { button, list, row, show, titles } from './show';
import { agents, anAccount, aRow, MINUTE, NOW } from './world';

test('rows say what happened, how urgent it is and when', async () => {
  show({}, [
    aRow({ id: 4, ago: MINUTE }),
    aRow(
      { id: 5, ago: 2 * MINUTE, type: 3, data: { task_id: 1557, task_type: 'network_ping' } },
      { seen: true },
    ),
  ]);
  await screen.findByRole('option', { name: /^Unseen Major Agent 4 is offline 14:01$/ });
  await (await import('@testing-library/user-event')).default.setup().click(await button(/^All/));
  await screen.findByRole('option', { name: /^Major Task 1557 failed network_ping 14:00$/ });
});

test('the keyboard moves one cursor through the list and tells how long the list is', async () => {
  const { user } = show({}, agents(300));
  const first = await row(/Agent 300 is offline/);
  expect(first.getAttribute('aria-setsize')).toBe('300');
  await user.keyboard('j');
  expect(document.activeElement).toBe(await row(/Agent 299 /));
  await user.keyboard('j{ArrowDown}k');
  expect(document.activeElement).toBe(await row(/Agent 298 /));
  await user.keyboard('{End}');
  const last = await row(/Agent 1 is offline/);
  await waitFor(() => expect(document.activeElement).toBe(last));
  expect(last.getAttribute('aria-posinset')).toBe('300');
  await user.keyboard('{Home}');
  await waitFor(async () => expect(document.activeElement).toBe(await row(/Agent 300 /)));
  const stops = within(await list())
    .getAllByRole('option')
    .filter((one) => one.tabIndex === 0);
  expect(stops).toHaveLength(1);
});

test('opening a row marks nothing; Esc closes it and the cursor is where it was', async () => {
  const { user, fake } = show({}, agents(3));
  await row(/Agent 3 /);
  await user.keyboard('j{Enter}');
  const detail = await screen.findByRole('region', { name: 'Details' });
  await within(detail).findByRole('heading', { name: /Agent 2 is offline/ });
  expect(fake.calls('markSeen')).toEqual([]);
  within(detail)
    .getByRole('button', { name: /Mark as seen/ })
    .focus();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Details' })).toBeNull());
  expect(document.activeElement).toBe(await row(/Agent 2 /));
});

test('the open detail follows the cursor', async () => {
  const { user } = show({}, agents(3));
  await user.click(await row(/Agent 3 /));
  await user.keyboard('j');
  await screen.findByRole('heading', { name: /Agent 2 is offline/ });
});

test('e marks the row under the cursor; it stays, as seen, and u takes it back', async () => {
  const { user, fake } = show({}, agents(3));
  await row(/Agent 3 /);
  await user.keyboard('je');
  expect(fake.calls('markSeen')).toEqual([{ keys: [fake.rows()[1]!.key] }]);
  await screen.findByText('Marked 1 as seen');
  await screen.findByRole('option', { name: /^Major Agent 2 is offline.*mark on its way/ });
  await user.keyboard('u');
  await screen.findByText('Taken back. Nothing was sent.');
  expect(fake.calls('undo')).toEqual([{ batch: 'batch1' }]);
  await screen.findByRole('option', { name: /^Unseen Major Agent 2 / });
});

test('an Undo that comes too late says so', async () => {
  const { user } = show({}, agents(1), { undo: () => ok('already sent') });
  await row(/Agent 1 /);
  await user.keyboard('je');
  await screen.findByText('Marked 1 as seen');
  await user.keyboard('{Control>}z{/Control}');
  await screen.findByText('Too late to take back: the server has it already.');
});

test('the Undo goes when its time is over, and counts the seconds until then', async () => {
  show({}, agents(1));
  await row(/Agent 1 /);
  vi.useFakeTimers({
    toFake: ['Date', 'setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'],
    now: NOW,
  });
  fireEvent.keyDown(window, { key: 'j' });
  fireEvent.keyDown(window, { key: 'e' });
  await act(() => vi.advanceTimersByTimeAsync(50));
  expect(screen.getByText('8 s')).toBeTruthy();
  await act(() => vi.advanceTimersByTimeAsync(3000));
  expect(screen.getByText('5 s')).toBeTruthy();
  await act(() => vi.advanceTimersByTimeAsync(UNDO_MS));
  expect(screen.queryByText('Marked 1 as seen')).toBeNull();
});

test('a mark that was made elsewhere can be taken back here, and counts once', async () => {
  const { fake, user } = show({}, agents(2));
  await row(/Agent 2 /);
  const batch = { batch: 'toast', count: 1, until: NOW + 8000 };
  act(() => fake.push({ kind: 'marked', batch }));
  act(() => fake.push({ kind: 'marked', batch }));
  await user.click(await button('Undo'));
  expect(fake.calls('undo')).toEqual([{ batch: 'toast' }]);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
});

test('x, Shift and Ctrl select several, and they are marked together', async () => {
  const { user, fake } = show({}, agents(6));
  await row(/Agent 6 /);
  await user.keyboard('{Home}{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  await button('Mark 3 as seen');
  await user.keyboard('jx');
  await user.keyboard('{Control>}');
  await user.click(await row(/Agent 1 /));
  await user.keyboard('{/Control}');
  await user.click(await button('Mark 5 as seen'));
  expect(fake.calls('markSeen').map(({ keys }) => keys.map(({ id }) => id))).toEqual([
    ['6', '5', '4', '3', '1'],
  ]);
});

test('marks are sent in batches that the contract takes, and taken back as one', async () => {
  const { user, fake } = show({}, agents(700));
  await user.click(await button('Filters'));
  await user.click(await screen.findByRole('checkbox', { name: 'Agent offline' }));
  await user.keyboard('{Escape}');
  // They have to be loaded first: here by looking at every page of them.
  for (const top of [3500, 7000, 10500, 14000, 17500, 21000, 22000]) {
    (await list()).parentElement!.scrollTop = top;
    await waitFor(async () => expect(await titles()).not.toContain(undefined));
  }
  await user.click(await button('Mark 700 as seen'));
  await screen.findByText('Marked 700 as seen');
  expect(fake.calls('markSeen').map(({ keys }) => keys.length)).toEqual([500, 200]);
  await user.click(await button('Undo'));
  await waitFor(() => expect(fake.calls('undo')).toEqual([{ batch: 'batch1' }, { batch: 'batch2' }]));
});

test('what the server does not accept, or does not have any more, stands on its row', async () => {
  const { user } = show({}, [
    aRow({ id: 1, ago: MINUTE }, { seen: true, mark: 'refused' }),
    aRow({ id: 2, ago: 2 * MINUTE }, { live: false }),
  ]);
  await user.click(await button(/^All/));
  await row(/Agent 1 .*mark not accepted/);
  await row(/Agent 2 .*no longer on the server/);
});

test('arrivals wait above while a row is open, and come when they are asked for', async () => {
  const { user, fake } = show({}, agents(3));
  await user.click(await row(/Agent 2 /));
  const before = await titles();
  act(() => fake.put([aRow({ id: 9, ago: 1000 }), aRow({ id: 8, ago: 2000 }), ...fake.rows()]));
  const more = await button('2 new');
  expect(await titles()).toEqual(before);
  await user.click(more);
  await waitFor(async () => expect((await titles())[0]).toBe('Agent 9 is offline'));
  expect(screen.queryByRole('button', { name: '2 new' })).toBeNull();
  expect(screen.getAllByText('New since 14:02').length).toBeGreaterThan(0);
});

test('nothing held: arrivals come by themselves', async () => {
  const { fake } = show({}, agents(2));
  await row(/Agent 2 /);
  act(() => fake.put([aRow({ id: 9, ago: 1000 }), ...fake.rows()]));
  await waitFor(async () => expect((await titles())[0]).toBe('Agent 9 is offline'));
});

test('days stand above their rows', async () => {
  show({}, [
    aRow({ id: 3, ago: MINUTE }),
    aRow({ id: 2, ago: 20 * 60 * MINUTE }),
    aRow({ id: 1, ago: 50 * 60 * MINUTE }),
  ]);
  await list();
  for (const day of ['Today', 'Yesterday, 21 November', '20 November'])
    expect((await screen.findAllByText(day)).length).toBeGreaterThan(0);
});

test('a list that could not be read says so and is asked again', async () => {
  let broken = true;
  const { user } = show({}, agents(1), {
    inboxQuery: ({ offset }) =>
      broken
        ? bad('storage', { detail: 'disk I/O error' })
        : ok({ rows: offset === 0 ? agents(1) : [], total: 1, revision: 1 }),
  });
  await screen.findByText(/disk I\/O error/);
  broken = false;
  await user.click(await button('Try again'));
  await row(/Agent 1 /);
});

test('keys do nothing while text is typed', async () => {
  const { user, fake } = show({}, agents(2));
  await row(/Agent 2 /);
  await user.keyboard('/');
  expect(document.activeElement).toBe(await screen.findByLabelText('Filter, or search'));
  await user.keyboard('jeru?');
  expect(fake.calls('markSeen')).toEqual([]);
  expect(fake.calls('pollNow')).toEqual([]);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('r polls, ? shows the keys, Esc closes them', async () => {
  const { user, fake } = show({}, agents(1));
  await row(/Agent 1 /);
  await user.keyboard('r?');
  expect(fake.calls('pollNow')).toHaveLength(1);
  await screen.findByRole('dialog', { name: 'Keys' });
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('older rows are asked of the server itself while the history is not read', async () => {
  const { user, fake } = show({ accounts: [anAccount({ progress: { read: 2, total: 40 } })] }, agents(2), {
    askServer: ({ offset }) =>
      ok({ rows: [aRow({ id: 77, ago: 900 * MINUTE })], total: 40, nextOffset: offset + 1, left: ['text'] }),
  });
  await user.click(await button(/^All/));
  await user.click(await button('Ask Lab Warsaw for more'));
  await row(/Agent 77 /);
  expect(fake.calls('askServer')[0]).toMatchObject({ account: 'lab1', offset: 0 });
  await screen.findByText('It cannot search for words, so its answer was searched here.');
});
