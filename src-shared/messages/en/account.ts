import { plural } from '../plural';

/** One account: how it is, and what can be done about it. */
export const account = {
  state: {
    watching: 'Watching',
    watchingSince: (time: string): string => `Watching. Last answer ${time}.`,
    starting: 'Asking the server for the first time.',
    troubled: (time: string, what: string): string =>
      `In trouble since ${time}: ${what}. The last poll failed, the next is due.`,
    off: (time: string, what: string): string => `Not watching since ${time}: ${what}.`,
    idle: 'Only the tenant’s settings are kept here. There is nothing to watch.',
  },
  health: 'Health',
  facts: {
    address: 'Address',
    scheme: 'How it takes the token',
    token: 'Token',
    polled: 'Last polled',
    next: 'Next poll',
    never: 'never',
    soon: 'now',
    unseen: 'Unseen',
    total: 'In the local history',
    history: 'History',
    complete: 'complete',
    reading: (read: string, total: string): string => `${read} of ${total} read`,
    marks: 'Marks',
    waiting: (n: number, shown: string): string =>
      plural('en', n, { one: '1 on its way', other: `${shown} on their way` }),
    refused: (n: number, shown: string): string =>
      plural('en', n, { one: '1 not accepted', other: `${shown} not accepted` }),
    unreadable: 'Could not be read',
    late: 'Late items',
    lateBy: (minutes: string): string => `some come up to ${minutes} min late: looked for that far back`,
  },
  secret: {
    keyring: (hint: string): string => (hint === '' ? 'kept by the desktop' : `${hint}, kept by the desktop`),
    session: (hint: string): string =>
      hint === '' ? 'kept for this run only' : `${hint}, kept for this run only`,
    none: 'none: paste one',
  },
  http: 'Connected over http: the token is sent unprotected.',
  sample: 'This is sample data from a simulated network on this machine. It is gone when Tocsin quits.',
  show: 'Show its notifications',
  showUnreadable: 'Show them',
  paste: 'Paste a new token',
  poll: 'Poll now',
  markAll: 'Mark all as seen…',
  remove: 'Remove this account…',
  removal: {
    title: (name: string): string => `Remove ${name}?`,
    note: 'Its token and its local history are deleted from this machine. Nothing changes on the server.',
    act: 'Remove',
    cancel: 'Keep it',
  },
  gone: 'This account is no longer there.',
};
