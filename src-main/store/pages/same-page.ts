import type { PageMessage, PageResult } from '../../core/store-port';
import type { Database } from '../file/database';
import { applyPage } from './pages';

interface Kept {
  readonly message: PageMessage;
  readonly result: PageResult;
  /** Rows that this connection had changed by then, in its life. */
  readonly changes: number;
}

/** A hundred items are some 40 kB; more is not worth keeping. Bytes. */
const MOST = 512 * 1024;

/**
 * `applyPage`, which knows the first page of a head walk by its bytes: most polls bring the one before, and whoever
 * reads it again row by row finds nothing. It says what it said then where the same was asked, nothing at all was
 * written since, and nothing in it waits for time to pass (a row doubted by the guard, an item that cannot be read).
 * All else about a poll happens as ever: its horizon, its flags and its alerts go by other calls.
 */
export function createApplyPage(database: Database): (message: PageMessage) => PageResult {
  const kept = new Map<string, Kept>();
  const isCalm = (account: string): boolean =>
    database.get('SELECT 1 FROM quarantine WHERE account = ? LIMIT 1', account) === undefined;

  return (message) => {
    const { account } = message;
    const last = kept.get(account);
    if (last && isSame(last.message, message) && last.changes === database.changes()) return last.result;
    const result = applyPage(database, message);
    if (!isHead(message)) return result;
    // A page that changed something said more than it would say again.
    if (!result.changed && isSettled(result, message) && isCalm(account))
      kept.set(account, { message, result, changes: database.changes() });
    else kept.delete(account);
    return result;
  };
}

const isHead = ({ walk, offset, again, bottom }: PageMessage): boolean =>
  walk === 'head' && offset === 0 && !again && bottom === null;

const isSettled = ({ facts, missed }: PageResult, message: PageMessage): boolean =>
  facts.ok &&
  !facts.unsure &&
  missed.rows === 0 &&
  missed.back.length === 0 &&
  message.missed.since.size === 0 &&
  message.body.length <= MOST;

/** Times, the horizon and what severities mean only matter to rows that are new, gone or other than before. */
function isSame(one: PageMessage, other: PageMessage): boolean {
  return (
    isHead(other) &&
    one.limit === other.limit &&
    one.longest === other.longest &&
    one.reached === other.reached &&
    one.knownSeq === other.knownSeq &&
    other.missed.since.size === 0 &&
    one.body.length === other.body.length &&
    Buffer.compare(one.body, other.body) === 0
  );
}
