import type { Filter } from '../../../src-shared/filter';
import { searchTerms, type SearchTerm } from '../../../src-shared/search';
import { condition } from './condition';
import { isRare, totalOf } from '../counts/totals';
import { placeOf } from '../counts/days';
import { fewOf, readFew } from './few-rows';
import { createSearch } from './search';
import { anySnoozed, snoozedUntil } from '../alerts/snoozes';
import type { Detail, Row, Unreadable, Verdict } from '../../../src-shared/inbox';
import { LEVELS, TYPES, type NotificationKey, type SeverityLevels } from '../../../src-shared/notification';
import type { Arrival } from '../../core/alerts/arrival';
import type { Database } from '../file/database';
import { COLUMNS, isSeen, isUnseen, listed, readRaw, toArrival, type DbRow } from './db-row';
import { createWholeRows, MOST_TRIES } from './whole-rows';
import { readSync } from '../pages/sync-state';

/** An outage and what ends it, by type: offline → online, failed → succeeded. The index by_subject holds these four. */
const ENDS: { readonly [end: number]: number } = {
  [TYPES.agentOnline]: TYPES.agentOffline,
  [TYPES.taskSucceeded]: TYPES.taskFailed,
};

/**
 * What the window asks of the history. Everything here only reads, but for rows that the disk has damaged: they are
 * made whole or taken out before anything is answered.
 * @param onDamage the accounts whose history has to be read again from the server
 * @param levels what severities mean; `undefined`: not told yet
 */
export function createInbox(
  database: Database,
  onDamage: (accounts: readonly string[]) => void,
  levels: () => SeverityLevels | undefined,
) {
  const { read, healed } = createWholeRows(database, onDamage, levels);
  const search = createSearch(database, (where, ...values) =>
    read(`SELECT ${COLUMNS} FROM notification ${where}`, ...values),
  );

  /** Of one moment: where rows were mended on the way, counts and places are others. */
  function query(...given: Parameters<typeof queryOnce>): ReturnType<typeof queryOnce> {
    for (let tries = 0; ; tries += 1) {
      const before = healed();
      const answer = queryOnce(...given);
      if (healed() === before || tries === MOST_TRIES) return answer;
    }
  }

  /** Counts say where to look: what is plain is read at its place; the rest is found a little at a time. */
  function queryOnce(
    filter: Filter,
    offset: number,
    limit: number,
    terms: readonly SearchTerm[] = searchTerms(filter.text),
  ): { rows: Row[]; total: number; partial?: boolean } {
    const few = fewOf(filter);
    if (few !== undefined) {
      const all = readFew(read, few, filter, terms);
      return {
        rows: all.slice(offset, offset + limit).map(toListed),
        total: all.length,
      };
    }
    const exact = totalOf(database, filter);
    if (terms.length > 0 || exact === undefined || (filter.seen !== false && isRare(exact))) {
      const { rowids, total, ...found } = search.find(filter, terms, offset, limit);
      const rows = rowids.flatMap((rowid) =>
        read(`SELECT ${COLUMNS} FROM notification WHERE rowid = ?`, rowid),
      );
      return {
        ...found,
        rows: rows.map(toListed),
        total: terms.length > 0 ? total : (exact?.fitting ?? total),
      };
    }
    return {
      rows: atPlace(filter, offset, limit, exact.fitting).map(toListed),
      total: exact.fitting,
    };
  }

  function atPlace(filter: Filter, offset: number, limit: number, total: number): DbRow[] {
    const { parts, values } = condition(filter, anySnoozed(database));
    const size = Math.min(limit, total - offset);
    if (size <= 0) return [];
    const { from, skip } = placeOf(database, filter, offset);
    const order = filter.order === 'oldest' ? 'ASC' : 'DESC';
    // Of an account, or of all; the unseen have an index of their own.
    const index = filter.seen === false ? 'INDEXED BY by_unseen' : '';
    return read(
      `SELECT ${COLUMNS} FROM notification ${index} WHERE ${[...parts, from].join(' AND ')}
       ORDER BY ts ${order}, notification.id ${order} LIMIT ? + 0 OFFSET ? + 0`,
      ...values,
      size,
      skip,
    );
  }

  function toRow(row: DbRow): Row {
    return {
      key: { account: row.account, id: row.id, ts: row.ts },
      type: row.type,
      severity: row.severity,
      level: LEVELS[row.level] ?? 'info',
      seen: isSeen(row),
      ...readRaw(row.raw),
      subject: row.subject,
      live: row.live === 1,
      mark: row.marked === 1 ? 'waiting' : row.marked === 2 ? 'refused' : null,
      outageFrom: ENDS[row.type] === undefined ? null : outageFrom(row, ENDS[row.type]!),
      outageTo: outageTo(row),
      snoozedUntil: isUnseen(row) ? snoozedUntil(database, row) : null,
    };
  }

  const toListed = (row: DbRow): Row => listed(toRow(row));

  /** The start of the outage that this row ended: the nearest earlier change of its subject, if it was one. */
  function outageFrom(row: DbRow, began: number): number | null {
    if (row.subject.startsWith('item:')) return null;
    const [before] = read(
      `SELECT ${COLUMNS} FROM notification INDEXED BY by_subject WHERE account = ? AND subject = ? AND (ts, notification.id) < (?, ?) AND (type = 2 OR type = 3 OR type = 7 OR type = 8) AND type IN (?, ?) ORDER BY ts DESC, notification.id DESC LIMIT 1`,
      row.account,
      row.subject,
      row.ts,
      BigInt(row.id),
      began,
      row.type,
    );
    return before?.type === began ? before.ts : null;
  }

  function outageTo(row: DbRow): number | null {
    const end = Object.entries(ENDS).find(([, began]) => began === row.type)?.[0];
    if (end === undefined || row.subject.startsWith('item:')) return null;
    const [after] = read(
      `SELECT ${COLUMNS} FROM notification INDEXED BY by_subject WHERE account = ? AND subject = ? AND (ts, notification.id) > (?, ?) AND (type = 2 OR type = 3 OR type = 7 OR type = 8) AND type IN (?, ?) ORDER BY ts, notification.id LIMIT 1`,
      row.account,
      row.subject,
      row.ts,
      BigInt(row.id),
      row.type,
      Number(end),
    );
    return after?.type === Number(end) ? after.ts : null;
  }

  const one = (key: NotificationKey): DbRow | undefined =>
    read(
      `SELECT ${COLUMNS} FROM notification WHERE account = ? AND id = ? AND ts = ?`,
      key.account,
      BigInt(key.id),
      key.ts,
    )[0];

  function verdicts(row: DbRow): Verdict[] {
    const written = database.all<Verdict>(
      'SELECT at, step, reason FROM verdict WHERE account = ? AND id = ? AND ts = ? ORDER BY rowid',
      row.account,
      BigInt(row.id),
      row.ts,
    );
    // What was put off before anything was written of it has still been met as it was.
    const judged = written.some(({ step }) => step.startsWith('rule-'));
    const first = written[0]?.step;
    if ((first !== undefined && (first !== 'snoozed' || judged)) || row.toast === 'pending') return written;
    const { baseline } = readSync(database, row.account);
    const step = row.found_by === 'baseline' || row.ts <= (baseline ?? -Infinity) ? 'baseline' : 'seen';
    return [{ at: row.first_seen_at, step, reason: '' }, ...written];
  }

  return {
    /** Any rows, made whole. */
    read,
    query,
    search,
    /** The most urgent of what is unseen and not put off, of each level the newest first. */
    urgent: (limit: number): Row[] => {
      const { parts, values } = condition({ seen: false }, anySnoozed(database));
      const above = read(
        `SELECT ${COLUMNS} FROM notification INDEXED BY by_urgency WHERE ${parts.join(' AND ')} AND level > 0
         ORDER BY level DESC, ts DESC, notification.id DESC LIMIT ? + 0`,
        ...values,
        limit,
      ).map(toListed);
      if (above.length === limit) return above;
      // Those above are all there are: among so many of the newest are enough of the rest.
      const rest = query({ seen: false }, 0, limit).rows.filter(({ level }) => level === 'info');
      return [...above, ...rest].slice(0, limit);
    },
    find: (account: string, id: string): NotificationKey | undefined =>
      database.get<NotificationKey>(
        'SELECT account, CAST(id AS TEXT) AS id, ts FROM notification WHERE account = ? AND id = ? ORDER BY ts DESC LIMIT 1',
        account,
        BigInt.asIntN(64, BigInt(id)),
      ),
    row: (key: NotificationKey): Row | undefined => {
      const found = one(key);
      return found && toRow(found);
    },
    arrival: (key: NotificationKey): Arrival | undefined => {
      const found = one(key);
      return found && toArrival(found);
    },
    /** What the alert engine is about to judge, in its order. */
    pending: (account: string): Arrival[] =>
      read(
        `SELECT ${COLUMNS} FROM notification INDEXED BY by_toast WHERE account = ? AND toast = 'pending' ORDER BY ts, notification.id`,
        account,
      ).map(toArrival),
    /** Rows on their way to the desktop, of all accounts. */
    showing: (): Arrival[] =>
      read(
        `SELECT ${COLUMNS} FROM notification INDEXED BY by_toast WHERE toast = 'showing' ORDER BY ts, notification.id`,
      ).map(toArrival),
    /** Seen by now, or not on the server any more. What our own mark-all swallowed has been seen by nobody. */
    isSettled: (key: NotificationKey): boolean => {
      const found = one(key);
      if (!found || found.live === 0 || found.marked !== 0) return true;
      return found.seen_server === 1 && found.found_by !== 'mark-all';
    },
    item: (key: NotificationKey): Detail | undefined => {
      const found = one(key);
      if (!found) return undefined;
      const foundBy = found.found_by as Detail['foundBy'];
      return {
        row: toRow(found),
        raw: found.raw,
        firstSeenAt: found.first_seen_at,
        foundBy,
        verdicts: verdicts(found),
      };
    },
    unreadable: (): Unreadable[] =>
      database.all<Unreadable>(
        'SELECT account, field, substr(raw, 1, 4000) AS raw, first_seen_at AS firstSeenAt FROM quarantine ORDER BY first_seen_at DESC LIMIT 200',
      ),
  };
}
