import type { Level } from '../../notification';
import type { Subject } from '../../subject';

/** What happened, as a sentence fragment: subject first, plain verb. No app name, no level word twice. */
export const titles = {
  /** A subject without a name of the user's. */
  subject: ({ kind, id }: Subject): string =>
    ({ agent: `Agent ${id}`, task: `Task ${id}`, suite: `Suite ${id}`, item: `Item ${id}` })[kind],
  suite: (name: string): string => `Suite “${name}”`,
  types: {
    1: (subject: string): string => `${subject} started`,
    2: (subject: string): string => `${subject} succeeded`,
    3: (subject: string): string => `${subject} failed`,
    4: (subject: string): string => `Threshold exceeded on ${lower(subject)}`,
    5: (subject: string): string => `${subject} started`,
    6: (subject: string): string => `${subject} finished`,
    7: (subject: string): string => `${subject} is online`,
    8: (subject: string): string => `${subject} is offline`,
  },
  /** The same where the notification names no subject. */
  bare: {
    1: 'A task started',
    2: 'A task succeeded',
    3: 'A task failed',
    4: 'Threshold exceeded',
    5: 'A test suite started',
    6: 'A test suite finished',
    7: 'An agent is online',
    8: 'An agent is offline',
  },
  unknown: (type: number): string => `Type ${type} (unknown to this version)`,
  /** Type 8 where the outage is over by now. */
  wentOffline: (subject: string): string => `${subject} went offline`,
  wasOffline: (subject: string, duration: string): string => `${subject} was offline for ${duration}`,
  failedBefore: (subject: string, duration: string): string =>
    `${subject} succeeded, ${duration} after it failed`,
  /** Context of an outage that is over. */
  lasted: (duration: string): string => `for ${duration}`,
  severity: (severity: string): string => `severity ${severity}`,
  span: (from: string, to: string): string => `${from} – ${to}`,
  levels: { info: 'Info', warning: 'Warning', major: 'Major', critical: 'Critical' } satisfies Record<
    Level,
    string
  >,
  recovered: 'Recovered',
  typeNames: {
    '1': 'Task started',
    '2': 'Task succeeded',
    '3': 'Task failed',
    '4': 'Threshold exceeded',
    '5': 'Suite started',
    '6': 'Suite finished',
    '7': 'Agent online',
    '8': 'Agent offline',
    other: 'Other types',
  },
};

/** "Task 7" inside a sentence: "on task 7". A name of the user's keeps its capital. */
function lower(subject: string): string {
  return /^(Agent|Task|Suite|Item) \d/.test(subject) ? subject[0]!.toLowerCase() + subject.slice(1) : subject;
}
