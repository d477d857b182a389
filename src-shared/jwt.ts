import { isRecord } from './json';

/** What a token says of itself, unverified: only the server knows whether it is true. */
export interface Jwt {
  /** When it ends, ms since the epoch; `null`: it does not say. */
  readonly expiresAt: number | null;
  /** When it began, ms since the epoch. */
  readonly issuedAt: number | null;
  /** Whose it is; `null`: it does not say. */
  readonly subject: string | null;
}

/** The year 9999; what lies beyond is no time. s. */
const LATEST = 253_402_300_799;

/** Reads the claims of a JWT (RFC 7519); `null` for everything else, broken ones too. Never throws. */
export function readJwt(token: string): Jwt | null {
  const [, payload, signature, ...rest] = token.trim().split('.');
  if (payload === undefined || signature === undefined || rest.length > 0) return null;
  let claims: unknown;
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
      c.charCodeAt(0),
    );
    claims = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
  if (!isRecord(claims)) return null;
  // Such servers name the user in one of these.
  const subject = [claims['sub'], claims['user_id'], claims['username']].find(
    (one): one is string | number => (typeof one === 'string' && one !== '') || typeof one === 'number',
  );
  return {
    expiresAt: time(claims['exp']),
    issuedAt: time(claims['iat']) ?? time(claims['nbf']),
    subject: subject === undefined ? null : String(subject),
  };
}

const time = (seconds: unknown): number | null =>
  typeof seconds === 'number' && seconds > 0 && seconds <= LATEST ? Math.round(seconds * 1000) : null;

const MINUTE = 60_000;
const DAY = 86_400_000;

/** When to begin to warn of its end: a tenth of its life before, at least 5 min and at most 7 days; 10 min where its begin is not told. ms. */
export function warnAt(expiresAt: number, issuedAt: number | null): number {
  const life = issuedAt === null ? 100 * MINUTE : expiresAt - issuedAt;
  return expiresAt - Math.min(7 * DAY, Math.max(5 * MINUTE, life / 10));
}

/** Both say whose they are, and it is not the same user; an opaque token says nothing. */
export function isOtherUser(before: string | undefined, after: string): boolean {
  const [one, other] = subjects(before, after);
  return !!one && !!other && one !== other;
}

/** Both say whose they are, and it is the same user. */
export function isSameUser(before: string | undefined, after: string): boolean {
  const [one, other] = subjects(before, after);
  return !!one && one === other;
}

const subjects = (...tokens: readonly (string | undefined)[]) =>
  tokens.map((token) => (token === undefined ? null : readJwt(token)?.subject));
