import { isRecord, type Notification } from './notification';
import { parseStamp } from './stamp';

/** One row as the server holds it. `value` is what was sent, even when it is no notification at all. */
export interface Row {
  /** Microseconds since the epoch. */
  readonly ts: number;
  readonly id: number;
  readonly type: unknown;
  readonly severity: unknown;
  seen: boolean;
  value: unknown;
  /** Its JSON, kept so that a page of 1,000 is one join. */
  text: string | undefined;
}

export interface Inbox {
  /** Ascending by (ts, id). */
  readonly rows: readonly Row[];
  get(id: number): Row | undefined;
  nextId(): number;
  /** A row whose id is taken takes the other's place, as after a restore from a backup. */
  add(item: Notification): Row;
  /** Anything at all, by its text; it sorts by its own stamp and id where they can be read. */
  addRaw(text: string, fallbackTs: number): Row;
  markSeen(ids: readonly number[]): readonly number[];
  markAllSeen(): void;
  remove(ids: readonly number[]): readonly number[];
  unseen(): number;
}

export function textOf(row: Row): string {
  return (row.text ??= JSON.stringify(row.value));
}

function parseOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The server's table: one sorted array, found by halving, appended to in the usual case. */
export function createInbox(firstId: number): Inbox {
  let rows: Row[] = [];
  const byId = new Map<number, Row>();
  let highest = firstId - 1;

  /** Index of the first row not before (ts, id). */
  function place(ts: number, id: number): number {
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const row = rows[middle]!;
      if (row.ts < ts || (row.ts === ts && row.id < id)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function insert(row: Row): Row {
    if (byId.has(row.id)) remove([row.id]);
    rows.splice(place(row.ts, row.id), 0, row);
    byId.set(row.id, row);
    if (Number.isSafeInteger(row.id)) highest = Math.max(highest, row.id);
    return row;
  }

  function remove(ids: readonly number[]): readonly number[] {
    const gone = new Set(ids.filter((id) => byId.has(id)));
    if (gone.size > 0) rows = rows.filter((row) => !gone.has(row.id));
    for (const id of gone) byId.delete(id);
    return [...gone];
  }

  function see(row: Row): boolean {
    if (row.seen) return false;
    row.seen = true;
    // A raw row that is no object has nowhere to say so: it stays as it came.
    if (isRecord(row.value)) {
      row.value = { ...row.value, seen: true };
      row.text = undefined;
    }
    return true;
  }

  return {
    get rows() {
      return rows;
    },
    get: (id) => byId.get(id),
    nextId: () => highest + 1,
    add: (item) =>
      insert({
        ts: parseStamp(item.timestamp) ?? 0,
        id: item.id,
        type: item.type,
        severity: item.severity,
        seen: item.seen,
        value: item,
        text: undefined,
      }),
    addRaw(text, fallbackTs) {
      const value = parseOrNothing(text);
      const fields = isRecord(value) ? value : {};
      const ts = parseStamp(fields['timestamp']) ?? fallbackTs;
      const id = Number.isInteger(fields['id']) ? (fields['id'] as number) : highest + 1;
      const { type, severity } = fields;
      return insert({ ts, id, type, severity, seen: fields['seen'] === true, value, text });
    },
    markSeen: (ids) => ids.filter((id) => byId.has(id) && see(byId.get(id)!)),
    markAllSeen: () => rows.forEach(see),
    remove,
    unseen: () => rows.reduce((sum, row) => sum + (row.seen ? 0 : 1), 0),
  };
}
