import { AppError, fail } from '../../../src-shared/app-error';
import type { HistoryResult, PageMessage, PageResult } from '../../core/store-port';
import { readPage, unreadable, type ReadPage } from '../../core/sync/read-page';
import type { Decode } from '../../core/sync/slice-items';
import type { Database } from '../file/database';
import { createLate } from './late';
import { claim } from './page-truth';
import { knownRows } from './known-rows';
import { createInserts } from './inserts';
import { meet, type Meeting } from './meet';
import { createSums, type Sums } from './sums';
import { isQuarantined, quarantine } from './quarantine';
import { marksWait, readSync } from './sync-state';

/** One page, one transaction: what is on it, what its interval proves gone, and how far the history goes. */
export function applyPage(database: Database, message: PageMessage): PageResult {
  const page = readInOrder(message);
  return database.transaction(() => {
    const sums = createSums(database, message.account);
    const result = writePage(database, page, message, sums);
    if (result.changed) sums.save();
    return result;
  });
}

/** Several pages of the first reading in one transaction: see `applyHistory` of the Store port. */
export function applyHistory(
  database: Database,
  messages: readonly PageMessage[],
  cursor: number,
): HistoryResult {
  return database.transaction(() => {
    const results: PageResult[] = [];
    const { account } = messages[0]!;
    const sums = createSums(database, account);
    let lowest = cursor;
    let { longest, reached } = messages[0]!;
    for (const message of messages) {
      const here = results.length === 0 ? message : { ...message, above: lowest, longest, reached };
      const page = results.length === 0 ? readInOrder(here) : readBelow(here);
      if (!page || (results.length > 0 && !fits(database, page, here))) break;
      const result = writePage(database, page, here, sums);
      results.push(result);
      const { ok, end, lastTs, length } = result.facts;
      longest = Math.max(longest, length);
      reached = Math.max(reached, message.offset + length);
      if (!ok || end || lastTs === null || lastTs >= lowest) break;
      lowest = lastTs;
    }
    if (results.some(({ changed }) => changed)) sums.save();
    if (lowest !== cursor) database.run('UPDATE sync SET cursor_ts = ? WHERE account = ?', lowest, account);
    return { results, cursor: lowest };
  });
}

/** Item by item a `TextDecoder` takes three times as long. */
const decode: Decode = ({ buffer, byteOffset, byteLength }) => {
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  return (from, to) => bytes.toString('utf8', from, to);
};

/** @throws AppError `not-json`, `broken-json`, `not-our-api`, `order-ignored` */
function readInOrder({ body, walk }: PageMessage): ReadPage {
  const page = readPage(body, decode);
  if (page.rising && walk !== 'asked') throw fail('order-ignored');
  return page;
}

/**
 * Each only when its turn comes: the rows of several pages at once outlive V8's young objects.
 * @returns `undefined`: it cannot be read; it is asked for again, and fails as a first one
 */
function readBelow(message: PageMessage): ReadPage | undefined {
  try {
    return readInOrder(message);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return undefined;
  }
}

function fits(database: Database, page: ReadPage, message: PageMessage): boolean {
  const { ok, end, unsure, lastTs } = factsOf(page, message, readSync(database, message.account).pageLimit);
  return ok && !unsure && (end || (lastTs !== null && message.above !== null && lastTs < message.above));
}

/** Within a transaction, at whose end the sums are to be saved where something changed. */
function writePage(
  database: Database,
  page: ReadPage,
  message: PageMessage,
  { tally, subjects }: Sums,
): PageResult {
  const { account, walk } = message;
  const sync = readSync(database, account);
  const facts = factsOf(page, message, sync.pageLimit);
  // Where nothing can be read there is no baseline yet: what can be read some day was there before.
  const first = walk === 'head' && !sync.baselineSet && facts.unreadable === null;
  const unlooked = !sync.baselineSet;
  const foundBy = unlooked ? 'baseline' : walk;
  const seq = sync.seq + 1;
  const inserts = createInserts(database, { account, foundBy, seq, now: message.now });
  const meeting: Meeting = {
    account,
    foundBy,
    inserts,
    levels: message.levels,
    baseline: unlooked ? Infinity : sync.baseline,
    floor: sync.floor,
    markAllStanding: sync.markAllSent !== null,
    known: knownRows(database, account, page, tally, message.levels, inserts),
    tally,
    subjects,
    marksWait: marksWait(database, account),
  };
  const late = createLate(sync, message, (ts) => isQuarantined(database, account, ts));
  let changed = 0;
  for (const row of page.rows) {
    if (late.looks && meeting.known.find(row) === undefined) late.met(row.ts);
    if (meet(database, row, meeting)) changed += 1;
  }
  inserts.flush();
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
    database.run(`UPDATE meta SET value = ? WHERE name = 'seq'`, seq);
    if (message.horizon !== null)
      database.run('UPDATE sync SET horizon = ? WHERE account = ?', message.horizon, account);
  }
  const keys = walk === 'asked' ? page.rows.map(({ id, ts }) => ({ account, id, ts })) : [];
  const bad = walk === 'unseen' ? page.bad.map(({ raw }) => raw) : [];
  return {
    facts: claimed.shrunk ? { ...facts, unsure: true } : facts,
    changed: changed > 0,
    seq: changed > 0 ? seq : sync.seq,
    keys,
    bad,
    missed: claimed.missed,
    lag,
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
  { limit, offset, above, longest, reached, bottom }: PageMessage,
  learned: number | null,
): PageResult['facts'] {
  const effectiveLimit = Math.min(limit, page.nextLimit ?? learned ?? limit);
  const ok = above === null || (page.firstTs !== null && page.firstTs > above);
  const { length, count, firstTs, lastTs, tieAtEnd } = page;
  // There are servers that cut their pages and never give a `next`: `count` tells of more. It may be wrong for ever, too: a
  // page that goes no further than the one above it, and is shorter than another, was not cut.
  const isBottom = length < longest && offset + length <= reached;
  const saysMore = count !== null && offset + length < count;
  const members = saysMore && !page.hasNext ? page.rows.map(({ id, ts }) => `${id}/${ts}`).toSorted() : null;
  // Nor was one that has the same rows before and after nothing was found below it, however long it is.
  const isSame =
    bottom !== null &&
    members !== null &&
    offset === bottom.offset &&
    count === bottom.count &&
    length === bottom.members.length &&
    members.every((one, at) => one === bottom.members[at]);
  const last =
    length > 0 && !page.hasNext && (isSame || (length < effectiveLimit && (!saysMore || isBottom)));
  const end = (ok && last) || (length === 0 && offset === 0);
  // More rows than `count` knows of: `next` is older than the rows, too.
  const unsure = end && length > 0 && count !== null && offset + length > count;
  return {
    length,
    count,
    firstTs,
    lastTs,
    tieAtEnd,
    ok,
    end,
    unsure,
    members,
    effectiveLimit,
    unreadable: unreadable(page),
  };
}
