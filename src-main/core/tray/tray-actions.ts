import type { OpenTarget } from '../../../src-shared/ipc';
import type { App } from '../app';
import type { Clock } from '../ports';
import type { TrayAction } from './tray-menu';

export interface TrayActionsDeps {
  readonly app: Pick<App, 'pause' | 'watchers' | 'settings'>;
  readonly clock: Pick<Clock, 'now'>;
  /** Shows the window as it is. */
  readonly show: () => void;
  /** Shows the window, there. */
  readonly open: (target: OpenTarget) => void;
  readonly quit: () => void;
}

/** One line an entry of the tray: the same functions as the window's buttons. Opening an item marks nothing. */
export function createTrayActions({ app, clock, show, open, quit }: TrayActionsDeps) {
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
      case 'account':
        return open({ page: 'account', account: action.account });
      case 'pause':
        return app.pause.set(clock.now() + action.minutes * 60_000);
      case 'pause-until':
        // The menu may have been open until then.
        return action.until > clock.now() ? app.pause.set(action.until) : undefined;
      case 'pause-other':
        return open({ page: 'pause' });
      case 'end-silence': {
        const left = app.settings.now().silences.filter(({ id }) => id !== action.id);
        return app.settings.change({ silences: left });
      }
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
