import type { MissedNow, PageFacts, PageMessage } from '../../core/store-port';
import { believe } from '../../core/sync/guard';
import type { ReadPage } from '../../core/sync/read-page';
import type { Database } from '../file/database';
import { counted, type Known } from './row-state';
import type { Tally } from '../counts/tally';

type Missing = Omit<Known, 'raw'> & { readonly id: string; readonly ts: number };

interface Claimed {
  /** Rows that changed. */
  readonly changed: number;
  readonly missed: MissedNow;
  /** Rows below the end are missing, and it was read only once. */
  readonly shrunk: boolean;
}
const NOTHING: Claimed = { changed: 0, missed: { rows: 0, doubted: [], back: [] }, shrunk: false };

/**
 * A page is the truth for the open interval between its first and last stamp; at offset 0 up to +∞, the end
 * page down to −∞ (sync.md, step 2). Rows there that were known before the request and are missing are gone from
 * the server, or, in a walk of the unseen, seen there. A mark whose row is gone already ends here too.
 */
export function claim(
  database: Database,
  tally: Tally,
  page: ReadPage,
  facts: PageFacts,
  message: PageMessage,
): Claimed {
  const { account, walk, offset, knownSeq } = message;
  if (walk === 'asked' || !facts.ok || page.bad.some(({ ts }) => ts === undefined)) return NOTHING;
  const top = offset === 0 ? Number.MAX_SAFE_INTEGER : facts.firstTs;
  const bottom = facts.end && !facts.unsure ? Number.MIN_SAFE_INTEGER : facts.lastTs;
  if (top === null || bottom === null) return NOTHING;
  const unseenOnly = walk === 'unseen' ? 'AND seen_server = 0' : '';
  const known = database.all<Missing>(
    `SELECT CAST(id AS TEXT) AS id, ts, level, severity, seen_server, marked, live FROM notification
     WHERE account = ? AND ts > ? AND ts < ? AND known_seq <= ? ${unseenOnly} AND (live = 1 OR marked <> 0 AND EXISTS
     (SELECT 1 FROM outbox WHERE outbox.account = notification.account AND outbox.id = notification.id AND outbox.ts = notification.ts))`,
    account,
    bottom,
    top,
    knownSeq,
  );
  if (known.length === 0) return NOTHING;
  // A long page that overlaps with what is known by some rows: only those are of interest, where none is doubted.
  const lowest =
    message.missed.since.size > 0 ? -Infinity : known.reduce((low, { ts }) => Math.min(low, ts), Infinity);
  const present = new Set(page.rows.filter(({ ts }) => ts >= lowest).map(keyOf));
  // Known before and unreadable now: it may be any row of its stamp.
  const unclear = new Set(page.bad.map(({ ts }) => ts));
  const lacking = known.filter((row) => !present.has(keyOf(row)) && !unclear.has(row.ts));
  const oldest = facts.end ? (facts.lastTs ?? -Infinity) : -Infinity;
  const shrunk = !message.again && lacking.some(({ ts }) => ts <= oldest);
  const missing = shrunk ? lacking.filter(({ ts }) => ts > oldest) : lacking;
  const { believed, missed } =
    walk === 'unseen'
      ? { believed: missing, missed: NOTHING.missed }
      : guarded(known, missing, oldest, message, present);
  for (const row of believed) {
    // A mark whose row is gone ends; the row stays seen here, and says that the server has no such item.
    const after =
      walk === 'unseen'
        ? { ...row, seen_server: 1, marked: row.marked === 0 ? 0 : 3 }
        : { ...row, live: 0, marked: row.marked === 1 ? 2 : row.marked };
    database.run(
      'UPDATE notification SET seen_server = ?, marked = ?, live = ? WHERE account = ? AND id = ? AND ts = ?',
      after.seen_server,
      after.marked,
      after.live,
      account,
      BigInt(row.id),
      row.ts,
    );
    if (row.marked !== 0)
      database.run(
        'DELETE FROM outbox WHERE account = ? AND id = ? AND ts = ?',
        account,
        BigInt(row.id),
        row.ts,
      );
    tally.move(row.ts, counted(row), counted(after));
  }
  return { changed: believed.length, missed, shrunk };
}

const keyOf = ({ id, ts }: { readonly id: string; readonly ts: number }): string => `${id}/${ts}`;

/** "At its new end": a server that drops its oldest rows each night is no alarm; an empty list is one. */
function guarded(
  known: readonly Missing[],
  missing: readonly Missing[],
  oldest: number,
  { missed }: PageMessage,
  present: ReadonlySet<string>,
): { readonly believed: readonly Missing[]; readonly missed: MissedNow } {
  const newer = missing.filter(({ ts, live }) => ts > oldest && live === 1).map(keyOf);
  const inInterval = known.filter(({ ts, live }) => ts >= oldest && live === 1).length;
  const believed = believe(newer, inInterval, missed);
  const doubted = newer.filter((row) => !believed.has(row));
  const doubts = new Set(doubted);
  return {
    believed: missing.filter((row) => !doubts.has(keyOf(row))),
    missed: {
      rows: newer.length,
      doubted,
      back: [...missed.since.keys()].filter((row) => present.has(row) || believed.has(row)),
    },
  };
}
