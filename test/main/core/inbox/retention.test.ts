import { expect, test } from 'vitest';
import { createRetention } from '../../../../src-main/core/inbox/retention';
import type { RetainMessage, Retained } from '../../../../src-main/core/store-port';
import { createFakeClock } from '../../../support/fake-clock';

const HOUR = 3_600_000;

function retaining(answers: Retained[]) {
  const clock = createFakeClock();
  const asked: RetainMessage[] = [];
  const told: string[] = [];
  const retention = createRetention({
    store: {
      retain: async (message) => {
        asked.push(message);
        return answers.shift() ?? { deleted: 0, next: null, reread: false };
      },
    },
    clock,
    log: { event: (_, text) => void told.push(text ?? ''), bug: (error) => void told.push(String(error)) },
    keep: () => ({ by: 'days', days: 180 }),
    onRows: () => void told.push('rows'),
    onReread: (account) => void told.push(`again ${account}`),
  });
  return { clock, asked, told, retention };
}
const place = { ts: 7, id: '1' };

test('in small steps with room between them, once an hour an account', async () => {
  const { clock, asked, told, retention } = retaining([
    { deleted: 250, next: place, reread: false },
    { deleted: 3, next: null, reread: false },
  ]);
  void retention.polled('a');
  await clock.pass(10);
  expect(asked).toHaveLength(1);
  await clock.pass(20);
  expect(asked.map(({ after }) => after)).toEqual([null, place]);
  expect(told).toEqual(['253 old notifications are no longer kept', 'rows']);
  await clock.pass(HOUR - 100);
  await retention.polled('a');
  expect(asked).toHaveLength(2);
  void retention.polled('b');
  await clock.pass(100);
  void retention.polled('a');
  await clock.pass(0);
  expect(asked.map(({ account }) => account)).toEqual(['a', 'a', 'b', 'a']);
  expect(told).toHaveLength(2);
});

test('a changed preference is followed at the next poll, and may ask for more of the history', async () => {
  const { asked, told, retention } = retaining([
    { deleted: 0, next: null, reread: false },
    { deleted: 0, next: null, reread: true },
  ]);
  await retention.polled('a');
  retention.changed();
  await retention.polled('a');
  expect(asked).toHaveLength(2);
  expect(told).toEqual(['again a']);
});

test('ended, it goes no further', async () => {
  const { clock, asked, retention } = retaining([{ deleted: 250, next: place, reread: false }]);
  void retention.polled('a');
  await clock.pass(0);
  retention.end();
  await clock.pass(1000);
  expect(asked).toHaveLength(1);
});
