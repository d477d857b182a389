import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { bad, ok } from './fake-bridge';
import { button, list, show } from './show';
import { agents, anAccount, aRow, MINUTE } from './world';

test('the whole inbox is marked after a question with the number', async () => {
  const { user, fake } = show({}, agents(214));
  await list();
  await user.click(await button('Mark 214 as seen'));
  const dialog = await screen.findByRole('dialog', { name: 'Mark all as seen' });
  await within(dialog).findByText('Mark 214 as seen on Lab Warsaw?');
  expect(fake.calls('markAll')).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Mark 214 as seen' }));
  await screen.findByText('Marked 214 as seen on Lab Warsaw.');
  expect(fake.calls('markAll')).toEqual([{ account: 'lab1', expected: 214 }]);
  await screen.findByRole('heading', { name: 'All seen' });
});

test('where more have arrived meanwhile nothing is marked, and the new number is asked', async () => {
  let count = 2;
  const { user, fake } = show({}, agents(2), {
    markAllAsk: ({ account }) => ok({ account, name: 'Lab Warsaw', count, snoozed: 1 }),
    markAll: ({ expected }) => (expected < count ? bad('grew') : ok({ marked: expected })),
  });
  await user.click(await button('Mark 2 as seen'));
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByText('Mark 2 as seen on Lab Warsaw?');
  within(dialog).getByText(/1 of them is snoozed/);
  count = 5;
  await user.click(within(dialog).getByRole('button', { name: 'Mark 2 as seen' }));
  await within(dialog).findByText('More have arrived meanwhile. It would be 5 now.');
  await user.click(within(dialog).getByRole('button', { name: 'Mark 5 as seen' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(fake.calls('markAll').map(({ expected }) => expected)).toEqual([2, 5]);
});

test('with several accounts it is asked which', async () => {
  const { user, fake } = show({ accounts: [anAccount(), anAccount({ id: 'lab2', name: 'Lab Kraków' })] }, [
    ...agents(2),
    aRow({ id: 9, ago: MINUTE, account: 'lab2' }),
  ]);
  await user.click(await button('Mark 3 as seen'));
  await user.click(await button(/Lab Kraków 1 unseen/));
  await screen.findByText('Mark 1 as seen on Lab Kraków?');
  expect(fake.calls('markAllAsk')).toEqual([{ account: 'lab2' }]);
});

test('a server that does not answer is said, and nothing can be marked', async () => {
  const { user } = show({}, agents(2), { markAllAsk: () => bad('timeout') });
  await user.click(await button('Mark 2 as seen'));
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByText(/The server did not answer in time/);
  expect(within(dialog).queryByRole('button', { name: /^Mark/ })).toBeNull();
});

test('the tray asks for one account', async () => {
  const { fake } = show({}, agents(2));
  await list();
  act(() => fake.push({ kind: 'open', target: { page: 'account', account: 'lab1', markAll: true } }));
  await screen.findByText('Mark 2 as seen on Lab Warsaw?');
});
