import type { Filter } from '../../../src-shared/filter';
import { fits, type SearchTerm } from '../../../src-shared/search';
import { condition } from './condition';
import { COLUMNS, type DbRow } from './db-row';
import { DOWN_NOW } from '../counts/down-now';
import { dataOf } from './search-index';

const SNOOZED = 'SELECT n.rowid FROM snooze s JOIN notification n USING (account, id, ts)';

/** Of what this filter asks for there are never many: where they are, as SQL. `undefined`: of others there may be. */
export function fewOf(filter: Filter): string | undefined {
  if (filter.down) return DOWN_NOW;
  return filter.snoozed === true ? SNOOZED : undefined;
}

/** All of them, in the filter's order. @param read rows by SQL, made whole */
export function readFew(
  read: (sql: string, ...values: readonly (string | number | bigint)[]) => DbRow[],
  few: string,
  filter: Filter,
  terms: readonly SearchTerm[],
): DbRow[] {
  const { parts, values } = condition(filter, true);
  const order = filter.order === 'oldest' ? 'ASC' : 'DESC';
  return read(
    `SELECT ${COLUMNS} FROM notification WHERE ${[`rowid IN (${few})`, ...parts].join(' AND ')}
     ORDER BY ts ${order}, notification.id ${order}`,
    ...values,
  ).filter((row) => fits({ ...row, data: dataOf(row.raw) }, terms));
}
