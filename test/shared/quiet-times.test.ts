import { expect, test } from 'vitest';
import type { QuietHours } from '../../src-shared/alert-rules';
import { quietTimes } from '../../src-shared/quiet-times';

/** Of a Sunday, 22 November 2026, and the days after it; in the zone of the machine. */
const at = (day: number, hour: number, minute = 0): number =>
  new Date(2026, 10, 22 + day, hour, minute).getTime();
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const WORK = [1, 2, 3, 4, 5];
const hours = (days: readonly number[], from: number, to: number): QuietHours => ({
  days: [...days],
  from: from * 60,
  to: to * 60,
});

test.for<{
  readonly when: string;
  readonly given: readonly QuietHours[];
  readonly now: number;
  readonly from?: number;
  readonly until?: number | null;
}>([
  { when: 'none', given: [], now: at(0, 12) },
  { when: 'later today', given: [hours(EVERY_DAY, 22, 7)], now: at(0, 12), from: at(0, 22), until: at(1, 7) },
  {
    when: 'now, over midnight',
    given: [hours(EVERY_DAY, 22, 7)],
    now: at(1, 3),
    from: at(0, 22),
    until: at(1, 7),
  },
  {
    when: 'they end at their end',
    given: [hours(EVERY_DAY, 22, 7)],
    now: at(1, 7),
    from: at(1, 22),
    until: at(2, 7),
  },
  {
    when: 'on working days only',
    given: [hours(WORK, 12, 13)],
    now: at(0, 12, 30),
    from: at(1, 12),
    until: at(1, 13),
  },
  {
    when: 'the only one is in six days',
    given: [hours([6], 8, 9)],
    now: at(0, 12),
    from: at(6, 8),
    until: at(6, 9),
  },
  {
    when: 'the same time next week',
    given: [hours([0], 8, 9)],
    now: at(0, 12),
    from: at(7, 8),
    until: at(7, 9),
  },
  {
    when: 'two that touch are one',
    given: [hours(EVERY_DAY, 20, 22), hours(EVERY_DAY, 22, 6)],
    now: at(0, 21),
    from: at(0, 20),
    until: at(1, 6),
  },
  {
    when: 'one within another',
    given: [hours(EVERY_DAY, 8, 20), hours(EVERY_DAY, 12, 13)],
    now: at(0, 9),
    from: at(0, 8),
    until: at(0, 20),
  },
  { when: 'all week long', given: [hours(EVERY_DAY, 0, 0)], now: at(0, 12), from: at(0, 0), until: null },
])('$when', ({ given, now, from, until }) => {
  expect(quietTimes(given, now)).toEqual(from === undefined ? null : { from, until });
});
