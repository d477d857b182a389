import { fits, type SearchTerm } from '../../../src-shared/search';
import { spanOf } from '../../../src-shared/days';
import type { Filter } from '../../../src-shared/filter';
import { condition, whereOf, type Condition } from './condition';
import type { Checked } from '../file/damage';
import type { Database } from '../file/database';
import { dataOf, notIndexed, question, SECOND } from './search-index';
import { anySnoozed } from '../alerts/snoozes';

type Value = string | number | bigint;

export interface Found {
  readonly rowids: readonly number[];
  /** Rows that fit; where the search is not at its end, one more than are found by now. */
  readonly total: number;
  /** There may be more: asking again goes on. */
  readonly partial?: true;
}

/** One answer takes no longer, so that the thread is there for others. ms. */
const BUDGET = 12;
/** Steps taken in any case: what is small is answered whole on a busy machine too. */
const LEAST = 6;
/** Found ahead of what is asked, so that a list can be scrolled. */
const AHEAD = 400;
/** Seconds asked of the index at once, rows whose text is read at once; and where none has to be. */
const CHUNK = 128;
const PLAIN_CHUNK = 1500;
/** Looked at in one step. */
const SECONDS = 16;
/** Searches under way at once. */
const KEPT = 3;
/** More than so many rows without an entry: all rows are looked at instead. */
const LOOKED_AT = 1500;

interface Running {
  readonly key: string;
  readonly version: number;
  readonly rowids: number[];
  readonly step: () => boolean;
  done: boolean;
}

/**
 * Rows that hold every word of a search, newest or oldest first, found a little at a time: what was found is kept
 * until something changes, and the next question goes on where the last one ended. The index leads to candidates; what it does not
 * have yet is looked at; each candidate is compared as a whole. So the answer is right at any time.
 * @param read rows that are whole; a damaged one is mended or taken out
 */
export function createSearch(
  database: Database,
  read: (where: string, ...values: readonly Value[]) => readonly (Checked & { readonly account: string })[],
) {
  /** The last few: what is searched in two places at once goes on in both. */
  let running: Running[] = [];
  /** Changes that were the index's own. */
  let own = 0;

  function find(filter: Filter, terms: readonly SearchTerm[], offset: number, limit: number): Found {
    const given = condition(filter, anySnoozed(database));
    const oldest = filter.order === 'oldest';
    const key = JSON.stringify([terms, given.parts, given.values.map(String), oldest]);
    const until = performance.now() + BUDGET;
    const version = database.changes() - own;
    const search = running.find((one) => one.key === key && one.version === version) ?? begin(key, version);
    running = [search, ...running.filter((one) => one !== search && one.version === version)].slice(0, KEPT);
    for (let steps = 0; !search.done && search.rowids.length < offset + limit + AHEAD; steps += 1) {
      if (steps >= LEAST && performance.now() > until) break;
      search.done = !search.step();
    }
    // Rows that were mended on the way are changes of their own: then it begins anew at the next question.
    return {
      rowids: search.rowids.slice(offset, offset + limit),
      total: search.rowids.length + (search.done ? 0 : 1),
      ...(!search.done && { partial: true as const }),
    };

    function begin(name: string, at: number): Running {
      const rowids: number[] = [];
      const take = (rows: ReturnType<typeof read>): void => {
        for (const row of rows) if (fits({ ...row, data: dataOf(row.raw) }, terms)) rowids.push(row.rowid);
      };
      const asked = question(database, terms, filter);
      const besides = asked === undefined ? undefined : notIndexed(database, LOOKED_AT);
      const step =
        asked === undefined || besides === undefined
          ? everyRow(filter, given, terms.length > 0, take)
          : everyCandidate(asked, besides, filter, given, take);
      return { key: name, version: at, rowids, step, done: false };
    }
  }

  type Take = (rows: ReturnType<typeof read>) => void;

  /** All rows of the filter's days, in order: a stretch of the history, or of the unseen, at a time, however many of it fit. */
  function everyRow(
    filter: Filter,
    { parts, values }: Condition,
    hasText: boolean,
    take: Take,
  ): () => boolean {
    const { order: wanted, seen, since, until } = filter;
    const oldest = wanted === 'oldest';
    const index = seen === false ? 'by_unseen' : 'by_time';
    // What the index itself tells of the filter.
    const told = condition({ since, until, ...(seen === false && { seen }) }, false);
    const [order, beyond, upTo] = oldest ? ['ASC', '>', '<='] : ['DESC', '<', '>='];
    const stretch = hasText ? CHUNK : PLAIN_CHUNK;
    let at: { readonly ts: number; readonly id: string } | undefined;
    return () => {
      const from = at ? [`(ts, id) ${beyond} (?, ?)`] : [];
      const start = at ? [at.ts, BigInt(at.id)] : [];
      const end = database.get<{ ts: number; id: string }>(
        `SELECT ts, CAST(id AS TEXT) AS id FROM notification INDEXED BY ${index} ${whereOf([...from, ...told.parts])}
         ORDER BY ts ${order}, notification.id ${order} LIMIT 1 OFFSET ${stretch - 1}`,
        ...start,
        ...told.values,
      );
      const to = end ? [`(ts, id) ${upTo} (?, ?)`] : [];
      take(
        read(
          `INDEXED BY ${index} ${whereOf([...from, ...to, ...parts])} ORDER BY ts ${order}, notification.id ${order}`,
          ...start,
          ...(end ? [end.ts, BigInt(end.id)] : []),
          ...values,
        ),
      );
      at = end;
      return end !== undefined;
    };
  }

  /** The rows of the seconds that the index finds, and of those that it does not have. */
  function everyCandidate(
    asked: string,
    besides: ReadonlySet<number>,
    filter: Filter,
    { parts, values }: Condition,
    take: Take,
  ): () => boolean {
    const oldest = filter.order === 'oldest';
    const { from: first, before } = spanOf(filter);
    const days = [
      first === undefined ? '' : `AND rowid >= ${Math.floor(first / SECOND)}`,
      before === undefined ? '' : `AND rowid < ${Math.ceil(before / SECOND)}`,
    ].join(' ');
    const [order, beyond] = oldest ? ['ASC', '>'] : ['DESC', '<'];
    const sign = oldest ? 1 : -1;
    const left = [...besides].toSorted((a, b) => (a - b) * sign);
    const where = ['ts >= ?', 'ts < ?', ...parts].join(' AND ');
    let waiting: number[] = [];
    let last: number | undefined;
    let exhausted = false;
    const next = (): boolean => {
      if (waiting.length === 0 && !exhausted) {
        const from = last === undefined ? '' : `AND rowid ${beyond} ${last}`;
        const more = database.all<{ second: number }>(
          `SELECT rowid AS second FROM search WHERE search MATCH ? ${days} ${from} ORDER BY rowid ${order} LIMIT ${CHUNK}`,
          asked,
        );
        waiting = more.map(({ second }) => second);
        last = waiting.at(-1);
        exhausted = waiting.length < CHUNK;
      }
      const [one, other] = [waiting[0], left[0]];
      const second =
        one === undefined ? other : other === undefined ? one : (one - other) * sign <= 0 ? one : other;
      if (second === undefined) return false;
      if (second === one) waiting.shift();
      if (second === other) left.shift();
      take(
        read(
          `INDEXED BY by_time WHERE ${where} ORDER BY ts ${order}, notification.id ${order}`,
          second * SECOND,
          (second + 1) * SECOND,
          ...values,
        ),
      );
      return true;
    };
    return () => {
      for (let n = 0; n < SECONDS; n += 1) if (!next()) return false;
      return true;
    };
  }

  return {
    find,
    /** The index writes, and nothing else: what was found stays so. */
    whileIndexing<T>(act: () => T): T {
      const before = database.changes();
      const result = act();
      own += database.changes() - before;
      return result;
    },
  };
}
