import { plural } from '../plural';

const unseen = (n: number): string => `${n} unseen`;

/** "3 major", but "3 warnings". */
const ofLevel = (level: string, n: number): string =>
  level === 'Warning' && n !== 1 ? 'warnings' : level.toLowerCase();

export const tray = {
  /** "3 major, 5 unseen · polled 14:02" */
  counts: (level: string | null, n: number, all: number): string =>
    level === null || n === 0 ? unseen(all) : `${n} ${ofLevel(level, n)}, ${unseen(all)}`,
  allSeen: 'All seen',
  polled: (time: string): string => `polled ${time}`,
  notPolled: 'not polled yet',
  paused: (time: string): string => `Paused until ${time}`,
  held: (n: number): string => `${n} held`,
  notWatching: (name: string, what: string): string => `Not watching ${name}: ${what}`,
  since: (time: string): string => `since ${time}`,
  noAccounts: 'Not connected to a server yet',
  open: 'Open Tocsin',
  noUnseen: 'Nothing unseen',
  markAll: 'Mark all as seen…',
  markAllOf: (name: string): string => `Mark all of ${name} as seen…`,
  pause: (minutes: number): string => (minutes === 60 ? 'Pause for 1 hour' : `Pause for ${minutes} minutes`),
  resume: (time: string): string => `Resume alerts (paused until ${time})`,
  pollNow: 'Poll now',
  preferences: 'Preferences…',
  connect: 'Connect to a server…',
  quit: 'Quit Tocsin',
};

export const toasts = {
  where: (account: string, time: string): string => `${account} · ${time}`,
  /** One toast for a storm. `seconds` is the span of the server's stamps. */
  storm: (n: number, seconds: number): string => `${n} alerts in ${span(seconds)}`,
  stormOffline: (n: number, seconds: number): string => `${n} agents went offline in ${span(seconds)}`,
  stormFirst: (title: string): string => `First: ${title}`,
  digest: (n: number): string =>
    plural('en', n, { one: '1 notification while restarting', other: `${n} notifications while restarting` }),
  pauseDigest: (n: number): string =>
    plural('en', n, { one: '1 notification while paused', other: `${n} notifications while paused` }),
  notWatching: (name: string): string => `Not watching ${name}`,
  watchingAgain: (name: string, duration: string): string => `Watching ${name} again, after ${duration}`,
};

const span = (seconds: number): string =>
  seconds < 90 ? `${Math.max(1, seconds)} s` : `${Math.round(seconds / 60)} min`;
