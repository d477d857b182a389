import * as v from 'valibot';
import { ToastRule, alertEntries, defaultAlertEntries } from '../../src-shared/alert-rules';
import { isRecord } from '../../src-shared/json';
import { Preferences, TYPE_KEYS, defaultPreferences } from '../../src-shared/preferences';
import type { Log, PreferencesFile } from '../core/ports';
import type { StoreFile } from './store-file';

/** `preferences.json`, edited by hand as a person likes: a field that is wrong costs only itself. */
export function createPreferencesFile(file: StoreFile, log: Log): PreferencesFile {
  return {
    read() {
      const { preferences, bad } = readPreferences(file.read());
      if (bad.length > 0) log.event('file', `preferences.json: the default is used for ${bad.join(', ')}`);
      return preferences;
    },
    write: (preferences) => file.write(preferences),
  };
}

/** Field by field, also within the maps; `bad` names those that were there and wrong. */
export function readPreferences(value: Readonly<Record<string, unknown>>): {
  readonly preferences: Preferences;
  readonly bad: readonly string[];
} {
  const bad: string[] = [];
  const { entries } = Preferences;
  const one = <Schema extends v.GenericSchema>(
    name: string,
    schema: Schema,
    given: unknown,
    otherwise: v.InferOutput<Schema>,
  ): v.InferOutput<Schema> => {
    if (given === undefined) return otherwise;
    const read = v.safeParse(schema, given);
    if (!read.success) bad.push(name);
    return read.success ? read.output : otherwise;
  };
  const each = <Schema extends v.GenericSchema<unknown, object>>(
    name: string,
    schema: Schema,
  ): v.InferOutput<Schema> => {
    const given = value[name];
    if (given !== undefined && !isRecord(given)) bad.push(name);
    const good = Object.entries(isRecord(given) ? given : {}).map(([key, inner]) => {
      const read = v.safeParse(schema, { [key]: inner });
      if (!read.success) bad.push(`${name}.${key.slice(0, 100)}`);
      return read.success ? read.output : {};
    });
    return Object.assign({}, ...good) as v.InferOutput<Schema>;
  };
  const own = defaultPreferences;
  const rules = isRecord(value['toasts']) ? value['toasts'] : {};
  if (value['toasts'] !== undefined && !isRecord(value['toasts'])) bad.push('toasts');
  const toasts = Object.fromEntries(
    TYPE_KEYS.map((key) => [key, one(`toasts.${key}`, ToastRule, rules[key], own.toasts[key])]),
  ) as Preferences['toasts'];
  const alerts = Object.fromEntries(
    Object.entries(alertEntries).map(([name, schema]) => [
      name,
      one<v.GenericSchema>(name, schema, value[name], defaultAlertEntries[name as keyof typeof alertEntries]),
    ]),
  ) as typeof defaultAlertEntries;
  const preferences: Preferences = {
    ...alerts,
    pollSeconds: one('pollSeconds', entries.pollSeconds, value['pollSeconds'], own.pollSeconds),
    toasts,
    keep: one('keep', entries.keep, value['keep'], own.keep),
    toastsByLevel: each('toastsByLevel', entries.toastsByLevel),
    theme: one('theme', entries.theme, value['theme'], own.theme),
    language: one('language', entries.language, value['language'], own.language),
    density: one('density', entries.density, value['density'], own.density),
    severityLevels: each('severityLevels', entries.severityLevels),
    subjectNames: each('subjectNames', entries.subjectNames),
  };
  return { preferences, bad };
}
