import { expect, test } from 'vitest';
import type { Language } from '../../../src-shared/messages/choose-language';
import { createWords } from '../../../src-main/core/words';

test('made once, and anew when the language or the zone’s offset changes', () => {
  const home = process.env['TZ'];
  process.env['TZ'] = 'Europe/Warsaw';
  let now = Date.UTC(2026, 9, 24, 12);
  let language: Language = 'en';
  const words = createWords({ now: () => now }, () => language);
  const summer = words();
  expect(words()).toBe(summer);
  language = 'pl';
  expect(words()).toMatchObject({ language: 'pl' });
  expect(words()).toBe(words());
  const polish = words();
  now = Date.UTC(2026, 9, 26, 12);
  expect(words()).not.toBe(polish);
  if (home === undefined) delete process.env['TZ'];
  else process.env['TZ'] = home;
});
