import type { ToastRule } from '../../alert-rules';
import { plural } from '../plural';
import { sounds } from './sounds';

const rules: { readonly [Rule in ToastRule]: string } = {
  toast: 'Alert',
  quiet: 'Alert without a sound',
  recovery: 'Alert only if its outage was alerted',
  badge: 'Only count it',
  none: 'Nothing',
};

/** Preferences. Every change is saved as it is made. */
export const preferences = {
  title: 'Preferences',
  about: 'Every change is saved at once; alert rules when you save them.',
  jump: 'Sections',
  sections: {
    watching: 'Watching',
    alerts: 'Alerts',
    severities: 'Severities',
    names: 'Names',
    look: 'Look',
    all: 'All preferences',
  },
  search: {
    label: 'Search preferences',
    clear: 'Clear the search',
    nothing: (query: string): string => `No preference has “${query}” in its words.`,
    all: 'Show all preferences',
    found: (n: number, shown: string): string => plural('en', n, { one: '1 found', other: `${shown} found` }),
  },
  setting: {
    default: (text: string): string => `Default: ${text}`,
    reset: 'Reset',
    resetOf: (label: string): string => `Reset “${label}” to its default`,
    locked: 'Set by your administrator',
  },
  locks: {
    some: (n: number, shown: string, file: string): string =>
      plural('en', n, {
        one: `1 preference is set by your administrator, in ${file}.`,
        other: `${shown} preferences are set by your administrator, in ${file}.`,
      }),
    problem: {
      unsafe: (file: string): string =>
        `${file} is ignored: others than the administrator can change it or its folder.`,
      unreadable: (file: string): string => `${file} is ignored: it cannot be read.`,
      'not-json': (file: string): string => `${file} is ignored: it is not JSON.`,
      'too-large': (file: string): string => `${file} is ignored: it is too large.`,
    },
    refused: (file: string, fields: string): string =>
      `Ignored in ${file}, because unknown or of a wrong value: ${fields}.`,
  },
  wasReset: {
    one: (label: string): string => `“${label}” is back at its default`,
    all: (n: number, shown: string): string =>
      plural('en', n, {
        one: '1 preference is back at its default',
        other: `${shown} preferences are back at their defaults`,
      }),
    none: 'Everything is at its default already',
    back: 'As it was before',
  },
  exportLabel: 'Export to a file',
  exportHint: 'All preferences and your names, as a JSON file. Accounts and tokens are not in it.',
  exportAct: 'Export…',
  exported: (file: string): string => `Written to ${file}`,
  importLabel: 'Import from a file',
  importHint: 'What stands in the file is taken over; the rest stays as it is.',
  importAct: 'Import…',
  imported: {
    taken: (n: number, shown: string, file: string): string =>
      plural('en', n, {
        one: `1 preference was taken from ${file}.`,
        other: `${shown} preferences were taken from ${file}.`,
      }),
    moved: (n: number, shown: string): string =>
      plural('en', n, { one: '1 has changed:', other: `${shown} have changed:` }),
    same: 'All of it was so already.',
    none: (file: string): string => `Nothing was taken from ${file}.`,
    refused: (n: number, shown: string): string =>
      plural('en', n, { one: '1 was not taken:', other: `${shown} were not taken:` }),
    why: {
      locked: (label: string): string => `${label}: set by your administrator`,
      value: (field: string): string => `${field}: it cannot have this value`,
      unknown: (field: string): string => `${field}: this version does not know it`,
    },
    /** What of it has no account here; `who`: its name and address there, or `unnamed`. */
    left: (what: string, who: string): string => `${what} of ${who}`,
    names: (n: number, shown: string): string => plural('en', n, { one: '1 name', other: `${shown} names` }),
    silences: (n: number, shown: string): string =>
      plural('en', n, { one: '1 silence', other: `${shown} silences` }),
    known: (name: string, address: string): string => `“${name}” (${address})`,
    unnamed: 'an account that the file does not name',
    leftWhy: {
      none: 'no account here has this address and user',
      several: 'several accounts here may be meant',
    },
    notOurs: {
      json: (file: string): string => `${file} is not JSON.`,
      shape: (file: string): string => `${file} holds no preferences.`,
      'too-large': (file: string): string => `${file} is too large for a file of preferences.`,
    },
    nothing: 'Nothing was changed.',
    undo: 'Undo',
    close: 'Close',
  },
  resetLabel: 'Reset everything',
  resetHint: 'Every preference goes back to its default, your names and severities too. It can be undone.',
  resetAct: 'Reset all',
  on: 'on',
  /** What people call a setting that is named otherwise above: found by the search, never shown. */
  sounds,
  also: {
    poll: 'poll interval refresh frequency how often',
    start: 'autostart boot login startup launch',
    keep: 'retention history storage delete old days disk',
    toasts: 'notifications toasts popup bubble type rule offline failed threshold',
    severities: 'priority level critical major warning info number',
    names: 'rename alias label agent task suite subject',
    theme: 'dark light mode colour color appearance night',
    language: 'locale translation English Polski Română',
    density: 'compact row height spacing size',
    transfer: 'backup settings file save load JSON move copy',
    reset: 'defaults restore factory clear',
  },
  number: {
    whole: 'This needs a whole number.',
    range: (least: string, most: string, unit: string): string => `Between ${least} and ${most} ${unit}.`,
  },
  poll: 'Ask every server every',
  pollUnit: 'seconds',
  pollHint: 'From 10 to 300. A server may ask for less; then Tocsin waits.',
  byType: 'By type',
  alertsHint: 'What a notification of each type does when it arrives.',
  rules,
  ruleOf: (type: string): string => `Alert for: ${type}`,
  severityLevels: 'What severity numbers mean',
  severitiesHint:
    'Servers send a number without saying what it means. Give a number a level, and it raises what the type alone says; it never lowers it.',
  severityNumber: 'Severity number',
  severityThere: 'This number has a level already.',
  severityLevel: 'Level',
  severityOf: (severity: string): string => `Level of severity ${severity}`,
  severityAdd: 'Add',
  severityByType: 'As the type says',
  severityCount: (n: number, shown: string): string =>
    plural('en', n, { one: 'met once', other: `met ${shown} times` }),
  severityNotMet: 'not met yet',
  severityNone: 'none, levels follow from the type',
  askSeverities: 'Ask on an account’s page',
  askSeveritiesHint: 'Once its history is read, while none of its numbers has a level.',
  /** On an account's page. */
  ask: {
    title: 'What do its severities mean?',
    numbers: (numbers: string): string => `Numbers met so far, and how often: ${numbers}.`,
    say: 'Say what they mean',
    notNow: 'Not now',
  },
  names: 'Names you gave',
  namesHint: 'They stand in titles and alerts instead of the number.',
  namesNone: 'none',
  naming: {
    filter: 'Filter the names',
    nothing: (query: string): string => `No name, number or account has “${query}”.`,
    more: (n: number, shown: string): string =>
      plural('en', n, { one: '1 more: filter to see it.', other: `${shown} more: filter to see them.` }),
    elsewhere: 'an account that is not here',
    noAccount: 'Connect to a server first: names belong to an account.',
    change: (name: string): string => `Change ${name}`,
    forget: (name: string): string => `Forget ${name}`,
    forgotten: (name: string): string => `“${name}” is forgotten`,
    nameOf: (what: string): string => `Name of ${what}`,
    save: 'Save',
    cancel: 'Cancel',
    kind: 'What it is',
    number: 'Number',
    name: 'Name',
    add: 'Add a name',
    needsNumber: 'This needs its number.',
    needsName: 'This needs a name.',
    there: (name: string): string => `It has a name already: “${name}”.`,
  },
  keep: 'Keep the history',
  keepBy: { days: 'Days', items: 'Number', all: 'Everything' },
  keepDays: 'For so many days',
  keepItems: 'So many of each account',
  keepUnit: { days: 'days', items: 'notifications' },
  keepHint:
    'Older notifications leave this machine, never the server. What is unseen, on its way to the server, or an outage that still lasts, stays.',
  keepDefault: '180 days',
  startAtLogin: 'Start at login',
  startAtLoginHint: 'In the tray, without a window.',
  theme: 'Theme',
  themeHint: 'Light or dark, or as your system has it.',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  language: 'Language',
  languageHint: 'Of the window, the tray and the alerts.',
  /** Languages call themselves by their own names. */
  languages: { system: 'System', en: 'English', pl: 'Polski', ro: 'Română' },
  density: 'Rows',
  densityHint: 'How high they are in the inbox.',
  densities: { comfortable: 'Comfortable', compact: 'Compact' },
  version: (version: string): string => `Tocsin ${version}`,
  notSaved: (what: string): string => `Not saved: ${what}.`,
};
