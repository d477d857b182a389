import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares in equal time whatever was sent: a habit, even on loopback. */
export function sameSecret(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

/** The first word of the header: all that the log may know of it. */
export function schemeOf(header: string | undefined): string | null {
  const word = header?.trim().split(/\s+/)[0];
  return word === undefined || word === '' ? null : word;
}

/**
 * Why the inbox API refuses a request, or nothing. The inbox document says nothing on authentication; this
 * is Django REST Framework's `TokenAuthentication`, for which a scheme it doesn't know is no credentials.
 */
export function tokenProblem(
  header: string | undefined,
  schemes: readonly string[],
  token: string,
): string | undefined {
  const [scheme, ...rest] = (header ?? '').trim().split(/\s+/);
  if (!schemes.some((known) => known.toLowerCase() === scheme?.toLowerCase())) {
    return 'Authentication credentials were not provided.';
  }
  if (rest.length === 0) return 'Invalid token header. No credentials provided.';
  if (rest.length > 1) return 'Invalid token header. Token string should not contain spaces.';
  return sameSecret(rest[0]!, token) ? undefined : 'Invalid token.';
}
