import { expect, test } from 'vitest';
import type { QuietHours } from '../../../../src-shared/alert-rules';
import { quietUntil } from '../../../../src-main/core/alerts/quiet-hours';
import { createWorld, SEVERE, T0, type Given, type WorldOptions } from './world';

const hm = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
const hours = (days: number[], from: string, to: string): QuietHours => ({
  days,
  from: hm(from),
  to: hm(to),
});
const WEEK = [0, 1, 2, 3, 4, 5, 6];
const night = [hours(WEEK, '22:00', '07:00')];

// 2026-11-22 is a Sunday. Warsaw goes to summer time on 2026-03-29 at 02:00, and back on 2026-10-25 at 03:00.
test.for<{ when: string; of: QuietHours[]; zone: string; now: string; until: string | null }>([
  { when: 'no schedule', of: [], zone: 'UTC', now: '2026-11-22T23:00Z', until: null },
  { when: 'before it', of: night, zone: 'UTC', now: '2026-11-22T21:59Z', until: null },
  { when: 'its first minute', of: night, zone: 'UTC', now: '2026-11-22T22:00Z', until: '2026-11-23T07:00Z' },
  { when: 'across midnight', of: night, zone: 'UTC', now: '2026-11-23T03:00Z', until: '2026-11-23T07:00Z' },
  { when: 'its end', of: night, zone: 'UTC', now: '2026-11-23T07:00Z', until: null },
  {
    when: 'the user’s zone',
    of: night,
    zone: 'Europe/Warsaw',
    now: '2026-11-22T21:30Z',
    until: '2026-11-23T06:00Z',
  },
  {
    when: 'another day',
    of: [hours([1], '22:00', '07:00')],
    zone: 'UTC',
    now: '2026-11-22T23:00Z',
    until: null,
  },
  {
    when: 'the day on which it began',
    of: [hours([0], '22:00', '07:00')],
    zone: 'UTC',
    now: '2026-11-23T06:59Z',
    until: '2026-11-23T07:00Z',
  },
  {
    when: 'a whole day',
    of: [hours([0], '00:00', '00:00')],
    zone: 'UTC',
    now: '2026-11-22T12:00Z',
    until: '2026-11-23T00:00Z',
  },
  {
    when: 'windows that touch are one',
    of: [hours([6], '20:00', '00:00'), hours([0], '00:00', '00:00'), hours([1], '00:00', '07:30')],
    zone: 'UTC',
    now: '2026-11-21T21:00Z',
    until: '2026-11-23T07:30Z',
  },
  {
    when: 'a night of 23 hours',
    of: night,
    zone: 'Europe/Warsaw',
    now: '2026-03-28T21:00Z',
    until: '2026-03-29T05:00Z',
  },
  {
    when: 'a night of 25 hours',
    of: night,
    zone: 'Europe/Warsaw',
    now: '2026-10-24T20:00Z',
    until: '2026-10-25T06:00Z',
  },
  {
    when: 'it ends in the hour that is left out',
    of: [hours(WEEK, '22:00', '02:30')],
    zone: 'Europe/Warsaw',
    now: '2026-03-28T23:00Z',
    until: '2026-03-29T01:30Z',
  },
  {
    when: 'it ends in the hour that comes twice: once',
    of: [hours(WEEK, '22:00', '02:30')],
    zone: 'Europe/Warsaw',
    now: '2026-10-25T00:45Z',
    until: '2026-10-25T01:30Z',
  },
  {
    when: 'west of Greenwich',
    of: night,
    zone: 'America/New_York',
    now: '2026-03-08T05:00Z',
    until: '2026-03-08T11:00Z',
  },
])('$when: $zone $now → $until', ({ of, zone, now, until }) => {
  const end = quietUntil(of, Date.parse(now), zone);
  expect(end === null ? null : new Date(end).toISOString()).toBe(
    until === null ? null : new Date(until).toISOString(),
  );
});

test('quiet all week long: it is quiet, and asked again later', () => {
  const end = quietUntil([hours(WEEK, '00:00', '00:00')], T0, 'UTC');
  expect(end).toBeGreaterThanOrEqual(T0 + 7 * 86_400_000);
});

const off = (at: number, subject: number, more: Partial<Given> = {}): Given => ({
  at,
  type: 8,
  subject,
  ...more,
});
const on = (at: number, subject: number): Given => ({ at, type: 7, subject });
const failed = (at: number, subject: number): Given => ({ at, type: 3, subject });
/** T0 is a Monday, 00:00: quiet until 00:20. */
const QUIET: WorldOptions['settings'] = { quietHours: [hours([1], '00:00', '00:20')] };

test.for<{ when: string; given: Given[]; settings?: WorldOptions['settings']; told: string[] }>([
  { when: 'nothing held, nothing told', given: [{ at: 100, type: 1 }], told: [] },
  {
    when: 'held and counted; one digest at the end',
    given: [failed(100, 1), off(200, 4), off(300, 5), on(400, 5), failed(1300, 2)],
    told: ['1200 quiet of 3, 2 open: Task 1 failed', '1321 Task 2 failed'],
  },
  {
    when: 'what was open in the digest was told, so its end is; what was over in it was not',
    given: [off(100, 4), off(200, 5), on(300, 5), on(1400, 4)],
    told: ['1200 quiet of 2, 1 open: Agent 4 is offline', '1401 Agent 4 was offline for 22 min'],
  },
  {
    when: 'a critical one breaks through',
    given: [off(100, 4, { severity: SEVERE }), failed(200, 1)],
    told: ['131 Agent 4 is offline', '1200 quiet of 1, 1 open: Task 1 failed'],
  },
  {
    when: 'not where that is switched off',
    given: [off(100, 4, { severity: SEVERE })],
    settings: { criticalBreaksThrough: false },
    told: ['1200 quiet of 1, 1 open: Agent 4 is offline'],
  },
  {
    when: 'a storm in it is one digest, too',
    given: Array.from({ length: 30 }, (_, i) => failed(100, i)),
    told: ['1200 quiet of 30, 30 open: Task 0 failed'],
  },
])('10: $when', ({ given, settings, told }) => {
  const world = createWorld({ settings: { ...QUIET, ...settings } });
  world.add(...given);
  world.run(1500);
  expect(world.told()).toEqual(told);
});

test('10: a pause ends by itself, also where quiet hours follow it', () => {
  const world = createWorld({ settings: { quietHours: [hours([1], '00:10', '00:20')] } });
  world.pause(660);
  world.add(failed(100, 1));
  world.run(700);
  expect(world.told()).toEqual([]);
  world.run(1300);
  expect(world.told()).toEqual(['1200 paused of 1, 1 open: Task 1 failed']);
});

test('10: seen while it was held, it is in no digest', () => {
  const world = createWorld();
  world.pause(600);
  const [first] = world.add(failed(100, 1), failed(100, 2));
  world.at(300, () => world.hear({ kind: 'seen', keys: [first!] }));
  world.run(700);
  expect(world.told()).toEqual(['600 paused of 1, 1 open: Task 2 failed']);
  expect(world.verdictsOf(first!)).toEqual(['rule-toast', 'held', 'seen-elsewhere']);
});

test('10: resumed early: the digest at once; resumed with nothing held: nothing', () => {
  const world = createWorld();
  world.pause(600);
  world.add(failed(100, 1));
  world.run(200);
  world.pause(null);
  world.pause(600);
  world.run(300);
  world.pause(null);
  expect(world.told()).toEqual(['200 paused of 1, 1 open: Task 1 failed']);
});
