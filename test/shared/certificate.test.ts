import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { certificateProblem, TRUST_ON_LINUX, type CertificateProblem } from '../../src-shared/certificate';
import { LANGUAGES } from '../../src-shared/messages/choose-language';
import { wordsOf } from '../support/words';

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

test.skipIf(process.platform === 'win32').for([
  { has: ['.pki/nssdb', '.local/share/pki/nssdb'], used: '.pki/nssdb' },
  { has: ['.local/share/pki/nssdb'], used: '.local/share/pki/nssdb' },
  { has: [], used: '.local/share/pki/nssdb' },
])('a home with $has: the company’s authority goes into $used, which is there then', ({ has, used }) => {
  const home = mkdtempSync(path.join(tmpdir(), 'tocsin a home-'));
  onTestFinished(() => rmSync(home, { recursive: true }));
  for (const folder of has) mkdirSync(path.join(home, folder), { recursive: true });
  // In place of the real one, which is on few machines: it says what it was given and fails where the folder is missing.
  writeFileSync(path.join(home, 'certutil'), '#!/bin/sh\n[ -d "${2#sql:}" ] && printf "%s|" "$@"\n', {
    mode: 0o700,
  });
  const env = { HOME: home, PATH: `${home}:${process.env['PATH'] ?? ''}` };
  const said = execFileSync('sh', ['-c', TRUST_ON_LINUX], { env }).toString();
  expect(said).toBe(`-d|sql:${home}/${used}|-A|-t|C,,|-n|Company CA|-i|company-ca.crt|`);
});
