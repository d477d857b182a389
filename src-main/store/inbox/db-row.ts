import { isRecord, type Json } from '../../../src-shared/json';
import { LEVELS } from '../../../src-shared/notification';
import type { Row } from '../../../src-shared/inbox';
import { essence } from '../../../src-shared/titles';
import type { Arrival } from '../../core/alerts/arrival';
import { CHECKS, type Checked } from '../file/damage';

/** A row as it stands in the file, with what tells whether it is whole. */
export interface DbRow extends Checked {
  level: number;
  seen_server: number;
  marked: number;
  live: number;
  first_seen_at: number;
  found_by: string;
  toast: string;
}

export const COLUMNS = `account, CAST(id AS TEXT) AS id, ts, type, severity, level, subject, seen_server, marked, live, first_seen_at,
  found_by, toast, raw, ${CHECKS}`;

/** Shown as seen: the server says so, or the user marked it. */
export const isSeen = ({ seen_server, marked }: DbRow): boolean => seen_server === 1 || marked !== 0;
/** Shown as unseen: what is gone from the server is neither. */
export const isUnseen = (row: DbRow): boolean => row.live === 1 && !isSeen(row);

export function toArrival(row: DbRow): Arrival {
  return {
    key: { account: row.account, id: row.id, ts: row.ts },
    type: row.type,
    severity: row.severity,
    level: LEVELS[row.level] ?? 'info',
    subject: row.subject,
    data: readRaw(row.raw).data,
    seen: isSeen(row),
    swallowed: row.found_by === 'mark-all',
    baseline: false,
  };
}

export function readRaw(raw: string): { timestamp: string; data: Json } {
  const value: unknown = JSON.parse(raw);
  if (!isRecord(value)) return { timestamp: '', data: null };
  return { timestamp: String(value['timestamp']), data: (value['additional_data'] ?? null) as Json };
}

/** A list needs what its lines say: an item may be of megabytes, and a page has a hundred of them. */
export const listed = (row: Row): Row => ({ ...row, data: essence(row.data) });
