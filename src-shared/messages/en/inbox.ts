import type { LeftOut } from '../../filter';
import { detail } from './detail';
import { query } from './query';
import { plural } from '../plural';

/** The inbox: its list, its marks and what it says where there is nothing. Numbers come twice: `n` to choose the form, `shown` as the user's language writes it. */
export const inbox = {
  detail,
  query,
  views: {
    inbox: 'Inbox',
    down: 'Down now',
    critical: 'Critical',
    snoozed: 'Snoozed',
    all: 'All',
    members: (n: number): string => plural('en', n, { one: '1 alerted item', other: `${n} alerted items` }),
  },
  list: {
    name: 'Notifications',
    newSince: (time: string): string => `New since ${time}`,
    earlier: 'Earlier today',
    today: 'Today',
    yesterday: (day: string): string => `Yesterday, ${day}`,
    fromServer: (account: string): string => `From ${account} itself`,
    unseen: 'Unseen',
    selected: 'selected',
    gone: 'no longer on the server',
    waiting: 'mark on its way',
    refused: 'mark not accepted',
    waitingHint: 'Marked as seen here; the server has not confirmed it yet.',
    refusedHint: 'Marked as seen here; the server did not accept it.',
    goneHint: 'The server does not have it any more. It stays readable here.',
    arrived: (n: number, shown: string): string => plural('en', n, { one: '1 new', other: `${shown} new` }),
    arrivedHint: 'Bring them in and go to the top',
    update: 'Update the list',
    capped: (shown: string): string => `Only the newest ${shown} are shown here. A filter finds older ones.`,
    more: 'More actions',
    chosen: (n: number, shown: string): string =>
      plural('en', n, { one: '1 selected', other: `${shown} selected` }),
    clearChosen: 'Clear the selection',
  },
  marks: {
    button: (n: number, shown: string): string =>
      plural('en', n, { one: 'Mark 1 as seen', other: `Mark ${shown} as seen` }),
    /** The filter has more than what is loaded. */
    buttonLoaded: (n: number, shown: string): string =>
      plural('en', n, { one: 'Mark the 1 loaded as seen', other: `Mark the ${shown} loaded as seen` }),
    done: (n: number, shown: string): string =>
      plural('en', n, { one: 'Marked 1 as seen', other: `Marked ${shown} as seen` }),
    undo: 'Undo',
    left: (seconds: number): string => `${seconds} s`,
    takenBack: 'Taken back. Nothing was sent.',
    alreadySent: 'Too late to take back: the server has it already.',
    nothingToUndo: 'There is nothing to take back.',
    seenAlready: 'Seen already.',
    hide: 'Hide this message',
  },
  markAll: {
    title: 'Mark all as seen',
    which: 'Which account?',
    counting: 'Looking at the newest of the server…',
    ask: (n: number, shown: string, account: string): string =>
      plural('en', n, {
        one: `Mark 1 as seen on ${account}?`,
        other: `Mark ${shown} as seen on ${account}?`,
      }),
    none: (account: string): string => `Nothing is unseen on ${account}.`,
    note: 'The server marks everything, also what a filter hides here. This cannot be taken back.',
    snoozed: (n: number): string =>
      plural('en', n, { one: '1 of them is snoozed.', other: `${n} of them are snoozed.` }),
    grew: (n: number, shown: string): string =>
      plural('en', n, {
        one: 'More have arrived meanwhile. It would be 1 now.',
        other: `More have arrived meanwhile. It would be ${shown} now.`,
      }),
    act: (n: number, shown: string): string =>
      plural('en', n, { one: 'Mark 1 as seen', other: `Mark ${shown} as seen` }),
    cancel: 'Cancel',
    close: 'Close',
    next: 'Continue',
    done: (n: number, shown: string, account: string): string =>
      plural('en', n, {
        one: `Marked 1 as seen on ${account}.`,
        other: `Marked ${shown} as seen on ${account}.`,
      }),
  },
  empty: {
    opening: 'Opening the local history',
    reading: 'Reading your history for the first time',
    readingNote: 'Nothing old will be alerted. You can close this window.',
    connecting: 'Asking the server for the first time',
    progress: (read: string, total: string): string => `${read} of ${total}`,
    about: (duration: string): string => `about ${duration}`,
    allSeen: 'All seen',
    nothingUnseen: 'Nothing unseen here',
    since: (time: string): string => `Nothing new since ${time}.`,
    sinceDay: (day: string, time: string): string => `Nothing new since ${day}, ${time}.`,
    answeredMinute: (n: number): string =>
      plural('en', n, {
        one: 'The server answered within the last minute.',
        other: `All ${n} accounts answered within the last minute.`,
      }),
    answeredLast: (n: number, time: string): string =>
      plural('en', n, {
        one: `The server answered at ${time}.`,
        other: `All ${n} accounts answered, the last at ${time}.`,
      }),
    paused: (names: string): string => `Paused by you: ${names}.`,
    notWatched: (names: string): string => `Not watching ${names}, so there may be more.`,
    starting: 'Not every account has answered yet.',
    showSeen: 'Show seen items too',
    none: 'No notifications yet',
    noneNote: 'They show here as soon as the server has one.',
    noneDown: 'As far as is known, no agent is down',
    noCritical: 'Nothing critical here',
    criticalNone: 'No type is critical by itself: say which severity numbers are.',
    noMatch: 'Nothing here matches the filter',
    clearFilter: 'Clear the filter',
    failed: 'The list could not be read',
    retry: 'Try again',
  },
  /** Agents that were down before the first look; their names follow. */
  downBefore: {
    say: (n: number, shown: string): string =>
      plural('en', n, {
        one: 'One agent was down already when Tocsin started watching, and still is:',
        other: `${shown} agents were down already when Tocsin started watching, and still are:`,
      }),
    more: (n: number, shown: string): string =>
      plural('en', n, { one: 'and 1 more', other: `and ${shown} more` }),
  },
  server: {
    ask: (account: string): string => `Ask ${account} for more`,
    incomplete: (account: string, read: string, total: string): string =>
      `Older history of ${account} is still being read: ${read} of ${total}.`,
    nothingHere: 'The server may have more than what is kept here.',
    asking: 'Asking the server…',
    none: (account: string): string => `${account} has no others.`,
    got: (n: number, shown: string, account: string): string =>
      plural('en', n, { one: `1 more from ${account}.`, other: `${shown} more from ${account}.` }),
    left: {
      text: 'It cannot search for words, so its answer was searched here.',
      level: 'It does not know levels, so its answer was filtered here.',
      down: 'It does not know which agents are down now, so its answer was filtered here.',
      day: 'It cannot be asked for days, so its answer was filtered here.',
      type: 'It may not know types beyond 8, so its answer was filtered here.',
    } satisfies Record<LeftOut, string>,
  },
};
