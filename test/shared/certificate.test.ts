import { expect, test } from 'vitest';
import { certificateProblem, type CertificateProblem } from '../../src-shared/certificate';
import { LANGUAGES } from '../../src-shared/messages/choose-language';
import { wordsOf } from '../../src-shared/messages/language';

const CODES: readonly (readonly [string | undefined, CertificateProblem])[] = [
  ['ERR_CERT_AUTHORITY_INVALID', 'issuer'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'issuer'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'issuer'],
  ['ERR_CERT_DATE_INVALID', 'date'],
  ['CERT_HAS_EXPIRED', 'date'],
  ['ERR_CERT_COMMON_NAME_INVALID', 'name'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'name'],
  ['ERR_CERT_REVOKED', 'revoked'],
  ['ERR_CERT_WEAK_SIGNATURE_ALGORITHM', 'weak'],
  ['ERR_CERT_WEAK_KEY', 'weak'],
  ['ERR_SSL_CLIENT_AUTH_CERT_NEEDED', 'client'],
  ['ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'protocol'],
  ['ERR_SSL_PROTOCOL_ERROR', 'protocol'],
  ['ERR_CERT_SOMETHING_NEW', 'other'],
  [undefined, 'other'],
];
test.for(CODES)('%s is %s', ([code, problem]) => {
  expect(certificateProblem(code)).toBe(problem);
});

test.for([...LANGUAGES])('%s says each of them in other words, and a next step', (language) => {
  const said = CODES.map(([detail]) => {
    const failure = { kind: 'tls', ...(detail !== undefined && { detail }) } as const;
    const { what, next } = wordsOf(language).messages.failures.tls(failure);
    expect(next.length).toBeGreaterThan(10);
    return what.replace(/:.*/, '');
  });
  expect(new Set(said).size).toBe(8);
});
