import type { Language } from '../../src-shared/messages/choose-language';
import { en, type Messages } from '../../src-shared/messages/en/en';
import { pl } from '../../src-shared/messages/pl/pl';
import { ro } from '../../src-shared/messages/ro/ro';
import { wordsWith, type Words } from '../../src-shared/messages/words';

const all: { readonly [L in Language]: Messages } = { en, pl, ro };

/** Of any language, at once: the app fetches each when it is wanted. */
export const wordsOf = (language: Language, timeZone?: string): Words =>
  wordsWith(language, all[language], timeZone);
