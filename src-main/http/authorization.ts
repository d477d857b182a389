import type { Scheme } from '../../src-shared/account';
import { fail } from '../../src-shared/app-error';

/**
 * The `Authorization` header of an account (api.md, Traps). @throws AppError `no-token`; `bad-token` where a header
 * cannot hold it: `fetch` would say so with the token in its words, and as if the connection had broken.
 */
export function authorizationOf(scheme: Scheme, token: string | undefined): string {
  if (token === undefined) throw fail('no-token');
  if (!/^[\x20-\x7e]+$/.test(token)) throw fail('bad-token');
  return `${scheme} ${token}`;
}
