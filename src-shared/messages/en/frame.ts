import { plural } from '../plural';

/** What stands around every page: the left side, banners, foot, keys. */
export const frame = {
  app: 'Tocsin',
  navigation: 'Views and accounts',
  accounts: 'Accounts',
  connect: 'Connect another server',
  connectFirst: 'Connect to a server',
  preferences: 'Preferences',
  unseen: (n: number, shown: string): string =>
    plural('en', n, { one: '1 unseen', other: `${shown} unseen` }),
  total: (n: number, shown: string): string => plural('en', n, { one: '1 in all', other: `${shown} in all` }),
  signIn: 'sign in',
  off: 'not watching',
  sample: 'sample',
  sampleHint: 'Sample data: gone when Tocsin quits.',
  unsaved: 'unsaved changes',
  httpHint: 'Connected over http: the token is sent unprotected.',
  health: {
    starting: 'starting',
    watching: 'watching',
    troubled: 'in trouble',
    'not-watching': 'not watching',
    idle: 'settings only',
  },
  close: 'Close',
  banner: {
    since: (time: string): string => `not watching since ${time}`,
    readable: (n: number, shown: string): string =>
      plural('en', n, { one: '1 older item stays readable', other: `${shown} older items stay readable` }),
    nothingYet: 'nothing was read yet',
    others: (n: number): string =>
      plural('en', n, { one: '1 more account is not watched', other: `${n} more accounts are not watched` }),
    paste: 'Paste a new token',
    poll: 'Poll now',
    storage: 'The local history cannot be used',
    storageRest: 'Watching and alerts go on.',
    session:
      'Tokens are kept for this run only: this desktop has no safe place for them. You will be asked again after a restart.',
    noToasts: 'This desktop shows no notifications, so alerts show only here and in the tray.',
    hide: 'Hide this message',
    stopped: 'Tocsin does not answer',
  },
  foot: {
    polled: (time: string): string => `Polled ${time}`,
    next: (seconds: number): string => `next in ${seconds} s`,
    polling: 'polling now',
    notPolled: 'Not polled yet',
    reading: (account: string, read: string, total: string): string =>
      `Reading the history of ${account}: ${read} of ${total}`,
    doNotDisturb: 'Do not disturb is on: alerts are silent',
    doNotDisturbHint:
      'This desktop takes alerts into its list without showing them. Turn it off in its own settings.',
    paused: (time: string): string => `Alerts paused until ${time}`,
    held: (n: number, shown: string): string =>
      plural('en', n, { one: '1 alert held', other: `${shown} alerts held` }),
    resume: 'Resume',
    unreadable: (n: number, shown: string): string =>
      plural('en', n, { one: '1 could not be read', other: `${shown} could not be read` }),
    move: 'move',
    keys: 'keys',
  },
  menu: {
    poll: 'Poll now',
    pause30: 'Pause alerts for 30 minutes',
    pause60: 'Pause alerts for 1 hour',
    resume: (time: string): string => `Resume alerts (paused until ${time})`,
    keys: 'Keys',
  },
  keys: {
    title: 'Keys',
    down: 'Next row',
    up: 'Row before',
    ends: 'First, last row',
    page: 'A page up, down',
    open: 'Show the details',
    seen: 'Mark as seen',
    choose: 'Select the row, or not',
    extend: 'Select while moving',
    find: 'Go to the filter',
    undo: 'Take the last mark back',
    poll: 'Poll now',
    help: 'These keys',
    close: 'Close, or clear the selection',
  },
  token: {
    title: (account: string): string => `A new token for ${account}`,
    label: 'Token',
    show: 'Show',
    hide: 'Hide',
    save: 'Save and poll',
    cancel: 'Cancel',
    empty: 'Paste the token first.',
  },
  unreadable: {
    title: 'Could not be read',
    note: 'These items came in a form that Tocsin does not know. They are kept as they came and are not in the list.',
    field: (name: string): string => `in the way: ${name}`,
    none: 'There are none any more.',
    failed: 'The list could not be read.',
  },
};
