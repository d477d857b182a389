import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
// With the file: the first import() of a run takes a while.
import '../../src-renderer/preferences/Preferences';
import { bad } from './fake-bridge';
import { openPreferences } from './show';

const seconds = (): HTMLInputElement => screen.getByRole('textbox', { name: 'Ask every server every' });

test.for([
  { typed: '9', says: 'Between 10 and 300 seconds.' },
  { typed: '301', says: 'Between 10 and 300 seconds.' },
  { typed: '1.5', says: 'This needs a whole number.' },
  { typed: 'soon', says: 'This needs a whole number.' },
])('$typed seconds: $says', async ({ typed, says }) => {
  const { user, fake } = await openPreferences();
  await user.clear(seconds());
  await user.type(seconds(), `${typed}{Enter}`);
  await screen.findByText(says);
  expect(seconds().getAttribute('aria-invalid')).toBe('true');
  expect(fake.calls('preferences')).toEqual([]);
});

test('a change is saved at once, and only what changed', async () => {
  const { user, fake } = await openPreferences();
  await user.clear(seconds());
  await user.type(seconds(), '60');
  await user.tab();
  await user.click(screen.getByRole('radio', { name: 'Dark' }));
  await user.click(screen.getByRole('radio', { name: 'Compact' }));
  await user.click(screen.getByRole('combobox', { name: 'Language' }));
  await user.click(await screen.findByRole('option', { name: 'Polski' }));
  expect(fake.calls('preferences')).toEqual([
    { pollSeconds: 60 },
    { theme: 'dark' },
    { density: 'compact' },
    { language: 'pl' },
  ]);
  expect(seconds().value).toBe('60');
});

test('what could not be saved is said', async () => {
  const { user } = await openPreferences({}, [], {
    preferences: () => bad('storage', { detail: 'disk full' }),
  });
  await user.click(screen.getByRole('radio', { name: 'Light' }));
  await screen.findByText(/^Not saved: the local history cannot be used: “disk full”/);
});

test('severity numbers get a meaning, once each', async () => {
  const { user, fake } = await openPreferences();
  await user.type(screen.getByLabelText('Severity number'), 'x{Enter}');
  await screen.findByText('This needs a whole number.');
  await user.clear(screen.getByLabelText('Severity number'));
  await user.type(screen.getByLabelText('Severity number'), '-7{Enter}');
  await screen.findByRole('combobox', { name: 'Level of severity -7' });
  await user.type(screen.getByLabelText('Severity number'), '-7{Enter}');
  await screen.findByText('This number has a level already.');
  await user.click(screen.getByRole('combobox', { name: 'Level of severity -7' }));
  await user.click(await screen.findByRole('option', { name: 'As the type says' }));
  expect(fake.calls('preferences')).toEqual([{ severityLevels: { '-7': 'major' } }, { severityLevels: {} }]);
});

test('how much of the history is kept: days, a number, or everything', async () => {
  const { user, fake } = await openPreferences();
  const field = (): HTMLInputElement => screen.getByLabelText('For so many days');
  expect(field().value).toBe('180');
  await user.clear(field());
  await user.type(field(), '3{Enter}');
  await screen.findByText(/^Between 7 and 3.?650 days\.$/);
  await user.clear(field());
  await user.type(field(), '30{Enter}');
  await user.click(screen.getByRole('radio', { name: 'Number' }));
  await screen.findByLabelText('So many of each account');
  await user.click(screen.getByRole('radio', { name: 'Everything' }));
  await waitFor(() => expect(screen.queryByLabelText('So many of each account')).toBeNull());
  expect(fake.calls('preferences')).toEqual([
    { keep: { by: 'days', days: 30 } },
    { keep: { by: 'items', items: 100_000 } },
    { keep: { by: 'all' } },
  ]);
});
