import { expect, test } from 'vitest';
import type { Bridge } from '../../src-shared/ipc';
import { render } from '@testing-library/react';
import { App } from '../../src-renderer/App';
import { createAppStore } from '../../src-renderer/app-store';
import { withEarlyAnswers } from '../../src-renderer/early-answers';
import { bad, fakeBridge } from './fake-bridge';
import { titles } from './show';
import { aRow } from './world';

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
  const { bridge: early } = withEarlyAnswers(bridge);
  expect(asked).toEqual(['inboxQuery', 'state']);
  expect(await early.call('state', {})).toEqual({ ok: true, value: 'state 2' });
  expect(await early.call('inboxQuery', ROWS)).toEqual({ ok: true, value: 'inboxQuery 1' });
  expect(await early.call('state', {})).toEqual({ ok: true, value: 'state 3' });
});

test('another question goes through; an early refusal is asked again', async () => {
  const { asked, bridge } = counting('inboxQuery');
  const { bridge: early } = withEarlyAnswers(bridge);
  await early.call('inboxQuery', { ...ROWS, offset: 100 });
  expect(await early.call('inboxQuery', ROWS)).toEqual({ ok: true, value: 'inboxQuery 4' });
  expect(asked).toEqual(['inboxQuery', 'state', 'inboxQuery', 'inboxQuery']);
});

test('rows that have come are there at once, for their filter, and once', async () => {
  const { asked, bridge } = counting();
  const { bridge: early, firstRows } = withEarlyAnswers(bridge);
  expect(firstRows({ seen: false })).toBeUndefined();
  await Promise.resolve();
  expect(firstRows({ seen: true })).toBeUndefined();
  expect(firstRows({ seen: false })).toBe('inboxQuery 1');
  expect(firstRows({ seen: false })).toBeUndefined();
  expect(await early.call('inboxQuery', ROWS)).toEqual({ ok: true, value: 'inboxQuery 3' });
  expect(asked).toHaveLength(3);
});

test('rows that were asked for meanwhile are not given a second time', async () => {
  const { firstRows, bridge: early } = withEarlyAnswers(counting().bridge);
  await early.call('inboxQuery', ROWS);
  expect(firstRows({ seen: false })).toBeUndefined();
});

test('the window draws them without asking', async () => {
  const rows = [aRow({ id: 4, ago: 1 })];
  const fake = fakeBridge({}, rows, { inboxQuery: () => bad('storage') });
  const page = { rows, total: 1, revision: fake.state().revision };
  render(<App app={createAppStore(fake.bridge, () => page)} />);
  expect(await titles()).toHaveLength(1);
});
