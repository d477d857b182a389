import type { App, BrowserWindow, Dialog } from 'electron';
import type { Words } from '../../../src-shared/messages/words';
import type { AppDeps } from '../../core/app-deps';
import type { Log } from '../../core/ports';
import { createFileChooser } from '../desktop/file-chooser';
import { lockFilePath, readLockFile } from './lock-file';

export interface PreferencesPartsDeps {
  readonly app: Pick<App, 'getPath'>;
  readonly dialog: Dialog;
  readonly windows: Pick<typeof BrowserWindow, 'getFocusedWindow'>;
  readonly process: Pick<NodeJS.Process, 'platform' | 'env' | 'getuid'>;
  readonly log: Log;
  readonly words: () => Words;
}

/** The root of Linux and macOS. */
const ROOT = 0;

/** Preferences beside the user's own file: the administrator's, and the dialogs by which they go out and come in. */
export function preferencesParts({
  app,
  dialog,
  windows,
  process: { platform, env, getuid },
  log,
  words,
}: PreferencesPartsDeps): Pick<AppDeps, 'locked' | 'fileChooser'> {
  return {
    locked: readLockFile({ file: lockFilePath(platform, env), owner: getuid && ROOT, log }),
    fileChooser: createFileChooser({
      dialog,
      window: () => windows.getFocusedWindow() ?? undefined,
      folder: () => app.getPath('documents'),
      messages: () => words().messages,
    }),
  };
}
