import { expect, test, vi } from 'vitest';
import { onQuit } from '../../../../src-main/electron/start/quit';
import { createFakeClock } from '../../../support/fake-clock';

/** As far as quitting goes: a quit that is not prevented is the end, unless something holds it back. */
function world(stop: () => Promise<void>, { heldBack = false } = {}) {
  const clock = createFakeClock();
  const signals = new Map<string, () => void>();
  const heard = new Map<string, (event: { preventDefault: () => void }) => void>();
  const ended = vi.fn<() => void>();
  const kill = vi.fn<(pid: number, signal: string) => true>(() => true);
  const app = {
    on: (name: string, listener: () => void) => void heard.set(name, listener),
    quit: () => {
      let prevented = false;
      const event = { preventDefault: () => void (prevented = true) };
      heard.get('before-quit')?.(event);
      if (prevented) return;
      ended();
      if (!heldBack) heard.get('quit')?.(event);
    },
  };
  const process = {
    on: (signal: string, listener: () => void) => signals.set(signal, listener),
    pid: 7,
    kill,
  };
  onQuit({ app: app as never, process: process as never, clock }, stop);
  return { app, clock, signals, ended, kill, emitQuit: () => heard.get('quit')?.({} as never) };
}

test('what has to end ends first, once, however often it is asked to quit', async () => {
  let done = (): void => {};
  const stop = vi.fn(() => new Promise<void>((resolve) => (done = resolve)));
  const { app, clock, ended, kill } = world(stop);
  app.quit();
  app.quit();
  expect(stop).toHaveBeenCalledTimes(1);
  expect(ended).not.toHaveBeenCalled();
  done();
  await vi.waitFor(() => expect(ended).toHaveBeenCalledTimes(1));
  await clock.pass(60_000);
  expect([kill.mock.calls, clock.timers(), ended.mock.calls.length]).toEqual([[], 0, 1]);
});

test('what never ends is waited for 4 s', async () => {
  const { app, clock, ended } = world(() => new Promise(() => {}));
  app.quit();
  await clock.pass(3999);
  expect(ended).not.toHaveBeenCalled();
  await clock.pass(1);
  expect(ended).toHaveBeenCalledTimes(1);
});

test('what never ends holds the process, too: it is killed as the app quits, and only then', async () => {
  const { app, clock, kill } = world(() => new Promise(() => {}));
  app.quit();
  await clock.pass(3999);
  expect(kill).not.toHaveBeenCalled();
  await clock.pass(1);
  expect(kill.mock.calls).toEqual([[7, 'SIGKILL']]);
});

test('an end that is held back after that is waited for one second more', async () => {
  const { app, clock, ended, kill } = world(() => new Promise(() => {}), { heldBack: true });
  app.quit();
  await clock.pass(4999);
  expect([ended.mock.calls.length, kill.mock.calls]).toEqual([1, []]);
  await clock.pass(1);
  expect(kill.mock.calls).toEqual([[7, 'SIGKILL']]);
});

test('what ended after all in that second lets the process end by itself', async () => {
  let done = (): void => {};
  const stop = () => new Promise<void>((resolve) => (done = resolve));
  const { app, clock, ended, kill, emitQuit } = world(stop, { heldBack: true });
  app.quit();
  await clock.pass(4000);
  done();
  await clock.pass(500);
  emitQuit();
  expect([ended.mock.calls.length, kill.mock.calls]).toEqual([1, []]);
});

test.for(['SIGTERM', 'SIGINT', 'SIGHUP'])('%s quits like the menu does', (signal) => {
  const stop = vi.fn(() => Promise.resolve());
  world(stop).signals.get(signal)?.();
  expect(stop).toHaveBeenCalledTimes(1);
});
