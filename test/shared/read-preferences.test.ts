import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { defaultPreferences, Preferences } from '../../src-shared/preferences';
import { readPreferences } from '../../src-shared/read-preferences';

const { toasts } = defaultPreferences;

test.for<{ given: object; kept?: object; refused?: string[] }>([
  { given: {} },
  { given: { pollSeconds: 60 }, kept: { pollSeconds: 60 } },
  { given: { pollSeconds: 5, theme: 'dark' }, kept: { theme: 'dark' }, refused: ['pollSeconds'] },
  { given: { pollSeconds: '60' }, refused: ['pollSeconds'] },
  { given: { theme: null, density: 'compact' }, kept: { density: 'compact' }, refused: ['theme'] },
  { given: { keep: { by: 'days', days: 3 } }, refused: ['keep'] },
  { given: { flapChanges: 2 }, refused: ['flapChanges'] },
  { given: { toasts: { '8': 'badge' } }, kept: { toasts: { ...toasts, '8': 'badge' } } },
  {
    given: { toasts: { '8': 'badge', '3': 'loud', '99': 'toast' } },
    kept: { toasts: { ...toasts, '8': 'badge' } },
    refused: ['toasts.3', 'toasts.99?'],
  },
  { given: { toasts: 'none' }, refused: ['toasts'] },
  { given: { toasts: { '3': 'loud' } }, refused: ['toasts.3'] },
  {
    given: { severityLevels: { '3': 'critical', x: 'major', '4': 'huge' } },
    kept: { severityLevels: { '3': 'critical' } },
    refused: ['severityLevels.4', 'severityLevels.x'],
  },
  {
    given: { subjectNames: { 'a/agent:4': ' Uplink ', 'a/agent:5': '' } },
    kept: { subjectNames: { 'a/agent:4': 'Uplink' } },
    refused: ['subjectNames.a/agent:5'],
  },
  { given: { subjectNames: [1], severityLevels: 3 }, refused: ['severityLevels', 'subjectNames'] },
  {
    given: { textRules: [{ pattern: 'voip', rule: 'none' }, { pattern: ' ', rule: 'none' }, 7] },
    kept: { textRules: [{ pattern: 'voip', rule: 'none' }] },
    refused: ['textRules.2', 'textRules.3'],
  },
  { given: { textRules: [7] }, refused: ['textRules.1'] },
  { given: { severityLevels: { x: 'major' } }, refused: ['severityLevels.x'] },
  { given: { textRules: Array(51).fill({ pattern: 'x', rule: 'none' }) }, refused: ['textRules'] },
  { given: { unknown: 1, language: 'ro' }, kept: { language: 'ro' }, refused: ['unknown?'] },
])('$given → $kept, without $refused', ({ given, kept = {}, refused = [] }) => {
  const read = readPreferences({ ...given });
  expect(read.preferences).toEqual({ ...defaultPreferences, ...kept });
  expect(read.taken).toEqual(Object.keys(kept));
  expect(read.refused.map(({ field, why }) => (why === 'unknown' ? `${field}?` : field))).toEqual(refused);
});

test('whatever stands in a file, what is read is whole and legal, and what is refused is named', () => {
  const name = fc.constantFrom(...Object.keys(Preferences.entries), 'x', '__proto__');
  const file = fc.dictionary(name, fc.jsonValue({ maxDepth: 3 }));
  fc.assert(
    fc.property(file, (given) => {
      const { preferences, taken, refused } = readPreferences(given);
      expect(v.is(Preferences, preferences)).toBe(true);
      for (const one of Object.keys(given))
        expect(taken.includes(one as never) || refused.some(({ field }) => field.split('.')[0] === one)).toBe(
          true,
        );
    }),
  );
});
