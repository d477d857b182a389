import { fail } from '../../../src-shared/app-error';
import type { Locks } from '../../../src-shared/app-state';
import {
  changed,
  defaultPreferences,
  differing,
  isPreference,
  type PreferenceName,
  type Preferences,
  type PreferencesChange,
} from '../../../src-shared/preferences';
import type { Log, PreferencesFile } from '../ports';

/** What an administrator's file says: where it is, what it sets, and what of it could not be taken. */
export interface LockFile {
  readonly locks: Locks;
  readonly values: PreferencesChange;
}

export interface PreferencesDeps {
  readonly file: PreferencesFile;
  readonly locked: LockFile;
  readonly log: Log;
}

/** The last act that one click takes back: a reset or an import. */
interface Before {
  readonly act: string;
  readonly names: readonly PreferenceName[];
  readonly own: Preferences;
}

/**
 * The preferences in force: the user's own, and above them what the administrator's file sets. The user's own value of
 * a locked one stays in their file, and is in force again when the lock is gone.
 */
export function createPreferences({ file, locked, log }: PreferencesDeps) {
  let own = file.read();
  let now = above(own);
  let before: Before | undefined;
  let acts = 0;
  const { locks } = locked;
  const isLocked = (name: string): boolean => isPreference(name) && locks.names.includes(name);

  function above(from: Preferences): Preferences {
    return changed(from, locked.values);
  }

  /** @returns the names whose values in force are others now */
  function put(next: Preferences): readonly PreferenceName[] {
    file.write(next);
    own = next;
    const previous = now;
    now = above(own);
    return differing(previous, now);
  }

  function putAct(next: Preferences): Put {
    const names = differing(own, next);
    acts += 1;
    const was = { act: String(acts), names, own };
    const moved = put(next);
    before = was;
    return { act: was.act, names: moved };
  }

  return {
    /** In force. */
    now: (): Preferences => now,
    /** The user's, also under a lock: what is exported. */
    own: (): Preferences => own,
    locks: (): Locks => locks,
    isLocked,

    /** @returns the names that moved @throws AppError `locked`: it names one that is; nothing was changed. `storage` */
    change(change: PreferencesChange): readonly PreferenceName[] {
      const names = Object.keys(change).filter((name) => change[name as PreferenceName] !== undefined);
      const refused = names.filter(isLocked);
      if (refused.length > 0) throw fail('locked', { detail: refused.join(', ') });
      return put(changed(own, change));
    },

    /** The same, but what is locked is left out and told in the log: a file that was written for many. */
    provision(change: PreferencesChange): readonly PreferenceName[] {
      const names = Object.keys(change).filter(isPreference);
      const refused = names.filter(isLocked);
      if (refused.length > 0) log.event('provision', `locked by ${locks.file}: ${refused.join(', ')}`);
      const free = Object.fromEntries(
        Object.entries(change).filter(([name]) => !isLocked(name)),
      ) as PreferencesChange;
      return put(changed(own, free));
    },

    /** Sets these as they are in `from`, as one act that can be taken back. Locked ones are left out. */
    replace: (from: Preferences, names: readonly PreferenceName[]): Put =>
      putAct(
        take(
          own,
          from,
          names.filter((name) => !isLocked(name)),
        ),
      ),

    /** To their defaults. Locked ones are left out. @param names `null`: all */
    reset(names: readonly PreferenceName[] | null): Put {
      const wanted = names ?? differing(own, defaultPreferences);
      const free = wanted.filter((name) => !isLocked(name));
      return putAct(take(own, defaultPreferences, free));
    },

    /** What that act changed is as before it; anything else stays. @throws AppError `gone`: another one came since */
    undo(act: string): readonly PreferenceName[] {
      if (before?.act !== act) throw fail('gone');
      const { names, own: was } = before;
      before = undefined;
      return put(take(own, was, names));
    },
  };
}

/** `into`, but with these of `from`. */
const take = (into: Preferences, from: Preferences, names: readonly PreferenceName[]): Preferences =>
  ({ ...into, ...Object.fromEntries(names.map((name) => [name, from[name]])) }) as Preferences;

export type PreferencesService = ReturnType<typeof createPreferences>;

/** `act` names it for Undo; `names` are those that moved. */
interface Put {
  readonly act: string;
  readonly names: readonly PreferenceName[];
}
