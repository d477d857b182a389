import type { App } from 'electron';
import type { Clock } from '../../core/ports';

/** A disk that hangs must not keep the session from ending. ms */
const PATIENCE_MS = 4000;
/** What then is left after so long is ended by force, ms. */
const LEFT_MS = 1000;

export interface QuitDeps {
  readonly app: Pick<App, 'on' | 'quit'>;
  readonly process: Pick<NodeJS.Process, 'pid' | 'kill'> & {
    on(signal: NodeJS.Signals, listener: () => void): unknown;
  };
  readonly clock: Pick<Clock, 'after'>;
}

/**
 * Before the app ends, what has to end in order does. However often it is asked to quit meanwhile, `stop` runs
 * once and is waited for, at most 4 s. What never ended by then is a thread inside a disk that hangs: at its end Node
 * waits for it for ever (also in `process.exit`), and the profile's lock with it. Then the process is killed.
 */
export function onQuit({ app, process, clock }: QuitDeps, stop: () => Promise<void>): void {
  let state: 'running' | 'ending' | 'ended' = 'running';
  let stopped = false;
  const kill = (): void => void process.kill(process.pid, 'SIGKILL');
  app.on('before-quit', (event) => {
    if (state === 'ended') return;
    event.preventDefault();
    if (state === 'ending') return;
    state = 'ending';
    const end = (): void => {
      cancel();
      if (state === 'ended') return;
      state = 'ended';
      app.quit();
    };
    const cancel = clock.after(PATIENCE_MS, () => {
      app.on('quit', () => {
        if (!stopped) kill();
      });
      clock.after(LEFT_MS, kill);
      end();
    });
    void stop().finally(() => {
      stopped = true;
      end();
    });
  });
  // A service manager, a terminal or the session's end asks so. Unheard a signal ends the process at once: marks
  // in their Undo would stay here, and the history would end without its checkpoint.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit());
}
