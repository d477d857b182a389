import type { Hashed } from './row-hash';

/** What a row's hash was in histories of up to version 11: they are brought forward by it (`schema.ts`). FNV-1a over UTF-16 units. */
export function rowHashBefore(account: string, { id, ts, type, severity, subject, raw }: Hashed): number {
  const text = `${account}\n${id}\n${ts}\n${type}\n${severity}\n${subject}\n${raw}`;
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
