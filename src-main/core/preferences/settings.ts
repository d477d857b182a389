import type { PreferencesAct, PreferencesImported } from '../../../src-shared/preferences-answers';
import type { PreferenceName, PreferencesChange } from '../../../src-shared/preferences';
import type { AppDeps } from '../app-deps';
import { createPreferences } from './preferences';
import { createTransfer } from './transfer';

export interface SettingsDeps extends Pick<AppDeps, 'preferencesFile' | 'locked' | 'fileChooser' | 'log'> {
  /** These are another value now: whatever stands on them follows. */
  readonly onMoved: (names: readonly PreferenceName[]) => Promise<void>;
}

/** All that changes preferences, and what follows each time. Each resolves when it is in force. */
export function createSettings({ preferencesFile: file, locked, fileChooser, log, onMoved }: SettingsDeps) {
  const preferences = createPreferences({ file, locked, log });
  const transfer = createTransfer(preferences, fileChooser);

  async function done(act: PreferencesAct): Promise<PreferencesAct> {
    await onMoved(act.names);
    return act;
  }

  return {
    now: preferences.now,
    locks: preferences.locks,
    /** @throws AppError `locked`, `storage` */
    change: async (change: PreferencesChange): Promise<void> => onMoved(preferences.change(change)),
    provision: async (change: PreferencesChange): Promise<void> => onMoved(preferences.provision(change)),
    reset: async (names: readonly PreferenceName[] | null): Promise<PreferencesAct> =>
      done(preferences.reset(names)),
    /** @throws AppError `gone`: another reset or import came since */
    undo: async (act: string): Promise<void> => onMoved(preferences.undo(act)),
    export: transfer.export,
    async import(): Promise<PreferencesImported> {
      const imported = await transfer.import();
      if (imported.state === 'taken') await done(imported.act);
      return imported;
    },
  };
}
