import { hidesSnoozed, type Filter, type SeverityFilter } from '../../../src-shared/filter';
import { spanOf } from '../../../src-shared/days';
import { levelRank } from '../../../src-shared/notification';

type Value = string | number | bigint;

/** All of the parts hold; `values` are theirs, in order. */
export interface Condition {
  readonly parts: readonly string[];
  readonly values: readonly Value[];
}

export const SHOWN_UNSEEN = 'live = 1 AND seen_server = 0 AND marked = 0';

const SNOOZED = `EXISTS (SELECT 1 FROM snooze WHERE snooze.account = notification.account
  AND snooze.id = notification.id AND snooze.ts = notification.ts)`;

/**
 * A filter as SQL, but for its text (`search.ts`).
 * @param anySnoozed something is put off: it is looked up row by row only then
 */
export function condition(filter: Filter, anySnoozed: boolean): Condition {
  const parts: string[] = [];
  const values: Value[] = [];
  const add = (part: string, ...given: Value[]): void => {
    parts.push(part);
    values.push(...given);
  };
  if (filter.account !== undefined) add('account = ?', filter.account);
  if (filter.seen === false) add(SHOWN_UNSEEN);
  if (filter.seen === true) add(`NOT (${SHOWN_UNSEEN})`);
  if (filter.snoozed === true) add(`${SHOWN_UNSEEN} AND ${SNOOZED}`);
  else if (anySnoozed && hidesSnoozed(filter)) add(`NOT (${SHOWN_UNSEEN} AND ${SNOOZED})`);
  const { from, before } = spanOf(filter);
  if (from !== undefined) add('ts >= ?', from);
  if (before !== undefined) add('ts < ?', before);
  if (filter.types) add(`type IN (${filter.types.map(() => '?').join(', ')})`, ...filter.types);
  if (filter.level) add('level >= ?', levelRank(filter.level));
  if (filter.severity) addSeverity(filter.severity, add);
  return { parts, values };
}

function addSeverity(filter: SeverityFilter, add: (part: string, ...given: Value[]) => void): void {
  if (filter.op === 'in') add(`severity IN (${filter.values.map(() => '?').join(', ')})`, ...filter.values);
  else add(`severity ${filter.op} ?`, filter.value);
}

export const whereOf = (parts: readonly string[]): string =>
  parts.length > 0 ? `WHERE ${parts.join(' AND ')}` : '';
