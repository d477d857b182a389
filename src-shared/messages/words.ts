import type { Language } from './choose-language';
import type { Messages } from './en/en';
import { createFormat, type Format } from './format';

export interface Words {
  readonly language: Language;
  readonly messages: Messages;
  readonly format: Format;
}

export function wordsWith(language: Language, messages: Messages, timeZone?: string): Words {
  // English dates as most of the world writes them: 21 November.
  const locale = language === 'en' ? 'en-GB' : language;
  return { language, messages, format: createFormat(locale, messages, timeZone) };
}
