import type { Language } from '../src-shared/messages/choose-language';
import { en, type Messages } from '../src-shared/messages/en/en';
import { wordsWith, type Words } from '../src-shared/messages/words';

/** English comes with the page; the others are 60 kB each, and nobody needs all. */
const packs: { readonly [L in Language]: () => Promise<Messages> } = {
  en: () => Promise.resolve(en),
  pl: async () => (await import('../src-shared/messages/pl/pl')).pl,
  ro: async () => (await import('../src-shared/messages/ro/ro')).ro,
};

/** The words of the languages that were fetched. */
export function createLanguages() {
  const fetched = new Map<Language, Messages>([['en', en]]);
  let words = wordsWith('en', en);
  return {
    /** Does it when the language is there: at once where it is. One that cannot be fetched is shown in English. */
    with(language: Language, act: () => void): void {
      if (fetched.has(language)) return act();
      void packs[language]()
        .then(
          (messages) => void fetched.set(language, messages),
          () => undefined,
        )
        .then(act);
    },
    /** Made once, since Intl's formatters are dear. */
    words(language: Language): Words {
      const known = fetched.has(language) ? language : 'en';
      if (words.language !== known) words = wordsWith(known, fetched.get(known) ?? en);
      return words;
    },
  };
}
