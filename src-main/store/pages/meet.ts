import { levelOf, levelRank, TYPES, type SeverityLevels } from '../../../src-shared/notification';
import type { ReadRow } from '../../core/sync/read-page';
import type { Database } from '../file/database';
import type { KnownRows } from './known-rows';
import type { Inserts } from './inserts';
import { rowHash } from '../file/row-hash';
import { counted } from './row-state';
import { textChanged } from '../inbox/search-index';
import type { Subjects } from './subjects';
import type { Tally } from '../counts/tally';
import { wasGivenUp } from './untold';

/** What every row of one page is met with. */
export interface Meeting {
  readonly account: string;
  readonly foundBy: string;
  readonly levels: SeverityLevels;
  /** Rows at or below this stamp were there before Tocsin first looked: they alert nothing. */
  readonly baseline: number | null;
  /** Seen rows below this stamp are passed over: they were let go of (sync.md, Retention). */
  readonly floor: number | null;
  readonly markAllStanding: boolean;
  readonly known: KnownRows;
  readonly inserts: Inserts;
  readonly tally: Tally;
  readonly subjects: Subjects;
  /** Some mark waits: after a rebuild it may be one of a row that comes only now. */
  readonly marksWait: boolean;
}

/** The person wants to see these, by a link or by "ask for more"; retention lets go of them again. */
const ASKED = ['single', 'asked'];

/** One row as a page brings it; was anything written? "Seen" is always taken; unseen turns a row only in the unseen walk. */
export function meet(database: Database, row: ReadRow, meeting: Meeting): boolean {
  const { account, foundBy, tally } = meeting;
  const known = meeting.known.find(row);
  if (!known) {
    if (row.seen && row.ts < (meeting.floor ?? -Infinity) && !ASKED.includes(foundBy)) return false;
    insert(database, row, meeting);
    return true;
  }
  const turnsUnseen = meeting.foundBy === 'unseen' && !row.seen && known.seen_server === 1;
  const seen = row.seen ? 1 : turnsUnseen ? 0 : known.seen_server;
  // What the user marked stays seen on screen; where the server took its word back, the row says so.
  const marked = known.marked === 0 ? 0 : row.seen ? 3 : turnsUnseen ? 2 : known.marked;
  if (seen === known.seen_server && marked === known.marked && known.live === 1 && known.raw === row.raw)
    return false;
  meeting.inserts.flush(); // the row itself may be among them
  const level = levelRank(levelOf(row.type, row.severity, meeting.levels));
  if (saysElse(known.raw, row.raw)) textChanged(database, row.ts);
  const unseenAgain = seen === 0 && marked === 0 && (known.live === 0 || known.seen_server === 1);
  const pending = unseenAgain && isFresh(row, meeting) && wasGivenUp(database, account, row, known);
  database.run(
    `UPDATE notification SET seen_server = ?, marked = ?, live = 1, raw = ?, type = ?, severity = ?, level = ?, subject = ?, hash = ?,
     toast = CASE WHEN ? THEN 'pending' ELSE toast END WHERE account = ? AND id = ? AND ts = ?`,
    seen,
    marked,
    row.raw,
    row.type,
    row.severity,
    level,
    row.subject,
    rowHash(account, row),
    pending ? 1 : 0,
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
  const now = { level, severity: row.severity, seen_server: seen, marked, live: 1, raw: row.raw };
  tally.move(row.ts, counted(known), counted(now));
  meeting.known.put(row, now);
  return true;
}

/** Below the floor it may have been told and let go of: it is shown, and alerts no more. */
const isFresh = ({ ts }: ReadRow, { baseline, floor }: Meeting): boolean =>
  ts > (baseline ?? -Infinity) && ts >= (floor ?? -Infinity);

/** Types that say whether their subject is down or up. */
const CHANGES: readonly number[] = [
  TYPES.taskSucceeded,
  TYPES.taskFailed,
  TYPES.agentOnline,
  TYPES.agentOffline,
];

function insert(database: Database, row: ReadRow, meeting: Meeting): void {
  const { account, foundBy, levels, tally, inserts } = meeting;
  const level = levelRank(levelOf(row.type, row.severity, levels));
  const marked = meeting.marksWait ? markOf(database, row, account) : 0;
  const swallowed = row.seen && marked === 0 && meeting.markAllStanding;
  // Of seen ones the engine needs to hear what their subjects do: it tells the end of an outage that was told.
  const heard = !row.seen || swallowed || (foundBy === 'head' && CHANGES.includes(row.type));
  const pending = heard && isFresh(row, meeting);
  const toast = pending ? (swallowed ? 'swallowed' : 'pending') : 'skip';
  inserts.add(toast, marked, row, level, rowHash(account, row));
  const written = {
    level,
    severity: row.severity,
    seen_server: row.seen ? 1 : 0,
    marked,
    live: 1,
    raw: row.raw,
  };
  tally.move(row.ts, undefined, counted(written));
  meeting.known.put(row, written);
  meeting.subjects.met(row.subject, row);
}

/** Anything but the flag: then the search has to know. */
const saysElse = (one: string, other: string): boolean => one.replace(SEEN, '') !== other.replace(SEEN, '');
const SEEN = /"seen"\s*:\s*(true|false)/;

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
