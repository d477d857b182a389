/**
 * What tells Chromium on Linux of a company's own authority: it looks into the user's NSS database and not into /etc/ssl.
 * That is `~/.pki/nssdb` where there is one; else Chromium makes its own, since 146 in the other folder
 * (chromium/docs/linux/cert_management.md). `certutil` makes no folder.
 */
export const TRUST_ON_LINUX = `db=$HOME/.pki/nssdb; [ -d "$db" ] || db=$HOME/.local/share/pki/nssdb
mkdir -p "$db" && certutil -d "sql:$db" -A -t "C,," -n "Company CA" -i company-ca.crt`;

export type CertificateProblem =
  'issuer' | 'date' | 'name' | 'revoked' | 'weak' | 'client' | 'protocol' | 'other';

/** Chromium's names (`ERR_CERT_…`, `ERR_SSL_…`) and Node's. The first that fits. */
const PROBLEMS: readonly (readonly [RegExp, CertificateProblem])[] = [
  [/AUTHORITY_INVALID|SELF_SIGNED|UNABLE_TO_(?:GET_ISSUER|VERIFY)|KNOWN_INTERCEPTION/, 'issuer'],
  [/DATE_INVALID|HAS_EXPIRED|NOT_YET_VALID|VALIDITY_TOO_LONG/, 'date'],
  [/COMMON_NAME_INVALID|ALTNAME_INVALID|NAME_CONSTRAINT/, 'name'],
  [/REVOKED|REVOCATION|TRANSPARENCY/, 'revoked'],
  [/WEAK_|SYMANTEC|PINNED_KEY/, 'weak'],
  [/CLIENT_AUTH/, 'client'],
  [
    /VERSION_OR_CIPHER|SSL_PROTOCOL|VERSION_INTERFERENCE|OBSOLETE|UNRECOGNIZED_NAME|EPROTO|WRONG_VERSION/,
    'protocol',
  ],
];

/** What is wrong with a server's TLS, by the code that the runtime's own verification gave. */
export const certificateProblem = (code: string | undefined): CertificateProblem =>
  PROBLEMS.find(([pattern]) => pattern.test(code ?? ''))?.[1] ?? 'other';
