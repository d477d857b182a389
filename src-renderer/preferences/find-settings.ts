import type { Messages } from '../../src-shared/messages/en/en';
import type { Preferences } from '../../src-shared/preferences';
import { fold } from '../../src-shared/search';
import type { Setting } from './setting';

/**
 * The settings in whose words every word of the query stands, in the user's language, case and marks aside: "glosnosc"
 * finds "głośność". An empty query finds all.
 */
export function findSettings(
  settings: readonly Setting[],
  query: string,
  messages: Messages,
  preferences: Preferences,
): readonly Setting[] {
  const wanted = fold(query).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return settings;
  return settings.filter((setting) => {
    const text = wordsOf(setting, messages, preferences);
    return wanted.every((word) => text.includes(word));
  });
}

function wordsOf({ section, text, names }: Setting, messages: Messages, preferences: Preferences): string {
  const { label, hint = '', also = [] } = text(messages, preferences);
  const around = messages.pages.preferences.sections[section];
  // The administrator's page calls them by name.
  return fold([label, hint, ...also, around, ...names].join(' '));
}
