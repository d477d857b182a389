import { expect, test } from 'vitest';
import { createSpeech } from '../../../src-main/core/words';
import type { Language } from '../../../src-shared/messages/choose-language';
import { defaultPreferences } from '../../../src-shared/preferences';
import { createFakeClock } from '../../support/fake-clock';
import { startTestApp } from '../../support/fake-desktop';
import { wordsOf } from '../../support/words';

/** Of a person whose system speaks `system`. */
function speech(system: string) {
  const world = { now: Date.UTC(2026, 9, 24, 12), language: 'system' as Language | 'system' };
  const said = createSpeech({
    clock: { now: () => world.now },
    preferences: () => ({ ...defaultPreferences, language: world.language }),
    systemLanguages: [system],
  });
  return { world, ...said };
}

test('made once, and anew when the language or the zone’s offset changes', async () => {
  const home = process.env['TZ'];
  process.env['TZ'] = 'Europe/Warsaw';
  const { world, words, speak } = speech('en-GB');
  const summer = words();
  expect(words()).toBe(summer);
  world.language = 'pl';
  await speak();
  const polish = words();
  expect(polish.messages).toBe(wordsOf('pl').messages);
  expect(words()).toBe(polish);
  world.now = Date.UTC(2026, 9, 26, 12);
  expect(words()).not.toBe(polish);
  if (home === undefined) delete process.env['TZ'];
  else process.env['TZ'] = home;
});

test('a language is in force when it was fetched; until then the one before it', async () => {
  const { world, words, speak } = speech('ro');
  await speak();
  expect(words().messages).toBe(wordsOf('ro').messages);
  world.language = 'pl';
  expect(words().messages).toBe(wordsOf('ro').messages);
  await speak();
  expect(words().messages).toBe(wordsOf('pl').messages);
  world.language = 'ro';
  expect(words().messages).toBe(wordsOf('ro').messages);
});

test('what is said after a change of language is said in it, and the window is told with it', async () => {
  const apis = { inbox: never, tenant: never, forget: () => undefined };
  const { app, states } = startTestApp(createFakeClock(), { apis });
  await app.start();
  const told = states.length;
  await app.settings.change({ language: 'pl' });
  expect(app.words().messages).toBe(wordsOf('pl').messages);
  expect(states.slice(told).map(({ language }) => language)).toEqual(['pl']);
  await app.stop();
});

const never = (): never => {
  throw new Error('nothing is asked');
};
