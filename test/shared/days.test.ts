import * as v from 'valibot';
import { expect, test } from 'vitest';
import { Day, dayNumber, dayText, parseDay, spanOf } from '../../src-shared/days';

/** A Sunday. */
const SUNDAY = dayNumber('2026-11-22')!;

test.for([
  ['2026-11-17', '2026-11-17'],
  ['17.11.2026', '2026-11-17'],
  ['17.11', '2026-11-17'],
  ['3.2.', '2026-02-03'],
  ['23.11', '2025-11-23'], // the last one, not tomorrow
  ['29.2.2024', '2024-02-29'],
  ['today', '2026-11-22'],
  ['Dziś', '2026-11-22'],
  ['astăzi', '2026-11-22'],
  ['yesterday', '2026-11-21'],
  ['wczoraj', '2026-11-21'],
  ['ieri', '2026-11-21'],
  ['tuesday', '2026-11-17'],
  ['TUE', '2026-11-17'],
  ['wtorek', '2026-11-17'],
  ['środa', '2026-11-18'],
  ['marți', '2026-11-17'],
  ['sâm', '2026-11-21'],
  ['monday', '2026-11-16'],
  ['sunday', '2026-11-15'], // today is “today”
  ['niedziela', '2026-11-15'],
] as const)('on Sunday, 22 November 2026, “%s” is %s', ([text, day]) => {
  expect(parseDay(text, SUNDAY)).toBe(day);
});

test.for([
  '',
  'tu',
  'tuesdays',
  '2026-02-30',
  '2026-1-1',
  '30.2.2026',
  '31.4',
  '0.1',
  '1699-12-31',
  '9999-01-01',
  '24h',
])('“%s” is no day', (text) => {
  expect(parseDay(text, SUNDAY)).toBeUndefined();
  expect(v.is(Day, text)).toBe(false);
});

test('any day is written and read back', () => {
  for (const day of ['1700-01-01', '1969-12-31', '1970-01-01', '2024-02-29', '2200-12-31'])
    expect(dayText(dayNumber(day)!)).toBe(day);
});

const HOUR = 3_600_000_000;
test.for([
  { zone: 'Europe/Warsaw', day: '2026-11-17', from: '2026-11-16T23:00:00Z', hours: 24 },
  { zone: 'Europe/Warsaw', day: '2026-03-29', from: '2026-03-28T23:00:00Z', hours: 23 },
  { zone: 'Europe/Bucharest', day: '2026-10-25', from: '2026-10-24T21:00:00Z', hours: 25 },
  { zone: 'America/Sao_Paulo', day: '2018-11-04', from: '2018-11-04T03:00:00Z', hours: 23 }, // it began at 1:00
  { zone: 'Asia/Kathmandu', day: '2026-11-17', from: '2026-11-16T18:15:00Z', hours: 24 },
])('$day in $zone: from $from on, $hours h', ({ zone, day, from, hours }) => {
  const span = spanOf({ since: day, until: day }, zone);
  expect(span).toEqual({ from: Date.parse(from) * 1000, before: Date.parse(from) * 1000 + hours * HOUR });
  expect(spanOf({ since: day }, zone)).toEqual({ from: span.from });
  expect(spanOf({ until: day }, zone)).toEqual({ before: span.before });
});

test('without days there is no bound', () => {
  expect(spanOf({})).toEqual({});
});
