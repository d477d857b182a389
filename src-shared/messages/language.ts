import { en, type Messages } from './en/en';
import { createFormat, type Format } from './format';
import { pl } from './pl/pl';
import { ro } from './ro/ro';

export const LANGUAGES = ['en', 'pl', 'ro'] as const;
export type Language = (typeof LANGUAGES)[number];

const all: { readonly [L in Language]: Messages } = { en, pl, ro };

/** The language a person gets: their choice, else the first of the system's that we speak, else English. */
export function chooseLanguage(choice: Language | 'system', system: readonly string[]): Language {
  if (choice !== 'system') return choice;
  const found = system
    .map((tag) => tag.split(/[-_]/)[0]!.toLowerCase())
    .find((tag) => Object.hasOwn(all, tag));
  return (found as Language | undefined) ?? 'en';
}

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
