import { chooseLanguage, type Language } from '../../src-shared/messages/choose-language';
import { createPacks } from '../../src-shared/messages/packs';
import type { Words } from '../../src-shared/messages/words';
import type { Preferences } from '../../src-shared/preferences';
import type { Clock } from './ports';

/** What is said, and in which language. */
export interface Speech {
  /** Those of the wanted language once it was fetched; until then those that were in force before, at first English. */
  words(): Words;
  /** Fetches the wanted language where it is not there; to be awaited before anything is said in it. Never rejects. */
  speak(): Promise<void>;
}

export interface SpeechDeps {
  readonly clock: Pick<Clock, 'now'>;
  readonly preferences: () => Pick<Preferences, 'language'>;
  readonly systemLanguages: readonly string[];
}

/**
 * Formats take a millisecond to make, and each poll asks for them: they are made anew when the language or the zone's
 * offset is another.
 */
export function createSpeech({ clock, preferences, systemLanguages }: SpeechDeps): Speech {
  const packs = createPacks();
  const wanted = (): Language => chooseLanguage(preferences().language, systemLanguages);
  let inForce: Language = 'en';
  let made: { readonly key: string; readonly words: Words } | undefined;
  return {
    words() {
      if (packs.has(wanted())) inForce = wanted();
      const key = `${inForce} ${new Date(clock.now()).getTimezoneOffset()}`;
      if (made?.key !== key) made = { key, words: packs.words(inForce) };
      return made.words;
    },
    speak: () => packs.load(wanted()),
  };
}
