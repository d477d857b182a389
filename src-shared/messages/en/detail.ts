import type { Detail, VerdictStep } from '../../inbox';
import { refusalIn } from '../../refusal';
import type { Subject } from '../../subject';
import { refusals } from './desktop';

const words = (reason: string): string => (reason === '' ? '' : `: ${reason}`);
const refused = (reason: string): string => words(refusalIn(refusals, reason));

/** What the alert engine decided, as a line of its own. `reason` is a count, a time in words, or the desktop's own words. */
const verdicts: { readonly [Step in VerdictStep]: (type: string, reason: string) => string } = {
  seen: () => 'Seen on the server already, so no alert',
  baseline: () => 'Was there before Tocsin first looked, so no alert',
  'rule-toast': (type) => `Rule for “${type}”: alert`,
  'rule-recovery': (type) => `Rule for “${type}”: alert only if its outage was alerted`,
  'rule-badge': (type) => `Rule for “${type}”: only count it`,
  'rule-none': (type) => `Rule for “${type}”: no alert`,
  'no-outage': () => 'Good news gets an alert only after its bad news did, and there was none',
  held: () => 'Alerts were paused: held for one summary at the end',
  storm: (_, count) =>
    count === ''
      ? 'Many at once: one alert told of all of them'
      : `${count} at once: one alert told of all of them`,
  digest: (_, count) =>
    count === '' ? 'Told in one summary with others' : `Told in one summary of ${count}`,
  shown: (_, reason) => `Shown by the desktop${words(reason)}`,
  'no-service': () => 'This desktop shows no notifications',
  'do-not-disturb': () =>
    'Given to the desktop, which is set to do not disturb: it may stand in its list only',
  'no-answer': () => 'The desktop’s notification service did not answer in 10 s',
  failed: (_, reason) => `The desktop did not show it${refused(reason)}`,
  muted: (_, until) => `Silenced by you until ${until}`,
  'text-rule': (_, pattern) => `It has what your text rule “${pattern}” looks for`,
  'rule-quiet': (type) => `Rule for “${type}”: alert without a sound`,
  flapping: () => 'It went up and down too often: one alert said so',
  'flapping-quiet': () => 'Part of the ups and downs that an alert had told of',
  rest: () => 'It stays as it is now: an alert said so',
  'hold-down': (_, seconds) => `Waited ${seconds} s in case it came back by itself`,
  'came-back': () => 'It came back within that time, so no alert',
  superseded: () => 'It went offline again meanwhile: the newer one waits instead',
  overtaken: () => 'It came late: what followed was known already, so no alert',
  'still-down': () => 'Still the same outage, and an alert had told of it',
  paired: () => 'Told in the alert of its end',
  joined: () => 'Told as a line of a more urgent alert',
  'storm-back': () => 'Told in the alert of many at once, as back again',
  'quiet-hours': () => 'Quiet hours: held for one summary at their end',
  away: () => 'Tocsin had just started or woken: held for one summary',
  breakthrough: () => 'Critical, so alerted all the same',
  snoozed: (_, until) => `Snoozed by you until ${until}`,
  unsnoozed: () => 'You took the snooze back',
  'snooze-end': () => 'The snooze was over: time for an alert',
  'snooze-over': () => 'The outage ended before the snooze did, so no alert',
  escalated: (_, times) => `Nobody had seen it: alerted again (${times})`,
  closed: () => 'You closed the alert',
  'seen-elsewhere': () => 'Seen, or gone from the server, before an alert was due',
  clicked: (_, button) =>
    ({ seen: 'You marked it as seen on the alert', snooze: 'You put it off on the alert' })[button] ??
    'You clicked the alert',
  gone: () => 'The alert left the screen: the desktop’s notification service ended',
};

const foundBy: { readonly [By in Detail['foundBy']]: string } = {
  baseline: 'was there at the first look',
  head: 'as it arrived',
  history: 'while reading the history',
  unseen: 'while counting the unseen',
  single: 'when a link to it was opened',
  asked: 'when you asked the server',
  'mark-all': 'while marks were being sent, seen already',
};

/** One notification beside the list. */
export const detail = {
  name: 'Details',
  back: 'Back to the list',
  close: 'Close the details',
  seen: 'Seen',
  markSeen: 'Mark as seen',
  open: 'Open in browser',
  nameIt: {
    agent: 'Name this agent…',
    task: 'Name this task…',
    suite: 'Name this suite…',
    item: 'Name this item…',
  } satisfies Record<Subject['kind'], string>,
  naming: {
    label: (subject: string): string => `Your name for ${subject}`,
    hint: (subject: string): string => `Shown here and in alerts. Leave it empty to go back to “${subject}”.`,
    long: (most: number): string => `At most ${most} characters.`,
    save: 'Save',
    cancel: 'Cancel',
  },
  fields: {
    account: 'Account',
    agent: 'Agent',
    task: 'Task',
    taskType: 'Task type',
    suite: 'Suite',
    type: 'Type',
    severity: 'Severity',
    first: 'First seen here',
    stamp: 'Server’s time',
    lasted: 'Lasted',
    mark: 'Seen',
    id: 'Number',
  },
  severity: (severity: string, level: string): string => `${severity} → ${level}`,
  byType: (type: string): string => `by type: ${type}`,
  bySeverity: 'as you set it in Preferences',
  foundBy,
  named: (name: string, id: string): string => `${name} (${id})`,
  marks: {
    yes: 'yes',
    no: 'no',
    waiting: 'yes, on its way to the server',
    refused: 'here only: the server did not accept it',
  },
  gone: 'The server does not have this any more. What stands here is the last that was read.',
  /** Beside a number: what else there is of it; `allOf` says of what, aloud. */
  all: 'Show all',
  allOf: (subject: string): string => `Show all of ${subject}`,
  more: 'Also sent with it',
  empty: 'empty',
  whyAlerted: 'Why was I alerted?',
  whyNot: 'Why wasn’t I alerted?',
  noVerdicts: 'Not decided yet.',
  verdicts,
  raw: 'As the server sent it',
  refreshing: 'Reading it again from the server…',
  notRefreshed: (what: string): string => `Not read again just now: ${what}.`,
  failed: 'This could not be read',
};
