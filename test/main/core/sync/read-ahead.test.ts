import { expect, test } from 'vitest';
import { createReadAhead, type AskServer } from '../../../../src-main/core/sync/read-ahead';

/** Answers each question with its own number, and keeps what was asked. */
function server() {
  const asked: string[] = [];
  const ask: AskServer = (offset, limit) => {
    asked.push(`${offset}+${limit}`);
    return Promise.resolve({
      answer: { body: new Uint8Array(), date: undefined, duration: 0 },
      knownSeq: asked.length,
    });
  };
  return { asked, ask };
}

test('what is on its way is taken, not asked for again', async () => {
  const { asked, ask } = server();
  const ahead = createReadAhead();
  ahead.start(100, 50, 50, ask);
  expect(asked).toEqual(['140+50']);
  expect(ahead.near(147)).toBe(140);
  expect((await ahead.take(140, 50, ask)).knownSeq).toBe(1);
  await ahead.take(140, 50, ask);
  expect(asked).toEqual(['140+50', '140+50']);
});

test.for([
  { meant: 139, why: 'it would begin below what was meant' },
  { meant: 151, why: 'it would read too much again' },
])('$why: asked anew', async ({ meant }) => {
  const { asked, ask } = server();
  const ahead = createReadAhead();
  ahead.start(100, 50, 50, ask);
  expect(ahead.near(meant)).toBe(meant);
  await ahead.take(ahead.near(meant), 50, ask);
  expect(asked).toEqual(['140+50', `${meant}+50`]);
});

test('another size, or something else asked meanwhile: thrown away', async () => {
  const { asked, ask } = server();
  const ahead = createReadAhead();
  ahead.start(0, 50, 50, ask);
  await ahead.take(40, 25, ask);
  ahead.start(0, 50, 50, ask);
  ahead.forget();
  expect(ahead.near(40)).toBe(40);
  await ahead.take(40, 50, ask);
  expect(asked).toEqual(['40+50', '40+25', '40+50', '40+50']);
});

test('a page too short to begin below it asks nothing; a failure is the taker’s', async () => {
  const { asked, ask } = server();
  const ahead = createReadAhead();
  ahead.start(0, 10, 50, ask);
  expect(asked).toEqual([]);
  ahead.start(0, 50, 50, () => Promise.reject(new Error('gone')));
  await expect(ahead.take(40, 50, ask)).rejects.toThrow('gone');
});
