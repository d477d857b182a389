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
    paused: (time: string): string =>
      `Paused by you since ${time}. Nothing is asked of its server; marks wait until you resume.`,
    archived: (time: string): string => `An archive since ${time}. It stays readable; nothing new comes.`,
  },
  health: 'Health',
  facts: {
    address: 'Address',
    scheme: 'How it takes the token',
    header: (name: string): string => `header ${name}`,
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
    keyring: (hint: string, keeper: string): string =>
      hint === '' ? `kept by ${keeper}` : `${hint}, kept by ${keeper}`,
    session: (hint: string): string =>
      hint === '' ? 'kept for this run only' : `${hint}, kept for this run only`,
    none: 'none: paste one',
    locked: 'kept, but the desktop’s keyring does not open it',
  },
  http: 'Connected over http: the token is sent unprotected.',
  sample: 'This is sample data from a simulated network on this machine. It is gone when Tocsin quits.',
  show: 'Show its notifications',
  showUnreadable: 'Show them',
  paste: 'Paste a new token',
  poll: 'Poll now',
  markAll: 'Mark all as seen…',
  edit: 'Edit…',
  pause: 'Pause watching',
  resume: 'Resume watching',
  up: 'Move up in the list',
  down: 'Move down in the list',
  again: 'Connect again…',
  deleteArchive: 'Delete the archive…',
  remove: 'Remove this account…',
  removal: {
    title: (name: string): string => `Remove ${name}?`,
    note: 'Its token is deleted from this machine. Nothing changes on the server.',
    noteArchive: 'What was read is deleted from this machine. This cannot be taken back.',
    ask: (n: number, shown: string): string =>
      plural('en', n, {
        one: 'What becomes of the one notification that was read?',
        other: `What becomes of the ${shown} notifications that were read?`,
      }),
    keep: 'Keep as an archive',
    keepHint: 'They stay readable here; nothing is asked of the server, and marks that wait are dropped.',
    delete: 'Delete',
    deleteHint: 'They are gone from this machine.',
    act: 'Remove',
    actArchive: 'Delete the archive',
    cancel: 'Leave it',
  },
  editing: {
    title: (name: string): string => `Edit ${name}`,
    titleAgain: (name: string): string => `Connect ${name} again`,
    about: 'A name or a colour changes nothing else. The way to the server is tried out with Test.',
    look: 'How it is shown',
    shortName: 'Short name',
    shortNameHint: 'Up to 8 characters. It stands beside items when there are several accounts.',
    colour: 'Colour',
    colourHint: 'Marks its items, beside the name.',
    colours: {
      none: 'None',
      cyan: 'Cyan',
      blue: 'Blue',
      indigo: 'Indigo',
      purple: 'Purple',
      pink: 'Pink',
    },
    server: 'The server',
    tokenLeave: 'Leave this empty to keep the token that is stored.',
    tokenOther: (origin: string): string =>
      `The stored token is for ${origin} alone and is dropped. Paste the one for the new address.`,
    tokenAgain: 'The old token was deleted. Paste one.',
    otherInbox:
      'Another address is another inbox: what was read stays readable, marks on their way go out first or are dropped, and nothing old is alerted.',
    save: 'Save',
    cancel: 'Cancel',
  },
  gone: 'This account is no longer there.',
};
