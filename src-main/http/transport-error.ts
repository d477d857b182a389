import { AppError, fail, type ErrorKind } from '../../src-shared/app-error';

/**
 * What `fetch` throws → the cause in our words. Chromium names it (`net::ERR_NAME_NOT_RESOLVED`), Node's
 * undici has a `cause.code` (`ENOTFOUND`); both are read so that tests may use either.
 */
const CAUSES: readonly (readonly [RegExp, ErrorKind])[] = [
  [/ERR_INTERNET_DISCONNECTED|ENETUNREACH|ENETDOWN/, 'no-network'],
  [/ERR_NAME_|ERR_DNS_|ENOTFOUND|EAI_AGAIN|ERR_ICANN/, 'name'],
  [/PROXY|ERR_TUNNEL|ERR_SOCKS/, 'proxy'],
  [/ERR_CERT|ERR_SSL|ERR_BAD_SSL|CERT_|SELF_SIGNED|UNABLE_TO_|ERR_TLS|EPROTO/, 'tls'],
  [/ERR_CONNECTION_REFUSED|ECONNREFUSED/, 'refused'],
  [/TIMED_OUT|ETIMEDOUT|UND_ERR_.*TIMEOUT/, 'timeout'],
  [/ERR_ADDRESS_UNREACHABLE|EHOSTUNREACH|ERR_ADDRESS_INVALID|ERR_UNSAFE_PORT/, 'refused'],
  [/redirect/i, 'redirect'],
];

export function transportError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const text = textOf(error);
  const kind = CAUSES.find(([pattern]) => pattern.test(text))?.[1] ?? 'connection';
  const code = /(?:net::)?(ERR_[A-Z0-9_]+)|\b(E[A-Z]{4,})\b/.exec(text);
  const detail = code?.[1] ?? code?.[2];
  return fail(kind, {
    ...(detail && (kind === 'tls' || kind === 'proxy' || kind === 'connection') && { detail }),
  });
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  return `${error.message} ${cause.message} ${code}`;
}
