import { calendarDay, momentOf } from './zone';

const MINUTE = 60_000;
/** Minutes after midnight: when a night's pause, or a snooze until the next morning, ends. */
const MORNING = 8 * 60;

/** A pause always ends by itself, after 12 hours at most (ms). */
export const MOST_PAUSE_MS = 12 * 60 * MINUTE;

/** Something to choose: so many minutes from now, or until the morning. `until`: wall ms. */
export type Choice =
  | { readonly kind: 'minutes'; readonly minutes: number; readonly until: number }
  | { readonly kind: 'morning'; readonly until: number };

/**
 * Wall ms of the next time at which the clock of the user's zone shows this minute of the day: later than now, on the
 * same calendar day or the next. Where the change of the clock leaves it out, it is as much later.
 * @param minute 0 … 1439, after midnight @param zone IANA name; `undefined`: the system's
 */
export function nextAt(minute: number, now: number, zone?: string): number {
  const today = calendarDay(now, zone);
  const at = momentOf(today, minute, zone);
  return at > now ? at : momentOf(today + 1, minute, zone);
}

/** The same minute so many days of the calendar after today; it may be over. */
export const dayAt = (days: number, minute: number, now: number, zone?: string): number =>
  momentOf(calendarDay(now, zone) + days, minute, zone);

const after = (minutes: number, now: number): Choice => ({
  kind: 'minutes',
  minutes,
  until: now + minutes * MINUTE,
});

/** "Until 8:00" where that is within the bounds of a pause: in the evening and at night. */
export function pauseChoices(now: number, zone?: string): readonly Choice[] {
  const morning = nextAt(MORNING, now, zone);
  const short = [30, 60].map((minutes) => after(minutes, now));
  return morning - now <= MOST_PAUSE_MS ? [...short, { kind: 'morning', until: morning }] : short;
}

export const snoozeChoices = (now: number, zone?: string): readonly Choice[] => [
  ...[30, 60, 180].map((minutes) => after(minutes, now)),
  { kind: 'morning', until: nextAt(MORNING, now, zone) },
];

/** A time of day as people type it: `9`, `9:30`, `9.30`, `0930`. @returns minutes after midnight; `undefined`: none */
export function parseTime(text: string): number | undefined {
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  return hour < 24 && minute < 60 ? hour * 60 + minute : undefined;
}
