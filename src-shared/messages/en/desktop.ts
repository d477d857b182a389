import type { Refusal } from '../../refusal';
/** What the desktop shows outside the window. */
export const desktop = {
  noTrayTitle: 'Keep watching?',
  noTray: 'This desktop has no tray, so a closed window would leave nothing to come back to.',
  noTrayDetail: 'Minimised, Tocsin goes on watching and alerting. Quitting ends both.',
  minimise: 'Minimise',
  quit: 'Quit Tocsin',
  /** Beside the text of an alert. */
  buttons: { open: 'Open', seen: 'Seen', snooze: 'Snooze 1 h' },
  jsonFiles: 'Preferences (JSON)',
  exportTitle: 'Export preferences',
  importTitle: 'Import preferences',
};

/** Why the desktop refused an alert, after a colon. */
export const refusals: { readonly [Why in Refusal]: string } = {
  'turned-off': 'alerts of Tocsin are turned off in the system’s settings, under Notifications (%)',
  'not-allowed':
    'macOS does not allow it. Either alerts are turned off in System Settings → Notifications → Tocsin, or this copy is not signed: macOS shows none of unsigned apps',
  'no-access': 'this sandbox may not speak to the notification service (%)',
  'too-many': 'it has too many alerts already; close some (%)',
};
