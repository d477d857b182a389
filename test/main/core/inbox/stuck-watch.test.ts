import { expect, test } from 'vitest';
import { createStuckWatch } from '../../../../src-main/core/inbox/stuck-watch';

/** A clock of which the timers fall due when the test says so, however late. */
function looked() {
  const told: string[] = [];
  let due: (() => void) | undefined;
  const watch = createStuckWatch({
    clock: {
      after: (_, act) => {
        due = act;
        return () => (due = undefined);
      },
    },
    onStuck: () => told.push('stuck'),
    onFree: () => told.push('free'),
  });
  const ask = () => {
    let resolve!: (answer: string) => void;
    let reject!: (error: Error) => void;
    const answer = new Promise<string>((...given) => ([resolve, reject] = given));
    return { asked: watch.during(() => answer), resolve, reject };
  };
  const look = (times: number): void => {
    for (let i = 0; i < times; i += 1) due?.();
  };
  return { told, watch, ask, look, waits: () => due !== undefined };
}

test('six looks without an answer: a machine that slept for hours comes to one', () => {
  const { told, ask, look } = looked();
  ask();
  look(5);
  expect(told).toEqual([]);
  look(1);
  expect(told).toEqual(['stuck']);
  look(100);
  expect(told).toEqual(['stuck']);
});

test('any answer begins the count anew, a refusal too; nothing is looked at while nothing is asked', async () => {
  const { told, ask, look, waits } = looked();
  const [first, second] = [ask(), ask()];
  look(5);
  first.reject(new Error('disk I/O error'));
  await expect(first.asked).rejects.toThrow('disk I/O error');
  look(5);
  expect([told, waits()]).toEqual([[], true]);
  second.resolve('rows');
  expect(await second.asked).toBe('rows');
  expect([told, waits()]).toEqual([[], false]);
});

test('the first answer after it is the end of it, and is told once', async () => {
  const { told, ask, look } = looked();
  const [first, second] = [ask(), ask()];
  look(6);
  first.resolve('');
  second.resolve('');
  await Promise.all([first.asked, second.asked]);
  expect(told).toEqual(['stuck', 'free']);
});
