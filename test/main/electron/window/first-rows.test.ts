import { expect, test } from 'vitest';
import { createFirstRows } from '../../../../src-main/electron/window/first-rows';
import type { Handlers } from '../../../../src-main/core/handlers';
import { FIRST_ROWS } from '../../../../src-shared/first-rows';
import { PAGE } from '../../../../src-renderer/inbox/rows/pages';
import { VIEWS } from '../../../../src-renderer/places';
import { createFakeClock, settle } from '../../../support/fake-clock';

function setUp({ refused = 0 } = {}) {
  const clock = createFakeClock();
  let asked = 0;
  const core = {
    inboxQuery: () => {
      asked += 1;
      return asked > refused ? Promise.resolve({ total: asked }) : Promise.reject(new Error('locked'));
    },
  } as unknown as Handlers;
  const { ahead, open, handlers } = createFirstRows(core, clock);
  const ask = async (input: Parameters<Handlers['inboxQuery']>[0] = FIRST_ROWS) =>
    (await handlers.inboxQuery(input)).total;
  return { clock, ahead, open, ask, asked: () => asked };
}

test('they are what a window shows first', () => {
  expect(FIRST_ROWS).toEqual({ filter: VIEWS.inbox, offset: 0, limit: PAGE });
});

test('what was looked up for a window is given to its first question, and to no other', async () => {
  const { ahead, open, ask, asked } = setUp();
  open();
  ahead();
  await settle();
  expect(await ask({ ...FIRST_ROWS, offset: 100 })).toBe(2);
  expect(await ask()).toBe(1);
  expect(await ask()).toBe(3);
  expect(asked()).toBe(3);
});

test.for([
  { when: 'nothing was looked up', ahead: false, wait: 0, given: {}, answer: 1 },
  { when: 'the page asks too late', ahead: true, wait: 2000, given: {}, answer: 2 },
  { when: 'looking it up failed', ahead: true, wait: 0, given: { refused: 1 }, answer: 2 },
])('$when: it is asked for as ever', async ({ ahead, wait, given, answer }) => {
  const { clock, open, ask, ...rest } = setUp(given);
  open();
  if (ahead) rest.ahead();
  await clock.pass(wait);
  expect(await ask()).toBe(answer);
});

test('a history that is not open yet is not asked; the page waits for it, however long, and is answered once', async () => {
  const { clock, ahead, open, ask, asked } = setUp();
  ahead();
  await clock.pass(5000);
  expect(asked()).toBe(0);
  const answer = ask();
  await clock.pass(5000);
  expect(asked()).toBe(0);
  open();
  open();
  expect([await answer, asked()]).toEqual([1, 1]);
});

test('found a while before the page asks: from then on its age counts', async () => {
  const { clock, ahead, open, ask } = setUp();
  ahead();
  await clock.pass(5000);
  open();
  await clock.pass(1900);
  expect(await ask()).toBe(1);
});
