import * as v from 'valibot';
import { isRecord } from '../../../src-shared/json';
import type { LeftBehind, PreferencesImported } from '../../../src-shared/preferences-answers';
import type { PreferenceName, Preferences } from '../../../src-shared/preferences';
import { readPreferences } from '../../../src-shared/read-preferences';
import type { FileChooser } from '../ports';
import { Inboxes, inboxesOf, resettle, type InboxesHere } from './across-machines';
import type { PreferencesService } from './preferences';

/** What is exported, with names of agents for thousands, is a fraction of it. Bytes. */
const MOST = 1024 * 1024;
const SUGGESTED = 'tocsin-preferences.json';

/**
 * The user's own preferences as a file, without a token: of an inbox that a name or a silence speaks of, its address and
 * what it is called. The same form as in `--provision`, so that one file serves both.
 */
function exportText(preferences: Preferences, here: InboxesHere): string {
  const inboxes = inboxesOf(preferences, here);
  const file = Object.keys(inboxes).length > 0 ? { preferences, inboxes } : { preferences };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The preferences of a file's text, or why it holds none. */
function readExport(
  text: string,
):
  | { readonly ok: true; readonly given: Readonly<Record<string, unknown>>; readonly inboxes: Inboxes }
  | { readonly ok: false; readonly why: 'json' | 'shape' } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, why: 'json' };
  }
  const given = isRecord(value) ? value['preferences'] : undefined;
  if (!isRecord(value) || !isRecord(given)) return { ok: false, why: 'shape' };
  const inboxes = v.safeParse(Inboxes, value['inboxes']);
  return { ok: true, given, inboxes: inboxes.success ? inboxes.output : {} };
}

/** Out to a file that the person chooses, and in from one. */
export function createTransfer(
  preferences: PreferencesService,
  chooser: FileChooser,
  here: () => InboxesHere,
) {
  return {
    /** @returns the file's name; `null`: none was chosen */
    export: async (): Promise<string | null> =>
      (await chooser.save(SUGGESTED, exportText(preferences.own(), here()))) ?? null,

    /** What is good of a file becomes the user's own, as one act. */
    async import(): Promise<PreferencesImported> {
      const chosen = await chooser.open(MOST);
      if (!chosen) return { state: 'cancelled' };
      const { name: file, text } = chosen;
      if (text === undefined) return { state: 'not-ours', file, why: 'too-large' };
      const read = readExport(text);
      if (!read.ok) return { state: 'not-ours', file, why: read.why };
      const { preferences: given, taken: good, refused } = readPreferences(read.given);
      const { left, ...settled } = resettle(given, read.inboxes, here(), preferences.own());
      // Where nothing of it has a place here, what there is stays.
      const isLost = (name: PreferenceName): boolean =>
        (name === 'subjectNames' &&
          sum(left, 'names') > 0 &&
          sum(left, 'names') === size(given.subjectNames)) ||
        (name === 'silences' && sum(left, 'silences') > 0 && settled.silences.length === 0);
      const taken = good.filter((name) => !isLost(name));
      const free = taken.filter((name) => !preferences.isLocked(name));
      const locked = taken.filter(preferences.isLocked);
      const act = preferences.replace({ ...given, ...settled }, free);
      return { state: 'taken', file, taken: free, refused, locked, left, act };
    },
  };
}

const sum = (left: readonly LeftBehind[], what: 'names' | 'silences'): number =>
  left.reduce((all, one) => all + one[what], 0);
const size = (names: object): number => Object.keys(names).length;
