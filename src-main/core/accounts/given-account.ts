import { MAX_NAME, readBaseUrl, suggestedName, type Account, type Colour } from '../../../src-shared/account';
import { AppError, fail } from '../../../src-shared/app-error';
import { addressFailure, type Connection } from './connection-test';

/** How an account is called here. */
interface Look {
  readonly name: string;
  /** Empty: none. */
  readonly shortName?: string | undefined;
  readonly colour?: Colour | null | undefined;
}
export interface NewAccount extends Connection, Look {
  readonly token: string;
  readonly linkTemplate?: string | undefined;
}
export interface Edit extends Omit<Connection, 'kind' | 'token'>, Look {
  /** A new one; without it the one that is kept goes on, where the origin is the same. */
  readonly token?: string | undefined;
}
/** How the server is reached. @throws AppError `bad-address`, `http-refused`, `bad-input` */
export function wayOf({
  kind,
  baseUrl,
  scheme,
  header,
  allowHttp,
}: Omit<Connection, 'token'>): Pick<Account, 'baseUrl' | 'scheme' | 'header' | 'allowHttp'> {
  const address = readBaseUrl(baseUrl, allowHttp);
  if (!address.ok) throw new AppError(addressFailure(address.problem));
  const way = { baseUrl: address.baseUrl, scheme, allowHttp };
  if (scheme !== 'Header') return way;
  // The settings API documents `Bearer` alone.
  if (kind === 'tenant' || header === undefined) throw fail('bad-input', { fields: { header: 'missing' } });
  return { ...way, header };
}

/** What is not said stays as it is. */
export function looking(account: Account, { name, shortName, colour }: Look): Account {
  const { shortName: oldShort, colour: oldColour, ...rest } = account;
  const short = shortName === undefined ? oldShort : shortName.trim();
  const paint = colour === undefined ? oldColour : colour;
  return {
    ...rest,
    name: name.trim(),
    ...(short && { shortName: short }),
    ...(paint && { colour: paint }),
  };
}

/** The one that is there already, by kind, address and name. @throws AppError as `wayOf` */
export function sameOf(accounts: readonly Account[], given: NewAccount): Account | undefined {
  const { baseUrl } = wayOf(given);
  const name = given.name.trim();
  return accounts.find((one) => one.kind === given.kind && one.baseUrl === baseUrl && one.name === name);
}

/**
 * What a person connects is named so: a second user at one address is a second account, and never takes the first one's
 * place. The same user's is that account again, and so is an archive, which has no user.
 * @throws AppError `bad-input`: another user has an account of the name that was typed; as `wayOf`
 */
export function freeName(
  accounts: readonly Account[],
  given: NewAccount,
  isSameUser: (there: Account) => boolean,
): string {
  const name = given.name.trim();
  const there = sameOf(accounts, given);
  if (!there || there.archivedAt !== undefined || isSameUser(there)) return name;
  if (name !== suggestedName(given.baseUrl)) throw fail('bad-input', { fields: { name: 'taken' } });
  for (let n = 2; ; n += 1) {
    const next = `${name.slice(0, MAX_NAME - 1 - String(n).length)} ${n}`;
    const other = sameOf(accounts, { ...given, name: next });
    if (!other || isSameUser(other)) return next;
  }
}
