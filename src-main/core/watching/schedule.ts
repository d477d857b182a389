import { needsToken, type ErrorKind, type Failure } from '../../../src-shared/app-error';

/** 401: a server's slip heals by itself, so it is asked now and then until there is a new token (sync.md, Back-off). */
const REFUSED_MS = 300_000;
const LONG_CAP_MS = 300_000;
const CAP_MS = 60_000;

/**
 * ms until the next poll: the interval after a good one; after the `failures`-th bad one in a row a random wait
 * under a bound that doubles, or what the server asked for.
 * @param interval ms between two good polls
 * @param random in [0, 1)
 */
export function nextDelay(
  interval: number,
  failures: number,
  failure: Failure | null,
  random: number,
): number {
  if (failure === null || failures === 0) return interval;
  const waited = needsToken(failure) ? REFUSED_MS : backOff(failures, failure, longest(interval), random);
  return Math.max(waited, failure.retryAfter ?? 0);
}

/** The longest wait, but for a server that says it has too much to do. ms. */
export const longest = (interval: number): number => Math.max(interval, CAP_MS);

/** max(1 s, rand(0, min(cap, 2ⁿ · 2 s))); the cap is 5 min for 429 and 503. */
export function backOff(tries: number, failure: Failure, cap: number, random: number): number {
  const asked = failure.status === 429 || failure.status === 503;
  const bound = Math.min(asked ? Math.max(cap, LONG_CAP_MS) : cap, 2 ** Math.min(tries, 20) * 2000);
  return Math.max(1000, random * bound);
}

/**
 * DNS, TCP and TLS: nobody at this origin was reached, for whichever account. A time-out or a reset is not among them:
 * it may be one account's own slow answer.
 */
const UNREACHED: readonly ErrorKind[] = ['no-network', 'name', 'refused', 'tls', 'proxy'];
export const isUnreached = ({ kind, status }: Failure): boolean =>
  status === undefined && UNREACHED.includes(kind);

const OWN_LINK: readonly ErrorKind[] = ['no-network', 'name', 'proxy', 'timeout'];

/**
 * The trouble may be our own network's (docs/alerts.md, step 9): nothing came back at all. Who refuses a connection,
 * resets it, shows a bad certificate or cuts its own answer off was reached. Chromium names what the network itself
 * broke (`ERR_NETWORK_CHANGED`).
 */
export const mayBeOwnLink = ({ kind, status, begun, detail = '' }: Failure): boolean =>
  status === undefined &&
  begun === undefined &&
  (OWN_LINK.includes(kind) || (kind === 'connection' && detail.startsWith('ERR_NETWORK_')));

/** Failures that do not heal by waiting: there is no use in hiding them until the watchdog barks. */
const DEFINITE: readonly ErrorKind[] = [
  'token-refused',
  'token-expired',
  'forbidden',
  'not-found',
  'redirect',
  'not-json',
  'not-our-api',
  'no-token',
  'token-locked',
  'bad-token',
  'bad-address',
  'http-refused',
  'order-ignored',
  'unreadable',
  'bad-request',
  'unexpected-status',
  'tls',
  'storage',
  'disk-full',
  'read-only',
  'newer-history',
  'bug',
];
export const isDefinite = ({ kind }: Failure): boolean => DEFINITE.includes(kind);

/** No good poll for so long → "not watching" (docs/alerts.md, Watchdog). ms. */
export const watchdogDelay = (interval: number): number => Math.min(3 * interval, interval + 120_000);
