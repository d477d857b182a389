import { AppError, fail } from '../../../src-shared/app-error';

/** https://sqlite.org/rescode.html, the primary codes that are told apart here. */
const CORRUPT = 11;
const NOT_A_DATABASE = 26;
const FULL = 13;
const READ_ONLY = [8, 3]; // SQLITE_READONLY, SQLITE_PERM

const KEPT_FROM_US = [3, 5, 6, 7, 14]; // SQLITE_PERM, _BUSY, _LOCKED, _NOMEM, _CANTOPEN

const codeOf = (error: unknown): number | undefined => {
  const code = (error as { errcode?: unknown } | null)?.errcode;
  return typeof code === 'number' ? code & 0xff : undefined;
};
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The file itself is damaged, or is none of ours: what is in it is not to be believed. */
export function isCorrupt(error: unknown): boolean {
  const code = codeOf(error);
  return (
    code === CORRUPT ||
    code === NOT_A_DATABASE ||
    /not a database|malformed|corrupt|encrypted/i.test(messageOf(error))
  );
}

/** It may be whole, and is not to be had now: no rights, held by somebody, no memory, too many files open. */
export const isKeptFromUs = (error: unknown): boolean => KEPT_FROM_US.includes(codeOf(error) ?? 0);

/** SQLite's and the disk's troubles as failures with a cause; `undefined`: it is another error, a bug. */
export function storageFailure(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  const code = codeOf(error);
  const detail = messageOf(error).slice(0, 200);
  const system = (error as { code?: unknown } | null)?.code;
  if (code === FULL || system === 'ENOSPC' || system === 'EDQUOT') return fail('disk-full', { detail });
  if ((code !== undefined && READ_ONLY.includes(code)) || system === 'EROFS')
    return fail('read-only', { detail });
  const known =
    (code !== undefined && code !== 1) ||
    /^E[A-Z]+$/.test(String(system)) ||
    /sqlite|database|disk/i.test(`${String(system)} ${detail}`);
  return known ? fail('storage', { detail }) : undefined;
}
