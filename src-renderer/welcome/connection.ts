import {
  readBaseUrl,
  TENANT_BASE_URL,
  type AccountKind,
  type Colour,
  type Scheme,
} from '../../src-shared/account';
import type { AccountState } from '../../src-shared/app-state';
import { headerNameProblem } from '../../src-shared/header-name';
import type { Messages } from '../../src-shared/messages/en/en';

/** What stands in the form. */
export interface Connection {
  readonly kind: AccountKind;
  readonly address: string;
  readonly name: string;
  readonly shortName: string;
  readonly colour: Colour | null;
  readonly token: string;
  readonly scheme: Scheme;
  /** The header's name, with scheme `Header`. */
  readonly header: string;
  readonly allowHttp: boolean;
}

export const EMPTY: Connection = {
  kind: 'inbox',
  address: '',
  name: '',
  shortName: '',
  colour: null,
  token: '',
  scheme: 'Token',
  header: '',
  allowHttp: false,
};

/** An account as it is, to be edited. Its token is not known here. */
export const formOf = (account: AccountState): Connection => ({
  ...EMPTY,
  kind: account.kind,
  address: account.baseUrl,
  name: account.name,
  shortName: account.shortName ?? '',
  colour: account.colour ?? null,
  scheme: account.scheme,
  header: account.header ?? '',
  allowHttp: account.allowHttp,
});

export type FieldName = 'address' | 'token' | 'name' | 'header';
export type Problems = { readonly [Name in FieldName]?: string };

/** The other kind has another usual address and scheme; what the person typed stays. */
export function ofKind(form: Connection, kind: AccountKind): Connection {
  if (kind === 'tenant') {
    const address = form.address.trim() === '' ? TENANT_BASE_URL : form.address;
    return { ...form, kind, address, scheme: 'Bearer' };
  }
  const address = form.address === TENANT_BASE_URL ? '' : form.address;
  return { ...form, kind, address, scheme: address === '' ? 'Token' : form.scheme };
}

/** The host, where http to it would have to be allowed by name. */
export function unsafeHost(address: string): string | null {
  const read = readBaseUrl(address, false);
  return !read.ok && read.problem === 'http' ? new URL(address.trim()).host : null;
}

/** Where an edited address leads, beside the one that it had: the token is for one origin, an inbox at one address. */
export function compared(form: Connection, account: AccountState) {
  const read = readBaseUrl(form.address, true);
  const before = new URL(account.baseUrl).origin;
  return {
    before,
    otherOrigin: read.ok && read.origin !== before,
    otherAddress: read.ok && read.baseUrl !== account.baseUrl,
  };
}

/**
 * What is wrong by field, in words; empty: it can be sent.
 * @param keeps the token that is stored goes on where none is entered
 */
export function problemsOf(form: Connection, words: Messages['pages']['welcome'], keeps = false): Problems {
  const read = readBaseUrl(form.address, form.allowHttp);
  const address =
    form.address.trim() === ''
      ? words.addressEmpty
      : read.ok
        ? undefined
        : words.addressProblems[read.problem];
  const token = form.token.trim() === '' && !keeps ? words.tokenEmpty : undefined;
  const wrong = form.scheme === 'Header' ? headerNameProblem(form.header) : null;
  return {
    ...(address && { address }),
    ...(token && { token }),
    ...(wrong && { header: words.headerProblems[wrong] }),
  };
}

/** How the server is reached, as the contract takes it. */
function wayOf({ address, scheme, header, allowHttp }: Connection) {
  const read = readBaseUrl(address, allowHttp);
  const baseUrl = read.ok ? read.baseUrl : address.trim();
  return { baseUrl, scheme, allowHttp, ...(scheme === 'Header' && { header: header.trim() }) };
}

/** With what was entered as a token, where anything was. */
export const inputOf = (form: Connection) => ({
  ...wayOf(form),
  kind: form.kind,
  ...(form.token.trim() !== '' && { token: form.token.trim() }),
});
