import type { Language } from './choose-language';
import { en, type Messages } from './en/en';
import { createFormat, type Format } from './format';
import { pl } from './pl/pl';
import { ro } from './ro/ro';

const all: { readonly [L in Language]: Messages } = { en, pl, ro };

export interface Words {
  readonly language: Language;
  readonly messages: Messages;
  readonly format: Format;
}

export function wordsOf(language: Language, timeZone?: string): Words {
  const messages = all[language];
  // English dates as most of the world writes them: 21 November.
  const locale = language === 'en' ? 'en-GB' : language;
  return { language, messages, format: createFormat(locale, messages.units, timeZone) };
}
