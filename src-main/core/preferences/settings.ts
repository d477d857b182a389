import type { PreferencesAct, PreferencesImported } from '../../../src-shared/preferences-answers';
import type { PreferenceName, PreferencesChange } from '../../../src-shared/preferences';
import type { AppDeps } from '../app-deps';
import { resettle, type Inboxes, type InboxesHere } from './across-machines';
import { createPreferences } from './preferences';
import { createTransfer } from './transfer';

export interface SettingsDeps extends Pick<AppDeps, 'preferencesFile' | 'locked' | 'fileChooser' | 'log'> {
  /** Whose the names and silences of another machine may be. */
  readonly here: () => InboxesHere;
  /** These are another value now: whatever stands on them follows. */
  readonly onMoved: (names: readonly PreferenceName[]) => Promise<void>;
}

/** All that changes preferences, and what follows each time. Each resolves when it is in force. */
export function createSettings({
  preferencesFile: file,
  locked,
  fileChooser,
  log,
  here,
  onMoved,
}: SettingsDeps) {
  const preferences = createPreferences({ file, locked, log });
  const transfer = createTransfer(preferences, fileChooser, here);

  async function done(act: PreferencesAct): Promise<PreferencesAct> {
    await onMoved(act.names);
    return act;
  }

  /** As on import: each finds its account here, or is left out. */
  function forHere(change: PreferencesChange, inboxes: Inboxes): PreferencesChange {
    const { subjectNames = {}, silences = [] } = change;
    const { left, ...settled } = resettle({ subjectNames, silences }, inboxes, here(), preferences.own());
    for (const { name, names, silences: n } of left)
      log.event(
        'provision',
        `no account here for ${names} names and ${n} silences of ${name ?? 'an account'}`,
      );
    return {
      ...change,
      ...(change.subjectNames && { subjectNames: settled.subjectNames }),
      ...(change.silences && { silences: settled.silences }),
    };
  }

  return {
    now: preferences.now,
    locks: preferences.locks,
    /** @throws AppError `locked`, `storage` */
    change: async (change: PreferencesChange): Promise<void> => onMoved(preferences.change(change)),
    /** @param inboxes what the file says of the accounts of its names and silences */
    async provision(change: PreferencesChange, inboxes?: Inboxes): Promise<void> {
      await onMoved(preferences.provision(inboxes ? forHere(change, inboxes) : change));
    },
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
export type Settings = ReturnType<typeof createSettings>;
