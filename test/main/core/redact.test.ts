import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRedact } from '../../../src-main/core/redact';

const SECRET = 'CANARY/7f+3a=9 z';

test.for([
  { as: 'it is', text: SECRET },
  { as: 'URL-encoded', text: encodeURIComponent(SECRET) },
  { as: 'base64', text: Buffer.from(SECRET).toString('base64') },
  { as: 'base64 without its padding', text: Buffer.from(SECRET).toString('base64').replace(/=+$/, '') },
])('a known secret goes $as', ({ text }) => {
  const { known, redact } = createRedact();
  expect(redact(`a ${text} b`)).toBe(`a ${text} b`);
  known(SECRET);
  expect(redact(`a ${text} b ${text}`)).toBe('a ••• b •••');
});

test.for([
  { what: 'cut', text: SECRET.slice(0, 10) },
  { what: 'cut by one letter', text: SECRET.slice(0, -1) },
  { what: 'cut within base64', text: Buffer.from(SECRET).toString('base64').slice(0, 13) },
])('a known secret goes $what', ({ text }) => {
  const { known, redact } = createRedact();
  known(SECRET);
  expect(redact(`a ${text}… b ${text}`)).toBe('a •••… b •••');
});

test('so little of a secret that it may be a word stays', () => {
  const { known, redact } = createRedact();
  known('interface-with-a-secret');
  expect(redact('interface eth0')).toBe('interface eth0');
});

const HOOK = 'https://acme.webhook.example.com/webhookb2/0a1b2c3d-CANARY/IncomingWebhook/4e5f';

test.for([
  'poll failed · https://account.example.com/api/user/',
  encodeURIComponent('https://account.example.com/api/user/'),
  btoa('https://account.example.com/api/user/'),
  'https://acme.webhook.example.com/ is refused',
])('a line about another URL stays where a webhook is known: %s', (line) => {
  const { known, redact } = createRedact();
  known(HOOK);
  expect(redact(line)).toBe(line);
});

test.for([
  { what: 'whole', text: HOOK },
  { what: 'cut', text: HOOK.slice(0, -12) },
  { what: 'cut ten letters into its path', text: HOOK.slice(0, 43) },
  { what: 'cut, URL-encoded', text: encodeURIComponent(HOOK).slice(0, -12) },
  { what: 'cut, in base64', text: btoa(HOOK).slice(0, -12) },
  { what: 'with a slash escaped by JSON', text: HOOK.replaceAll('/', '\\/') },
])('a webhook goes $what', ({ text }) => {
  const { known, redact } = createRedact();
  known(HOOK);
  expect(redact(`a ${text} b`)).toBe('a ••• b');
});

test('a password before the host of a webhook is no part of what may stay', () => {
  const { known, redact } = createRedact();
  known('https://user:CANARY-password@relay.example.com/hook/4e5f');
  expect(redact('a https://user:CANARY-pass')).toBe('a •••');
});

test('a secret that holds another goes whole', () => {
  const { known, redact } = createRedact();
  known('secret');
  known('secret-and-more');
  expect(redact('x secret-and-more y secret')).toBe('x ••• y •••');
});

test('a secret goes whole that holds the beginning of a longer one', () => {
  const { known, redact } = createRedact();
  known('beginning-of-a-longer-one');
  known('xx-beginning-yy');
  expect(redact('a xx-beginning-yy b')).toBe('a ••• b');
});

test('one too short would take ordinary words out', () => {
  const { known, redact } = createRedact();
  known('agent');
  expect(redact('agent 4 is offline')).toBe('agent 4 is offline');
});

test.for([
  ['Authorization: Token 0123456789abcdef', 'Authorization: Token •••'],
  ['bearer eyJhbGciOi.J9.abc-_', 'bearer •••'],
  ['JWT  eyJhbGciOiJ9', 'JWT •••'],
  ['https://h.example/x?a=1&sig=Ab%2Fc&b=2', 'https://h.example/x?a=1&sig=•••&b=2'],
  ['https://h.example/?token=abc', 'https://h.example/?token=•••'],
  ['{"token": "abc", "n": 1}', '{"token": "•••", "n": 1}'],
  ['{"teamsWebhookUrl":"https://x/y"}', '{"teamsWebhookUrl":"•••"}'],
  ['{"Authorization":"x"}', '{"Authorization":"•••"}'],
])('by key, for secrets that nobody told: %s', ([text, clean]) => {
  expect(createRedact().redact(text!)).toBe(clean);
});

test('the words of the log stay', () => {
  const line = '10:00:00 poll failed · Lab: token-refused (401)';
  expect(createRedact().redact(line)).toBe(line);
});

test('whatever the secret, nothing of it is left in any of its forms', () => {
  const secret = fc
    .string({ minLength: 6, maxLength: 40, unit: 'grapheme' })
    .filter((one) => /[^•\s]{6}/.test(one));
  fc.assert(
    fc.property(secret, secret, (one, other) => {
      const { known, redact } = createRedact();
      known(one);
      known(other);
      const base64 = Buffer.from(one).toString('base64');
      const clean = redact(`«${one}» «${encodeURIComponent(one)}» «${base64}» «${other}»`);
      for (const form of [one, encodeURIComponent(one), base64]) expect(clean).not.toContain(form);
    }),
  );
});

test('a secret that is no proper text is taken out as well', () => {
  const { known, redact } = createRedact();
  known('\ud800broken-secret');
  expect(redact('x \ud800broken-secret')).toBe('x •••');
});
