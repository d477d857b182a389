import type { Language } from './choose-language';
import { cli as en } from './en/cli';
import type { Messages } from './en/en';
import { cli as pl } from './pl/cli';
import { cli as ro } from './ro/cli';

const all: { readonly [L in Language]: Messages['cli'] } = { en, pl, ro };

/** What a start says on stderr: apart from all other words, since a start that goes well needs none of either. */
export const cliWordsOf = (language: Language): Messages['cli'] => all[language];
