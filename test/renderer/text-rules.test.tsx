import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Preferences } from '../../src-shared/preferences';
import '../../src-renderer/preferences/Preferences';
import { ok } from './fake-bridge';
import { button } from './show';
import { open, row, box, choose, save, done } from './alert-rules-page';

const THREE: Preferences['textRules'] = [
  { pattern: 'one', rule: 'badge' },
  { pattern: 'two', rule: 'toast' },
  { pattern: 'three', rule: 'none' },
];

const order = (): string[] =>
  row('Rules by text')
    .getAllByRole<HTMLInputElement>('textbox')
    .map(({ value }) => value);

test('text rules are added, edited and given another effect', async () => {
  const shown = await open({ textRules: THREE.slice(0, 1) });
  const { user, fake } = shown;
  await user.click(await button('Add a rule'));
  expect(document.activeElement).toBe(box('Text of rule 2'));
  await user.keyboard('Branch *{Enter}');
  await choose(shown, 'What rule 2 does', 'Nothing');
  await user.clear(box('Text of rule 1'));
  await user.type(box('Text of rule 1'), 'uplink{Enter}');
  await user.click(await save());
  expect(fake.calls('preferences')).toEqual([
    {
      textRules: [
        { pattern: 'uplink', rule: 'badge' },
        { pattern: 'Branch *', rule: 'none' },
      ],
    },
  ]);
});

test.for([
  { typed: ' ', says: 'This needs a text.' },
  { typed: 'x'.repeat(101), says: 'At most 100 characters.' },
])('a text rule of $typed.length letters: $says', async ({ typed, says }) => {
  const { user, fake } = await open({ textRules: THREE });
  await user.clear(box('Text of rule 2'));
  await user.click(box('Text of rule 2'));
  await user.paste(typed);
  await user.keyboard('{Enter}');
  expect((await screen.findByText(says)).getAttribute('role')).toBe('alert');
  expect(box('Text of rule 2').getAttribute('aria-invalid')).toBe('true');
  await user.keyboard('{Escape}');
  expect(box('Text of rule 2').value).toBe('two');
  expect(fake.calls('preferences')).toEqual([]);
});

test('they are ordered by the keyboard, and the focus goes with the rule', async () => {
  const { user } = await open({ textRules: THREE });
  await user.click(box('Text of rule 3'));
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  expect(order()).toEqual(['one', 'three', 'two']);
  expect(document.activeElement).toBe(box('Text of rule 2'));
  await user.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}');
  expect(order()).toEqual(['three', 'one', 'two']);
  await user.click(await button('Move rule 1 down'));
  expect(order()).toEqual(['one', 'three', 'two']);
});

test('a removed one can be taken back, where it stood', async () => {
  const { user } = await open({ textRules: THREE });
  await user.click(await button('Remove rule 2'));
  expect(order()).toEqual(['one', 'three']);
  const undo = row('Rules by text').getByRole('button', { name: 'Undo' });
  expect(document.activeElement).toBe(undo);
  await user.click(undo);
  expect(order()).toEqual(['one', 'two', 'three']);
  expect(screen.queryByRole('button', { name: 'Save the rules' })).toBeNull();
});

test('each says how many of the last days it fits', async () => {
  await open({ textRules: THREE }, { alertPreview: () => ok(done(240, 240, [12, 1, 0])) });
  await screen.findByText('fits 12 notifications of your last 7 days');
  await screen.findByText('fits 1 notification of your last 7 days');
  await screen.findByText('fits 0 notifications of your last 7 days');
});
