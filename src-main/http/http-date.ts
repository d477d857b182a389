const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `Sun, 06 Nov 1994 08:49:37 GMT` · `Sunday, 06-Nov-94 08:49:37 GMT` · `Sun Nov  6 08:49:37 1994` (RFC 9110, 5.6.7). */
const FORMS = [
  /^[a-z]{3}, (?<day>\d{2}) (?<month>[a-z]{3}) (?<year>\d{4}) (?<time>\d{2}:\d{2}:\d{2}) GMT$/i,
  /^[a-z]{6,9}, (?<day>\d{2})-(?<month>[a-z]{3})-(?<year>\d{2}) (?<time>\d{2}:\d{2}:\d{2}) GMT$/i,
  /^[a-z]{3} (?<month>[a-z]{3}) (?<day>[ \d]\d) (?<time>\d{2}:\d{2}:\d{2}) (?<year>\d{4})$/i,
];

/**
 * An HTTP date as ms since the epoch; `undefined` where the text is none. JavaScript's own parser takes the third
 * form for local time, and makes a date of `1.5` and of `soon 5`.
 * @param now ms; a year of two digits that seems over 50 years ahead of it is the last one that ended so
 */
export function httpDate(text: string, now: number): number | undefined {
  const parts = FORMS.map((form) => form.exec(text.trim())?.groups).find((groups) => groups !== undefined);
  if (!parts) return undefined;
  const { day = '', month = '', year = '', time = '' } = parts;
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  const at = MONTHS.indexOf(month.toLowerCase());
  if (at < 0 || hour > 23 || minute > 59 || second > 60) return undefined;
  const date = Date.UTC(fullYear(year, now), at, Number(day), hour, minute, second);
  return new Date(date - second * 1000).getUTCDate() === Number(day) ? date : undefined;
}

function fullYear(digits: string, now: number): number {
  if (digits.length === 4) return Number(digits);
  const thisYear = new Date(now).getUTCFullYear();
  const year = thisYear - (thisYear % 100) + Number(digits);
  return year > thisYear + 50 ? year - 100 : year;
}
