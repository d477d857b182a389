import type { Fate } from '../../alert-preview';
import type { ToastRule } from '../../alert-rules';
import { refusalIn } from '../../refusal';
import { plural } from '../plural';
import { refusals } from './desktop';

const items = (n: number, shown: string): string =>
  plural('en', n, { one: '1 notification', other: `${shown} notifications` });
const toasts = (n: number, shown: string): string =>
  plural('en', n, { one: '1 alert', other: `${shown} alerts` });

const fates: { readonly [F in Fate]: string } = {
  toast: 'with an alert of their own',
  joined: 'told by another’s alert',
  badge: 'only counted',
  none: 'nothing, by rule',
  recovery: 'good news of what was not told',
  flapping: 'quiet while flapping',
  short: 'back before the wait was over',
  repeat: 'nothing new about a told outage',
  seen: 'seen when they came',
  held: 'still waiting',
};

const testRules: { readonly [Rule in ToastRule]: string } = {
  toast: 'The rules say: alert.',
  quiet: 'The rules say: alert without a sound.',
  recovery: 'The rules alert this only as the end of an alerted outage, and there was none. It stops here.',
  badge: 'The rules only count this. It stops here.',
  none: 'The rules do nothing with this. It stops here.',
};

/** What is alerted, how it is previewed and tried. */
export const alerts = {
  rules: {
    label: 'What alerts',
    hint: 'A rule for each type; a level may have another one.',
    of: (type: string): string => `Alert for: ${type}`,
    exception: (type: string, level: string): string => `Alert for: ${type}, level ${level}`,
    addOf: (type: string): string => `Another rule for a level of ${type}`,
    level: (level: string): string => `Level ${level}`,
    remove: (type: string, level: string): string => `Remove the rule for ${type}, level ${level}`,
  },
  text: {
    label: 'Rules by text',
    hint: 'Looked through from the top, before the rule of the type; the first that fits decides. The text may stand anywhere in what the server sent, the number or your name; * stands for anything.',
    pattern: (n: number): string => `Text of rule ${n}`,
    rule: (n: number): string => `What rule ${n} does`,
    placeholder: 'Branch * uplink',
    add: 'Add a rule',
    up: (n: number): string => `Move rule ${n} up`,
    down: (n: number): string => `Move rule ${n} down`,
    remove: (n: number): string => `Remove rule ${n}`,
    removed: (pattern: string): string => `“${pattern}” removed`,
    undo: 'Undo',
    moved: (n: number): string => `Now rule ${n}`,
    matches: (n: number, shown: string): string =>
      plural('en', n, { one: 'fits 1 of your last 7 days', other: `fits ${shown} of your last 7 days` }),
    empty: 'This needs a text.',
    long: 'At most 100 characters.',
    most: 'There can be 50 rules.',
    defaults: 'none',
  },
  wait: {
    label: 'Wait before an agent’s outage is told',
    hint: 'An agent that is back within this time is not told. 0: told at once. From 0 to 300.',
    unit: 'seconds',
  },
  flapping: {
    label: 'Flapping',
    hint: 'An agent or a task that changes so often is told once, then again when it has come to rest.',
    on: 'Recognise flapping',
    changes: 'Changes',
    minutes: 'within minutes',
    changesUnit: 'changes',
    within: 'in',
    minutesUnit: 'minutes',
    off: 'off',
    defaults: (changes: number, minutes: number): string => `${changes} changes in ${minutes} minutes`,
  },
  quiet: {
    label: 'Quiet hours',
    hint: 'What would be alerted is held and told in one at the end.',
    add: 'Add quiet hours',
    window: (n: number): string => `Quiet hours ${n}`,
    days: 'Days on which they begin',
    from: 'From',
    to: 'to',
    nextDay: 'of the next day',
    remove: (n: number): string => `Remove quiet hours ${n}`,
    now: (until: string): string => `Quiet now, until ${until}`,
    next: (from: string, until: string): string => `Next: ${from}, until ${until}`,
    always: 'Quiet all week long',
    today: (time: string): string => `today ${time}`,
    tomorrow: (time: string): string => `tomorrow ${time}`,
    on: (day: string, time: string): string => `${day} ${time}`,
    dayNames: {
      0: 'Sunday',
      1: 'Monday',
      2: 'Tuesday',
      3: 'Wednesday',
      4: 'Thursday',
      5: 'Friday',
      6: 'Saturday',
    },
    dayLetters: { 0: 'Sun', 1: 'Mon', 2: 'Tue', 3: 'Wed', 4: 'Thu', 5: 'Fri', 6: 'Sat' },
    noDay: 'Choose at least one day.',
    noTime: 'This needs a time, such as 22:00.',
    most: 'There can be 21 of them.',
    defaults: 'none',
  },
  through: {
    label: 'Critical breaks through',
    hint: 'A critical one is told also in quiet hours and while paused.',
  },
  escalate: {
    label: 'Tell critical again',
    hint: 'A critical one that nobody has seen comes again after 2 and 5 minutes and every 5 minutes on, at most 6 times.',
  },
  silences: {
    label: 'Silences',
    hint: 'What is silenced is counted, not alerted. Each ends by itself, and says then what it held.',
    none: 'Nothing is silenced.',
    until: (moment: string): string => `until ${moment}`,
    text: (pattern: string): string => `Text “${pattern}”`,
    extend: '1 h longer',
    extendOf: (what: string): string => `Silence ${what} for 1 h longer`,
    end: 'End now',
    endOf: (what: string): string => `End the silence of ${what}`,
    add: 'Silence',
    by: 'What to silence',
    kinds: { type: 'Type', text: 'Text', subject: 'Agent, task or suite' },
    type: 'Type',
    pattern: 'Text',
    subject: 'Kind',
    subjects: { agent: 'Agent', task: 'Task', suite: 'Suite' },
    id: 'Number',
    account: 'Account',
    howLong: 'For how long',
    durations: { hour: '1 h', shift: '8 h', morning: 'until tomorrow 8:00', week: 'a week' },
    /** On a button of an item's details, before the durations. */
    item: (what: string): string => `Silence ${what}…`,
    done: (what: string, moment: string): string => `${what} is silenced until ${moment}`,
    idNeeded: 'This needs a number.',
    most: 'There can be 100 silences. End one first.',
  },
  preview: {
    label: 'What these rules give',
    hint: 'Changed rules are tried on your last 7 days first; they apply once you save them. Silences act at once.',
    counting: (shown: string): string => `Looking at your last 7 days: ${shown} so far…`,
    same: (n: number, shown: string): string => `In your last 7 days your rules give ${toasts(n, shown)}.`,
    instead: (n: number, shown: string, was: string): string =>
      `In your last 7 days these rules give ${toasts(n, shown)} instead of ${was}.`,
    as: (_n: number, shown: string): string =>
      `In your last 7 days these rules give as many alerts: ${shown}.`,
    of: (n: number, shown: string): string => `What became of ${items(n, shown)}`,
    before: 'now',
    after: 'with these rules',
    fates,
    again: 'alerts that told something again',
    nothing: 'Nothing arrived in your last 7 days.',
    failed: (what: string): string => `It could not be counted: ${what}.`,
    unsaved: 'Changed rules, not saved yet',
    save: 'Save the rules',
    discard: 'Discard',
    saved: 'The rules are saved',
  },
  test: {
    label: 'Send a test alert',
    hint: 'A made-up notification goes the real way to your screen; nothing is written to your history.',
    type: 'Type of the test',
    level: 'Level of the test',
    send: 'Send',
    title: (title: string): string => `Test: ${title}`,
    where: 'Tocsin',
    steps: 'The way of the test alert',
    passed: 'Passed',
    stopped: 'Stopped',
    rules: testRules,
    byText: (pattern: string): string => `It is the rule by text “${pattern}”.`,
    silence: {
      none: 'No silence covers it.',
      until: (moment: string): string => `It is silenced until ${moment}.`,
    },
    wait: (seconds: number): string => `A real outage would wait ${seconds} s first; the test does not.`,
    pause: {
      none: 'Alerts are not paused.',
      until: (moment: string): string => `Alerts are paused until ${moment}: it would be held until then.`,
      through: (moment: string): string => `Alerts are paused until ${moment}; critical breaks through.`,
    },
    quiet: {
      none: 'These are no quiet hours.',
      until: (moment: string): string => `Quiet hours until ${moment}: it would be held until then.`,
      through: (moment: string): string => `Quiet hours until ${moment}; critical breaks through.`,
    },
    service: {
      there: 'The desktop has a notification service.',
      none: 'No notification service answers on this desktop.',
    },
    disturb: {
      off: 'The desktop is not set to do not disturb.',
      on: 'The desktop is set to do not disturb.',
      unknown: 'Whether the desktop is set to do not disturb cannot be read here.',
    },
    shown: {
      shown: 'The desktop took it. Do you see it?',
      'do-not-disturb': 'The desktop took it into its list, without showing it.',
      'no-service':
        'It was not shown: there is nobody to show it. Start a notification service, such as the one of your desktop.',
      'no-answer': 'It was not shown: the notification service did not answer within 10 s.',
      failed: (reason: string): string => `It was not shown: ${refusalIn(refusals, reason)}.`,
    },
  },
};
