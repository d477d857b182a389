import type { Language } from '../../src-shared/messages/choose-language';
import { wordsOf } from '../../src-shared/messages/language';
import type { Words } from '../../src-shared/messages/words';
import type { Clock } from './ports';

/**
 * The words in force. Their formats take a millisecond to make, and each poll asks for them: they are made anew when
 * the language or the zone's offset is another.
 */
export function createWords(clock: Pick<Clock, 'now'>, language: () => Language): () => Words {
  let made: { readonly key: string; readonly words: Words } | undefined;
  return () => {
    const key = `${language()} ${new Date(clock.now()).getTimezoneOffset()}`;
    if (made?.key !== key) made = { key, words: wordsOf(language()) };
    return made.words;
  };
}
