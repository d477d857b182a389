import type { Preferences } from '../../../src-shared/preferences';
import type { AlertSettings } from './draft';

/** What the engine is told of the preferences: it goes to the database thread with each call. */
export function settingsOf(preferences: Preferences): AlertSettings {
  const { toasts, toastsByLevel, textRules, silences, quietHours, subjectNames } = preferences;
  const { holdDownSeconds, flapChanges, flapMinutes, criticalBreaksThrough, escalate } = preferences;
  const rules = { toasts, toastsByLevel, textRules, silences, quietHours, subjectNames };
  return { ...rules, holdDownSeconds, flapChanges, flapMinutes, criticalBreaksThrough, escalate };
}
