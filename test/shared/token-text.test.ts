import { expect, test } from 'vitest';
import { readTokenText } from '../../src-shared/token-text';

test.for([
  ['Token abc', 'Token', 'abc'],
  ['token  abc ', 'Token', 'abc'],
  ['Bearer eyJ.a-b_c.d==', 'Bearer', 'eyJ.a-b_c.d=='],
  ['JWT a.b.c', 'JWT', 'a.b.c'],
  ['Authorization: Token abc', 'Token', 'abc'],
  ['authorization:bearer abc', 'Bearer', 'abc'],
  ["-H 'Authorization: Token abc'", 'Token', 'abc'],
  ['"Authorization: JWT abc"', 'JWT', 'abc'],
] as const)('%s → %s, %s', ([text, scheme, token]) => {
  expect(readTokenText(text)).toEqual({ scheme, token });
});

test.for(['abc', 'Tokenabc', 'Token', 'Token ', 'bearer', 'Basic YTpi', 'Token a b', ' abc ', ''])(
  '“%s” is what it is',
  (text) => {
    expect(readTokenText(text)).toEqual({ token: text });
  },
);
