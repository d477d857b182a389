import type { OpenTarget } from '../../src-shared/ipc';
import type { App } from './app';
import type { TrayAction } from './tray-view';

export interface TrayActionsDeps {
  readonly app: Pick<App, 'pause' | 'watchers'>;
  /** Shows the window as it is. */
  readonly show: () => void;
  /** Shows the window, there. */
  readonly open: (target: OpenTarget) => void;
  readonly quit: () => void;
}

/** One line an entry of the tray: the same functions as the window's buttons. Opening an item marks nothing. */
export function createTrayActions({ app, show, open, quit }: TrayActionsDeps) {
  return async function act(action: TrayAction): Promise<void> {
    switch (action.act) {
      case 'open':
        return show();
      case 'open-item':
        return open({ page: 'inbox', key: action.key });
      case 'mark-all':
        return open({ page: 'account', account: action.account, markAll: true });
      case 'preferences':
        return open({ page: 'preferences' });
      case 'connect':
        return open({ page: 'welcome' });
      case 'pause':
        return app.pause.set(action.minutes);
      case 'resume':
        return app.pause.set(null);
      case 'poll-now':
        await app.watchers.kickAll();
        return;
      case 'quit':
        return quit();
    }
  };
}
