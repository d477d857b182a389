import * as v from 'valibot';
import { fold } from './search';
import { momentOf, weekdayOf } from './zone';

const DAY_MS = 86_400_000;

/** A day of the user's calendar, `2026-11-17`, within what a stamp can be (`timestamp.ts`). */
export const Day = v.pipe(
  v.string(),
  v.check((text) => dayNumber(text) !== undefined),
);
export type Day = v.InferOutput<typeof Day>;

/** Counted from the epoch, as `zone.ts` counts them; `undefined`: the calendar has no such day. */
export function dayNumber(text: string): number | undefined {
  const year = /^(\d{4})-\d{2}-\d{2}$/.exec(text)?.[1];
  if (year === undefined || Number(year) < 1700 || Number(year) > 2200) return undefined;
  const day = Date.parse(`${text}T00:00:00Z`) / DAY_MS;
  // 30 February is read as the 2nd of March.
  return Number.isInteger(day) && dayText(day) === text ? day : undefined;
}

export const dayText = (day: number): Day => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** As people say them, in each of our languages, without marks. */
const TODAY = ['today', 'dzis', 'dzisiaj', 'azi', 'astazi'];
const YESTERDAY = ['yesterday', 'wczoraj', 'ieri'];
/** As `weekdayOf` counts them. */
const WEEKDAYS = [
  ['sunday', 'niedziela', 'duminica'],
  ['monday', 'poniedzialek', 'luni'],
  ['tuesday', 'wtorek', 'marti'],
  ['wednesday', 'sroda', 'miercuri'],
  ['thursday', 'czwartek', 'joi'],
  ['friday', 'piatek', 'vineri'],
  ['saturday', 'sobota', 'sambata'],
];

/**
 * A day as people type it: `2026-11-17`, `17.11.2026`, `17.11` (the last one), `today`, `yesterday`, or the name of a
 * weekday or its first three letters: the last one before today, which has a word of its own.
 * @param today the user's calendar day, as `calendarDay` gives it
 */
export function parseDay(text: string, today: number): Day | undefined {
  const word = fold(text);
  if (TODAY.includes(word)) return dayText(today);
  if (YESTERDAY.includes(word)) return dayText(today - 1);
  const weekday = WEEKDAYS.findIndex(
    (names) => word.length > 2 && names.some((name) => name.startsWith(word)),
  );
  if (weekday >= 0) return dayText(today - (((weekdayOf(today) - weekday + 6) % 7) + 1));
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{4})?)?$/.exec(word) ?? [];
  if (day === undefined || month === undefined) return dayNumber(word) === undefined ? undefined : word;
  const written = (of: string): Day | undefined =>
    parseDay(`${of}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, today);
  if (year !== undefined) return written(year);
  const thisYear = Number(dayText(today).slice(0, 4));
  const [near, before] = [written(String(thisYear)), written(String(thisYear - 1))];
  return near !== undefined && near <= dayText(today) ? near : before;
}

/** From the beginning of one day to the end of another, both of them shown; either may be missing. */
export interface Days {
  readonly since?: Day | undefined;
  readonly until?: Day | undefined;
}

/**
 * Those days as stamps, in µs: `from` is the first, `before` the first that is too late. A day has 23 or 25 hours where
 * the clock changes. @param zone IANA name; `undefined`: the system's, as it is now
 */
export function spanOf({ since, until }: Days, zone?: string): { from?: number; before?: number } {
  const start = (day: Day, later: number): number => momentOf(dayNumber(day)! + later, 0, zone) * 1000;
  return {
    ...(since !== undefined && { from: start(since, 0) }),
    ...(until !== undefined && { before: start(until, 1) }),
  };
}
