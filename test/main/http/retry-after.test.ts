import { expect, test } from 'vitest';
import { retryAfter } from '../../../src-main/http/retry-after';

const NOW = Date.UTC(2026, 10, 22, 10);
const inSeconds = (s: number): string => new Date(NOW + s * 1000).toUTCString();

test.for([
  { when: 'absent', header: null, wait: undefined },
  { when: 'seconds', header: '30', wait: 30_000 },
  { when: 'seconds with space around', header: ' 30 ', wait: 30_000 },
  { when: 'zero', header: '0', wait: undefined },
  { when: 'negative', header: '-30', wait: undefined },
  { when: 'a fraction', header: '1.5', wait: 1_500 },
  { when: 'words', header: 'soon', wait: undefined },
  { when: 'empty', header: '', wait: undefined },
  { when: 'more than an hour', header: '86400', wait: 3_600_000 },
  { when: 'absurd', header: '9'.repeat(400), wait: 3_600_000 },
  { when: 'several', header: '30, 60', wait: 60_000 },
  { when: 'several, one of them a date', header: `30, ${inSeconds(90)}, soon`, wait: 90_000 },
  { when: 'words with a number', header: 'soon 5', wait: undefined },
  { when: 'a date', header: inSeconds(90), wait: 90_000 },
  { when: 'a date of RFC 850', header: 'Sunday, 22-Nov-26 10:02:00 GMT', wait: 120_000 },
  { when: 'a date of asctime', header: 'Sun Nov 22 10:02:00 2026', wait: 120_000 },
  { when: 'the year 9999', header: 'Fri, 31 Dec 9999 23:59:59 GMT', wait: 3_600_000 },
  { when: 'a date in the past', header: inSeconds(-90), wait: undefined },
  { when: 'a date years ahead', header: 'Wed, 21 Oct 2099 07:28:00 GMT', wait: 3_600_000 },
])('$when → $wait ms', ({ header, wait }) => {
  expect(retryAfter(header, null, NOW)).toBe(wait);
});

test.for([
  {
    when: 'our clock is a day behind',
    serverDate: inSeconds(86_400),
    header: inSeconds(86_460),
    wait: 60_000,
  },
  {
    when: 'our clock is a day ahead',
    serverDate: inSeconds(-86_400),
    header: inSeconds(-86_340),
    wait: 60_000,
  },
  { when: 'its Date is nonsense', serverDate: 'today', header: inSeconds(60), wait: 60_000 },
])('$when: the server’s date is compared with its own clock', ({ serverDate, header, wait }) => {
  expect(retryAfter(header, serverDate, NOW)).toBe(wait);
});
