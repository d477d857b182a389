import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FATES, type Fate } from '../../../../src-shared/alert-preview';
import { defaultPreferences } from '../../../../src-shared/preferences';
import { CRITICAL, stormDay } from '../../../../src-main/demo/storm-day';
import type { AlertSettings } from '../../../../src-main/core/alerts/draft';
import { createReplay } from '../../../../src-main/core/alerts/replay';
import { arrivalOf, createWorld, SEVERE, T0, type Given } from './world';

const POLL_MS = 30_000;

function replay(items: readonly Given[], given: Partial<AlertSettings> = {}, slice = Infinity) {
  const settings = { ...defaultPreferences, ...given };
  const made = createReplay({ settings, pollMs: POLL_MS, zone: 'UTC' });
  const arrivals = items.map(arrivalOf).toSorted((a, b) => a.key.ts - b.key.ts);
  for (let from = 0; from < arrivals.length; from += slice) made.feed(arrivals.slice(from, from + slice));
  return made.end(T0 + 3 * 86_400_000);
}
const sum = (fates: { readonly [F in Fate]: number }): number =>
  FATES.reduce((all, fate) => all + fates[fate], 0);

const off = (at: number, subject: number, more: Partial<Given> = {}): Given => ({
  at,
  type: 8,
  subject,
  ...more,
});
const on = (at: number, subject: number): Given => ({ at, type: 7, subject });
const many = (n: number, one: (index: number) => Given): Given[] =>
  Array.from({ length: n }, (_, i) => one(i));
/** Night from 22:00 to 7:00; T0 is a midnight. */
const NIGHT = [{ days: [0, 1, 2, 3, 4, 5, 6], from: 22 * 60, to: 7 * 60 }];

test.for<{
  readonly when: string;
  readonly items: readonly Given[];
  readonly settings?: Partial<AlertSettings>;
  readonly toasts: number;
  readonly again?: number;
  readonly fates: Partial<Record<Fate, number>>;
}>([
  { when: 'nothing', items: [], toasts: 0, fates: {} },
  { when: 'an outage', items: [off(100, 4)], toasts: 1, fates: { toast: 1 } },
  {
    when: 'an outage and its end',
    items: [off(100, 4), on(400, 4)],
    toasts: 1,
    fates: { toast: 1, joined: 1 },
  },
  {
    when: 'back within the hold-down',
    items: [off(100, 4), on(110, 4)],
    toasts: 0,
    fates: { short: 1, recovery: 1 },
  },
  {
    when: 'the same with a shorter hold-down',
    items: [off(100, 4), on(125, 4)],
    settings: { holdDownSeconds: 0 },
    toasts: 1,
    fates: { toast: 1, joined: 1 },
  },
  { when: 'good news of nothing', items: [on(100, 4)], toasts: 0, fates: { recovery: 1 } },
  { when: 'only counted', items: [{ at: 1, type: 5, subject: 1 }], toasts: 0, fates: { badge: 1 } },
  { when: 'seen when it came', items: [off(1, 4, { seen: true })], toasts: 0, fates: { seen: 1 } },
  {
    when: 'a text rule that says nothing',
    items: [off(1, 4)],
    settings: { textRules: [{ pattern: 'agent:4', rule: 'none' }] },
    toasts: 0,
    fates: { none: 1 },
  },
  {
    when: 'a storm of 14',
    items: many(14, (n) => off(100 + n / 100, n + 1)),
    toasts: 1,
    fates: { toast: 1, joined: 13 },
  },
  {
    when: 'the same a second apart: polls asked for are 5 s apart',
    items: many(14, (n) => off(100 + n, n + 1)),
    toasts: 2,
    fates: { toast: 2, joined: 12 },
  },
  {
    when: 'flapping, and its last word of the same item',
    items: many(5, (n) => (n % 2 === 0 ? off(100 + n * 20, 4) : on(100 + n * 20, 4))),
    toasts: 2,
    again: 1,
    fates: { toast: 1, short: 2, recovery: 2 },
  },
  {
    when: 'flapping, and its last word',
    items: many(8, (n) => (n % 2 === 0 ? off(100 + n * 40, 4) : on(100 + n * 40, 4))),
    // Two outages are told before the fifth change.
    toasts: 4,
    fates: { toast: 4, joined: 2, flapping: 2 },
  },
  {
    when: 'quiet hours: one digest at their end',
    items: [off(100, 4), off(1000, 5), off(1100, 6)],
    settings: { quietHours: NIGHT },
    toasts: 1,
    fates: { toast: 1, joined: 2 },
  },
  {
    when: 'critical breaks through them',
    items: [off(100, 4), off(1000, 5, { severity: SEVERE })],
    settings: { quietHours: NIGHT },
    toasts: 2,
    fates: { toast: 2 },
  },
  {
    when: 'critical, told again as nobody sees it',
    items: [off(100, 4, { severity: SEVERE })],
    settings: { escalate: true },
    toasts: 7,
    again: 6,
    fates: { toast: 1 },
  },
])('$when: $toasts toasts', ({ items, settings, toasts, again = 0, fates }) => {
  const counts = replay(items, settings);
  const there = Object.fromEntries(Object.entries(counts.fates).filter(([, n]) => n > 0));
  const wanted = Object.fromEntries(Object.entries(fates).filter(([, n]) => n > 0));
  expect({ ...counts, fates: there }).toEqual({ toasts, again, fates: wanted });
});

const items: fc.Arbitrary<Given[]> = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 40_000 }).chain((at) => fc.constantFrom(at, at % 300)),
    type: fc.constantFrom(1, 2, 3, 3, 4, 7, 7, 8, 8, 12),
    subject: fc.integer({ min: 1, max: 9 }),
    severity: fc.constantFrom(1, 2, SEVERE),
    seen: fc.constantFrom(false, false, true),
    account: fc.constantFrom('lab', 'lab', 'other'),
  }),
  { maxLength: 60 },
);
const settings: fc.Arbitrary<Partial<AlertSettings>> = fc.record({
  holdDownSeconds: fc.constantFrom(0, 30, 300),
  flapChanges: fc.constantFrom(0 as const, 3, 5),
  quietHours: fc.constantFrom([], NIGHT),
  escalate: fc.boolean(),
  textRules: fc.constantFrom([], [{ pattern: 'task:3', rule: 'badge' as const }]),
});

test('each item has one fate; every toast told something first, or is told again', () => {
  fc.assert(
    fc.property(items, settings, (given, rules) => {
      const { toasts, again, fates } = replay(given, rules);
      expect(sum(fates)).toBe(given.length);
      expect(fates.toast + again).toBe(toasts);
      expect(Math.min(...Object.values(fates))).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 300 },
  );
});

test('however it is sliced, it comes to the same', () => {
  fc.assert(
    fc.property(items, settings, fc.integer({ min: 1, max: 9 }), (given, rules, slice) => {
      // The same ids: two of one stamp are judged in their order.
      const same = given.map((one, n) => ({ ...one, at: one.at + n / 1000 }));
      expect(replay(same, rules, slice)).toEqual(replay(same, rules));
    }),
    { numRuns: 100 },
  );
});

test('the scripted day gives as many toasts as when it is lived through', () => {
  const day = stormDay().map(({ at, type, severity, additional_data, seen }): Given => ({
    at,
    type,
    severity: severity === CRITICAL ? SEVERE : severity,
    seen,
    data: additional_data as never,
  }));
  const world = createWorld({ jsonEvery: 50 });
  world.add(...day);
  world.run(24 * 3600 + 4000);
  const lived = world.decisions.filter(({ decision }) => decision.kind !== 'silent-feed' && !decision.update);
  const { toasts, fates } = replay(day);
  expect(toasts).toBe(lived.length);
  expect(toasts).toBeGreaterThan(20);
  expect(sum(fates)).toBe(day.length);
});
