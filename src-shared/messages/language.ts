import type { Language } from './choose-language';
import { en, type Messages } from './en/en';
import { pl } from './pl/pl';
import { ro } from './ro/ro';
import { wordsWith, type Words } from './words';

const all: { readonly [L in Language]: Messages } = { en, pl, ro };

/** Of main, which has all languages at hand. */
export const wordsOf = (language: Language, timeZone?: string): Words =>
  wordsWith(language, all[language], timeZone);
