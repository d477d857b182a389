import type { Counted } from '../counts/tally';

/** A row as the database has it, as far as a page can change it. */
export interface Known {
  level: number;
  severity: number;
  seen_server: number;
  /** 0 no · 1 waits in the outbox · 2 refused by the server · 3 confirmed by it: never flips back on screen (I4). */
  marked: number;
  live: number;
  raw: string;
}

export const KNOWN =
  'SELECT level, severity, seen_server, marked, live, raw FROM notification WHERE account = ? AND id = ? AND ts = ?';

export const counted = (row: Omit<Known, 'raw'>): Counted => ({
  level: row.level,
  severity: row.severity,
  live: row.live === 1,
  seenServer: row.seen_server === 1,
  marked: row.marked !== 0,
});
