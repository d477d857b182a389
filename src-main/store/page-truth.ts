import type { PageFacts, PageMessage } from '../core/store-port';
import type { ReadPage } from '../core/sync/read-page';
import type { Database } from './database';
import { counted, type Known } from './row-state';
import type { Tally } from './tally';

/** More rows than this vanishing from one page are not believed at once (sync.md, Guard). */
const GUARD = 50;
/** They are, when the same page still lacks them so long after. ms. */
const AGAIN_MS = 60_000;
/** When a row beyond the guard was first missed, wall ms. Lost at a restart: then it takes the time once more. */
const missed = new WeakMap<Database, Map<string, number>>();

/**
 * A page is the truth for the open interval between its first and last stamp; at offset 0 up to +∞, the end
 * page down to −∞. Live rows there that were known before the request and are missing are gone from the
 * server, or, in a walk of the unseen, seen there.
 * @returns how many rows changed
 */
export function claim(
  database: Database,
  tally: Tally,
  page: ReadPage,
  facts: PageFacts,
  message: PageMessage,
): number {
  const { account, walk, offset, knownSeq } = message;
  if (walk === 'asked' || !facts.ok || page.bad.some(({ ts }) => ts === undefined)) return 0;
  const top = offset === 0 ? Number.MAX_SAFE_INTEGER : facts.firstTs;
  const bottom = facts.end ? Number.MIN_SAFE_INTEGER : facts.lastTs;
  if (top === null || bottom === null) return 0;
  const unseenOnly = walk === 'unseen' ? 'AND seen_server = 0' : '';
  const known = database.all<Known & { id: string; ts: number }>(
    `SELECT CAST(id AS TEXT) AS id, ts, level, seen_server, marked, live, raw FROM notification
     WHERE account = ? AND ts > ? AND ts < ? AND live = 1 AND known_seq <= ? ${unseenOnly}`,
    account,
    bottom,
    top,
    knownSeq,
  );
  if (known.length === 0) return 0;
  const present = new Set(page.rows.map(({ id, ts }) => `${id}/${ts}`));
  // Known before and unreadable now: it may be any row of its stamp.
  const unclear = new Set(page.bad.map(({ ts }) => ts));
  const missing = known.filter(({ id, ts }) => !present.has(`${id}/${ts}`) && !unclear.has(ts));
  const believed = walk === 'unseen' ? missing : confirmed(database, page, missing, message);
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
    tally.move(counted(row), counted(after));
  }
  return believed.length;
}

function confirmed<Row extends { readonly id: string; readonly ts: number }>(
  database: Database,
  page: ReadPage,
  missing: readonly Row[],
  { account, now }: PageMessage,
): readonly Row[] {
  const since = missed.get(database) ?? new Map<string, number>();
  missed.set(database, since);
  const keyOf = ({ id, ts }: { id: string; ts: number }): string => `${account}/${id}/${ts}`;
  if (since.size > 0) for (const row of page.rows) since.delete(keyOf(row));
  const guarded = missing.length > GUARD;
  return missing.filter((row) => {
    const key = keyOf(row);
    const first = since.get(key) ?? now;
    if (guarded && now - first < AGAIN_MS) {
      since.set(key, first);
      return false;
    }
    return since.delete(key) || !guarded;
  });
}
