import { fail } from '../../src-shared/app-error';
import {
  levelOf,
  levelRank,
  TYPES,
  type NotificationKey,
  type SeverityLevels,
} from '../../src-shared/notification';
import { subjectOf, subjectText } from '../../src-shared/subject';
import type { PageMessage, PageResult } from '../core/store-port';
import { learnLag } from '../core/sync/lag';
import { readItemText, readPage, type ReadPage, type ReadRow } from '../core/sync/read-page';
import type { Database } from './database';
import { claim } from './page-truth';
import { knownRows, type KnownRows } from './known-rows';
import { counted } from './row-state';
import { createSubjects, type Subjects } from './subjects';
import { quarantine } from './quarantine';
import { textChanged } from './search-index';
import { rowHash } from './row-hash';
import { readSync, type Sync } from './sync-state';
import { createTally, type Tally } from './tally';

interface Meeting {
  readonly account: string;
  readonly foundBy: string;
  readonly seq: number;
  readonly now: number;
  readonly levels: SeverityLevels;
  /** Rows at or below this stamp were there before Tocsin first looked: they alert nothing. */
  readonly baseline: number | null;
  /** Seen rows below this stamp are passed over: they were let go of (sync.md, Retention). */
  readonly floor: number | null;
  readonly markAllStanding: boolean;
  readonly known: KnownRows;
  readonly tally: Tally;
  readonly subjects: Subjects;
  /** Some mark waits: after a rebuild it may be one of a row that comes only now. */
  readonly marksWait: boolean;
}

/** One page, one transaction: what is on it, what its interval proves gone, and how far the history goes. */
export function applyPage(database: Database, message: PageMessage): PageResult {
  const page = readPage(message.body);
  const { account, walk } = message;
  if (page.rising && walk !== 'asked') throw fail('order-ignored');
  return database.transaction(() => {
    const sync = readSync(database, account);
    const facts = factsOf(page, message, sync.pageLimit);
    const first = walk === 'head' && !sync.baselineSet;
    const unlooked = !sync.baselineSet;
    const tally = createTally(database, account);
    const meeting: Meeting = {
      account,
      foundBy: unlooked ? 'baseline' : walk,
      seq: sync.seq + 1,
      now: message.now,
      levels: message.levels,
      baseline: unlooked ? Infinity : sync.baseline,
      floor: sync.floor,
      markAllStanding: sync.markAllSent !== null,
      known: knownRows(database, account, page, tally),
      tally,
      subjects: createSubjects(database, account),
      marksWait: marksWait(database, account),
    };
    const late = createLate(sync, message);
    let changed = 0;
    for (const row of page.rows) {
      late.look(row.ts, meeting.known.find(row) !== undefined);
      if (meet(database, row, meeting)) changed += 1;
    }
    changed += quarantine(database, page, facts, message);
    const claimed = claim(database, tally, page, facts, message);
    changed += claimed.changed;
    const lag = late.lag();
    if (lag !== sync.lag) changed += database.run('UPDATE sync SET lag = ? WHERE account = ?', lag, account);
    if (first) {
      const whole = facts.end && !facts.unsure;
      const baseline = whole ? null : facts.lastTs;
      database.run(
        'UPDATE sync SET baseline_set = 1, baseline_ts = ?, cursor_ts = ?, history_complete = ? WHERE account = ?',
        baseline,
        baseline,
        whole ? 1 : 0,
        account,
      );
      changed += 1;
    }
    const pageLimit = learnLimit(sync.pageLimit, page.nextLimit, message.limit);
    if (pageLimit !== sync.pageLimit)
      changed += database.run('UPDATE sync SET page_limit = ? WHERE account = ?', pageLimit, account);
    if (changed > 0) {
      tally.save();
      meeting.subjects.save();
      database.run(`UPDATE meta SET value = ? WHERE name = 'seq'`, meeting.seq);
      if (message.horizon !== null)
        database.run('UPDATE sync SET horizon = ? WHERE account = ?', message.horizon, account);
    }
    const keys = walk === 'asked' ? page.rows.map(({ id, ts }) => ({ account, id, ts })) : [];
    const bad = walk === 'unseen' ? page.bad.map(({ raw }) => raw) : [];
    const seq = changed > 0 ? meeting.seq : sync.seq;
    return {
      facts: claimed.shrunk ? { ...facts, unsure: true } : facts,
      changed: changed > 0,
      seq,
      keys,
      bad,
      missed: claimed.missed,
      lag,
    };
  });
}

/** Rows that came later than the lag allows. Only a head walk proves that, and only once all that was there is known. */
function createLate({ lag, historyComplete, floor }: Sync, { walk, horizon, date }: PageMessage) {
  const unknown: number[] = [];
  return {
    look(ts: number, known: boolean): void {
      if (walk !== 'head' || !historyComplete || known || horizon === null) return;
      if (ts < horizon && ts >= (floor ?? -Infinity)) unknown.push(ts);
    },
    lag: (): number =>
      unknown.length === 0 || horizon === null ? lag : learnLag(lag, horizon, date ?? horizon + lag, unknown),
  };
}

/** "The effective limit is the `limit=` in `next`": lower than asked, it is the server's; else it gives more than was known. */
function learnLimit(learned: number | null, next: number | null, asked: number): number | null {
  if (next === null) return learned;
  if (next < asked) return next;
  return learned !== null && next > learned ? null : learned;
}

function factsOf(
  page: ReadPage,
  { limit, offset, above }: PageMessage,
  learned: number | null,
): PageResult['facts'] {
  const effectiveLimit = Math.min(limit, page.nextLimit ?? learned ?? limit);
  const ok = above === null || (page.firstTs !== null && page.firstTs > above);
  const last = page.length > 0 && page.length < effectiveLimit && !page.hasNext;
  const end = (ok && last) || (page.length === 0 && offset === 0);
  const { length, count, firstTs, lastTs, tieAtEnd } = page;
  // More rows than `count` knows of: `next` is older than the rows, too.
  const unsure = end && length > 0 && count !== null && offset + length > count;
  return { length, count, firstTs, lastTs, tieAtEnd, ok, end, unsure, effectiveLimit };
}

/** One row; was anything written? "Seen" is always taken; unseen turns a row only in the unseen walk. */
function meet(database: Database, row: ReadRow, meeting: Meeting): boolean {
  const { account, foundBy, tally } = meeting;
  const known = meeting.known.find(row);
  if (!known) {
    if (row.seen && row.ts < (meeting.floor ?? -Infinity) && foundBy !== 'single') return false; // asked for by name
    insert(database, row, meeting);
    return true;
  }
  const turnsUnseen = meeting.foundBy === 'unseen' && !row.seen && known.seen_server === 1;
  const seen = row.seen ? 1 : turnsUnseen ? 0 : known.seen_server;
  // What the user marked stays seen on screen; where the server took its word back, the row says so.
  const marked = known.marked === 0 ? 0 : row.seen ? 3 : turnsUnseen ? 2 : known.marked;
  if (seen === known.seen_server && marked === known.marked && known.live === 1 && known.raw === row.raw)
    return false;
  const level = levelRank(levelOf(row.type, row.severity, meeting.levels));
  const subject = subjectText(subjectOf(row.type, row.data, row.id));
  if (saysElse(known.raw, row.raw)) textChanged(database, row.ts);
  database.run(
    `UPDATE notification SET seen_server = ?, marked = ?, live = 1, raw = ?, type = ?, severity = ?, level = ?, subject = ?, hash = ?
     WHERE account = ? AND id = ? AND ts = ?`,
    seen,
    marked,
    row.raw,
    row.type,
    row.severity,
    level,
    subject,
    rowHash({ ...row, account, subject }),
    account,
    BigInt(row.id),
    row.ts,
  );
  if (known.marked !== 0 && row.seen)
    database.run(
      'DELETE FROM outbox WHERE account = ? AND id = ? AND ts = ?',
      account,
      BigInt(row.id),
      row.ts,
    );
  const now = { level, seen_server: seen, marked, live: 1, raw: row.raw };
  tally.move(counted(known), counted(now));
  meeting.known.put(row, now);
  return true;
}

/** Types that say whether their subject is down or up. */
const CHANGES: readonly number[] = [
  TYPES.taskSucceeded,
  TYPES.taskFailed,
  TYPES.agentOnline,
  TYPES.agentOffline,
];

function insert(database: Database, row: ReadRow, meeting: Meeting): void {
  const { account, seq, now, foundBy, levels, baseline, tally } = meeting;
  const level = levelRank(levelOf(row.type, row.severity, levels));
  const subject = subjectText(subjectOf(row.type, row.data, row.id));
  const marked = meeting.marksWait ? markOf(database, row, account) : 0;
  const swallowed = row.seen && marked === 0 && meeting.markAllStanding;
  // Of seen ones the engine needs to hear what their subjects do: it tells the end of an outage that was told.
  const heard = !row.seen || swallowed || (foundBy === 'head' && CHANGES.includes(row.type));
  // Below the floor it may have been told and let go of: it is shown, and alerts no more.
  const fresh = row.ts > (baseline ?? -Infinity) && row.ts >= (meeting.floor ?? -Infinity);
  const pending = heard && fresh;
  database.run(
    `INSERT INTO notification (account, id, ts, type, severity, level, subject, seen_server, known_seq, first_seen_at, found_by, toast, hash, marked, raw)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    account,
    BigInt(row.id),
    row.ts,
    row.type,
    row.severity,
    level,
    subject,
    row.seen ? 1 : 0,
    seq,
    now,
    // While a mark-all stands, what arrives already seen was marked by it, unread: it alerts all the same.
    pending && swallowed ? 'mark-all' : foundBy,
    pending ? 'pending' : 'skip',
    rowHash({ ...row, account, subject }),
    marked,
    row.raw,
  );
  const written = { level, seen_server: row.seen ? 1 : 0, marked, live: 1, raw: row.raw };
  tally.move(undefined, counted(written));
  meeting.known.put(row, written);
  meeting.subjects.met(subject, row.type, row.ts);
}

/** Anything but the flag: then the search has to know. */
const saysElse = (one: string, other: string): boolean => one.replace(SEEN, '') !== other.replace(SEEN, '');
const SEEN = /"seen"\s*:\s*(true|false)/;

const marksWait = (database: Database, account: string): boolean =>
  database.get('SELECT 1 FROM outbox WHERE account = ? LIMIT 1', account) !== undefined;

/** The mark that the user made of a row before it was lost here; ended where the server has it seen. */
function markOf(database: Database, row: ReadRow, account: string): number {
  const key = [account, BigInt(row.id), row.ts] as const;
  const op = database.get<{ parked: number }>(
    'SELECT parked FROM outbox WHERE account = ? AND id = ? AND ts = ?',
    ...key,
  );
  if (!op) return 0;
  if (!row.seen) return op.parked === 1 ? 2 : 1;
  database.run('DELETE FROM outbox WHERE account = ? AND id = ? AND ts = ?', ...key);
  return 3;
}

/** The answer of `GET ID/`: the same rules as for a row on a page. */
export function applySingle(
  database: Database,
  account: string,
  body: Uint8Array,
  now: number,
  levels: SeverityLevels,
): NotificationKey {
  const raw = new TextDecoder().decode(body).trim();
  const read = readItemText(raw);
  if (!read.ok) throw fail('not-our-api', { detail: read.field });
  return database.transaction(() => {
    const sync = readSync(database, account);
    const row = { ...read.item, raw };
    const tally = createTally(database, account);
    const meeting: Meeting = {
      account,
      foundBy: sync.baselineSet ? 'single' : 'baseline',
      seq: sync.seq + 1,
      now,
      levels,
      baseline: sync.baselineSet ? sync.baseline : Infinity,
      floor: sync.floor,
      markAllStanding: sync.markAllSent !== null,
      known: knownRows(database, account, { rows: [row] }, tally),
      tally,
      subjects: createSubjects(database, account),
      marksWait: marksWait(database, account),
    };
    if (meet(database, row, meeting)) {
      meeting.tally.save();
      meeting.subjects.save();
      database.run(`UPDATE meta SET value = ? WHERE name = 'seq'`, meeting.seq);
    }
    return { account, id: read.item.id, ts: read.item.ts };
  });
}
