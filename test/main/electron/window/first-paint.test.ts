import { expect, test } from 'vitest';
import { createFirstPaint } from '../../../../src-main/electron/window/first-paint';
import { createFakeClock, settle } from '../../../support/fake-clock';

function watched() {
  const clock = createFakeClock();
  const firstPaint = createFirstPaint(clock);
  let over = false;
  void firstPaint.over.then(() => (over = true));
  return { clock, firstPaint, isOver: async () => (await settle(), over) };
}

test('over when the page has had time to draw the rows it was given, counted from the first', async () => {
  const { clock, firstPaint, isOver } = watched();
  firstPaint.rowsGiven();
  await clock.pass(100);
  firstPaint.rowsGiven();
  expect(await isOver()).toBe(false);
  await clock.pass(60);
  expect(await isOver()).toBe(true);
  expect(clock.timers()).toBe(0);
});

test('without a window at once; with one that asks for no rows not for ever', async () => {
  const hidden = watched();
  hidden.firstPaint.skip();
  expect([await hidden.isOver(), hidden.clock.timers()]).toEqual([true, 0]);
  const { clock, isOver } = watched();
  await clock.pass(1400);
  expect(await isOver()).toBe(false);
  await clock.pass(100);
  expect(await isOver()).toBe(true);
});
