import { expect, test } from 'vitest';
import { httpDate } from '../../../src-main/http/http-date';

const NOW = Date.UTC(2026, 10, 22, 10);
const THEN = Date.UTC(1994, 10, 6, 8, 49, 37);

test.for([
  { text: 'Sun, 06 Nov 1994 08:49:37 GMT', date: THEN },
  { text: 'Sunday, 06-Nov-94 08:49:37 GMT', date: THEN },
  { text: 'Sun Nov  6 08:49:37 1994', date: THEN },
  { text: ' sun, 06 nov 1994 08:49:37 gmt ', date: THEN },
  { text: 'Wednesday, 18-Nov-76 00:00:00 GMT', date: Date.UTC(2076, 10, 18) },
  { text: 'Friday, 18-Nov-77 00:00:00 GMT', date: Date.UTC(1977, 10, 18) },
  { text: 'Sat, 31 Dec 2016 23:59:60 GMT', date: Date.UTC(2017, 0, 1) },
  { text: 'Sun, 30 Feb 2025 00:00:00 GMT', date: undefined },
  { text: 'Sun, 06 Foo 1994 08:49:37 GMT', date: undefined },
  { text: 'Sun, 06 Nov 1994 24:00:00 GMT', date: undefined },
  { text: 'Sun, 06 Nov 1994 08:49:37 +0100', date: undefined },
  { text: '2026-11-22T10:00:00Z', date: undefined },
  { text: 'soon 5', date: undefined },
  { text: '1.5', date: undefined },
  { text: '', date: undefined },
])('$text → $date', ({ text, date }) => {
  expect(httpDate(text, NOW)).toBe(date);
});

test('the form without a zone is UTC wherever this machine is', () => {
  const home = process.env['TZ'];
  process.env['TZ'] = 'Asia/Tokyo';
  expect(httpDate('Sun Nov  6 08:49:37 1994', NOW)).toBe(THEN);
  if (home === undefined) delete process.env['TZ'];
  else process.env['TZ'] = home;
});
