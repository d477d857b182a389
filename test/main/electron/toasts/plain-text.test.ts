import { expect, test } from 'vitest';
import { escapeMarkup, lines, oneLine } from '../../../../src-main/electron/toasts/plain-text';

test.for([
  { text: 'Agent 4 is offline', shown: 'Agent 4 is offline' },
  { text: 'Łącze Warszawa–Kraków, ș ț', shown: 'Łącze Warszawa–Kraków, ș ț' },
  { text: 'a\u202egpj.exe', shown: 'agpj.exe' },
  { text: 'a\u2066b\u2069\u200f\u061cc', shown: 'abc' },
  { text: 'a\0\u0007\u001b[31mb\u009f', shown: 'a[31mb' },
  { text: 'two\r\nlines\u2028three\tfour', shown: 'two lines three four' },
  { text: '\ufeffx\u{e0041}', shown: 'x' },
  { text: 'half \ud83d', shown: 'half \ufffd' },
  { text: '👩‍👩‍👧', shown: '👩‍👩‍👧' },
  { text: '  around ', shown: 'around' },
  { text: 'x'.repeat(100), shown: 'x'.repeat(100) },
  { text: 'x'.repeat(101), shown: `${'x'.repeat(99)}…` },
  { text: '🔔'.repeat(101), shown: `${'🔔'.repeat(99)}…` },
])('$text', ({ text, shown }) => {
  expect(oneLine(text, 100)).toBe(shown);
});

test('a body keeps its lines, none of them empty', () => {
  expect(lines('Lab Warsaw · 14:02\r\n\n\u202e 2 still down: 7, 9 \n\u202e\nend', 250)).toBe(
    'Lab Warsaw · 14:02\n2 still down: 7, 9\nend',
  );
});

test('markup is escaped once', () => {
  expect(escapeMarkup('a < b && c > d &amp;')).toBe('a &lt; b &amp;&amp; c &gt; d &amp;amp;');
});
