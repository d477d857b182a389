import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
  changed,
  defaultPreferences,
  Preferences,
  PreferencesChange,
  toastRule,
  TYPE_KEYS,
  typeKey,
} from '../../src-shared/preferences';
import { anyPreferences as whole } from '../support/any-preferences';

/** Some of it, some of it as `undefined`. */
const part = <T extends object>(value: T): fc.Arbitrary<Partial<T>> =>
  fc.tuple(fc.subarray(Object.entries(value)), fc.subarray(Object.keys(value))).map(([kept, blank]) => ({
    ...Object.fromEntries(blank.map((key) => [key, undefined])),
    ...Object.fromEntries(kept),
  })) as fc.Arbitrary<Partial<T>>;

test('the defaults are legal', () => {
  expect(v.parse(Preferences, defaultPreferences)).toEqual(defaultPreferences);
});

test('a partial change moves what it names and resets nothing else', () => {
  const change = whole.chain((one) => fc.tuple(part(one), part(one.toasts)));
  fc.assert(
    fc.property(whole, change, (now, [given, toasts]) => {
      const parsed = v.parse(PreferencesChange, { ...given, toasts });
      const after = changed(now, parsed);
      expect(v.is(Preferences, after)).toBe(true);
      const { toasts: _, ...rest } = given;
      for (const key of Object.keys(now) as (keyof Preferences)[])
        if (key !== 'toasts') expect(after[key]).toEqual(rest[key as keyof typeof rest] ?? now[key]);
      for (const key of TYPE_KEYS) expect(after.toasts[key]).toBe(toasts[key] ?? now.toasts[key]);
    }),
  );
});

test('an empty change is none', () => {
  expect(changed(defaultPreferences, v.parse(PreferencesChange, {}))).toEqual(defaultPreferences);
});

test.for([
  { pollSeconds: 9 },
  { pollSeconds: 301 },
  { pollSeconds: 30.5 },
  { pollSeconds: '30' },
  { theme: 'blue' },
  { language: 'de' },
  { toasts: { '9': 'toast' } },
  { toasts: { '8': 'bubble' } },
  { severityLevels: { high: 'major' } },
  { severityLevels: { '1': 'fatal' } },
  { subjectNames: { 'a/agent:4': '  ' } },
  { subjectNames: { 'a/agent:4': 'x'.repeat(61) } },
  { pollSecond: 30 },
  { toastsByLevel: { '9/major': 'toast' } },
  { toastsByLevel: { '8/fatal': 'toast' } },
  { holdDownSeconds: -1 },
  { holdDownSeconds: 301 },
  { flapChanges: 2 },
  { flapMinutes: 0 },
  { quietHours: [{ days: [], from: 0, to: 0 }] },
  { quietHours: [{ days: [7], from: 0, to: 0 }] },
  { quietHours: [{ days: [0], from: 0, to: 1440 }] },
  { textRules: [{ pattern: ' ', rule: 'toast' }] },
  { silences: [{ id: 's', what: { by: 'type', type: 4 } }] },
])('%j is refused', (change) => {
  expect(v.is(PreferencesChange, change)).toBe(false);
});

test.for([
  { type: 1, key: '1' },
  { type: 8, key: '8' },
  { type: 0, key: 'other' },
  { type: 9, key: 'other' },
  { type: -1, key: 'other' },
])('type $type has the rule of “$key”', ({ type, key }) => {
  expect(typeKey(type)).toBe(key);
  const toasts = { ...defaultPreferences.toasts, [key]: 'none' as const };
  expect(toastRule({ ...defaultPreferences, toasts }, type, 'major')).toBe('none');
  const toastsByLevel = { [`${key}/critical`]: 'quiet' as const };
  expect(toastRule({ toasts, toastsByLevel }, type, 'critical')).toBe('quiet');
  expect(toastRule({ toasts, toastsByLevel }, type, 'major')).toBe('none');
});

test('by default 8, 3, 4 alert, 7 and 2 only as a recovery, everything else is counted', () => {
  const by = (wanted: string): number[] =>
    [1, 2, 3, 4, 5, 6, 7, 8, 12].filter((type) => toastRule(defaultPreferences, type, 'info') === wanted);
  expect({ toast: by('toast'), recovery: by('recovery'), badge: by('badge') }).toEqual({
    toast: [3, 4, 8],
    recovery: [2, 7],
    badge: [1, 5, 6, 12],
  });
});
