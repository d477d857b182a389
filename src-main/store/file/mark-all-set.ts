import type { Database } from './database';

type Key = readonly [id: string, ts: number];

/** The rows of a mark-all as they were written; `undefined`: damaged. @param text of any kind */
export function readKeys(text: unknown): readonly Key[] | undefined {
  try {
    const keys: unknown = typeof text === 'string' ? JSON.parse(text) : undefined;
    return Array.isArray(keys) && keys.every(isKey) ? keys : undefined;
  } catch {
    return undefined;
  }
}

function isKey(key: unknown): key is Key {
  const [id, ts] = Array.isArray(key) ? (key as unknown[]) : [];
  const isId = typeof id === 'string' && /^-?\d+$/.test(id) && BigInt.asIntN(64, BigInt(id)) === BigInt(id);
  return isId && Number.isSafeInteger(ts);
}

/** Accounts whose mark-all cannot be believed. Of one that the server has answered with 2xx the rows do not matter. */
export const damagedMarkAlls = (database: Database): readonly string[] =>
  database
    .all<{ account: string; sent: unknown; keys: unknown }>('SELECT account, sent, keys FROM mark_all')
    .filter(({ sent, keys }) => sent !== 1 && (sent !== 0 || readKeys(keys) === undefined))
    .map(({ account }) => account);
