import type { AppState } from '../../src-shared/app-state';
import type { OpenTarget, Push } from '../../src-shared/ipc';
import type { Row } from '../../src-shared/inbox';
import type {
  AccountsFile,
  Autostart,
  Browser,
  Clock,
  Desktop,
  FileChooser,
  Keyring,
  Log,
  Network,
  PostCard,
  PauseFile,
  PreferencesFile,
  Restart,
  Secrets,
  Sounds,
  TenantHistoryFile,
  Toaster,
} from './ports';
import type { LockFile } from './preferences/preferences';
import type { StartSample } from './inbox/sample';
import type { Store } from './store-port';
import type { Apis } from './watching/watchers';

/** What the core is joined to: by `run.ts` to the machine, by tests to fakes. */
export interface AppDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly store: Store;
  readonly secrets: Secrets;
  readonly keyring: Keyring;
  readonly restart: Restart;
  readonly accountsFile: AccountsFile;
  readonly preferencesFile: PreferencesFile;
  readonly tenantHistoryFile: TenantHistoryFile;
  /** What an administrator has set for this machine. */
  readonly locked: LockFile;
  readonly fileChooser: FileChooser;
  readonly pauseFile: PauseFile;
  readonly toaster: Toaster;
  readonly sounds: Sounds;
  readonly desktop: Desktop;
  readonly network: Network;
  readonly browser: Browser;
  readonly autostart: Autostart;
  readonly apis: Apis;
  readonly postCard: PostCard;
  readonly startSample: StartSample;
  /** Where the local history lives. */
  readonly folder: string;
  /** BCP 47 tags, the most wanted first. */
  readonly systemLanguages: readonly string[];
  readonly version: string;
  readonly onState: (state: AppState, unseen: readonly Row[], timesOnly: boolean) => void;
  readonly onPush: (push: Push) => void;
  /** Show the window, there. */
  readonly onOpen: (target: OpenTarget) => void;
}
