import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { defaultPreferences } from '../../src-shared/preferences';

import { button, openPreferences } from './show';
import { anAccount } from './world';

const namesRow = (): HTMLElement => screen.getByRole('group', { name: 'Names you gave' });
const subjectNames = { 'lab1/agent:4': 'Gdańsk uplink', 'gone/task:7': 'Old backup' };
const preferences = { ...defaultPreferences, subjectNames };

test('each says what it names, and where', async () => {
  await openPreferences({ preferences });
  const names = namesRow();
  expect(names.textContent).toContain('Gdańsk uplink Agent 4 · Lab Warsaw');
  expect(names.textContent).toContain('Old backup Task 7 · an account that is not here');
});

test('one is changed in its place; Escape leaves it as it is', async () => {
  const { user, fake } = await openPreferences({ preferences });
  await user.click(await button('Change Gdańsk uplink'));
  const field = screen.getByRole('textbox', { name: 'Name of Agent 4 · Lab Warsaw' });
  expect(document.activeElement).toBe(field);
  await user.clear(field);
  await user.type(field, 'Sopot{Escape}');
  expect(fake.calls('nameSubject')).toEqual([]);
  await user.click(await button('Change Gdańsk uplink'));
  await user.keyboard(' 2{Enter}');
  await button('Forget Gdańsk uplink 2');
  expect(fake.calls('nameSubject')).toEqual([
    { account: 'lab1', subject: 'agent:4', name: 'Gdańsk uplink 2' },
  ]);
});

test('one is forgotten, with an Undo', async () => {
  const { user, fake } = await openPreferences({ preferences });
  await user.click(await button('Forget Gdańsk uplink'));
  await screen.findByText('“Gdańsk uplink” is forgotten');
  await user.click(await button('Undo'));
  await button('Forget Gdańsk uplink');
  expect(fake.state().preferences.subjectNames).toEqual(subjectNames);
});

test.for([
  { number: 'x', name: 'Uplink', says: 'This needs its number.' },
  { number: '5', name: ' ', says: 'This needs a name.' },
  { number: '04', name: 'Uplink', says: 'It has a name already: “Gdańsk uplink”.' },
])('$number, “$name”: $says', async ({ number, name, says }) => {
  const { user, fake } = await openPreferences({ preferences });
  const form = within(screen.getByRole('form', { name: 'Add a name' }));
  await user.type(form.getByRole('textbox', { name: 'Number' }), number);
  await user.type(form.getByRole('textbox', { name: 'Name' }), `${name}{Enter}`);
  await form.findByText(says);
  expect(fake.calls('nameSubject')).toEqual([]);
});

test('one is added, to the account that is chosen', async () => {
  const accounts = [anAccount(), anAccount({ id: 'lab2', name: 'Lab Kraków' })];
  const { user, fake } = await openPreferences({ preferences, accounts });
  const form = within(screen.getByRole('form', { name: 'Add a name' }));
  await user.click(form.getByRole('combobox', { name: 'Account' }));
  await user.click(await screen.findByRole('option', { name: 'Lab Kraków' }));
  await user.click(form.getByRole('combobox', { name: 'What it is' }));
  await user.click(await screen.findByRole('option', { name: 'Task' }));
  await user.type(form.getByRole('textbox', { name: 'Number' }), '12');
  await user.type(form.getByRole('textbox', { name: 'Name' }), 'Nightly{Enter}');
  await button('Forget Nightly');
  expect(fake.calls('nameSubject')).toEqual([{ account: 'lab2', subject: 'task:12', name: 'Nightly' }]);
});

test('many can be filtered, by name, number and account; what is over a hundred is counted', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 130 }, (_, i) => [`lab1/agent:${i}`, i === 77 ? 'Łódź' : `Agent of site ${i}`]),
  );
  const { user } = await openPreferences({ preferences: { ...defaultPreferences, subjectNames: many } });
  screen.getByText('30 more: filter to see them.');
  expect(screen.getAllByRole('button', { name: /^Forget/ })).toHaveLength(100);
  const filter = screen.getByRole('textbox', { name: 'Filter the names' });
  await user.type(filter, 'lodz warsaw');
  expect(
    screen.getAllByRole('button', { name: /^Forget/ }).map((one) => one.getAttribute('aria-label')),
  ).toEqual(['Forget Łódź']);
  await user.type(filter, ' nowhere');
  screen.getByText('No name, number or account has “lodz warsaw nowhere”.');
});
