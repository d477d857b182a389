import * as v from 'valibot';
import { isRecord, type Json } from './json';
import { microseconds } from './timestamp';

/** The documented types (api.md). A newer server may send others: they are kept and shown by number. */
export const TYPES = {
  taskStarted: 1,
  taskSucceeded: 2,
  taskFailed: 3,
  thresholdExceeded: 4,
  suiteStarted: 5,
  suiteFinished: 6,
  agentOnline: 7,
  agentOffline: 8,
} as const;
export const KNOWN_TYPES: readonly number[] = Object.values(TYPES);

/** From calm to urgent; the index is the order. "Recovered" is a look, not a level. */
export const LEVELS = ['info', 'warning', 'major', 'critical'] as const;
export const Level = v.picklist(LEVELS);
export type Level = v.InferOutput<typeof Level>;
export const levelRank = (level: Level): number => LEVELS.indexOf(level);

/** Identity is (id, ts): a server restored from a backup reuses ids. Ids pass 2^53, so they are text. */
export const NotificationKey = v.strictObject({
  account: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  /** Decimal digits, within SQLite's 64 bits. */
  id: v.pipe(v.string(), v.regex(/^-?\d{1,19}$/)),
  /** Microseconds since the epoch. */
  ts: v.pipe(v.number(), v.safeInteger()),
});
export type NotificationKey = v.InferOutput<typeof NotificationKey>;
export const keyText = (key: NotificationKey): string => `${key.account}/${key.id}/${key.ts}`;

/** One notification as the server says it is. */
export interface Notification {
  readonly id: string;
  readonly ts: number;
  readonly type: number;
  readonly severity: number;
  readonly seen: boolean;
  /** The server's own text, with its zone. */
  readonly timestamp: string;
  readonly data: Json;
}

export type ReadItem =
  | { readonly ok: true; readonly item: Notification }
  /** `field` is what could not be read; the item is kept raw, counted and shown (sync.md). */
  | { readonly ok: false; readonly field: string; readonly ts: number | undefined };

const MAX_DEPTH = 32; // security.md: checked per item
const MAX_ID = 2n ** 63n - 1n;

/**
 * Reads one element of `results`. Never throws.
 * @param id the id's digits where the text of the page had to be scanned for them (beyond 2^53).
 * @param nesting brackets one in another at most, where they were counted: a flat item need not be looked through.
 */
export function readItem(value: unknown, id?: string, nesting = Infinity): ReadItem {
  const ts =
    isRecord(value) && typeof value['timestamp'] === 'string' ? microseconds(value['timestamp']) : undefined;
  const bad = (field: string): ReadItem => ({ ok: false, field, ts });
  if (!isRecord(value)) return bad('item');
  const digits = id ?? readId(value['id']);
  if (digits === undefined) return bad('id');
  if (ts === undefined) return bad('timestamp');
  const { type, severity, seen } = value;
  if (!isInteger(type)) return bad('type');
  if (!Number.isInteger(severity)) return bad('severity');
  if (typeof seen !== 'boolean') return bad('seen');
  const data = (value['additional_data'] ?? null) as Json;
  if (nesting > MAX_DEPTH && isDeeper(data, MAX_DEPTH)) return bad('additional_data');
  const timestamp = value['timestamp'] as string;
  return {
    ok: true,
    item: { id: digits, ts, type, severity: bounded(severity as number), seen, timestamp, data },
  };
}

const isInteger = (value: unknown): value is number => Number.isSafeInteger(value);

/** Any integer is legal (api.md): one beyond 2^53 is kept as the nearest that a number can hold. */
const bounded = (severity: number): number =>
  Math.min(Math.max(severity, Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER);

function readId(value: unknown): string | undefined {
  if (Number.isSafeInteger(value)) return String(value);
  if (typeof value !== 'string' || !/^\d{1,19}$/.test(value)) return undefined;
  return BigInt(value) <= MAX_ID ? BigInt(value).toString() : undefined;
}

/** Does something within a value lie deeper than so many levels? No deeper is looked, so a hostile one cannot overflow the stack. */
function isDeeper(value: Json, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  // Not by `for … in`, which makes no list of them: in Electron's V8 it took ten times as long.
  const inner = Object.values(value) as readonly Json[];
  return inner.length > 0 && (levels === 0 || inner.some((one) => isDeeper(one, levels - 1)));
}

/** What the user said a severity means: number → level. Empty until they say so (docs/alerts.md). */
export type SeverityLevels = { readonly [severity: string]: Level };

/** The level by type, raised (never lowered) by a severity that the user mapped. docs/alerts.md, Words. */
export function levelOf(type: number, severity: number, mapped: SeverityLevels): Level {
  const byType = levelOfType(type);
  const bySeverity = mapped[String(severity)];
  return bySeverity !== undefined && levelRank(bySeverity) > levelRank(byType) ? bySeverity : byType;
}

export function levelOfType(type: number): Level {
  if (type === TYPES.agentOffline || type === TYPES.taskFailed) return 'major';
  return type === TYPES.thresholdExceeded ? 'warning' : 'info';
}
