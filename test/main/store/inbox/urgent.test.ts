import { expect, test } from 'vitest';
import { contextOf, keyOf, opened, T0 } from '../opened';

const LEVELS = { 9: 'critical' } as const;

test('the most urgent of all that is unseen, however old; of each level the newest first; then plain information', () => {
  const store = opened();
  const routine = Array.from({ length: 60 }, (_, i) => ({
    id: 200 + i,
    second: 200 + i,
    type: 1,
    data: null,
  }));
  store.apply(
    [
      ...routine.toReversed(),
      { id: 5, second: 50, type: 8 },
      { id: 4, second: 40, type: 8, seen: true },
      { id: 3, second: 30, type: 8 },
      { id: 2, second: 20, type: 8, severity: 9 },
      { id: 1, second: 10, type: 4, data: { task_id: 1 } },
    ],
    { levels: LEVELS },
  );
  const urgent = (limit: number): string =>
    store
      .urgent(limit)
      .map(({ key, level }) => `${key.id} ${level}`)
      .join(', ');
  expect(urgent(3)).toBe('2 critical, 5 major, 3 major');
  expect(urgent(6)).toBe('2 critical, 5 major, 3 major, 1 warning, 259 info, 258 info');
  store.snooze([keyOf(2, 20), keyOf(259, 259)], T0 + 3_600_000, contextOf());
  store.addMarks([keyOf(5, 50)], 'x', T0);
  expect(urgent(4)).toBe('3 major, 1 warning, 258 info, 257 info');
});
