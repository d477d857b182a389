import { expect, test } from 'vitest';
import type { Bridge } from '../../src-shared/ipc';
import { withEarlyAnswers } from '../../src-renderer/early-answers';

const ROWS = { filter: { seen: false }, offset: 0, limit: 100 } as const;

/** A bridge that counts, and refuses what is named. */
function counting(...refused: readonly string[]) {
  const asked: string[] = [];
  const call = (name: string): Promise<unknown> => {
    asked.push(name);
    return Promise.resolve(
      refused.includes(name) && asked.filter((one) => one === name).length === 1
        ? { ok: false, failure: { kind: 'storage' } }
        : { ok: true, value: `${name} ${asked.length}` },
    );
  };
  return { asked, bridge: { call, onPush: () => () => undefined } as unknown as Bridge };
}

test('the first questions are asked at once, and each answer is given once', async () => {
  const { asked, bridge } = counting();
  const early = withEarlyAnswers(bridge);
  expect(asked).toEqual(['state', 'inboxQuery']);
  expect(await early.call('state', {})).toEqual({ ok: true, value: 'state 1' });
  expect(await early.call('inboxQuery', ROWS)).toEqual({ ok: true, value: 'inboxQuery 2' });
  expect(await early.call('state', {})).toEqual({ ok: true, value: 'state 3' });
});

test('another question goes through; an early refusal is asked again', async () => {
  const { asked, bridge } = counting('inboxQuery');
  const early = withEarlyAnswers(bridge);
  await early.call('inboxQuery', { ...ROWS, offset: 100 });
  expect(await early.call('inboxQuery', ROWS)).toEqual({ ok: true, value: 'inboxQuery 4' });
  expect(asked).toEqual(['state', 'inboxQuery', 'inboxQuery', 'inboxQuery']);
});
