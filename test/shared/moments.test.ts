import { expect, test } from 'vitest';
import { dayAt, nextAt, parseTime, pauseChoices, snoozeChoices } from '../../src-shared/moments';

const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 16) + 'Z';
const EIGHT = 8 * 60;

// Warsaw goes to summer time on 2026-03-29 at 02:00, and back on 2026-10-25 at 03:00; Lord Howe moves by half an hour.
test.for<{ when: string; zone: string; now: string; minute?: number; at: string }>([
  { when: 'in the evening', zone: 'UTC', now: '2026-11-22T21:00Z', at: '2026-11-23T08:00Z' },
  { when: 'before midnight', zone: 'UTC', now: '2026-11-22T23:59Z', at: '2026-11-23T08:00Z' },
  { when: 'at midnight', zone: 'UTC', now: '2026-11-23T00:00Z', at: '2026-11-23T08:00Z' },
  { when: 'a minute before', zone: 'UTC', now: '2026-11-23T07:59Z', at: '2026-11-23T08:00Z' },
  { when: 'just then: tomorrow', zone: 'UTC', now: '2026-11-23T08:00Z', at: '2026-11-24T08:00Z' },
  { when: 'the last day of a year', zone: 'UTC', now: '2026-12-31T20:00Z', at: '2027-01-01T08:00Z' },
  { when: 'the user’s zone', zone: 'Europe/Warsaw', now: '2026-11-22T23:30Z', at: '2026-11-23T07:00Z' },
  {
    when: 'a zone where it is tomorrow',
    zone: 'Asia/Tokyo',
    now: '2026-11-22T20:00Z',
    at: '2026-11-22T23:00Z',
  },
  { when: 'a night of 23 hours', zone: 'Europe/Warsaw', now: '2026-03-28T21:00Z', at: '2026-03-29T06:00Z' },
  { when: 'a night of 25 hours', zone: 'Europe/Warsaw', now: '2026-10-24T20:00Z', at: '2026-10-25T07:00Z' },
  { when: 'after the change', zone: 'Europe/Warsaw', now: '2026-03-29T03:00Z', at: '2026-03-29T06:00Z' },
  { when: 'half an hour', zone: 'Australia/Lord_Howe', now: '2026-10-03T12:00Z', at: '2026-10-03T21:00Z' },
  { when: 'west of Greenwich', zone: 'America/New_York', now: '2026-03-08T03:00Z', at: '2026-03-08T12:00Z' },
  {
    when: 'a time that is left out: as much later',
    zone: 'Europe/Warsaw',
    now: '2026-03-28T23:30Z',
    minute: 150,
    at: '2026-03-29T01:30Z',
  },
])('the next time: $when, $zone $now → $at', ({ zone, now, minute = EIGHT, at }) => {
  expect(iso(nextAt(minute, Date.parse(now), zone))).toBe(at);
});

test.for<{ days: number; now: string; at: string }>([
  { days: 0, now: '2026-03-28T21:00Z', at: '2026-03-28T08:30Z' },
  { days: 1, now: '2026-03-28T21:00Z', at: '2026-03-29T07:30Z' },
  { days: 7, now: '2026-10-24T21:30Z', at: '2026-10-31T08:30Z' },
])('9:30 in Warsaw, $days days after $now → $at', ({ days, now, at }) => {
  expect(iso(dayAt(days, 9 * 60 + 30, Date.parse(now), 'Europe/Warsaw'))).toBe(at);
});

test.for<{ now: string; zone?: string; kinds: string }>([
  { now: '2026-11-22T12:00Z', kinds: '30 60' },
  { now: '2026-11-22T19:59Z', kinds: '30 60' },
  { now: '2026-11-22T20:00Z', kinds: '30 60 morning' },
  { now: '2026-11-23T07:59Z', kinds: '30 60 morning' },
  { now: '2026-11-23T08:00Z', kinds: '30 60' },
  // The night of 25 hours: 8:00 is 13 hours away at eight.
  { now: '2026-10-24T18:00Z', zone: 'Europe/Warsaw', kinds: '30 60' },
  { now: '2026-10-24T19:00Z', zone: 'Europe/Warsaw', kinds: '30 60 morning' },
])('a pause at $now: $kinds', ({ now, zone = 'UTC', kinds }) => {
  const choices = pauseChoices(Date.parse(now), zone);
  expect(choices.map((one) => (one.kind === 'minutes' ? one.minutes : one.kind)).join(' ')).toBe(kinds);
  for (const { until } of choices) expect(until - Date.parse(now)).toBeLessThanOrEqual(12 * 3_600_000);
});

test('a snooze: three spans, and the next morning', () => {
  const choices = snoozeChoices(Date.parse('2026-11-22T14:02Z'), 'UTC');
  expect(choices.map(({ until }) => iso(until))).toEqual([
    '2026-11-22T14:32Z',
    '2026-11-22T15:02Z',
    '2026-11-22T17:02Z',
    '2026-11-23T08:00Z',
  ]);
});

test.for<[text: string, minute: number | undefined]>([
  ['9', 540],
  [' 9:30 ', 570],
  ['09:05', 545],
  ['9.30', 570],
  ['0930', 570],
  ['930', 570],
  ['0:00', 0],
  ['23:59', 1439],
  ['24:00', undefined],
  ['9:60', undefined],
  ['9:3', undefined],
  ['', undefined],
  ['half past', undefined],
  ['-1', undefined],
  ['9:30 pm', undefined],
])('“%s” as a time of day: %s', ([text, minute]) => {
  expect(parseTime(text)).toBe(minute);
});
