import { useNow } from './use-now';

const DAY_MS = 86_400_000;

/** A number that is the same for all moments of one day of the user's calendar. */
export function dayOf(ms: number): number {
  return Math.floor((ms - new Date(ms).getTimezoneOffset() * 60_000) / DAY_MS);
}

/** The middle of that day, so that no change of summer time moves it to another. */
export function noonOf(day: number): number {
  const noon = day * DAY_MS + DAY_MS / 2;
  return noon + new Date(noon).getTimezoneOffset() * 60_000;
}

/** The day it is; moves at midnight, and only while the window is seen. */
export const useToday = (): number => dayOf(useNow(60_000));
