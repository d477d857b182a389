import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { defaultPreferences, type Preferences } from '../../src-shared/preferences';
import '../../src-renderer/preferences/Preferences';
import { bad, ok } from './fake-bridge';
import { button, show } from './show';
import { aState } from './world';
import { open, box, choose, save, done } from './alert-rules-page';

test('rules are a draft: nothing is sent before Save, and only what changed then', async () => {
  const shown = await open();
  await choose(shown, 'Alert for: Agent offline', 'Only count it');
  await shown.user.click(screen.getByRole('switch', { name: 'Tell critical again' }));
  expect(shown.fake.calls('preferences')).toEqual([]);
  await shown.user.click(await save());
  expect(shown.fake.calls('preferences')).toEqual([{ toasts: { '8': 'badge' }, escalate: true }]);
  await screen.findByText('The rules are saved');
  expect(screen.queryByRole('button', { name: 'Discard' })).toBeNull();
});

test('what is as it was is no change any more', async () => {
  const shown = await open();
  const escalate = screen.getByRole('switch', { name: 'Tell critical again' });
  await shown.user.click(escalate);
  await save();
  await shown.user.click(escalate);
  expect(screen.queryByRole('button', { name: 'Save the rules' })).toBeNull();
});

test('a draft outlives the page, and Discard ends it', async () => {
  const { user, fake } = await open();
  await user.click(screen.getByRole('switch', { name: 'Critical breaks through' }));
  await user.click(await button(/^Inbox/));
  await user.click(await button('Preferences'));
  await save();
  const through = (): HTMLElement => screen.getByRole('switch', { name: 'Critical breaks through' });
  expect(through().getAttribute('aria-checked')).toBe('false');
  await user.click(await button('Discard'));
  expect(through().getAttribute('aria-checked')).toBe('true');
  expect(fake.calls('preferences')).toEqual([]);
});

test('what was saved elsewhere meanwhile is no draft any more', async () => {
  const { user, fake } = await open();
  await user.click(screen.getByRole('switch', { name: 'Tell critical again' }));
  await save();
  fake.set({ preferences: { ...defaultPreferences, escalate: true } });
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Save the rules' })).toBeNull());
});

test('what could not be saved is said, and the draft stays', async () => {
  const { user } = await open({}, { preferences: () => bad('storage', { detail: 'disk full' }) });
  await user.click(screen.getByRole('switch', { name: 'Tell critical again' }));
  await user.click(await save());
  await screen.findByText(/^Not saved: the local history cannot be used: “disk full”/);
  await save();
});

test('a level may have another rule than its type: added, changed, removed', async () => {
  const shown = await open();
  const { user, fake } = shown;
  await user.click(await button('Another rule for a level of Agent offline'));
  await user.click(await screen.findByRole('menuitem', { name: 'Level Critical' }));
  await choose(shown, 'Alert for: Agent offline, level Critical', 'Alert without a sound');
  await user.click(await save());
  await user.click(await button('Remove the rule for Agent offline, level Critical'));
  await user.click(await save());
  expect(fake.calls('preferences')).toEqual([
    { toastsByLevel: { '8/critical': 'quiet' } },
    { toastsByLevel: {} },
  ]);
});

const THREE: Preferences['textRules'] = [
  { pattern: 'one', rule: 'badge' },
  { pattern: 'two', rule: 'toast' },
  { pattern: 'three', rule: 'none' },
];

test('the preview: by the saved rules, then by the draft, with what became of the rest', async () => {
  const { user, fake } = await open(
    {},
    { alertPreview: ({ draft }) => ok(done(240, Object.keys(draft).length > 0 ? 12 : 240)) },
  );
  await screen.findByText('In your last 7 days your rules give 240 alerts.');
  await user.click(screen.getByRole('switch', { name: 'Tell critical again' }));
  await screen.findByText('In your last 7 days these rules give 12 alerts instead of 240.');
  await user.click(screen.getByText(/^What became of 1.?000 notifications$/));
  const cells = screen.getAllByRole('row').map(({ textContent }) => textContent);
  expect(cells).toEqual([
    'What these rules givenowwith these rules',
    'with an alert of their own24012',
    'only counted760988',
  ]);
  const runs = fake.calls('alertPreview').map(({ run }) => run);
  expect(runs).toEqual(runs.toSorted((a, b) => a - b));
});

test('a long preview goes on until it is done, and says how far it is; a newer draft takes its place', async () => {
  let asked = 0;
  let release = (): void => undefined;
  const slow = new Promise<void>((resolve) => (release = resolve));
  const { user, fake } = await open(
    {},
    {
      alertPreview: async ({ draft }) => {
        if (Object.keys(draft).length > 0) return ok(done(240, 12));
        asked += 1;
        if (asked === 1) return ok({ state: 'counting', read: 4000, part: 0.1 });
        await slow;
        return ok(done(240, 240));
      },
    },
  );
  await screen.findByText(/^Looking at your last 7 days: 4.?000 so far…$/);
  await user.click(screen.getByRole('switch', { name: 'Tell critical again' }));
  await screen.findByText('In your last 7 days these rules give 12 alerts instead of 240.');
  release();
  const [first, second] = fake.calls('alertPreview');
  expect(second!.run).toBe(first!.run);
  await waitFor(() => expect(fake.calls('alertPreview').length).toBe(3));
  expect(screen.queryByText('In your last 7 days your rules give 240 alerts.')).toBeNull();
});

test.for([
  { field: 'Wait before an agent’s outage is told', typed: '301', says: 'Between 0 and 300 seconds.' },
  { field: 'Changes', typed: '2', says: 'Between 3 and 50 changes.' },
  { field: 'within minutes', typed: 'x', says: 'This needs a whole number.' },
])('$field $typed: $says', async ({ field, typed, says }) => {
  const { user } = await open();
  await user.clear(box(field));
  await user.type(box(field), `${typed}{Enter}`);
  await screen.findByText(says);
  expect(box(field).getAttribute('aria-invalid')).toBe('true');
  expect(screen.queryByRole('button', { name: 'Save the rules' })).toBeNull();
});

test('hold-down and flapping, which can be off', async () => {
  const { user, fake } = await open();
  await user.clear(box('Wait before an agent’s outage is told'));
  await user.type(box('Wait before an agent’s outage is told'), '0{Enter}');
  await user.click(screen.getByRole('switch', { name: 'Recognise flapping' }));
  expect(screen.queryByRole('textbox', { name: 'Changes' })).toBeNull();
  await user.click(await save());
  expect(fake.calls('preferences')).toEqual([{ holdDownSeconds: 0, flapChanges: 0 }]);
});

test('locked rules cannot be touched', async () => {
  const { names, ...locks } = aState().locks;
  show({
    locks: { ...locks, names: [...names, 'textRules', 'escalate'] },
    preferences: { ...defaultPreferences, textRules: THREE },
  });
  await (await import('@testing-library/user-event')).default.click(await button('Preferences'));
  expect(screen.getByRole('switch', { name: 'Tell critical again' }).closest('fieldset')?.disabled).toBe(
    true,
  );
  expect(box('Text of rule 1').disabled).toBe(true);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Remove rule 1' }).disabled).toBe(true);
});
