import { headerNameProblem } from '../../src-shared/header-name';
import type { Account } from '../../src-shared/account';
import { fail } from '../../src-shared/app-error';

/** The header that carries an account's token. */
export interface Authorization {
  readonly name: string;
  readonly value: string;
  /** As it stands in the value: a server's words are searched for it. */
  readonly token: string;
}

/**
 * `Authorization: Token X`, or the account's own header (api.md, Traps). @throws AppError `no-token`; `bad-token` where
 * a header cannot hold it: `fetch` would say so with the token in its words, and as if the connection had broken.
 */
export function authorizationOf(
  { scheme, header }: Pick<Account, 'scheme' | 'header'>,
  token: string | undefined,
): Authorization {
  if (token === undefined) throw fail('no-token');
  if (!/^[\x20-\x7e]+$/.test(token)) throw fail('bad-token');
  if (scheme !== 'Header') return { name: 'Authorization', value: `${scheme} ${token}`, token };
  // Somebody may have written it into the file of accounts by hand.
  if (header === undefined || headerNameProblem(header) !== null)
    throw fail('bad-input', { fields: { header: 'missing' } });
  return { name: header, value: token, token };
}
