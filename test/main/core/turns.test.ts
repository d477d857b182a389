import { expect, test } from 'vitest';
import { createTurns } from '../../../src-main/core/turns';
import { createFakeClock, settle } from '../../support/fake-clock';

test('one at a time, in order; one that fails does not stop the next', async () => {
  const { take } = createTurns(createFakeClock());
  const done: string[] = [];
  let end = (): void => undefined;
  const first = take(() =>
    new Promise<void>((resolve) => (end = resolve)).then(() => void done.push('first')),
  );
  const second = take(() => Promise.reject(new Error('second')));
  const third = take(async () => void done.push('third'));
  await settle();
  expect(done).toEqual([]);
  end();
  await expect(second).rejects.toThrow('second');
  await Promise.all([first, third]);
  expect(done).toEqual(['first', 'third']);
});

test('over when all are through, or when patience is', async () => {
  const clock = createFakeClock();
  const { take, over } = createTurns(clock);
  await over(1000);
  let end = (): void => undefined;
  void take(() => new Promise<void>((resolve) => (end = resolve)));
  let ended = 0;
  void over(1000).then(() => (ended += 1));
  void over(60_000).then(() => (ended += 1));
  await clock.pass(999);
  expect(ended).toBe(0);
  await clock.pass(1);
  expect(ended).toBe(1);
  end();
  await settle();
  expect([ended, clock.timers()]).toEqual([2, 0]);
});
