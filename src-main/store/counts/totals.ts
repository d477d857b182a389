import { hidesSnoozed, type Filter } from '../../../src-shared/filter';
import { levelRank } from '../../../src-shared/notification';
import type { Database } from '../file/database';
import { countSnoozed } from '../alerts/snoozes';

export interface Total {
  /** Rows that fit the filter. */
  readonly fitting: number;
  /** Rows that its account has, or all. */
  readonly all: number;
}

/** From the sums that are kept; `undefined`: they do not tell (counting a million rows takes half a second). */
export function totalOf(database: Database, filter: Filter): Total | undefined {
  const { account, seen, level, ...rest } = filter;
  if (rest.types ?? rest.severity ?? rest.since ?? rest.until ?? rest.text) return undefined;
  const hidden = filter.seen !== true && hidesSnoozed(filter) ? countSnoozed(database, filter) : 0;
  const { unseen, total, all } = database.get<{ unseen: number; total: number; all: number }>(
    `SELECT coalesce(sum(CASE WHEN level >= ?1 THEN unseen END), 0) AS unseen,
     coalesce(sum(CASE WHEN level >= ?1 THEN total END), 0) AS total, coalesce(sum(total), 0) AS "all"
     FROM tally ${account === undefined ? '' : 'WHERE account = ?2'}`,
    level ? levelRank(level) : 0,
    ...(account === undefined ? [] : [account]),
  )!;
  return { fitting: (seen === undefined ? total : seen ? total - unseen : unseen) - hidden, all };
}

/** One in so many: too few to be met by reading on. The unseen have an index of their own. */
export const isRare = ({ fitting, all }: Total): boolean => fitting * 50 < all;
