import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOtherUser, readJwt, warnAt } from '../../src-shared/jwt';

const base64url = (text: string): string => Buffer.from(text).toString('base64url');
const jwt = (claims: unknown): string =>
  `${base64url('{"alg":"HS256"}')}.${base64url(JSON.stringify(claims))}.c2ln`;
const NOTHING = { expiresAt: null, issuedAt: null, subject: null };

test.for([
  [
    { exp: 1_795_341_600, iat: 1_795_338_000, sub: 'ann' },
    { expiresAt: 1_795_341_600_000, issuedAt: 1_795_338_000_000, subject: 'ann' },
  ],
  [
    { exp: 1_795_341_600.5, nbf: 1, user_id: 7 },
    { expiresAt: 1_795_341_600_500, issuedAt: 1000, subject: '7' },
  ],
  [{ username: 'Łucja' }, { ...NOTHING, subject: 'Łucja' }],
  [{}, NOTHING],
  [{ exp: 'soon', sub: '', iat: null }, NOTHING],
  [{ exp: -5 }, NOTHING],
  [{ exp: 1e300 }, NOTHING],
] as const)('%j', ([claims, read]) => {
  expect(readJwt(jwt(claims))).toEqual(read);
  expect(readJwt(` ${jwt(claims)}\n`)).toEqual(read);
});

test.for([
  '',
  'abc',
  'ae_live_0123',
  'a.b',
  'a.b.c.d',
  'a.!!!.c',
  `a.${base64url('not json')}.c`,
  jwt(null),
  jwt([1]),
  jwt('x'),
  `x.${Buffer.from([0xff, 0xfe]).toString('base64url')}.y`,
])('%j is none', (token) => {
  expect(readJwt(token)).toBeNull();
});

test('whatever is pasted is read or is none, and never throws', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json().map((text) => `a.${base64url(text)}.b`),
      ),
      (text) => void readJwt(text),
    ),
  );
});

const MIN = 60_000;
const DAY = 1440 * MIN;
test.for([
  { what: 'an hour', life: 60 * MIN, lead: 6 * MIN },
  { what: 'ten minutes', life: 10 * MIN, lead: 5 * MIN },
  { what: 'thirty days', life: 30 * DAY, lead: 3 * DAY },
  { what: 'ten years', life: 3650 * DAY, lead: 7 * DAY },
  { what: 'nobody knows how long', life: null, lead: 10 * MIN },
])('a token of $what is warned of in time', ({ life, lead }) => {
  const end = 2_000_000_000_000;
  expect(end - warnAt(end, life === null ? null : end - life)).toBe(lead);
});

test.for([
  [undefined, jwt({ sub: 'a' }), false],
  ['opaque', jwt({ sub: 'a' }), false],
  [jwt({ sub: 'a' }), 'opaque', false],
  [jwt({}), jwt({ sub: 'a' }), false],
  [jwt({ sub: 'a' }), jwt({ sub: 'a', exp: 9 }), false],
  [jwt({ user_id: 7 }), jwt({ user_id: 8 }), true],
] as const)('another user: %#', ([before, after, other]) => {
  expect(isOtherUser(before, after)).toBe(other);
});
