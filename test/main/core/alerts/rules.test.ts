import { expect, test } from 'vitest';
import type { Silence, TextRule, ToastRule } from '../../../../src-shared/alert-rules';
import { defaultPreferences } from '../../../../src-shared/preferences';
import { ruleOf } from '../../../../src-main/core/alerts/rules';
import { knownStep } from '../../../../src-main/core/alerts/seen';
import { silenceOf } from '../../../../src-main/core/alerts/silences';
import { matchesPattern } from '../../../../src-main/core/alerts/text-pattern';
import { arrivalOf, createWorld, SEVERE, T0, type Given } from './world';

test.for([
  { when: 'new', given: {}, step: null },
  { when: 'seen already', given: { seen: true }, step: 'seen' },
  { when: 'seen by a mark-all that nobody read', given: { seen: true, swallowed: true }, step: null },
  { when: 'there before the first look', given: { baseline: true }, step: 'baseline' },
  { when: 'there and seen', given: { baseline: true, seen: true }, step: 'baseline' },
])('1: $when → $step', ({ given, step }) => {
  expect(knownStep(arrivalOf({ at: 0, type: 8, ...given }))).toBe(step);
});

const silence = (what: Silence['what'], until = 10): Silence => ({ id: 's', what, until: T0 + until });
test.for<{ what: Silence['what']; of: Omit<Given, 'at'>; now?: number; covers: boolean }>([
  { what: { by: 'subject', account: 'lab', subject: 'agent:4' }, of: { type: 8, subject: 4 }, covers: true },
  {
    what: { by: 'subject', account: 'lab', subject: 'agent:4' },
    of: { type: 8, subject: 40 },
    covers: false,
  },
  {
    what: { by: 'subject', account: 'other', subject: 'agent:4' },
    of: { type: 8, subject: 4 },
    covers: false,
  },
  { what: { by: 'type', type: 4 }, of: { type: 4 }, covers: true },
  { what: { by: 'type', type: 4 }, of: { type: 3 }, covers: false },
  {
    what: { by: 'text', pattern: 'VOIP*jitter' },
    of: { type: 4, data: { a: 'voip', b: 'Jitter' } },
    covers: true,
  },
  { what: { by: 'text', pattern: 'gdańsk' }, of: { type: 8, subject: 7 }, covers: true },
  { what: { by: 'type', type: 4 }, of: { type: 4 }, now: 9, covers: true },
  { what: { by: 'type', type: 4 }, of: { type: 4 }, now: 10, covers: false },
])('2: $what covers $of: $covers', ({ what, of, now = 0, covers }) => {
  const settings = {
    ...defaultPreferences,
    silences: [silence(what)],
    subjectNames: { 'lab/agent:7': 'Gdańsk uplink' },
  };
  expect(silenceOf(arrivalOf({ at: 0, ...of }), settings, T0 + now) !== undefined).toBe(covers);
});

const rule = (pattern: string, is: ToastRule): TextRule => ({ pattern, rule: is });
test.for<{ of: Omit<Given, 'at'>; text?: TextRule[]; byLevel?: Record<string, ToastRule>; rule: ToastRule }>([
  { of: { type: 8 }, rule: 'toast' },
  { of: { type: 3 }, rule: 'toast' },
  { of: { type: 4 }, rule: 'toast' },
  { of: { type: 7 }, rule: 'recovery' },
  { of: { type: 2 }, rule: 'recovery' },
  { of: { type: 1 }, rule: 'badge' },
  { of: { type: 5 }, rule: 'badge' },
  { of: { type: 6 }, rule: 'badge' },
  { of: { type: 12 }, rule: 'badge' },
  { of: { type: 1, severity: SEVERE }, byLevel: { '1/critical': 'toast' }, rule: 'toast' },
  { of: { type: 1 }, byLevel: { '1/critical': 'toast' }, rule: 'badge' },
  { of: { type: 12, severity: SEVERE }, byLevel: { 'other/critical': 'quiet' }, rule: 'quiet' },
  { of: { type: 8, subject: 4 }, text: [rule('agent:4', 'none')], rule: 'none' },
  { of: { type: 8, subject: 5 }, text: [rule('agent:4', 'none')], rule: 'toast' },
  { of: { type: 8, subject: 4 }, text: [rule('agent', 'quiet'), rule('agent:4', 'none')], rule: 'quiet' },
  { of: { type: 1, data: { where: 'Łódź' } }, text: [rule('łódź', 'toast')], rule: 'toast' },
])('3: $of, $text, $byLevel → $rule', ({ of, text = [], byLevel = {}, rule: wanted }) => {
  const settings = { ...defaultPreferences, textRules: text, toastsByLevel: byLevel };
  expect(ruleOf(arrivalOf({ at: 0, ...of }), settings).rule).toBe(wanted);
});

test.for([
  { pattern: 'ping', text: 'network_ping', fits: true },
  { pattern: 'PING', text: 'network_ping', fits: true },
  { pattern: 'net*ping', text: 'network_ping', fits: true },
  { pattern: 'ping*net', text: 'network_ping', fits: false },
  { pattern: '*', text: '', fits: true },
  { pattern: 'a*a', text: 'a', fits: false },
  { pattern: '(a+)+$', text: 'aaaa', fits: false },
  { pattern: '.', text: 'abc', fits: false },
])('“$pattern” in “$text”: $fits', ({ pattern, text, fits }) => {
  expect(matchesPattern(pattern, text)).toBe(fits);
});

test('a pattern made to backtrack costs no more than its text is long', () => {
  // A backtracking search tries each `*` at each place: it would not come back from this one.
  expect(matchesPattern('*a'.repeat(50) + '*b', 'a'.repeat(200_000))).toBe(false);
});

test('what is silenced is counted, and its silence ends with one digest', () => {
  const world = createWorld();
  const what = { by: 'subject', account: 'lab', subject: 'agent:4' } as const;
  world.set({ silences: [{ id: 's', what, until: T0 + 1_000_000 }] });
  const keys = world.add(
    { at: 100, type: 8, subject: 4 },
    { at: 300, type: 7, subject: 4 },
    { at: 400, type: 8, subject: 4 },
    { at: 420, type: 1, data: { test_agent_id: 4 } },
  );
  world.add({ at: 500, type: 3, subject: 7 });
  world.run(999);
  expect(world.told()).toEqual(['510 Task 7 failed']);
  expect(world.verdictsOf(keys[0]!)).toEqual(['muted']);
  world.run(1100);
  expect(world.told().slice(1)).toEqual(['1000 silenced of 2, 1 open: Agent 4 is offline']);
  world.add({ at: 1200, type: 7, subject: 4 });
  world.run(1300);
  expect(world.told().slice(2)).toEqual(['1200 Agent 4 was offline for 13 min']);
});

test('a silence set while its outage stands takes the bubble away with its end', () => {
  const world = createWorld();
  world.add({ at: 10, type: 8, subject: 4 }, { at: 400, type: 7, subject: 4 });
  const what = { by: 'subject', account: 'lab', subject: 'agent:4' } as const;
  world.at(300, () => world.set({ silences: [{ id: 's', what, until: T0 + 1_000_000 }] }));
  world.run(900);
  expect(world.told()).toEqual(['41 Agent 4 is offline']);
  expect(world.withdrawn).toEqual([{ second: 401, tag: 'lab/agent:4' }]);
});
