import fc from 'fast-check';
import { ToastRule } from '../../src-shared/alert-rules';
import { LEVELS } from '../../src-shared/notification';
import { TYPE_KEYS, type Preferences } from '../../src-shared/preferences';

const rule = fc.constantFrom(...ToastRule.options);
/** Any legal preferences. */
export const anyPreferences = fc.record<Preferences>({
  pollSeconds: fc.integer({ min: 10, max: 300 }),
  keep: fc.oneof(
    fc.record({ by: fc.constant('days' as const), days: fc.integer({ min: 7, max: 3650 }) }),
    fc.record({ by: fc.constant('items' as const), items: fc.integer({ min: 1000, max: 1_000_000 }) }),
    fc.constant({ by: 'all' as const }),
  ),
  toasts: fc.record(Object.fromEntries(TYPE_KEYS.map((key) => [key, rule])) as never),
  sounds: fc.record({
    info: fc.boolean(),
    warning: fc.boolean(),
    major: fc.boolean(),
    critical: fc.boolean(),
    recovered: fc.boolean(),
  }),
  soundVolume: fc.integer({ min: 0, max: 100 }),
  toastsByLevel: fc.dictionary(fc.constantFrom('8/critical', '1/info', 'other/major'), rule),
  textRules: fc.array(fc.record({ pattern: fc.stringMatching(/^[a-z*]{1,9}$/), rule }), { maxLength: 3 }),
  holdDownSeconds: fc.integer({ min: 0, max: 300 }),
  flapChanges: fc.constantFrom(0, 3, 5, 50),
  flapMinutes: fc.integer({ min: 1, max: 60 }),
  quietHours: fc.constantFrom([], [{ days: [1, 2], from: 1320, to: 420 }]),
  criticalBreaksThrough: fc.boolean(),
  escalate: fc.boolean(),
  silences: fc.constantFrom([], [{ id: 's', what: { by: 'type', type: 4 }, until: 9e14 }]),
  theme: fc.constantFrom('system', 'light', 'dark'),
  language: fc.constantFrom('system', 'en', 'pl', 'ro'),
  density: fc.constantFrom('comfortable', 'compact'),
  askSeverities: fc.boolean(),
  severityLevels: fc.dictionary(fc.integer().map(String), fc.constantFrom(...LEVELS)),
  subjectNames: fc.dictionary(fc.stringMatching(/^[a-z]{4}\/agent:\d$/), fc.stringMatching(/^\w{1,9}$/)),
});
