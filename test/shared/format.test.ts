import { expect, test } from 'vitest';
import { createFormat } from '../../src-shared/messages/format';
import { chooseLanguage, LANGUAGES } from '../../src-shared/messages/choose-language';
import { wordsOf } from '../support/words';
import { plural } from '../../src-shared/messages/plural';

const { messages } = wordsOf('en');
const warsaw = createFormat('en-GB', messages, 'Europe/Warsaw');
const newYork = createFormat('en-GB', messages, 'America/New_York');
const S = 1000;
const MIN = 60 * S;
const H = 60 * MIN;

test.for([
  { ms: 0, text: '0 s' },
  { ms: 499, text: '0 s' },
  { ms: -5 * S, text: '0 s' }, // stamps of two agents may cross
  { ms: 52 * S, text: '52 s' },
  { ms: 59_499, text: '59 s' },
  { ms: 59_500, text: '1 min' },
  { ms: 7 * MIN, text: '7 min' },
  { ms: 7 * MIN + 29 * S, text: '7 min' },
  { ms: 59 * MIN + 30 * S, text: '1 h' },
  { ms: 2 * H + 13 * MIN, text: '2 h 13 min' },
  { ms: 2 * H, text: '2 h' },
  { ms: 23 * H + 59 * MIN + 59 * S, text: '1 d' },
  { ms: 76 * H, text: '3 d 4 h' },
  { ms: 47 * H + 40 * MIN, text: '2 d' },
])('$ms ms last $text', ({ ms, text }) => {
  expect(warsaw.duration(ms)).toBe(text);
});

const at = Date.UTC(2026, 10, 21, 13, 2, 11);
test('times are those of the given zone', () => {
  expect([warsaw.time(at), newYork.time(at)]).toEqual(['14:02', '08:02']);
  expect(warsaw.seconds(at)).toBe('14:02:11');
  expect(warsaw.full(at)).toBe('21 November 2026, 14:02:11');
  expect(warsaw.time(Date.UTC(2026, 10, 20, 23, 0))).toBe('00:00');
});

test.for([
  { of: Date.UTC(2026, 10, 20, 23, 30), warsaw: '21 November', newYork: '20 November' },
  { of: Date.UTC(2025, 11, 31, 23, 30), warsaw: '1 January', newYork: '31 December 2025' },
])('a day is a day of the zone, with its year where it is not now’s', ({ of, ...expected }) => {
  expect({ warsaw: warsaw.day(of, at), newYork: newYork.day(of, at) }).toEqual(expected);
});

test('a short day has its weekday, and its year where it is not now’s; the zone says which day it is', () => {
  // Whether there is a comma is a matter of the version of Intl.
  expect(warsaw.shortDay(Date.UTC(2026, 10, 20, 23, 30), at)).toMatch(/^Sat,? 21 Nov$/);
  expect(newYork.shortDay(Date.UTC(2026, 10, 20, 23, 30), at)).toMatch(/^Fri,? 20 Nov$/);
  expect(newYork.shortDay(Date.UTC(2025, 11, 31, 23, 30), at)).toMatch(/^Wed,? 31 Dec 2025$/);
});

test.for([...LANGUAGES])(
  '%s: days and times are as Intl writes them, here and in other zones',
  (language) => {
    const locale = language === 'en' ? 'en-GB' : language;
    const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
    const date = { day: 'numeric', month: 'long' } as const;
    for (const timeZone of [undefined, 'Asia/Kathmandu', 'America/St_Johns', 'UTC']) {
      const { format } = wordsOf(language, timeZone);
      const intl = (options: Intl.DateTimeFormatOptions, ms: number): string =>
        new Intl.DateTimeFormat(locale, { ...options, ...(timeZone && { timeZone }) }).format(ms);
      for (let month = 0; month < 12; month += 1) {
        const ms = Date.UTC(2026, month, 1 + 2 * month, 2 * month, 4 * month, 5 * month);
        const nextYear = Date.UTC(2027, 5);
        const day = intl(date, ms);
        const withYear = intl({ ...date, year: 'numeric' }, ms);
        expect([format.day(ms, ms), format.day(ms, nextYear)]).toEqual([day, withYear]);
        expect(format.full(ms)).toBe(`${withYear}, ${intl(clock, ms)}`);
        expect(format.moment(ms, nextYear)).toBe(`${withYear} ${format.time(ms)}`);
        expect(format.moment(ms, ms)).toBe(intl({ ...clock, second: undefined }, ms));
      }
    }
  },
);

test('the same day, over midnight and over summer time', () => {
  const midnight = Date.UTC(2026, 10, 20, 23);
  expect(warsaw.sameDay(midnight - 1, midnight)).toBe(false);
  expect(newYork.sameDay(midnight - 1, midnight)).toBe(true);
  const shortDay = Date.UTC(2026, 2, 28, 23); // 23 h long in Warsaw
  expect(warsaw.sameDay(shortDay, shortDay + 23 * H - 1)).toBe(true);
  expect(warsaw.sameDay(shortDay, shortDay + 23 * H)).toBe(false);
});

test.for([
  [0, '0'],
  [999, '999'],
  [1000, '1\u202f000'],
  [48_210, '48\u202f210'],
  [1_234_567, '1\u202f234\u202f567'],
  [-7, '−7'],
  [-48_210, '−48\u202f210'],
] as const)('%d is written %s', ([n, text]) => {
  expect(warsaw.number(n)).toBe(text);
});

test.for([
  { language: 'en', n: 1, form: 'one' },
  { language: 'en', n: 0, form: 'other' },
  { language: 'pl', n: 1, form: 'one' },
  { language: 'pl', n: 3, form: 'few' },
  { language: 'pl', n: 12, form: 'many' },
  { language: 'pl', n: 22, form: 'few' },
  { language: 'ro', n: 2, form: 'few' },
  { language: 'ro', n: 119, form: 'few' },
  { language: 'ro', n: 20, form: 'other' },
])('$n in $language takes “$form”', ({ language, n, form }) => {
  expect(plural(language, n, { one: 'one', few: 'few', many: 'many', other: 'other' })).toBe(form);
});

test('a form that a sentence does not have is the last one', () => {
  expect(plural('pl', 3, { one: 'one', other: 'other' })).toBe('other');
});

test.for([
  { choice: 'pl', system: ['en'], language: 'pl' },
  { choice: 'system', system: ['pl-PL', 'en'], language: 'pl' },
  { choice: 'system', system: ['de-AT', 'ro-MD', 'en'], language: 'ro' },
  { choice: 'system', system: ['PL_pl'], language: 'pl' },
  { choice: 'system', system: ['de', 'fr'], language: 'en' },
  { choice: 'system', system: [], language: 'en' },
  { choice: 'system', system: ['plt-MG', 'rof', 'toString', ''], language: 'en' },
] as const)('$choice of $system → $language', ({ choice, system, language }) => {
  expect(chooseLanguage(choice, system)).toBe(language);
});

test.for([...LANGUAGES])('%s comes with its words and its format', (language) => {
  const words = wordsOf(language, 'Europe/Warsaw');
  expect(words.language).toBe(language);
  expect(words.format.time(at)).toBe('14:02');
  expect(words.messages.titles.types[8]('X')).toContain('X');
});
