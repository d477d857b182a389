import type { ToastRule } from '../../alert-rules';

const rules: { readonly [Rule in ToastRule]: string } = {
  toast: 'Alert',
  quiet: 'Alert without a sound',
  recovery: 'Alert as the end of an alerted outage',
  badge: 'Only count it',
  none: 'Nothing',
};

/** Preferences. Every change is saved as it is made. */
export const preferences = {
  title: 'Preferences',
  about: 'Every change is saved at once.',
  watching: 'Watching',
  poll: 'Ask every server every',
  pollUnit: 'seconds',
  pollHint: 'From 10 to 300. A server may ask for less; then Tocsin waits.',
  pollWhole: 'This needs a whole number of seconds.',
  pollRange: (least: number, most: number): string => `Between ${least} and ${most} seconds.`,
  alerts: 'Alerts',
  alertsHint: 'What happens when one arrives.',
  rules,
  ruleOf: (type: string): string => `Alert for: ${type}`,
  severities: 'What severity numbers mean',
  severitiesHint:
    'Servers send a number without saying what it means. Give a number a level, and it raises what the type alone says; it never lowers it.',
  severityNumber: 'Severity number',
  severityWhole: 'This needs a whole number.',
  severityThere: 'This number has a level already.',
  severityLevel: 'Level',
  severityOf: (severity: string): string => `Level of severity ${severity}`,
  severityAdd: 'Add',
  severityRemove: (severity: string): string => `Forget severity ${severity}`,
  severityNone: 'No number has a level yet: levels follow from the type.',
  names: 'Names you gave',
  namesHint: 'They stand in titles and alerts instead of the number.',
  nameForget: (name: string): string => `Forget ${name}`,
  startAtLogin: 'Start at login',
  startAtLoginHint: 'In the tray, without a window.',
  look: 'Look',
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  language: 'Language',
  /** Languages call themselves by their own names. */
  languages: { system: 'System', en: 'English', pl: 'Polski', ro: 'Română' },
  density: 'Rows',
  densities: { comfortable: 'Comfortable', compact: 'Compact' },
  version: (version: string): string => `Tocsin ${version}`,
  notSaved: (what: string): string => `Not saved: ${what}.`,
};
