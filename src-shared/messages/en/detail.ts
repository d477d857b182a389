import type { Detail, VerdictStep } from '../../inbox';
import type { Subject } from '../../subject';

const words = (reason: string): string => (reason === '' ? '' : `: ${reason}`);

/** What the alert engine decided, as a line of its own. `reason` is a count for `storm`, else the desktop's words. */
const verdicts: { readonly [Step in VerdictStep]: (type: string, reason: string) => string } = {
  seen: () => 'Seen already on the server',
  baseline: () => 'Was there before Tocsin first looked',
  'rule-toast': (type) => `Rule: ${type} → alert`,
  'rule-recovery': (type) => `Rule: ${type} → alert as the end of an outage`,
  'rule-badge': (type) => `Rule: ${type} → only counted`,
  'rule-none': (type) => `Rule: ${type} → nothing`,
  'no-outage': () => 'Good news of an outage that was not alerted',
  held: () => 'Alerts were paused, so it was held',
  storm: (_, count) => (count === '' ? 'Many at once became one alert' : `${count} at once became one alert`),
  digest: () => 'Told in one summary with others',
  shown: (_, reason) => `Shown by the desktop${words(reason)}`,
  'no-service': () => 'This desktop shows no notifications',
  failed: (_, reason) => `The desktop refused it${words(reason)}`,
  clicked: () => 'Clicked',
};

const foundBy: { readonly [By in Detail['foundBy']]: string } = {
  baseline: 'was there at the first look',
  head: 'as it arrived',
  history: 'while reading the history',
  unseen: 'while counting the unseen',
  single: 'asked for by itself',
  asked: 'when you asked the server',
  'mark-all': 'while all were being marked, seen already',
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
