import { plural } from '../plural';

const unseen = (n: number): string => `${n} unseen`;

/** "3 major", but "3 warnings". */
const ofLevel = (level: string, n: number): string =>
  level === 'Warning' && n !== 1 ? 'warnings' : level.toLowerCase();

export const tray = {
  /** "3 major, 5 unseen" */
  counts: (level: string | null, n: number, all: number): string =>
    level === null || n === 0 ? unseen(all) : `${n} ${ofLevel(level, n)}, ${unseen(all)}`,
  allSeen: 'All seen',
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
  pauseUntil: (time: string): string => `Pause until ${time}`,
  pauseOther: 'Pause until another time…',
  /** Above the entry that ends it: "Paused until 9:30 · 14 held" */
  quiet: (time: string): string => `Quiet until ${time}`,
  resume: 'End the pause now',
  silences: (n: number): string => plural('en', n, { one: '1 silence', other: `${n} silences` }),
  silence: (what: string, time: string): string => `${what}, until ${time}`,
  endSilence: (what: string, time: string): string => `${what}, until ${time}: end now`,
  text: (pattern: string): string => `“${pattern}”`,
  more: (n: number): string => `and ${n} more…`,
  snoozed: (n: number): string => `${n} snoozed`,
  health: {
    starting: (name: string): string => `${name}: not asked yet`,
    watching: (name: string): string => `${name}: watching`,
    paused: (name: string, time: string): string => `${name}: paused by you since ${time}`,
    troubled: (name: string, time: string): string => `${name}: no good answer since ${time}`,
    lost: (name: string, time: string): string => `${name}: not watching since ${time}`,
    token: (name: string): string => `${name}: not watching, needs a token`,
  },
  pollNow: 'Poll now',
  preferences: 'Preferences…',
  connect: 'Connect to a server…',
  quit: 'Quit Tocsin',
};

const notifications = (n: number): string =>
  plural('en', n, { one: '1 notification', other: `${n} notifications` });

export const toasts = {
  where: (account: string, time: string): string => `${account} · ${time}`,
  /** One toast for a storm: "40 tasks failed in 40 s". `seconds` is the span of the server's stamps. */
  storm: (what: string, seconds: number): string => `${what} in ${span(seconds)}`,
  alerts: (n: number): string => plural('en', n, { one: '1 alert', other: `${n} alerts` }),
  /** What the alerts of a storm are: "40 tasks failed", by themselves or in a list. */
  sorts: {
    offline: (n: number): string =>
      plural('en', n, { one: '1 agent went offline', other: `${n} agents went offline` }),
    failed: (n: number): string => plural('en', n, { one: '1 task failed', other: `${n} tasks failed` }),
    exceeded: (n: number): string =>
      plural('en', n, { one: '1 threshold exceeded', other: `${n} thresholds exceeded` }),
    back: (n: number): string =>
      plural('en', n, { one: '1 agent came back', other: `${n} agents came back` }),
    other: (n: number): string => plural('en', n, { one: '1 other', other: `${n} others` }),
  },
  stormFirst: (title: string): string => `First: ${title}`,
  /** "12 back, 2 still down: 7, 9" */
  backAndDown: (back: number, down: number, names: string): string =>
    down === 0 ? `All ${back} are back` : `${back} back, ${down} still down: ${names}`,
  /** The same of what is not agents alone. */
  overAndOpen: (over: number, open: number, names: string): string =>
    open === 0 ? `All ${over} are over` : `${over} over, ${open} still open: ${names}`,
  stillOpen: (n: number, names: string): string => `${n} still open: ${names}`,
  more: (n: number): string => `and ${n} more`,
  ownLink: (from: string, to: string | null): string =>
    to === null ? `Your own network was unsettled at ${from}` : `Your own link was down ${from}–${to}`,
  again: (title: string): string => `Still unseen: ${title}`,
  flapping: (subject: string): string => `${subject} is flapping`,
  rest: (title: string): string => `Stable again: ${title}`,
  /** "3 major"; `level` as in `titles.levels` */
  ofLevel: (level: string, n: number): string => `${n} ${ofLevel(level, n)}`,
  open: (n: number): string => `${n} still open`,
  away: (duration: string, what: string): string => `Away ${duration}: ${what}`,
  awayUnknown: (what: string): string => `While you were away: ${what}`,
  digests: {
    paused: (n: number): string => `${notifications(n)} while paused`,
    quiet: (n: number): string => `${notifications(n)} in quiet hours`,
    silenced: (n: number): string => `${notifications(n)} while silenced`,
    locked: (n: number): string => `${notifications(n)} while the screen was locked`,
    restart: (n: number): string => `${notifications(n)} while restarting`,
  },
  silentFeed: (account: string, duration: string): string => `Nothing from ${account} for ${duration}`,
  silentFeedHint: 'It normally gives something every few minutes. It answers, but with nothing new.',
  notWatching: (name: string): string => `Not watching ${name}`,
  /** Several at once; 2 and more. */
  notWatchingSeveral: (n: number): string => `${n} accounts are not watched`,
  causesDiffer: 'The causes differ; each account’s page names its own.',
  /** Below “Lab: its token ends 14:02”. */
  token: {
    inbox: 'Paste a new one before, or nothing is watched after that.',
    tenant: 'Paste a new one before, or its settings cannot be read or changed after that.',
    over: 'Its settings cannot be read or changed until you paste a new one.',
  },
  watchingAgain: (name: string, duration: string): string => `Watching ${name} again, after ${duration}`,
};

const span = (seconds: number): string =>
  seconds < 90 ? `${Math.max(1, seconds)} s` : `${Math.round(seconds / 60)} min`;
