import { severityText, typeWord, type Filter } from '../../../src-shared/filter';
import type { Messages } from '../../../src-shared/messages/en/en';

/** One part of a filter as it is drawn, and the filter without it. */
export interface Chip {
  readonly name: string;
  readonly value: string;
  readonly without: Filter;
}

type Part = 'seen' | 'snoozed' | 'down' | 'level' | 'types' | 'severity' | 'account' | 'order';

/** @param accountName an account's name by its id */
export function chipsOf(
  filter: Filter,
  words: Messages['inbox']['query'],
  accountName: (id: string) => string,
): readonly Chip[] {
  const chips: Chip[] = [];
  const add = (part: Part, name: string, value: string): void => {
    const { [part]: _, ...without } = filter;
    chips.push({ name, value, without });
  };
  const { chips: names } = words;
  if (filter.seen !== undefined) add('seen', names.seen, filter.seen ? words.yes : words.no);
  if (filter.snoozed !== undefined) add('snoozed', names.snoozed, filter.snoozed ? words.yes : words.no);
  if (filter.down) add('down', names.down, words.yes);
  if (filter.level) add('level', names.level, `>=${filter.level}`);
  if (filter.types) add('types', names.type, filter.types.map(typeWord).join('|'));
  if (filter.severity) add('severity', names.severity, severityText(filter.severity));
  if (filter.account) add('account', names.account, accountName(filter.account));
  if (filter.order === 'oldest') add('order', names.order, words.oldest);
  return chips;
}
