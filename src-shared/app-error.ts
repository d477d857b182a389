/**
 * Every failure a person may meet, as a closed union. What each says, and the next step, is in `messages`.
 * Anything that is not one of these is a bug and is shown as one (`bug`).
 */
export const ERROR_KINDS = [
  // the way to the server
  'no-network',
  'name',
  'refused',
  'timeout',
  'tls',
  'proxy',
  'connection',
  // its answer
  'token-refused',
  'token-expired',
  'forbidden',
  'not-found',
  'throttled',
  'server-error',
  'bad-request',
  'unexpected-status',
  'redirect',
  'not-json',
  'broken-json',
  'not-our-api',
  'too-large',
  'order-ignored',
  'unreadable',
  // before asking
  'no-token',
  'token-locked',
  'bad-token',
  'bad-address',
  'http-refused',
  'bad-input',
  // the tenant's settings
  'no-permission',
  'validation',
  'clash',
  'maintenance',
  // here
  'paused',
  'archived',
  'grew',
  'gone',
  'snoozed-too-many',
  'locked',
  'file',
  'storage',
  'disk-full',
  'read-only',
  'newer-history',
  'history-stuck',
  'rebuilt',
  'accounts-damaged',
  'stopped',
  'bug',
] as const;
export type ErrorKind = (typeof ERROR_KINDS)[number];

/** A failure as plain data: it crosses IPC, the thread border and the disk unchanged. */
export interface Failure {
  readonly kind: ErrorKind;
  /** HTTP status where there was an answer. */
  readonly status?: number;
  /** Its answer had begun when it broke off: the way to the server works. */
  readonly begun?: true;
  /** The server's or the system's own words, cut to 300 characters, without secrets. */
  readonly detail?: string;
  /** Milliseconds that the server asked to be left alone for (`Retry-After`). */
  readonly retryAfter?: number;
  /** Messages by field (400 answers, refused input). */
  readonly fields?: { readonly [field: string]: string };
}

export class AppError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.detail ?? failure.kind);
    this.name = 'AppError';
    this.failure = failure;
  }
}

export const fail = (kind: ErrorKind, rest: Omit<Failure, 'kind'> = {}): AppError =>
  new AppError({ kind, ...rest });

/** Nothing goes on until somebody gives another token. */
export const needsToken = ({ kind }: Failure): boolean =>
  kind === 'token-refused' ||
  kind === 'token-expired' ||
  kind === 'no-token' ||
  kind === 'token-locked' ||
  kind === 'bad-token';

/** It is about fields: a page that has them marks these. */
export const namesField = ({ fields = {} }: Failure): boolean => Object.keys(fields).length > 0;

/** Whatever was thrown, as a failure. Unexpected things keep their message: they are bugs to be reported. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof AppError) return thrown.failure;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return { kind: 'bug', detail: detail.slice(0, 300) };
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };
