import { expect, test } from 'vitest';
import { fail } from '../../../src-shared/app-error';
import { transportError } from '../../../src-main/http/transport-error';

/** Node's: "fetch failed", the cause below it. */
const node = (code: string, message = ''): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });
const chromium = (name: string): Error => new Error(`net::${name}`);

test.for([
  { error: chromium('ERR_INTERNET_DISCONNECTED'), kind: 'no-network' },
  { error: chromium('ERR_NETWORK_CHANGED'), kind: 'connection', detail: 'ERR_NETWORK_CHANGED' },
  { error: chromium('ERR_NAME_NOT_RESOLVED'), kind: 'name' },
  { error: chromium('ERR_DNS_TIMED_OUT'), kind: 'name' },
  { error: chromium('ERR_PROXY_CONNECTION_FAILED'), kind: 'proxy', detail: 'ERR_PROXY_CONNECTION_FAILED' },
  { error: chromium('ERR_TUNNEL_CONNECTION_FAILED'), kind: 'proxy', detail: 'ERR_TUNNEL_CONNECTION_FAILED' },
  { error: chromium('ERR_UNEXPECTED_PROXY_AUTH'), kind: 'proxy', detail: 'ERR_UNEXPECTED_PROXY_AUTH' },
  { error: chromium('ERR_CERT_AUTHORITY_INVALID'), kind: 'tls', detail: 'ERR_CERT_AUTHORITY_INVALID' },
  { error: chromium('ERR_CERT_DATE_INVALID'), kind: 'tls', detail: 'ERR_CERT_DATE_INVALID' },
  { error: chromium('ERR_SSL_PROTOCOL_ERROR'), kind: 'tls', detail: 'ERR_SSL_PROTOCOL_ERROR' },
  { error: chromium('ERR_CONNECTION_REFUSED'), kind: 'refused' },
  { error: chromium('ERR_ADDRESS_UNREACHABLE'), kind: 'refused' },
  { error: chromium('ERR_CONNECTION_TIMED_OUT'), kind: 'timeout' },
  { error: chromium('ERR_TIMED_OUT'), kind: 'timeout' },
  { error: chromium('ERR_CONNECTION_RESET'), kind: 'connection', detail: 'ERR_CONNECTION_RESET' },
  { error: chromium('ERR_EMPTY_RESPONSE'), kind: 'connection', detail: 'ERR_EMPTY_RESPONSE' },
  { error: chromium('ERR_TOO_MANY_REDIRECTS'), kind: 'redirect' },
  { error: new Error("Attempted to redirect, but redirect policy was 'error'"), kind: 'redirect' },
  { error: node('ENETUNREACH'), kind: 'no-network' },
  { error: node('ENOTFOUND', 'getaddrinfo ENOTFOUND redirect.example'), kind: 'name' },
  { error: node('EAI_AGAIN'), kind: 'name' },
  { error: node('ECONNREFUSED'), kind: 'refused' },
  { error: node('EHOSTUNREACH'), kind: 'refused' },
  { error: node('ETIMEDOUT'), kind: 'timeout' },
  { error: node('UND_ERR_CONNECT_TIMEOUT'), kind: 'timeout' },
  { error: node('DEPTH_ZERO_SELF_SIGNED_CERT'), kind: 'tls' },
  { error: node('CERT_HAS_EXPIRED'), kind: 'tls' },
  { error: node('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), kind: 'tls' },
  { error: node('ERR_TLS_CERT_ALTNAME_INVALID'), kind: 'tls', detail: 'ERR_TLS_CERT_ALTNAME_INVALID' },
  { error: node('ECONNRESET'), kind: 'connection', detail: 'ECONNRESET' },
  { error: node('', 'unexpected redirect'), kind: 'redirect' },
  { error: new TypeError('terminated'), kind: 'connection' },
  { error: 'something else', kind: 'connection' },
])('$error → $kind', ({ error, kind, detail }) => {
  expect(transportError(error).failure).toEqual({ kind, ...(detail !== undefined && { detail }) });
});

test('what is named already keeps its name', () => {
  const known = fail('too-large');
  expect(transportError(known)).toBe(known);
});
