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
export interface Units {
  readonly second: string;
  readonly minute: string;
  readonly hour: string;
  readonly day: string;
}

export function createFormat(language: string, units: Units, timeZone?: string): Format {
  const zone = timeZone === undefined ? {} : { timeZone };
  // Made when first used: the first of a process takes 15 ms, for which neither the tray icon nor the page should wait.
  const make = (options: Intl.DateTimeFormatOptions): (() => Intl.DateTimeFormat) => {
    let made: Intl.DateTimeFormat | undefined;
    return () => (made ??= new Intl.DateTimeFormat(language, { ...zone, ...options }));
  };
  const hm = make({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const hms = make({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  const day = make({ day: 'numeric', month: 'long' });
  const dayOfYear = make({ day: 'numeric', month: 'long', year: 'numeric' });
  const weekday = make({ weekday: 'long', day: 'numeric', month: 'long' });
  const date = make({ year: 'numeric', month: '2-digit', day: '2-digit' });
  const dayOf = (ms: number, now: number): string =>
    (year(ms, date()) === year(now, date()) ? day() : dayOfYear()).format(ms);
  return {
    time: (ms) => hm().format(ms),
    moment: (ms, now) =>
      date().format(ms) === date().format(now) ? hm().format(ms) : `${dayOf(ms, now)} ${hm().format(ms)}`,
    seconds: (ms) => hms().format(ms),
    day: dayOf,
    full: (ms) => `${dayOfYear().format(ms)}, ${hms().format(ms)}`,
    weekday: (ms) => weekday().format(ms),
    number: (n) =>
      String(Math.abs(n))
        .replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f')
        .replace(/^/, n < 0 ? '−' : ''),
    duration: (ms) => duration(Math.max(0, Math.round(ms / 1000)), units),
    sameDay: (a, b) => date().format(a) === date().format(b),
  };
}

const year = (ms: number, date: Intl.DateTimeFormat): string | undefined =>
  date.formatToParts(ms).find(({ type }) => type === 'year')?.value;

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
