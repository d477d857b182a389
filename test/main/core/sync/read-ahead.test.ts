import { expect, test } from 'vitest';
import { createReadAhead, type Asked, type AskServer } from '../../../../src-main/core/sync/read-ahead';

/** Answers each question with its own number, and keeps what was asked. */
function server(bytes = 0) {
  const asked: string[] = [];
  const ask: AskServer = (offset, limit) => {
    asked.push(`${offset}+${limit}`);
    return Promise.resolve({
      answer: { body: new Uint8Array(bytes), date: undefined, duration: 0 },
      knownSeq: asked.length,
    });
  };
  return { asked, ask, plan: { length: 50, limit: 50, total: 1000, ask } };
}
/** All that was asked for is here. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('what is on its way is taken, not asked for again', async () => {
  const { asked, ask, plan } = server();
  const ahead = createReadAhead();
  ahead.readOn(100, { ...plan, total: 160 });
  expect(asked).toEqual(['140+50']);
  expect(ahead.near(147)).toBe(140);
  expect((await ahead.take(140, 50, ask)).knownSeq).toBe(1);
  await ahead.take(140, 50, ask);
  expect(asked).toEqual(['140+50', '140+50']);
});

/** As many as are asked for ahead, pages of 40 new rows each. */
const SEVEN = (from: number): string[] => Array.from({ length: 7 }, (_, n) => `${from + n * 40}+50`);

test('seven pages are asked for, one after the other, and taken together', async () => {
  const { asked, ask, plan } = server();
  const ahead = createReadAhead();
  ahead.readOn(100, plan);
  expect(asked).toEqual(['140+50']);
  await settled();
  expect(asked).toEqual(SEVEN(140));
  await ahead.take(140, 50, ask);
  expect(ahead.takeCame().map(({ offset }) => offset)).toEqual([180, 220, 260, 300, 340, 380]);
  ahead.readOn(380, plan);
  await settled();
  expect(asked.slice(7)).toEqual(SEVEN(420));
});

test('what is not here yet is left for the next step', async () => {
  const { asked, ask, plan } = server();
  const ahead = createReadAhead();
  ahead.readOn(100, plan);
  await ahead.take(140, 50, ask);
  expect(ahead.takeCame()).toEqual([]);
  ahead.readOn(140, plan);
  await settled();
  expect(asked).toEqual(['140+50', ...SEVEN(180)]);
  expect(ahead.near(180)).toBe(180);
});

test('two large ones are enough', async () => {
  const { asked, plan } = server(1.5 * 1024 * 1024);
  createReadAhead().readOn(100, plan);
  await settled();
  expect(asked).toEqual(['140+50', '180+50']);
});

test('below all that the server has nothing is asked for', async () => {
  const { asked, plan } = server();
  createReadAhead().readOn(100, { ...plan, total: 195 });
  await settled();
  expect(asked).toEqual(['140+50', '180+50']);
});

test.for([
  { meant: 139, why: 'it would begin below what was meant' },
  { meant: 151, why: 'it would read too much again' },
])('$why: asked anew', async ({ meant }) => {
  const { asked, ask, plan } = server();
  const ahead = createReadAhead();
  ahead.readOn(100, { ...plan, total: 160 });
  expect(ahead.near(meant)).toBe(meant);
  await ahead.take(ahead.near(meant), 50, ask);
  expect(asked).toEqual(['140+50', `${meant}+50`]);
});

test('another size, or something else asked meanwhile: thrown away', async () => {
  const { asked, ask, plan } = server();
  const ahead = createReadAhead();
  ahead.readOn(0, { ...plan, total: 60 });
  await ahead.take(40, 25, ask);
  expect(ahead.takeCame()).toEqual([]);
  ahead.readOn(0, { ...plan, total: 60 });
  ahead.forget();
  expect(ahead.near(40)).toBe(40);
  await ahead.take(40, 50, ask);
  expect(asked).toEqual(['40+50', '40+25', '40+50', '40+50']);
});

test('one that was forgotten comes late: still one request at a time', async () => {
  const waiting: ((asked: Asked) => void)[] = [];
  const ask: AskServer = () => new Promise((resolve) => waiting.push(resolve));
  const come = async (at: number): Promise<void> => {
    waiting[at]!({ answer: { body: new Uint8Array(), date: undefined, duration: 0 }, knownSeq: 1 });
    await settled();
  };
  const ahead = createReadAhead();
  ahead.readOn(0, { length: 50, limit: 50, total: 1000, ask });
  ahead.forget();
  ahead.readOn(500, { length: 50, limit: 50, total: 1000, ask });
  await come(0);
  expect(waiting).toHaveLength(2);
  await come(1);
  expect(waiting).toHaveLength(3);
});

test('a page too short to begin below it asks nothing; a failure is the taker’s, and the last of its row', async () => {
  const { asked, ask, plan } = server();
  const ahead = createReadAhead();
  ahead.readOn(0, { ...plan, length: 10 });
  expect(asked).toEqual([]);
  ahead.forget();
  let failed = 0;
  ahead.readOn(0, { ...plan, ask: () => ((failed += 1), Promise.reject(new Error('gone'))) });
  await settled();
  expect(failed).toBe(1);
  ahead.readOn(0, plan);
  expect(asked).toEqual([]);
  await expect(ahead.take(40, 50, ask)).rejects.toThrow('gone');
});
