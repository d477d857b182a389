import { expect, test, vi } from 'vitest';
import { onQuit } from '../../../../src-main/electron/start/quit';
import { createFakeClock } from '../../../support/fake-clock';

/** As far as quitting goes: a quit that is not prevented is the end. */
function world(stop: () => Promise<void>) {
  const clock = createFakeClock();
  const signals = new Map<string, () => void>();
  let ask: (event: { preventDefault: () => void }) => void = () => {};
  const ended = vi.fn<() => void>();
  const app = {
    on: (_: string, listener: typeof ask) => void (ask = listener),
    quit: () => {
      let prevented = false;
      ask({ preventDefault: () => (prevented = true) });
      if (!prevented) ended();
    },
  };
  const process = { on: (signal: string, listener: () => void) => signals.set(signal, listener) };
  onQuit({ app: app as never, process, clock }, stop);
  return { app, clock, signals, ended };
}

test('what has to end ends first, once, however often it is asked to quit', async () => {
  let done = (): void => {};
  const stop = vi.fn(() => new Promise<void>((resolve) => (done = resolve)));
  const { app, ended } = world(stop);
  app.quit();
  app.quit();
  expect(stop).toHaveBeenCalledTimes(1);
  expect(ended).not.toHaveBeenCalled();
  done();
  await vi.waitFor(() => expect(ended).toHaveBeenCalledTimes(1));
});

test('what never ends is waited for 4 s', async () => {
  const { app, clock, ended } = world(() => new Promise(() => {}));
  app.quit();
  await clock.pass(3999);
  expect(ended).not.toHaveBeenCalled();
  await clock.pass(1);
  expect(ended).toHaveBeenCalledTimes(1);
});

test.for(['SIGTERM', 'SIGINT', 'SIGHUP'])('%s quits like the menu does', (signal) => {
  const stop = vi.fn(() => Promise.resolve());
  world(stop).signals.get(signal)?.();
  expect(stop).toHaveBeenCalledTimes(1);
});
