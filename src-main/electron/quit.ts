import type { App } from 'electron';

/** Before the app ends, what has to end in order does; `stop` never takes longer than it promises. */
export function onQuit(app: Pick<App, 'on' | 'quit'>, stop: () => Promise<void>): void {
  let stopped = false;
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    stopped = true;
    void stop().finally(() => app.quit());
  });
}
