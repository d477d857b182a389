import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '../../../src-shared/app-error';
import { urlOf } from '../../../src-main/http/url';

const LIST = '/api/user/notifications/';

test.for([
  { base: 'https://h.example', params: {}, url: 'https://h.example/api/user/notifications/' },
  { base: 'https://h.example/', params: {}, url: 'https://h.example/api/user/notifications/' },
  { base: 'https://h.example/p/q//', params: {}, url: 'https://h.example/p/q/api/user/notifications/' },
  {
    base: 'https://h.example:8443',
    params: { seen: 'false' },
    url: 'https://h.example:8443/api/user/notifications/?seen=false',
  },
  {
    base: 'https://h.example',
    params: { severity: '>=1' },
    url: 'https://h.example/api/user/notifications/?severity=%3E%3D1',
  },
  {
    base: 'https://h.example',
    params: { severity: '<1' },
    url: 'https://h.example/api/user/notifications/?severity=%3C1',
  },
  {
    base: 'https://h.example',
    params: { type: '1|2|3' },
    url: 'https://h.example/api/user/notifications/?type=1%7C2%7C3',
  },
  {
    base: 'https://h.example',
    params: { a: 'x&y=#?/ +' },
    url: 'https://h.example/api/user/notifications/?a=x%26y%3D%23%3F%2F%20%2B',
  },
  { base: 'https://[::1]:8000/p', params: {}, url: 'https://[::1]:8000/p/api/user/notifications/' },
])('$base and $params → $url', ({ base, params, url }) => {
  expect(urlOf(base, LIST, params)).toBe(url);
});

test.for([
  '@evil.example/',
  ':8080/',
  '.evil.example/',
  '/../../evil/',
  '/../p-evil/',
  '/%2e%2e/evil/',
  '\\..\\..\\evil/',
])('the path %s does not lead out of the account', (path) => {
  expect(() => urlOf('https://h.example/p', path)).toThrow(AppError);
});

test('whatever the parameters and the id, the URL stays with the account and keeps its slash', () => {
  const any = fc.string({ unit: 'grapheme', minLength: 1 });
  fc.assert(
    fc.property(any, fc.dictionary(any, any), (id, params) => {
      fc.pre(id !== '.' && id !== '..');
      const url = new URL(urlOf('https://h.example/p', `${LIST}${encodeURIComponent(id)}/`, params));
      expect(url.origin).toBe('https://h.example');
      expect(url.pathname.startsWith(`/p${LIST}`) && url.pathname.endsWith('/')).toBe(true);
      expect(decodeURIComponent(url.pathname.slice(`/p${LIST}`.length, -1))).toBe(id);
      expect(Object.fromEntries(url.searchParams)).toEqual(params);
    }),
  );
});
