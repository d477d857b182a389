import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const store = join(import.meta.dirname, '../../../../src-main/store');
const limits = readdirSync(store, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .flatMap((name) =>
    Array.from(
      readFileSync(join(store, name), 'utf8').matchAll(/\b(?:LIMIT|OFFSET) \?.{0,4}/g),
      ([text]) => ({
        name,
        text,
      }),
    ),
  );

test('no statement is prepared anew for its LIMIT at each call: SQLite plans by a bare value, and not by a sum', () => {
  expect(limits.filter(({ text }) => text.startsWith('LIMIT')).length).toBeGreaterThan(5);
  expect(limits.filter(({ text }) => !/^\w+ \? \+ 0/.test(text))).toEqual([]);
});
