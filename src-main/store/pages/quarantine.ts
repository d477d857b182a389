import type { PageFacts, PageMessage } from '../../core/store-port';
import type { ReadPage } from '../../core/sync/read-page';
import type { Database } from '../file/database';
import { sequence } from './sync-state';

/** The scrub on its way through an account's history: what it met of the items without a stamp. */
interface Round {
  readonly met: Set<string>;
  /** From the top, without a gap. */
  whole: boolean;
}
/** In memory: after a restart it takes one more round. */
const rounds = new WeakMap<Database, Map<string, Round>>();

/**
 * Keeps a page's unreadable items, raw. One leaves when it is readable now or gone from the server: a page that is the
 * truth about its stamp is without it; of one without a stamp, a whole scrub from the top to the end.
 * @returns how many entries changed
 */
export function quarantine(
  database: Database,
  page: ReadPage,
  facts: PageFacts,
  message: PageMessage,
): number {
  const { account, walk, now } = message;
  let changed = 0;
  for (const { raw, field, ts } of page.bad)
    changed += database.run(
      'INSERT OR IGNORE INTO quarantine (account, raw, field, first_seen_at, ts, known_seq) VALUES (?, ?, ?, ?, ?, ?)',
      account,
      raw,
      field,
      now,
      ts ?? null,
      sequence(database) + 1,
    );
  if (walk !== 'head' && walk !== 'history') return changed;
  const round = follow(database, page, facts, message);
  const kept = database.all<{ raw: string; ts: number | null }>(
    'SELECT raw, ts FROM quarantine WHERE account = ? AND known_seq <= ?',
    account,
    message.knownSeq,
  );
  if (kept.length === 0 || !facts.ok) return changed;
  const top = message.offset === 0 ? Infinity : (facts.firstTs ?? -Infinity);
  const bottom = isEnd(facts) ? -Infinity : (facts.lastTs ?? Infinity);
  const here = new Set(page.bad.map(({ raw }) => raw));
  for (const { raw, ts } of kept) {
    if (here.has(raw)) continue;
    const gone = ts === null ? round !== undefined && !round.met.has(raw) : ts < top && ts > bottom;
    if (gone) changed += database.run('DELETE FROM quarantine WHERE account = ? AND raw = ?', account, raw);
  }
  return changed;
}

export const isQuarantined = (database: Database, account: string, ts: number): boolean =>
  database.get('SELECT 1 FROM quarantine WHERE account = ? AND ts = ?', account, ts) !== undefined;

/** @returns the round that this page ended */
function follow(
  database: Database,
  page: ReadPage,
  facts: PageFacts,
  { account, walk, offset }: PageMessage,
): Round | undefined {
  const all = rounds.get(database) ?? new Map<string, Round>();
  rounds.set(database, all);
  if (walk === 'head' && !(offset === 0 && isEnd(facts))) return undefined;
  if (offset === 0) all.set(account, { met: new Set(), whole: true });
  const round = all.get(account);
  if (!round) return undefined;
  round.whole &&= facts.ok;
  for (const { raw } of page.bad) round.met.add(raw);
  if (!isEnd(facts)) return undefined;
  all.delete(account);
  return round.whole ? round : undefined;
}

/** Where rows came between `count` and the page, what lies below may be hidden: then it claims nothing of it (sync.md, F1). */
const isEnd = ({ end, unsure }: PageFacts): boolean => end && !unsure;
