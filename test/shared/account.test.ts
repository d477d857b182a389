import { expect, test } from 'vitest';
import { isLoopback, readBaseUrl } from '../../src-shared/account';

test.for([
  { text: 'https://nettest.example.org', baseUrl: 'https://nettest.example.org' },
  { text: '  https://nettest.example.org/  ', baseUrl: 'https://nettest.example.org' },
  { text: 'https://NetTest.Example.org:443/Platform/', baseUrl: 'https://nettest.example.org/Platform' },
  { text: 'https://h.example:8443/a/b//', baseUrl: 'https://h.example:8443/a/b' },
  { text: 'https://h.example/a/../b', baseUrl: 'https://h.example/b' },
  { text: 'https://[2001:db8::1]/x', baseUrl: 'https://[2001:db8::1]/x' },
  { text: 'http://localhost:8000', baseUrl: 'http://localhost:8000' },
  { text: 'http://127.0.0.1:8000/p', baseUrl: 'http://127.0.0.1:8000/p' },
  { text: 'http://127.9.8.7', baseUrl: 'http://127.9.8.7' },
  { text: 'http://127.1', baseUrl: 'http://127.0.0.1' },
  { text: 'http://[::1]:8000', baseUrl: 'http://[::1]:8000' },
])('$text → $baseUrl', ({ text, baseUrl }) => {
  expect(readBaseUrl(text, false)).toEqual({ ok: true, baseUrl, origin: new URL(baseUrl).origin });
});

test.for([
  { text: '', problem: 'not-a-url' },
  { text: 'nettest.example.org', problem: 'not-a-url' },
  { text: 'https://', problem: 'not-a-url' },
  { text: 'ftp://h.example', problem: 'scheme' },
  { text: 'file:///etc/passwd', problem: 'scheme' },
  { text: 'javascript:alert(1)', problem: 'scheme' },
  { text: 'https://user@h.example', problem: 'credentials' },
  { text: 'https://user:secret@h.example', problem: 'credentials' },
  { text: 'https://h.example/?token=x', problem: 'query' },
  { text: 'https://h.example/#top', problem: 'query' },
  { text: 'http://h.example', problem: 'http' },
  { text: 'http://localhost.evil.com', problem: 'http' },
  { text: 'http://localhost.', problem: 'http' },
  { text: 'http://127.0.0.1.evil.com', problem: 'http' },
  { text: 'http://evil127.0.0.1.com', problem: 'http' },
  { text: 'http://128.0.0.1', problem: 'http' },
  { text: 'http://10.0.0.1', problem: 'http' },
  { text: 'http://[::ffff:7f00:1]', problem: 'http' },
])('$text is refused: $problem', ({ text, problem }) => {
  expect(readBaseUrl(text, false)).toEqual({ ok: false, problem });
});

test('http to another host only where it was asked for by name; nothing else becomes legal by it', () => {
  expect(readBaseUrl('http://10.0.0.1/x', true)).toMatchObject({ ok: true, baseUrl: 'http://10.0.0.1/x' });
  expect(readBaseUrl('http://u:p@10.0.0.1', true)).toEqual({ ok: false, problem: 'credentials' });
  expect(readBaseUrl('ws://10.0.0.1', true)).toEqual({ ok: false, problem: 'scheme' });
});

test.for([
  ['localhost', true],
  ['LOCALHOST', true],
  ['127.255.255.255', true],
  ['[::1]', true],
  ['0.0.0.0', false],
  ['localhost.localdomain', false],
  ['1270.0.1.1', false],
] as const)('%s on this machine: %s', ([host, here]) => {
  expect(isLoopback(host)).toBe(here);
});
