import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headerNameProblem } from '../../src-shared/header-name';

test.for([
  ['X-API-Key', null],
  ['Authorization', null],
  [' apikey ', null],
  ['X-Auth-Token', null],
  ['', 'empty'],
  ['  ', 'empty'],
  ['X API', 'characters'],
  ['X-Key:', 'characters'],
  ['X-Key\r\nHost', 'characters'],
  ['Klucz-Łódź', 'characters'],
  ['x'.repeat(65), 'characters'],
  ['Host', 'refused'],
  ['COOKIE', 'refused'],
  ['Set-Cookie', 'refused'],
  ['Content-Length', 'refused'],
  ['content-type', 'refused'],
  ['Connection', 'refused'],
  ['Keep-Alive', 'refused'],
  ['TE', 'refused'],
  ['Transfer-Encoding', 'refused'],
  ['Upgrade', 'refused'],
  ['Proxy-Authorization', 'refused'],
  ['Sec-Fetch-Site', 'refused'],
  ['Accept', 'refused'],
  ['If-None-Match', 'refused'],
  ['__proto__', 'refused'],
  ['X-Forwarded-For', 'refused'],
  ['X-HTTP-Method-Override', 'refused'],
] as const)('%j: %s', ([name, problem]) => {
  expect(headerNameProblem(name)).toBe(problem);
});

test('whatever is let through, fetch takes as a header of that name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), (name) => {
      if (headerNameProblem(name) === null)
        expect(new Headers({ [name.trim()]: 'v' }).get(name.trim())).toBe('v');
    }),
    { numRuns: 2000 },
  );
});
