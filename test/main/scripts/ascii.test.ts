import { expect, test } from 'vitest';
import { inAscii } from '../../../scripts/build/ascii.ts';

const BACKSLASH = '\\';

test.for([
  { what: 'a text', code: `'Zażółć — “ok”'`, value: 'Zażółć — “ok”' },
  { what: 'a template', code: '`${1 + 1} → ${"ș"}`', value: '2 → ș' },
  { what: 'a pair of surrogates', code: `'🔔'`, value: '🔔' },
  { what: 'a letter after a backslash', code: `'${BACKSLASH}→'`, value: '→' },
  { what: 'a backslash before a letter', code: `'${BACKSLASH.repeat(2)}→'`, value: '\\→' },
  { what: 'both', code: `'${BACKSLASH.repeat(3)}→'`, value: '\\→' },
  { what: 'a name', code: `({ żółw: 7 }).żółw`, value: 7 },
  { what: 'a pattern', code: `'a–b'.split(/${BACKSLASH}–/)`, value: ['a', 'b'] },
  { what: 'a pattern of pairs', code: `'x🔕y'.replace(/[🔔🔕]/u, '')`, value: 'xy' },
  { what: 'a range', code: `/^[à-ž]+$/.test('éż')`, value: true },
])('$what means the same', ({ code, value }) => {
  const ascii = inAscii(code);
  expect(ascii).toMatch(/^[\0-\x7f]*$/);
  // oxlint-disable-next-line no-eval
  expect((0, eval)(ascii)).toEqual(value);
});

test('what is ASCII stays as it is', () => {
  expect(inAscii(String.raw`'\n\\' + /\d/`)).toBe(String.raw`'\n\\' + /\d/`);
});
