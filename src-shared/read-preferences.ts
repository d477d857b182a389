import * as v from 'valibot';
import { isRecord } from './json';
import { defaultPreferences, isPreference, Preferences, PREFERENCE_NAMES } from './preferences';
import type { PreferenceName } from './preferences';

/** A value of a file that is not taken. */
export interface Refused {
  /** `toasts.3`, `textRules.2`: by its place in the file, cut to 100 characters. */
  readonly field: string;
  /** `unknown`: this version knows no such name. `value`: not one that it can have. */
  readonly why: 'unknown' | 'value';
}

export interface ReadPreferences {
  /** Whole: what the file does not say, or says wrongly, is as by default. */
  readonly preferences: Preferences;
  /** Those for which the file holds something that was taken. */
  readonly taken: readonly PreferenceName[];
  readonly refused: readonly Refused[];
}

type Schema = v.GenericSchema;

/**
 * A person's or an administrator's file, field by field, also within maps and lists: what is wrong costs only itself.
 * @param value the parsed JSON object with names of preferences
 */
export function readPreferences(value: Readonly<Record<string, unknown>>): ReadPreferences {
  const refused: Refused[] = [];
  const taken: PreferenceName[] = [];
  const refuse = (field: string, why: Refused['why'] = 'value'): void =>
    void refused.push({ field: field.slice(0, 100), why });

  /** `undefined`: nothing of it can be taken. */
  function read(field: string, schema: Schema, given: unknown, otherwise: unknown): unknown {
    const whole = v.safeParse(schema, given);
    if (whole.success) return whole.output;
    const before = refused.length;
    const part = readParts(field, schema, given, otherwise);
    if (part !== undefined && v.is(schema, part)) return part;
    if (refused.length === before) refuse(field);
    return undefined;
  }

  /** What is good of a list, of a map or of an object; `undefined`: it is none, or nothing of it is. */
  function readParts(field: string, schema: Schema, given: unknown, otherwise: unknown): unknown {
    if (schema.type === 'array' && Array.isArray(given)) {
      const { item } = schema as unknown as { readonly item: Schema };
      const good = given.flatMap((one, i) => partOf(`${field}.${i + 1}`, item, one));
      return good.length > 0 ? good : undefined;
    }
    if (!isRecord(given)) return undefined;
    if (schema.type === 'record') {
      const good = Object.entries(given).flatMap(([key, one]) =>
        partOf(`${field}.${key}`, schema, { [key]: one }),
      );
      return good.length > 0 ? (Object.assign({}, ...good) as object) : undefined;
    }
    if (schema.type !== 'strict_object' || !isRecord(otherwise)) return undefined;
    const { entries } = schema as unknown as { readonly entries: Readonly<Record<string, Schema>> };
    const good = Object.entries(given).flatMap(([key, one]) => {
      if (Object.hasOwn(entries, key))
        return partOf(`${field}.${key}`, entries[key]!, one).map((read) => [key, read] as const);
      refuse(`${field}.${key}`, 'unknown');
      return [];
    });
    return good.length > 0 ? { ...otherwise, ...Object.fromEntries(good) } : undefined;
  }

  function partOf(field: string, schema: Schema, given: unknown): readonly unknown[] {
    const good = v.safeParse(schema, given);
    if (!good.success) refuse(field);
    return good.success ? [good.output] : [];
  }

  const preferences: Record<string, unknown> = { ...defaultPreferences };
  for (const name of PREFERENCE_NAMES) {
    if (value[name] === undefined) continue;
    const good = read(name, Preferences.entries[name], value[name], defaultPreferences[name]);
    if (good === undefined) continue;
    preferences[name] = good;
    taken.push(name);
  }
  for (const name of Object.keys(value)) if (!isPreference(name)) refuse(name, 'unknown');
  return { preferences: preferences as Preferences, taken, refused };
}
