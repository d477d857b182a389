import { expect, test } from 'vitest';
import { createAskDisk } from '../../../../src-main/electron/files/ask-disk';
import { createFakeClock } from '../../../support/fake-clock';

/** What is asked of it, and its ends in the test's hand. */
function setUp() {
  const clock = createFakeClock();
  const ask = createAskDisk(clock);
  const begun: string[] = [];
  const said: string[] = [];
  const ends = new Map<string, { well: () => void; badly: () => void }>();
  const about = (name: string): void => {
    const act = () =>
      new Promise<string>((resolve, reject) => {
        begun.push(name);
        ends.set(name, { well: () => resolve(name), badly: () => reject(new Error(name)) });
      });
    ask(act).then(
      (value) => said.push(`${name} ${value}`),
      (error: unknown) => said.push(`${name} ${String(error)}`),
    );
  };
  return { clock, begun, said, ends, about };
}

test('one thing at a time, also after one that failed', async () => {
  const { clock, begun, said, ends, about } = setUp();
  about('a');
  about('b');
  await clock.pass(0);
  expect(begun).toEqual(['a']);
  ends.get('a')!.badly();
  await clock.pass(0);
  expect([begun, said]).toEqual([['a', 'b'], ['a Error: a']]);
  ends.get('b')!.well();
  await clock.pass(0);
  expect([said, clock.timers()]).toEqual([['a Error: a', 'b b'], 0]);
});

test('one that hangs is waited for a second, the next not at all, and none is begun beside it', async () => {
  const { clock, begun, said, ends, about } = setUp();
  about('a');
  await clock.pass(999);
  expect(said).toEqual([]);
  await clock.pass(1);
  about('b');
  await clock.pass(0);
  expect([begun, said, clock.timers()]).toEqual([['a'], ['a undefined', 'b undefined'], 0]);
  ends.get('a')!.well();
  await clock.pass(0);
  about('c');
  await clock.pass(0);
  ends.get('c')!.well();
  await clock.pass(0);
  expect([begun, said.slice(2)]).toEqual([['a', 'c'], ['c c']]);
});
