import { isOneDay, severityText, typeWord, type Filter } from '../../../src-shared/filter';
import type { Day } from '../../../src-shared/days';
import type { Messages } from '../../../src-shared/messages/en/en';

/** One part of a filter as it is drawn, and the filter without it. */
export interface Chip {
  readonly name: string;
  readonly value: string;
  readonly without: Filter;
}

type Part = Exclude<keyof Filter, 'text'>;

/** @param accountName an account's name by its id @param dayName a day in the user's words */
export function chipsOf(
  filter: Filter,
  words: Messages['inbox']['query'],
  accountName: (id: string) => string,
  dayName: (day: Day) => string,
): readonly Chip[] {
  const chips: Chip[] = [];
  const add = (part: Part, name: string, value: string, ...also: readonly Part[]): void => {
    const gone: readonly string[] = [part, ...also];
    const without = Object.fromEntries(Object.entries(filter).filter(([one]) => !gone.includes(one)));
    chips.push({ name, value, without });
  };
  const { chips: names } = words;
  if (filter.seen !== undefined) add('seen', names.seen, filter.seen ? words.yes : words.no);
  if (filter.snoozed !== undefined) add('snoozed', names.snoozed, filter.snoozed ? words.yes : words.no);
  if (filter.down) add('down', names.down, words.yes);
  if (filter.level)
    add('level', names.level, filter.level === 'critical' ? filter.level : `>=${filter.level}`);
  if (filter.types) add('types', names.type, filter.types.map(typeWord).join('|'));
  if (filter.severity) add('severity', names.severity, severityText(filter.severity));
  if (isOneDay(filter)) add('since', names.on, dayName(filter.since), 'until');
  else {
    if (filter.since) add('since', names.since, dayName(filter.since));
    if (filter.until) add('until', names.until, dayName(filter.until));
  }
  if (filter.account) add('account', names.account, accountName(filter.account));
  if (filter.order === 'oldest') add('order', names.order, words.oldest);
  return chips;
}
