import type { Language } from './choose-language';
import { en, type Messages } from './en/en';
import { wordsWith, type Words } from './words';

/** English comes with the script; the others are chunks of their own, 70 kB each, and nobody needs all. */
const packs: { readonly [L in Exclude<Language, 'en'>]: () => Promise<Messages> } = {
  pl: async () => (await import('./pl/pl')).pl,
  ro: async () => (await import('./ro/ro')).ro,
};

/** The sentences of the languages that were loaded, in either process. */
export function createPacks() {
  const loaded = new Map<Language, Messages>([['en', en]]);
  return {
    has: (language: Language): boolean => loaded.has(language),
    /** Resolves, never rejects, when there is nothing more to come; at the next turn where it was loaded before. */
    async load(language: Language): Promise<void> {
      if (language === 'en' || loaded.has(language)) return;
      const messages = await packs[language]().catch(() => undefined);
      if (messages) loaded.set(language, messages);
    },
    /** In English where the language is not there. */
    words(language: Language, timeZone?: string): Words {
      const messages = loaded.get(language);
      return messages ? wordsWith(language, messages, timeZone) : wordsWith('en', en, timeZone);
    },
  };
}
