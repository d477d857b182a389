import type { Language } from '../src-shared/messages/choose-language';
import { createPacks } from '../src-shared/messages/packs';
import type { Words } from '../src-shared/messages/words';

/** The words of the languages that were fetched. */
export function createLanguages() {
  const packs = createPacks();
  let words = packs.words('en');
  return {
    /** Does it when the language is there: at once where it is. One that cannot be fetched is shown in English. */
    with(language: Language, act: () => void): void {
      if (packs.has(language)) return act();
      void packs.load(language).then(act);
    },
    /** Made once, since Intl's formatters are dear. */
    words(language: Language): Words {
      const known = packs.has(language) ? language : 'en';
      if (words.language !== known) words = packs.words(known);
      return words;
    },
  };
}
