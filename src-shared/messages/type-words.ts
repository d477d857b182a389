import { typeWord } from '../filter';
import { KNOWN_TYPES } from '../notification';
import { fold } from '../search';
import { subjectOf } from '../subject';
import type { Messages } from './en/en';
import { titles as en } from './en/titles';
import { titles as pl } from './pl/titles';
import { titles as ro } from './ro/titles';

/** Which documented key names a type's subject: "Task" and "Zadanie" are words of type 3. */
const IDS = { test_agent_id: 0, task_id: 0, test_suite_id: 0 };
let known: ReadonlyMap<number, string> | undefined;

/** All that is said of a type, in every language of ours, folded: people search in their own words. */
export function typeWords(type: number): string {
  known ??= new Map(
    KNOWN_TYPES.map((one) => [one, fold([en, pl, ro].map((titles) => said(one, titles)).join(' '))]),
  );
  return known.get(type) ?? '';
}

function said(type: number, titles: Messages['titles']): string {
  const key = type as keyof typeof titles.types;
  const subject = titles.subject({ ...subjectOf(type, IDS, ''), id: '' });
  return [typeWord(type), titles.typeNames[`${key}`], titles.bare[key], titles.types[key](subject)].join(' ');
}
