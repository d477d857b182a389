import { expect, test } from 'vitest';
import { createRest } from '../../../src-main/store/rest';
import { createFakeClock } from '../../support/fake-clock';

/** A history in which so many rows are left to be made searchable; each step takes as long as `takes` says, ms. */
function resting(left: number, takes = 15) {
  const clock = createFakeClock();
  const state = { left, written: 0, open: true };
  const steps: (readonly [at: number, most: number])[] = [];
  let spent = 0;
  const monotonic = (): number => clock.monotonic() + spent;
  const rest = createRest(
    {
      indexSome(most) {
        steps.push([clock.monotonic(), most]);
        const done = Math.min(most, state.left);
        state.left -= done;
        state.written += done;
        spent += takes;
        return done;
      },
      stamp: () => (state.open ? `1 ${state.written}` : undefined),
    },
    { after: clock.after, monotonic },
  );
  return { clock, state, steps, rest };
}

test('it begins a second after the last question, and goes on until nothing is left', async () => {
  const { clock, steps, rest } = resting(100);
  rest.asked();
  await clock.pass(900);
  rest.asked();
  await clock.pass(5000);
  expect(steps.map(([at]) => at)).toEqual([1900, 1902, 1904]);
});

test('once nothing is left, it looks again only where something was written, or another file may stand there', async () => {
  const { clock, state, steps, rest } = resting(0);
  const ask = async (): Promise<number> => {
    rest.asked();
    await clock.pass(5000);
    return steps.length;
  };
  expect([await ask(), await ask(), await ask()]).toEqual([1, 1, 1]);
  state.written += 1;
  expect([await ask(), await ask()]).toEqual([2, 2]);
  state.open = false;
  expect([await ask(), await ask()]).toEqual([3, 4]);
});

test('a question in the midst of it waits for one step, and is followed by another quiet second', async () => {
  const { clock, steps, rest } = resting(100);
  rest.asked();
  await clock.pass(1001);
  rest.asked();
  await clock.pass(5000);
  expect(steps.map(([at]) => at)).toEqual([1000, 2001, 2003]);
});

test.for([
  { takes: 60, most: [64, 32, 16, 8, 8] },
  { takes: 5, most: [64, 128, 256, 512, 512] },
])('steps of $takes ms are made as long as they may be', async ({ takes, most }) => {
  const { clock, steps, rest } = resting(5000, takes);
  rest.asked();
  await clock.pass(1009);
  expect(steps.map(([, each]) => each)).toEqual(most);
});
