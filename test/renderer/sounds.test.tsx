import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { bad, ok } from './fake-bridge';
import { button, show } from './show';
import { agents } from './world';

async function open(handlers: Parameters<typeof show>[2] = {}) {
  const shown = show({}, agents(1), handlers);
  await shown.user.click(await button('Preferences'));
  await screen.findByRole('heading', { name: 'Preferences' });
  const row = screen.getByRole('group', { name: 'Sounds' });
  return { ...shown, row };
}

test('a level’s sound is turned on by its name; the others stay as they are', async () => {
  const { user, fake, row } = await open();
  const on = (name: string) => within(row).getByRole('switch', { name }).getAttribute('aria-checked');
  const levels = ['Critical', 'Major', 'Warning', 'Info', 'Recovered'];
  expect(levels.map(on)).toEqual(['true', 'true', 'false', 'false', 'false']);
  await user.click(within(row).getByRole('switch', { name: 'Warning' }));
  expect(fake.calls('preferences')).toEqual([
    { sounds: { critical: true, major: true, warning: true, info: false, recovered: false } },
  ]);
});

test.for([
  { answer: ok({ outcome: 'played' } as const), said: null },
  { answer: ok({ outcome: 'no-player' } as const), said: /no program that plays sounds.*alsa-utils/ },
  { answer: ok({ outcome: 'failed' } as const), said: /could not be played/ },
  { answer: bad('bug'), said: /could not be played/ },
])('a sound is heard on its button; what is in the way is said: $said', async ({ answer, said }) => {
  const { user, fake, row } = await open({ playSound: () => answer });
  await user.click(within(row).getByRole('button', { name: 'Play the sound of “Recovered”' }));
  expect(fake.calls('playSound')).toEqual([{ look: 'recovered' }]);
  if (said === null) expect(within(row).queryByRole('alert')).toBeNull();
  else expect((await within(row).findByRole('alert')).textContent).toMatch(said);
});

test('the volume is a number up to 100', async () => {
  const { user, fake } = await open();
  const field = screen.getByRole('textbox', { name: 'Volume of sounds' });
  await user.clear(field);
  await user.type(field, '101{Enter}');
  await screen.findByText('Between 0 and 100 %.');
  await user.clear(field);
  await user.type(field, '35{Enter}');
  expect(fake.calls('preferences')).toEqual([{ soundVolume: 35 }]);
});
