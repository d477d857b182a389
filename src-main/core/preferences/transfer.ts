import { isRecord } from '../../../src-shared/json';
import type { PreferencesImported } from '../../../src-shared/preferences-answers';
import type { Preferences } from '../../../src-shared/preferences';
import { readPreferences } from '../../../src-shared/read-preferences';
import type { FileChooser } from '../ports';
import type { PreferencesService } from './preferences';

/** What is exported, with names of agents for thousands, is a fraction of it. Bytes. */
const MOST = 1024 * 1024;
const SUGGESTED = 'tocsin-preferences.json';

/**
 * The user's own preferences as a file: no account, no token. The same form as in `--provision`, so that one file serves
 * both.
 */
const exportText = (preferences: Preferences): string => `${JSON.stringify({ preferences }, null, 2)}\n`;

/** The preferences of a file's text, or why it holds none. */
function readExport(
  text: string,
):
  | { readonly ok: true; readonly given: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly why: 'json' | 'shape' } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, why: 'json' };
  }
  const given = isRecord(value) ? value['preferences'] : undefined;
  return isRecord(given) ? { ok: true, given } : { ok: false, why: 'shape' };
}

/** Out to a file that the person chooses, and in from one. */
export function createTransfer(preferences: PreferencesService, chooser: FileChooser) {
  return {
    /** @returns the file's name; `null`: none was chosen */
    export: async (): Promise<string | null> =>
      (await chooser.save(SUGGESTED, exportText(preferences.own()))) ?? null,

    /** What is good of a file becomes the user's own, as one act. */
    async import(): Promise<PreferencesImported> {
      const chosen = await chooser.open(MOST);
      if (!chosen) return { state: 'cancelled' };
      const { name: file, text } = chosen;
      if (text === undefined) return { state: 'not-ours', file, why: 'too-large' };
      const read = readExport(text);
      if (!read.ok) return { state: 'not-ours', file, why: read.why };
      const { preferences: given, taken, refused } = readPreferences(read.given);
      const free = taken.filter((name) => !preferences.isLocked(name));
      const locked = taken.filter(preferences.isLocked);
      const act = preferences.replace(given, free);
      return { state: 'taken', file, taken: free, refused, locked, act };
    },
  };
}
