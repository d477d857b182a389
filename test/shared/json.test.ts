import { expect, test } from 'vitest';
import { notData, parseJson } from '../../src-shared/json';

const nested = (depth: number, inner = ''): string => '['.repeat(depth) + inner + ']'.repeat(depth);

test.for([
  { what: 'a thousand deep', text: nested(1000) },
  { what: 'wide', text: `[${'[[]],'.repeat(5000)}0]` },
  { what: 'brackets in a text', text: JSON.stringify({ quote: '"', a: '[{'.repeat(5000) }) },
])('$what is parsed', ({ text }) => {
  expect(JSON.stringify(parseJson(text))).toBe(text);
});

test.for([
  { what: 'over a thousand deep', text: nested(1001) },
  { what: 'deep behind a text with quotes', text: `["${'\\"'.repeat(600)}",${nested(1001)}]` },
  { what: 'deep and never closed', text: '[{"a":'.repeat(600) },
  { what: 'cut', text: '{"a":' },
])('$what is refused', ({ text }) => {
  expect(() => parseJson(text)).toThrow(SyntaxError);
});

test.for([
  { text: '{"a', kind: 'broken-json' },
  { text: ' \n[', kind: 'broken-json' },
  { text: '', kind: 'broken-json' },
  { text: '  ', kind: 'broken-json' },
  { text: '<html>{}', kind: 'not-json' },
  { text: 'OK', kind: 'not-json' },
] as const)('what is no data: %j', ({ text, kind }) => {
  expect(notData(text)).toBe(kind);
});
