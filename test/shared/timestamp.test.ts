import fc from 'fast-check';
import { expect, test } from 'vitest';
import { microseconds } from '../../src-shared/timestamp';

const at = (iso: string, micros = 0): number => Date.parse(iso) * 1000 + micros;

test.for([
  { text: '2022-01-27T17:30:57.239897+01:00', instant: at('2022-01-27T16:30:57Z', 239_897) },
  { text: '2022-01-27T17:30:57.239897Z', instant: at('2022-01-27T17:30:57Z', 239_897) },
  { text: '2022-01-27t17:30:57z', instant: at('2022-01-27T17:30:57Z') },
  { text: '2022-01-27 17:30:57 +0100', instant: at('2022-01-27T16:30:57Z') },
  { text: '2022-01-27T17:30:57-03', instant: at('2022-01-27T20:30:57Z') },
  { text: '2022-01-27T17:30:57.5+05:30', instant: at('2022-01-27T12:00:57Z', 500_000) },
  { text: '2022-01-27T17:30:57,000001Z', instant: at('2022-01-27T17:30:57Z', 1) },
  { text: '2022-01-27T17:30:57.999999999Z', instant: at('2022-01-27T17:30:57Z', 999_999) },
  { text: '  2022-01-27T17:30:57Z\n', instant: at('2022-01-27T17:30:57Z') },
  { text: '1969-12-31T23:59:59.999999Z', instant: -1 },
  { text: '2024-02-29T00:00:00-00:00', instant: at('2024-02-29T00:00:00Z') },
  { text: '2016-12-31T23:59:60Z', instant: at('2017-01-01T00:00:00Z') },
])('$text is an instant', ({ text, instant }) => {
  expect(microseconds(text)).toBe(instant);
});

test.for([
  '',
  'yesterday',
  '2022-01-27',
  '2022-01-27T17:30:57', // no zone: no instant
  '2022-02-30T00:00:00Z',
  '2023-02-29T00:00:00Z',
  '2022-13-01T00:00:00Z',
  '2022-00-10T00:00:00Z',
  '2022-01-27T24:00:00Z',
  '2022-01-27T00:60:00Z',
  '2022-01-27T00:00:61Z',
  '2022-01-27T00:00:00.Z',
  '2022-01-27T00:00:00+25:00',
  '2022-01-27T00:00:00+01:99',
  '2022-01-27T00:00:00Zulu',
  '+002022-01-27T00:00:00Z',
  // What servers write for "never": beyond 2^53 µs, where SQLite would refuse to hand it out again.
  '9999-12-31T23:59:59Z',
  '0001-01-01T00:00:00Z',
])('%j is none', (text) => {
  expect(microseconds(text)).toBeUndefined();
});

test('the hour that summer time takes back comes twice: instants differ, text does not tell', () => {
  const first = microseconds('2026-10-25T02:30:00.000000+02:00')!;
  const second = microseconds('2026-10-25T02:30:00.000000+01:00')!;
  expect(second - first).toBe(3_600_000_000);
  expect(microseconds('2026-10-25T01:00:00Z')).toBe(microseconds('2026-10-25T03:00:00+02:00'));
});

test('a formatted instant is read back to the microsecond, in any zone', () => {
  const instant = fc.record({
    ms: fc.integer({ min: Date.UTC(1700, 0), max: Date.UTC(2200, 0) }),
    micros: fc.nat(999),
    zone: fc.integer({ min: -14 * 60, max: 14 * 60 }),
  });
  fc.assert(
    fc.property(instant, ({ ms, micros, zone }) => {
      const local = new Date(ms + zone * 60_000).toISOString().replace('Z', String(micros).padStart(3, '0'));
      const two = (n: number): string => String(Math.trunc(n)).padStart(2, '0');
      const offset = `${zone < 0 ? '-' : '+'}${two(Math.abs(zone) / 60)}:${two(Math.abs(zone) % 60)}`;
      expect(microseconds(local + offset)).toBe(ms * 1000 + micros);
    }),
  );
});

test('the form that servers send is read as the pattern reads it, whatever stands where a digit should', () => {
  const two = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'));
  const near = fc
    .tuple(two, two, two, two, two, two, two, fc.constantFrom('+', '-', ' ', 'Z'))
    .map(
      ([year, month, day, hour, minute, second, zone, sign]) =>
        `20${year}-${month}-${day}T${hour}:${minute}:${second}.773085${sign}${zone}:${minute}`,
    );
  const changed = fc
    .tuple(
      fc.constantFrom('2026-11-22T13:39:13.773085+01:00', '2026-02-28T23:59:59.000001-11:30'),
      fc.nat(31),
      fc.string({ minLength: 1, maxLength: 1 }),
    )
    .map(([text, at, put]) => text.slice(0, at) + put + text.slice(at + 1));
  fc.assert(
    fc.property(fc.oneof(near, changed), (text) => {
      // A blank before it, and it is not that form any more.
      expect(microseconds(text)).toBe(microseconds(` ${text}`));
    }),
    { numRuns: 5000 },
  );
});

test('any text gives a whole number that a number can hold, or nothing', () => {
  const digits = fc.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{0,9})?([+-]\d\d:?\d\d|Z)$/);
  fc.assert(
    fc.property(fc.oneof(fc.string(), digits), (text) => {
      const instant = microseconds(text);
      expect(instant === undefined || Number.isSafeInteger(instant)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
