import { fail } from '../../../src-shared/app-error';
import { isRecord, notData, parseJson } from '../../../src-shared/json';
import { readItem, type Notification } from '../../../src-shared/notification';
import { storable, subjectOf, subjectText } from '../../../src-shared/subject';
import { sliceItems, type Decode } from './slice-items';

/** What is kept of an item beside its text: what was parsed is let go of at once, as a page's rows outlive V8's young objects. */
export interface ReadRow extends Pick<Notification, 'id' | 'ts' | 'type' | 'severity' | 'seen'> {
  /** `agent:4` */
  readonly subject: string;
  /** The item's text as the server sent it. */
  readonly raw: string;
}
interface Quarantined {
  readonly raw: string;
  /** What could not be read. */
  readonly field: string;
  /** Its stamp where that could be read: it bounds a page like any other. */
  readonly ts: number | undefined;
}

/** A list answer, read. Pure; runs in the database thread. */
export interface ReadPage {
  readonly rows: readonly ReadRow[];
  readonly bad: readonly Quarantined[];
  /** Elements of `results`, readable or not. */
  readonly length: number;
  readonly count: number | null;
  readonly hasNext: boolean;
  /** `limit=` in `next`: what the server really gives a page. `next` itself is never requested. */
  readonly nextLimit: number | null;
  /** The first and the last readable stamp in µs; `null` without one. */
  readonly firstTs: number | null;
  readonly lastTs: number | null;
  /** Elements at the page's end from the first that has its last stamp. */
  readonly tieAtEnd: number;
  /** Some stamp is later than the one before it: the server ignored `ordering=-timestamp`. */
  readonly rising: boolean;
}

/** @throws AppError `not-json`, `broken-json` where it is cut or damaged, or `not-our-api` where it is another JSON. */
export function readPage(body: Uint8Array, decode?: Decode): ReadPage {
  const cut = sliceItems(body, decode);
  const envelope = parse(cut ? cut.rest : new TextDecoder().decode(body));
  if (!cut || !isRecord(envelope)) throw fail('not-our-api', { detail: 'no “results”' });
  const rows: ReadRow[] = [];
  const bad: Quarantined[] = [];
  const stamps: (number | undefined)[] = [];
  for (const raw of cut.items) {
    const read = readItemText(raw, cut.nesting);
    if (read.ok) rows.push(rowOf(read.item, raw));
    else bad.push({ raw: storable(raw), field: read.field, ts: read.ts });
    stamps.push(read.ok ? read.item.ts : read.ts);
  }
  const { next, count } = envelope;
  const readable = stamps.filter((ts) => ts !== undefined);
  const lastTs = readable.at(-1) ?? null;
  return {
    rows,
    bad,
    length: cut.items.length,
    count: typeof count === 'number' && Number.isSafeInteger(count) ? count : null,
    hasNext: typeof next === 'string' && next !== '',
    nextLimit: limitOf(next),
    firstTs: readable[0] ?? null,
    lastTs,
    tieAtEnd:
      lastTs === null
        ? 0
        : stamps.length - 1 - stamps.findLastIndex((ts) => ts !== undefined && ts !== lastTs),
    rising: readable.some((ts, i) => i > 0 && ts > readable[i - 1]!),
  };
}

export function rowOf({ id, ts, type, severity, seen, data }: Notification, raw: string): ReadRow {
  return { id, ts, type, severity, seen, subject: subjectText(subjectOf(type, data, id)), raw };
}

/** What is in the way where there are items and not one of them can be read: nobody watches such a feed. */
export const unreadable = ({ rows, bad }: ReadPage): string | null =>
  rows.length === 0 ? (bad[0]?.field ?? null) : null;

/**
 * One item by its text, as in `GET ID/` too.
 * @param nesting brackets one in another at most, where they were counted
 */
export function readItemText(raw: string, nesting?: number): ReturnType<typeof readItem> {
  let value: unknown;
  try {
    value = parseJson(raw);
  } catch {
    return { ok: false, field: 'item', ts: undefined };
  }
  const rounded = isRecord(value) && typeof value['id'] === 'number' && !Number.isSafeInteger(value['id']);
  return readItem(value, rounded ? bigId(raw) : undefined, nesting);
}

/** The digits of the item's own `id`, where JSON.parse would round them. */
function bigId(raw: string): string | undefined {
  let depth = 0;
  for (const match of raw.matchAll(/"(?:[^"\\]|\\.)*"(\s*:\s*(-?\d{16,19})(?=[\s,}]))?|[{}[\]]/g)) {
    const [token, , digits] = match;
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (depth === 1 && digits !== undefined && token.startsWith('"id"')) return inRange(digits);
  }
  return undefined;
}

const inRange = (digits: string): string | undefined =>
  BigInt.asIntN(64, BigInt(digits)) === BigInt(digits) ? digits : undefined;

function limitOf(next: unknown): number | null {
  if (typeof next !== 'string') return null;
  const limit = Number(/[?&]limit=(\d+)/.exec(next)?.[1]);
  return Number.isSafeInteger(limit) && limit > 0 ? limit : null;
}

function parse(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    throw fail(notData(text));
  }
}
