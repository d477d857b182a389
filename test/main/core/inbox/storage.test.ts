import { expect, test } from 'vitest';
import { fail, type ErrorKind } from '../../../../src-shared/app-error';
import { createStorage } from '../../../../src-main/core/inbox/storage';
import type { Store } from '../../../../src-main/core/store-port';
import { createFakeClock } from '../../../support/fake-clock';

/** A store of which opening or writing fails for as long as the test says. */
function troubled() {
  const clock = createFakeClock();
  const told: string[] = [];
  const trouble: { kind: ErrorKind | null } = { kind: null };
  const act = async (): Promise<never> => {
    if (trouble.kind) throw fail(trouble.kind, { detail: trouble.kind });
    return undefined as never;
  };
  const store = { open: act, probe: act, applyPage: act, summary: act } as unknown as Store;
  const storage = createStorage({
    store,
    clock,
    log: { event: () => undefined, bug: () => undefined },
    folder: '/x',
    onChange: () => void told.push(`says ${storage.state()?.kind ?? 'nothing'}`),
    onStuck: () => void told.push('stuck'),
    onBack: async () => void told.push('back'),
    onOpen: async () => void told.push('open'),
    onReread: (accounts) => void told.push(`again ${accounts?.join() ?? 'all'}`),
  });
  return { clock, told, trouble, storage };
}

test.for(['disk-full', 'read-only', 'storage'] as const)(
  '%s: said once, tried again, and on it goes by itself',
  async (kind) => {
    const { clock, told, trouble, storage } = troubled();
    await storage.open();
    trouble.kind = kind;
    await expect(storage.store.summary()).rejects.toMatchObject({ failure: { kind } });
    await expect(storage.store.summary()).rejects.toMatchObject({ failure: { kind } });
    await clock.pass(60_000);
    expect(told).toEqual(['open', `says ${kind}`]);
    expect(clock.timers()).toBe(1);
    trouble.kind = null;
    await clock.pass(10_000);
    expect(told).toEqual(['open', `says ${kind}`, 'says nothing', 'back']);
    expect([storage.state(), clock.timers()]).toEqual([null, 0]);
  },
);

test('what is no trouble of the history is not said as one', async () => {
  const { told, trouble, storage, clock } = troubled();
  await storage.open();
  trouble.kind = 'order-ignored';
  await expect(storage.store.summary()).rejects.toMatchObject({ failure: { kind: 'order-ignored' } });
  expect([told, clock.timers()]).toEqual([['open'], 0]);
});

test('a history that cannot be opened is opened as soon as it can be', async () => {
  const { clock, told, trouble, storage } = troubled();
  trouble.kind = 'read-only';
  await storage.open();
  await clock.pass(25_000);
  expect(storage.state()).toMatchObject({ kind: 'read-only' });
  trouble.kind = null;
  await clock.pass(10_000);
  expect(told).toEqual(['says read-only', 'says nothing', 'open']);
});

test('made anew: said for this run, with what may be lost, and everything is read again', async () => {
  const { told, storage } = troubled();
  await storage.open();
  storage.notice({ kind: 'repaired', accounts: ['a'] });
  expect(storage.state()).toBeNull();
  storage.notice({ kind: 'rebuilt', marksLost: false });
  expect(storage.state()).toEqual({ kind: 'rebuilt' });
  storage.notice({ kind: 'rebuilt', marksLost: true });
  expect(storage.state()).toEqual({ kind: 'rebuilt', detail: 'marks' });
  expect(told).toEqual(['open', 'again a', 'says rebuilt', 'again all', 'says rebuilt', 'again all']);
});
