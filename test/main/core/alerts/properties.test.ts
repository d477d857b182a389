import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyText } from '../../../../src-shared/notification';
import { defaultPreferences } from '../../../../src-shared/preferences';
import { countOf } from '../../../../src-main/core/alerts/decision';
import { decide, type AlertEvent, type Result } from '../../../../src-main/core/alerts/engine';
import { isIdle } from '../../../../src-main/core/alerts/idle';
import { NO_STATE, type EngineState } from '../../../../src-main/core/alerts/engine-state';
import type { Context } from '../../../../src-main/core/alerts/draft';
import { arrivalOf, createWorld, SEVERE, T0, type Given, type World } from './world';

const given: fc.Arbitrary<Given> = fc.record({
  at: fc.integer({ min: 0, max: 3600 }),
  type: fc.constantFrom(1, 2, 3, 3, 4, 7, 7, 8, 8, 12),
  subject: fc.integer({ min: 1, max: 6 }),
  severity: fc.constantFrom(1, 2, SEVERE),
  seen: fc.boolean().map((seen) => seen),
  late: fc.constantFrom(0, 0, 0, 5, 100, 900),
  account: fc.constantFrom('lab', 'lab', 'other'),
});
const act: fc.Arbitrary<{ readonly at: number; readonly act: (world: World) => void }> = fc.record({
  at: fc.integer({ min: 0, max: 3600 }),
  act: fc.constantFrom<((world: World) => void)[]>(
    (world) => world.pause(300),
    (world) => world.pause(null),
    (world) => world.fail(true),
    (world) => world.fail(false),
    (world) => world.sleep(),
    (world) => world.wake(world.second() - 100),
    (world) => world.hear({ kind: 'network-changed' }),
    (world) => world.hear({ kind: 'unlocked', since: T0 + (world.second() - 200) * 1000 }),
    (world) => [...world.bubbles.keys()].slice(0, 1).forEach((tag) => world.hear({ kind: 'ended', tag })),
    (world) =>
      [...world.bubbles.values()]
        .slice(0, 1)
        .forEach(({ members }) => world.hear({ kind: 'seen', keys: members })),
    (world) =>
      world.set({
        silences: [{ id: 's', what: { by: 'type', type: 3 }, until: T0 + (world.second() + 200) * 1000 }],
      }),
  ),
});

/** An hour of whatever may come, and then two of peace. */
function played(items: readonly Given[], acts: readonly { at: number; act: (world: World) => void }[]) {
  const world = createWorld({ accounts: ['lab', 'other'], pollSeconds: 60 });
  const keys = world.add(...items);
  for (const one of acts) world.at(one.at, one.act);
  world.run(3700);
  world.fail(false);
  world.pause(null);
  world.wake(3600);
  world.run(6_000);
  return { world, keys };
}

test('whatever comes: one toast an item at most, a verdict for each, and digests that add up', () => {
  fc.assert(
    fc.property(fc.array(given, { maxLength: 40 }), fc.array(act, { maxLength: 6 }), (items, acts) => {
      const { world, keys } = played(items, acts);
      const fresh = new Map<string, string>();
      for (const { decision } of world.decisions) {
        if (decision.kind === 'silent-feed') continue;
        const { kind, tag, tells, update, open, openFirst, members } = decision;
        if (kind !== 'storm' && kind !== 'storm-end') expect(countOf(decision)).toBeGreaterThanOrEqual(1);
        if (['paused', 'quiet', 'away', 'silenced', 'locked'].includes(kind)) {
          expect(countOf(decision)).toBe(members.length);
          expect(open).toBeLessThanOrEqual(members.length);
          expect(openFirst.length).toBe(Math.min(open, 5));
        }
        // A digest after a screen lock, a storm that takes bubbles over, and the end of an outage name it again.
        if (update || kind === 'locked' || kind === 'storm' || decision.first.outageFrom !== null) continue;
        for (const key of tells) {
          expect([fresh.get(keyText(key)) ?? tag, keyText(key)]).toEqual([tag, keyText(key)]);
          fresh.set(keyText(key), tag);
        }
      }
      for (const key of keys) expect(world.verdictsOf(key), keyText(key)).not.toEqual([]);
      // Nothing is left behind: neither waiting, nor held, nor on its way.
      for (const key of keys) expect([undefined, 'skip']).toContain(world.toasts.get(keyText(key)));
      expect(world.state()).toMatchObject({ holds: [], held: [], storm: null, catchUp: null });
    }),
    { numRuns: 200 },
  );
}, 120_000);

test('an end is told only of an outage that was told', () => {
  fc.assert(
    fc.property(fc.array(given, { maxLength: 40 }), (items) => {
      const { world } = played(items, []);
      const told = new Set<string>();
      for (const { decision } of world.decisions) {
        if (decision.kind === 'silent-feed') continue;
        const { first, tells } = decision;
        if (
          decision.kind === 'item' &&
          first.outageFrom !== null &&
          tells.length === 1 &&
          first.key.ts === tells[0]!.ts
        )
          expect(told).toContain(`${first.key.account}/${first.subject}/${first.outageFrom}`);
        for (const { account, ts } of tells)
          for (const subject of subjectsOf(items)) told.add(`${account}/${subject}/${ts}`);
      }
    }),
    { numRuns: 200 },
  );
}, 120_000);
const subjectsOf = (items: readonly Given[]): string[] =>
  items.flatMap(({ subject }) => [`agent:${subject}`, `task:${subject}`]);

test('an idle state is one in which a complete poll changes nothing', () => {
  let idle = 0;
  const escalate = true;
  fc.assert(
    fc.property(fc.array(given, { maxLength: 30 }), fc.integer({ min: 1, max: 2000 }), (items, until) => {
      const world = createWorld({ pollSeconds: 60, settings: { escalate } });
      world.add(...items.map((one) => ({ ...one, at: one.at / 10, account: 'lab' })));
      world.run(until);
      const now = T0 + until * 1000;
      const state = world.state();
      if (!isIdle(state, 'lab', now)) return;
      idle += 1;
      const asked = { account: 'lab', server: now * 1000, at: now };
      const context: Context = {
        now,
        pausedUntil: null,
        settings: { ...defaultPreferences, escalate },
        zone: 'UTC',
      };
      const after = decide(state, { kind: 'polled', asked }, context);
      expect(after).toMatchObject({ decisions: [], outcomes: [], wakeAt: null, pollAt: [] });
      expect(plainOf(after.state)).toEqual(plainOf(state));
    }),
    { numRuns: 200 },
  );
  expect(idle).toBeGreaterThan(20);
});

test('its state is plain data: through JSON at every step it decides the same', () => {
  const event = fc.oneof(
    fc.array(given, { maxLength: 8 }).map((items) => ({ kind: 'arrivals' as const, items })),
    fc.constantFrom('polled', 'time', 'poll-failed', 'network-changed', 'back').map((kind) => ({ kind })),
  );
  fc.assert(
    fc.property(
      fc.array(fc.record({ event, after: fc.integer({ min: 0, max: 200 }) }), { maxLength: 25 }),
      (steps) => {
        let [plain, json]: [EngineState, EngineState] = [NO_STATE, NO_STATE];
        let second = 4000;
        for (const { event: one, after } of steps) {
          second += after;
          const asked = { account: 'lab', server: (T0 + second * 1000) * 1000, at: T0 + second * 1000 };
          const heard = eventOf(one, asked);
          const context: Context = {
            now: T0 + second * 1000,
            pausedUntil: null,
            settings: defaultPreferences,
            zone: 'UTC',
          };
          const before = JSON.stringify(plain);
          const [a, b]: [Result, Result] = [decide(plain, heard, context), decide(json, heard, context)];
          expect(plainOf(b)).toEqual(plainOf(a));
          expect(JSON.stringify(plain)).toBe(before); // and it changes nothing that it was given
          plain = a.state;
          json = plainOf(b.state);
          expect(json).toEqual(plainOf(plain));
        }
      },
    ),
    { numRuns: 200 },
  );
}, 120_000);

const plainOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

function eventOf(
  one: { kind: string; items?: readonly Given[] },
  asked: { account: string; server: number; at: number },
): AlertEvent {
  if (one.kind === 'arrivals') return { kind: 'arrivals', arrivals: (one.items ?? []).map(arrivalOf), asked };
  if (one.kind === 'polled') return { kind: 'polled', asked };
  if (one.kind === 'poll-failed') return { kind: 'poll-failed', account: 'lab' };
  if (one.kind === 'network-changed') return { kind: 'network-changed' };
  return one.kind === 'back' ? { kind: 'back', since: null, accounts: ['lab'] } : { kind: 'time' };
}
