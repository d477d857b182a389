import type { Words } from '../../../src-shared/messages/words';
import type { Preferences } from '../../../src-shared/preferences';
import type { Alarm } from './alarm';
import { createAlertPreview } from './alert-preview';
import type { AppDeps } from '../app-deps';
import type { Store } from '../store-port';
import { createTestAlert } from './test-alert';

interface AlertTrialDeps extends Pick<AppDeps, 'clock' | 'toaster' | 'desktop' | 'onOpen'> {
  readonly store: Store;
  readonly alarm: Pick<Alarm, 'context'>;
  readonly words: () => Words;
  readonly preferences: () => Preferences;
}

/** Trying out alerts: what other rules would have told, and one made-up alert on its way to the screen. */
export const createAlertTrial = (deps: AlertTrialDeps) => ({
  preview: createAlertPreview(deps),
  send: createTestAlert({ ...deps, context: deps.alarm.context, desktop: () => deps.desktop.state() }),
});
