import type { App } from 'electron';
import type { Clock } from '../../core/ports';

/** A disk that hangs must not keep the session from ending. ms */
const PATIENCE_MS = 4000;

export interface QuitDeps {
  readonly app: Pick<App, 'on' | 'quit'>;
  readonly process: { on(signal: NodeJS.Signals, listener: () => void): unknown };
  readonly clock: Pick<Clock, 'after'>;
}

/**
 * Before the app ends, what has to end in order does. However often it is asked to quit meanwhile, `stop` runs
 * once and is waited for, at most 4 s.
 */
export function onQuit({ app, process, clock }: QuitDeps, stop: () => Promise<void>): void {
  let state: 'running' | 'ending' | 'ended' = 'running';
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
    const cancel = clock.after(PATIENCE_MS, end);
    void stop().finally(end);
  });
  // A service manager, a terminal or the session's end asks so. Unheard a signal ends the process at once: marks
  // in their Undo would stay here, and the history would end without its checkpoint.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit());
}
