import { hidesSnoozed, type Filter } from '../../../src-shared/filter';
import { levelRank } from '../../../src-shared/notification';
import type { Database } from '../file/database';
import { SHOWN_UNSEEN } from '../inbox/condition';

const DAY = 86_400_000_000; // µs

/** The day of a stamp, UTC, counted from 1970. @param ts µs; exact as far as a number is */
export const dayOf = (ts: number): number => Math.floor(ts / DAY);

/** The same of a row; SQL divides towards zero. */
export const DAY_OF_ROW = `(ts - (ts % ${DAY} + ${DAY}) % ${DAY}) / ${DAY}`;

/** Passing over fewer rows than this is quicker than asking for their days. */
const FEW = 1000;

/** Where to begin: a condition on `ts`, and how many rows of that day come before. */
export interface Place {
  readonly from: string;
  readonly skip: number;
}

/**
 * The place of a list's row by the counts of its days, whose rows are passed over together.
 * @param filter of account, level and seen only: what is counted by day
 * @param offset rows before it, in the filter's order
 */
export function placeOf(database: Database, filter: Filter, offset: number): Place {
  const oldest = filter.order === 'oldest';
  let skip = offset;
  if (skip >= FEW)
    for (const { day, n } of daysOf(database, filter, oldest)) {
      if (skip < n) return { from: oldest ? `ts >= ${day * DAY}` : `ts < ${(day + 1) * DAY}`, skip };
      skip -= n;
    }
  return { from: 'TRUE', skip: offset };
}

function daysOf(database: Database, filter: Filter, oldest: boolean): { day: number; n: number }[] {
  const { account, seen, level } = filter;
  const counted = seen === undefined ? 'total' : seen ? 'total - unseen' : 'unseen';
  const where = `level >= ? ${account === undefined ? '' : 'AND account = ?'}`;
  const hidden =
    seen !== true && hidesSnoozed(filter)
      ? `UNION ALL SELECT ${DAY_OF_ROW}, -1 FROM snooze CROSS JOIN notification USING (account, id, ts) WHERE ${SHOWN_UNSEEN} AND ${where}`
      : '';
  const values = [level ? levelRank(level) : 0, ...(account === undefined ? [] : [account])];
  return database.all<{ day: number; n: number }>(
    `SELECT day, sum(n) AS n FROM (SELECT day, ${counted} AS n FROM day_count WHERE ${where} ${hidden})
     GROUP BY day ORDER BY day ${oldest ? 'ASC' : 'DESC'}`,
    ...values,
    ...(hidden ? values : []),
  );
}
