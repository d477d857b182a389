import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowHash, type Hashed } from '../../../../src-main/store/file/row-hash';

const unit = fc.nat(0xffff).map((code) => String.fromCharCode(code));
/** Longer than what is hashed at once, now and then; halves of characters, too. */
const raw = fc.oneof(
  fc.array(unit, { minLength: 1, maxLength: 40 }).map((units) => units.join('')),
  fc.tuple(unit, fc.integer({ min: 4000, max: 9000 })).map(([one, length]) => one.repeat(length)),
);
const row: Hashed = {
  id: '9',
  ts: 1_795_341_629_490_007,
  type: 8,
  severity: 4,
  subject: 'agent:1',
  raw: '{}',
};

test('one character of the text that is another is always noticed', () => {
  fc.assert(
    fc.property(raw, fc.nat(), unit, (text, place, put) => {
      const at = place % text.length;
      fc.pre(text[at] !== put);
      const damaged = text.slice(0, at) + put + text.slice(at + 1);
      expect(rowHash('a', { ...row, raw: damaged })).not.toBe(rowHash('a', { ...row, raw: text }));
    }),
    { numRuns: 3000 },
  );
});

test('a text that was cut is noticed', () => {
  fc.assert(
    fc.property(raw, fc.nat(), (text, place) => {
      const cut = text.slice(0, place % text.length);
      expect(rowHash('a', { ...row, raw: cut })).not.toBe(rowHash('a', { ...row, raw: text }));
    }),
  );
});

test.for<[string, Partial<Hashed>, string?]>([
  ['another account', {}, 'b'],
  ['another id', { id: '8' }],
  ['a stamp later by a microsecond', { ts: row.ts + 1 }],
  ['a stamp later by 2^32 µs', { ts: row.ts + 2 ** 32 }],
  ['another type', { type: 7 }],
  ['another severity', { severity: -4 }],
  ['another subject', { subject: 'agent:2' }],
])('%s is another hash', ([, other, account = 'a']) => {
  expect(rowHash(account, { ...row, ...other })).not.toBe(rowHash('a', row));
});

test('it is a number of 32 bits, the same for the same row', () => {
  const hash = rowHash('a', row);
  expect([hash, Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32]).toEqual([
    rowHash('a', { ...row }),
    true,
  ]);
});
