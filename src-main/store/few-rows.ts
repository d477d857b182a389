import type { Filter } from '../../src-shared/filter';
import { fits, type SearchTerm } from '../../src-shared/search';
import { TYPES } from '../../src-shared/notification';
import { condition } from './condition';
import type { Database } from './database';
import { COLUMNS, type DbRow } from './db-row';
import { dataOf } from './search-index';

const SNOOZED = 'SELECT n.rowid FROM snooze s JOIN notification n USING (account, id, ts)';

/** Agents alone: of tasks nobody keeps what they are by now (`subjects.ts`). */
const IS_DOWN = `s.key >= 'agent:' AND s.key < 'agent;' AND s.state = ${TYPES.agentOffline}`;
/** What began the outage of each agent that is down. CROSS JOIN keeps the order: some agents, and one row of each. */
const DOWN = `SELECT n.rowid FROM subject s CROSS JOIN notification n INDEXED BY by_subject
  ON n.account = s.account AND n.subject = s.key AND n.ts = s.since AND n.type = ${TYPES.agentOffline} WHERE ${IS_DOWN}`;

/** Of what this filter asks for there are never many: where they are, as SQL. `undefined`: of others there may be. */
export function fewOf(filter: Filter): string | undefined {
  if (filter.down) return DOWN;
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

/** How many agents are down now, by account. One without any is not in it. */
export const countDown = (database: Database): readonly { readonly account: string; readonly n: number }[] =>
  database.all(`SELECT s.account, count(*) AS n FROM subject s WHERE ${IS_DOWN} GROUP BY s.account`);
