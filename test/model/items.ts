import type { Config } from './schedule';

export interface Item {
  readonly id: number;
  /** µs. */
  readonly ts: number;
  seen: boolean;
  /** Monotonic ms from which lists show it: a transaction that commits late. */
  visibleAt: number;
  /** Has anybody but this app ever had it seen, or it been seen at birth? */
  seenElsewhere: boolean;
  /** Came back with a backup. */
  readonly restored: boolean;
  /** ms between its stamp and its being visible. */
  readonly late: number;
}
export const nameOf = ({ id, ts }: { readonly id: number | string; readonly ts: number }): string =>
  `${id}/${ts}`;

/** The largest page in the model's bundle. */
export const LARGEST = 24;

export const kindOf = (status: number) =>
  status === 401
    ? 'token-refused'
    : status === 403
      ? 'forbidden'
      : status === 404
        ? 'not-found'
        : status === 429
          ? 'throttled'
          : 'server-error';

/**
 * A failed task or a threshold each: told at once, and no two of one subject. A failure that nothing ended is never let
 * go of, a threshold is.
 */
export const raw = ({ id, ts, seen }: Item): string =>
  `{"id":${id},"type":${3 + (id % 2)},"seen":${seen},"severity":1,"timestamp":"${stamp(ts)}","additional_data":{"task_id":"${id}-${ts % 1e9}"}}`;
const encoder = new TextEncoder();
export const encode = (text: string): Uint8Array => encoder.encode(text);

let second = -1;
let secondText = '';
/** Most stamps are of the same second as the one before. */
function stamp(ts: number): string {
  const now = Math.floor(ts / 1e6);
  if (now !== second) secondText = new Date(now * 1000).toISOString().slice(0, -5);
  second = now;
  return `${secondText}.${String(ts % 1e6).padStart(6, '0')}+00:00`;
}

/** Newest first; where stamps are equal, in an order that may differ from request to request. */
export function createOrder({ stable }: Pick<Config, 'stable'>) {
  let shuffle = 0;
  return (of: readonly Item[]): Item[] => {
    if (!stable) shuffle += 1;
    const tie = ({ id }: Item): number => (stable ? id : (id * 7919 * (1 + shuffle * 31)) % 1_000_003);
    return of.toSorted((a, b) => b.ts - a.ts || tie(b) - tie(a));
  };
}
