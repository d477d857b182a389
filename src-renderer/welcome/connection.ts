import { readBaseUrl, TENANT_BASE_URL, type AccountKind, type Scheme } from '../../src-shared/account';
import type { Messages } from '../../src-shared/messages/en/en';

/** What stands in the form. */
export interface Connection {
  readonly kind: AccountKind;
  readonly address: string;
  readonly name: string;
  readonly token: string;
  readonly scheme: Scheme;
  readonly allowHttp: boolean;
}

export const EMPTY: Connection = {
  kind: 'inbox',
  address: '',
  name: '',
  token: '',
  scheme: 'Token',
  allowHttp: false,
};

type FieldName = 'address' | 'token' | 'name';
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

/** A name to begin with: the host. */
export function suggestedName(address: string): string {
  const read = readBaseUrl(address, true);
  return read.ok ? new URL(read.baseUrl).host.slice(0, 60) : '';
}

/** What is wrong by field, in words; empty: it can be sent. */
export function problemsOf(form: Connection, words: Messages['pages']['welcome']): Problems {
  const read = readBaseUrl(form.address, form.allowHttp);
  const address =
    form.address.trim() === ''
      ? words.addressEmpty
      : read.ok
        ? undefined
        : words.addressProblems[read.problem];
  const token = form.token.trim() === '' ? words.tokenEmpty : undefined;
  return { ...(address && { address }), ...(token && { token }) };
}

/** As the contract takes it. */
export function inputOf({ kind, address, scheme, token, allowHttp }: Connection) {
  const read = readBaseUrl(address, allowHttp);
  return { kind, baseUrl: read.ok ? read.baseUrl : address.trim(), scheme, token: token.trim(), allowHttp };
}
