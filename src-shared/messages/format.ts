/** Times and numbers in the user's language and zone. `ms` are milliseconds since the epoch. */
export interface Format {
  /** `14:02` */
  time(ms: number): string;
  /** `14:02`; of another day than now's `21 November 14:02`. */
  moment(ms: number, now: number): string;
  /** `14:02:11` */
  seconds(ms: number): string;
  /** `21 November`, with the year where it is another than now's. */
  day(ms: number, now: number): string;
  /** `Friday, 27 November` */
  weekday(ms: number): string;
  /** `Tue 17 Nov`, with the year where it is another than now's. */
  shortDay(ms: number, now: number): string;
  /** `21 November 2026, 14:02:11`, for the detail. */
  full(ms: number): string;
  /** `48 210`: thin spaces, a minus that is one. */
  number(n: number): string;
  /** From milliseconds: `52 s`, `7 min`, `2 h 13 min`, `3 d 4 h`. */
  duration(ms: number): string;
  /** Two moments on the same day of the user's calendar. */
  sameDay(a: number, b: number): boolean;
}

/** Abbreviations of units, by language. */
interface Units {
  readonly second: string;
  readonly minute: string;
  readonly hour: string;
  readonly day: string;
}

/** What a language brings along. */
export interface Vocabulary {
  readonly units: Units;
  /** As they stand after a day's number, January first. */
  readonly months: readonly string[];
}

/**
 * @param language of `Intl`, which only writes days of the week: the first of its formatters takes a process 6–15 ms,
 *   for which neither the tray icon nor the page's first frame should wait
 * @param timeZone the system's where it is not given
 */
export function createFormat(language: string, { units, months }: Vocabulary, timeZone?: string): Format {
  const at = timeZone === undefined ? hereAt : partsIn(timeZone);
  const time = ({ hour, minute }: Parts): string => `${twoDigits(hour)}:${twoDigits(minute)}`;
  const seconds = (parts: Parts): string => `${time(parts)}:${twoDigits(parts.second)}`;
  const day = (parts: Parts): string => `${parts.day} ${months[parts.month]}`;
  const dayOfYear = (parts: Parts): string => `${day(parts)} ${parts.year}`;
  const dayFrom = (parts: Parts, now: Parts): string =>
    parts.year === now.year ? day(parts) : dayOfYear(parts);
  const make = (options: Intl.DateTimeFormatOptions): ((ms: number) => string) => {
    let made: Intl.DateTimeFormat | undefined;
    return (ms) =>
      (made ??= new Intl.DateTimeFormat(language, {
        ...(timeZone !== undefined && { timeZone }),
        ...options,
      })).format(ms);
  };
  const weekday = make({ weekday: 'long', day: 'numeric', month: 'long' });
  const short = make({ weekday: 'short', day: 'numeric', month: 'short' });
  const shortOfYear = make({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  return {
    time: (ms) => time(at(ms)),
    moment(ms, now) {
      const [then, today] = [at(ms), at(now)];
      return isSameDay(then, today) ? time(then) : `${dayFrom(then, today)} ${time(then)}`;
    },
    seconds: (ms) => seconds(at(ms)),
    day: (ms, now) => dayFrom(at(ms), at(now)),
    full: (ms) => `${dayOfYear(at(ms))}, ${seconds(at(ms))}`,
    weekday,
    shortDay: (ms, now) => (at(ms).year === at(now).year ? short : shortOfYear)(ms),
    number: (n) =>
      String(Math.abs(n))
        .replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f')
        .replace(/^/, n < 0 ? '−' : ''),
    duration: (ms) => duration(Math.max(0, Math.round(ms / 1000)), units),
    sameDay: (a, b) => isSameDay(at(a), at(b)),
  };
}

/** A moment on a calendar and a clock; the month counts from 0. */
interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** In the system's zone. */
function hereAt(ms: number): Parts {
  const date = new Date(ms);
  return {
    year: date.getFullYear(),
    month: date.getMonth(),
    day: date.getDate(),
    hour: date.getHours(),
    minute: date.getMinutes(),
    second: date.getSeconds(),
  };
}

function partsIn(timeZone: string): (ms: number) => Parts {
  const numeric = 'numeric';
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
  return (ms) => {
    const all = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
    const of = (type: Intl.DateTimeFormatPartTypes): number => all[type] ?? 0;
    return {
      year: of('year'),
      month: of('month') - 1,
      day: of('day'),
      hour: of('hour'),
      minute: of('minute'),
      second: of('second'),
    };
  };
}

const isSameDay = (a: Parts, b: Parts): boolean =>
  a.year === b.year && a.month === b.month && a.day === b.day;

const twoDigits = (n: number): string => String(n).padStart(2, '0');

function duration(seconds: number, unit: Units): string {
  if (seconds < 60) return `${seconds} ${unit.second}`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} ${unit.minute}`;
  if (minutes < 24 * 60) return two(Math.floor(minutes / 60), unit.hour, minutes % 60, unit.minute);
  const hours = Math.round(minutes / 60);
  return two(Math.floor(hours / 24), unit.day, hours % 24, unit.hour);
}

const two = (big: number, bigUnit: string, small: number, smallUnit: string): string =>
  small === 0 ? `${big} ${bigUnit}` : `${big} ${bigUnit} ${small} ${smallUnit}`;
