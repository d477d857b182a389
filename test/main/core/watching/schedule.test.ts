import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ERROR_KINDS, type Failure } from '../../../../src-shared/app-error';
import { afterPoll, type Watch } from '../../../../src-main/core/watching/health';
import {
  backOff,
  isDefinite,
  mayBeOwnLink,
  nextDelay,
  watchdogDelay,
} from '../../../../src-main/core/watching/schedule';

const S = 1000;
const broken: Failure = { kind: 'connection' };
const throttled: Failure = { kind: 'throttled', status: 429 };

test.for<{ when: string; failures: number; failure: Failure | null; random: number; wait: number }>([
  { when: 'good', failures: 0, failure: null, random: 0.9, wait: 30 * S },
  { when: 'bad once, luckily', failures: 1, failure: broken, random: 0, wait: 1 * S },
  { when: 'bad once', failures: 1, failure: broken, random: 0.5, wait: 2 * S },
  { when: 'bad thrice', failures: 3, failure: broken, random: 0.5, wait: 8 * S },
  { when: 'bad for long', failures: 99, failure: broken, random: 0.5, wait: 30 * S },
  { when: 'throttled for long', failures: 99, failure: throttled, random: 0.5, wait: 150 * S },
  {
    when: '503 for long',
    failures: 99,
    failure: { kind: 'server-error', status: 503 },
    random: 0.5,
    wait: 150 * S,
  },
  {
    when: '500 for long',
    failures: 99,
    failure: { kind: 'server-error', status: 500 },
    random: 0.5,
    wait: 30 * S,
  },
  {
    when: 'Retry-After',
    failures: 1,
    failure: { ...throttled, retryAfter: 600 * S },
    random: 0.5,
    wait: 600 * S,
  },
  {
    when: 'a short Retry-After',
    failures: 9,
    failure: { ...throttled, retryAfter: 1 * S },
    random: 0.5,
    wait: 150 * S,
  },
  {
    when: 'token refused',
    failures: 1,
    failure: { kind: 'token-refused', status: 401 },
    random: 0,
    wait: 300 * S,
  },
  { when: 'no token', failures: 50, failure: { kind: 'no-token' }, random: 0, wait: 300 * S },
])('$when: next in $wait ms', ({ failures, failure, random, wait }) => {
  expect(nextDelay(30 * S, failures, failure, random)).toBe(wait);
});

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('a wait lies between 1 s and its cap, and Retry-After is never cut short', () => {
  const failure = fc.record<Failure>(
    {
      kind: fc.constantFrom(...ERROR_KINDS),
      status: fc.constantFrom(400, 429, 500, 503),
      retryAfter: fc.integer({ min: 1, max: 3_600_000 }),
    },
    { requiredKeys: ['kind'] },
  );
  const interval = fc.integer({ min: 10, max: 300 }).map((s) => s * S);
  fc.assert(
    fc.property(
      interval,
      fc.integer({ min: 1, max: 1e6 }),
      failure,
      chance,
      (every, failures, given, random) => {
        const wait = nextDelay(every, failures, given, random);
        expect(wait).toBeGreaterThanOrEqual(1 * S);
        expect(wait).toBeLessThanOrEqual(Math.max(300 * S, given.retryAfter ?? 0));
        expect(wait).toBeGreaterThanOrEqual(given.retryAfter ?? 0);
      },
    ),
    { numRuns: 500 },
  );
});

test('the bound doubles up to the cap', () => {
  const bounds = [1, 2, 3, 4, 5, 6].map((tries) => backOff(tries, broken, 60 * S, 0.999_999_9) / S);
  expect(bounds.map(Math.round)).toEqual([4, 8, 16, 32, 60, 60]);
});

test.for([
  [10, 30],
  [30, 90],
  [60, 180],
  [100, 220],
  [300, 420],
] as const)('polled every %d s, the watchdog barks after %d s', ([interval, delay]) => {
  expect(watchdogDelay(interval * S)).toBe(delay * S);
});

const fresh: Watch = { health: { state: 'starting' }, goodAt: 0, everGood: false };
const good = afterPoll(fresh, null, 1_000, 0, 30 * S);
const refused: Failure = { kind: 'token-refused', status: 401 };

test.for<{ when: string; watch: Watch; failure: Failure | null; mono: number; state: string }>([
  { when: 'the first is good', watch: fresh, failure: null, mono: 0, state: 'watching' },
  { when: 'the first is bad', watch: fresh, failure: broken, mono: 0, state: 'not-watching' },
  { when: 'one fails', watch: good, failure: broken, mono: 30 * S, state: 'troubled' },
  {
    when: 'none was good just under the watchdog’s time',
    watch: good,
    failure: broken,
    mono: 90 * S - 1,
    state: 'troubled',
  },
  {
    when: 'none was good for the watchdog’s time',
    watch: good,
    failure: broken,
    mono: 90 * S,
    state: 'not-watching',
  },
  { when: 'the token is refused', watch: good, failure: refused, mono: 30 * S, state: 'not-watching' },
  {
    when: 'it heals',
    watch: afterPoll(good, refused, 2_000, 30 * S, 30 * S),
    failure: null,
    mono: 60 * S,
    state: 'watching',
  },
  {
    when: 'lost stays lost',
    watch: afterPoll(good, refused, 2_000, 30 * S, 30 * S),
    failure: broken,
    mono: 31 * S,
    state: 'not-watching',
  },
])('$when → $state', ({ watch, failure, mono, state }) => {
  expect(afterPoll(watch, failure, 5_000, mono, 30 * S).health.state).toBe(state);
});

test('since is the first failure’s time, the cause is the latest; a good poll forgets both', () => {
  const once = afterPoll(good, broken, 31_000, 30 * S, 30 * S);
  const twice = afterPoll(once, throttled, 400_000, 400 * S, 30 * S);
  expect(twice.health).toEqual({ state: 'not-watching', since: 31_000, failure: throttled });
  const healed = afterPoll(twice, null, 500_000, 500 * S, 30 * S);
  expect(healed).toEqual({ health: { state: 'watching' }, goodAt: 500 * S, everGood: true });
});

test('what waiting does not heal is said at once; the ways of the net are not', () => {
  const waiting = ERROR_KINDS.filter((kind) => !isDefinite({ kind }));
  expect(waiting).toEqual(
    expect.arrayContaining([
      'no-network',
      'name',
      'refused',
      'timeout',
      'proxy',
      'connection',
      'throttled',
      'server-error',
    ]),
  );
  for (const kind of ['token-refused', 'forbidden', 'not-json', 'redirect', 'order-ignored', 'tls'] as const)
    expect(waiting).not.toContain(kind);
});

test.for<{ failure: Failure; own: boolean }>([
  { failure: { kind: 'no-network' }, own: true },
  { failure: { kind: 'name' }, own: true },
  { failure: { kind: 'timeout' }, own: true },
  { failure: { kind: 'proxy', detail: 'ERR_PROXY_CONNECTION_FAILED' }, own: true },
  { failure: { kind: 'connection', detail: 'ERR_NETWORK_CHANGED' }, own: true },
  { failure: { kind: 'proxy', status: 407 }, own: false },
  { failure: { kind: 'timeout', begun: true }, own: false },
  { failure: { kind: 'connection', detail: 'ERR_CONNECTION_RESET' }, own: false },
  { failure: { kind: 'connection', begun: true }, own: false },
  { failure: { kind: 'refused' }, own: false },
  { failure: { kind: 'tls', detail: 'ERR_CERT_DATE_INVALID' }, own: false },
  { failure: { kind: 'server-error', status: 503 }, own: false },
])('our own link, after $failure: $own', ({ failure, own }) => {
  expect(mayBeOwnLink(failure)).toBe(own);
});
