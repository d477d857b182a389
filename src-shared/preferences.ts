import * as v from 'valibot';
import { alertEntries, defaultAlertEntries, ToastRule } from './alert-rules';
import { LEVELS, Level } from './notification';

export const TYPE_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', 'other'] as const;
export type TypeKey = (typeof TYPE_KEYS)[number];
const TYPE_AND_LEVEL = new RegExp(`^(?:${TYPE_KEYS.join('|')})/(?:${LEVELS.join('|')})$`);

/** How much of the history is kept on this machine. Nothing is ever deleted on the server. */
export const Keep = v.variant('by', [
  v.strictObject({
    by: v.literal('days'),
    days: v.pipe(v.number(), v.integer(), v.minValue(7), v.maxValue(3650)),
  }),
  /** Of each account. */
  v.strictObject({
    by: v.literal('items'),
    items: v.pipe(v.number(), v.integer(), v.minValue(1000), v.maxValue(1_000_000)),
  }),
  v.strictObject({ by: v.literal('all') }),
]);
export type Keep = v.InferOutput<typeof Keep>;

/** No defaults here: a schema that fills them in would reset every preference that a change leaves out. */
export const Preferences = v.strictObject({
  /** Seconds between polls of one account. `Retry-After` and back-off may stretch it, never shorten it. */
  pollSeconds: v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(300)),
  /** One rule a type of api.md, `other` for types beyond 8. */
  toasts: v.strictObject(v.entriesFromList(TYPE_KEYS, ToastRule)),
  /** Whether an alert of this level makes a sound; `recovered`: good news of an outage that was told. */
  sounds: v.strictObject({ ...v.entriesFromList(LEVELS, v.boolean()), recovered: v.boolean() }),
  /** Per cent; 0: silent. */
  soundVolume: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
  /** What is unseen, on its way or still lasting is kept in any case. */
  keep: Keep,
  /** Exceptions by level, `8/critical` → rule: where there is one, it stands before the type's. */
  toastsByLevel: v.record(v.pipe(v.string(), v.regex(TYPE_AND_LEVEL)), ToastRule),
  ...alertEntries,
  theme: v.picklist(['system', 'light', 'dark']),
  language: v.picklist(['system', 'en', 'pl', 'ro']),
  /** `34` px rows, or `28`. */
  density: v.picklist(['comfortable', 'compact']),
  /** An account's page asks what its severities mean, until they have a level. */
  askSeverities: v.boolean(),
  /** severity → level, as the user says; empty: the level follows from the type alone. */
  severityLevels: v.record(v.pipe(v.string(), v.regex(/^-?\d{1,16}$/)), Level),
  /** `ACCOUNT/agent:4` → "Gdańsk uplink". */
  subjectNames: v.record(v.string(), v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60))),
});
export type Preferences = v.InferOutput<typeof Preferences>;

export type PreferenceName = keyof Preferences;
export const PREFERENCE_NAMES = Object.keys(Preferences.entries) as readonly PreferenceName[];
export const isPreference = (name: string): name is PreferenceName =>
  Object.hasOwn(Preferences.entries, name);

/** docs/alerts.md, step 3: agent offline, task failed, threshold → toast; their good news only after a told outage. */
export const defaultPreferences: Preferences = {
  pollSeconds: 30,
  toasts: {
    '1': 'badge',
    '2': 'recovery',
    '3': 'toast',
    '4': 'toast',
    '5': 'badge',
    '6': 'badge',
    '7': 'recovery',
    '8': 'toast',
    other: 'badge',
  },
  // Whoever watches at 3 a.m. is not looking at the screen; a warning can wait until they do, and good news wakes nobody.
  sounds: { info: false, warning: false, major: true, critical: true, recovered: false },
  soundVolume: 60,
  keep: { by: 'days', days: 180 },
  toastsByLevel: {},
  ...defaultAlertEntries,
  theme: 'system',
  language: 'system',
  density: 'comfortable',
  askSeverities: true,
  severityLevels: {},
  subjectNames: {},
};

/** A change: only what it names moves. `toasts` may be partial too. */
export const PreferencesChange = v.partial(
  v.strictObject({ ...Preferences.entries, toasts: v.partial(Preferences.entries.toasts) }),
);
export type PreferencesChange = v.InferOutput<typeof PreferencesChange>;

export function changed(now: Preferences, change: PreferencesChange): Preferences {
  const toasts = { ...now.toasts, ...given(change.toasts ?? {}) };
  return { ...now, ...given(change), toasts } as Preferences;
}

/** The same value, whatever the order of its fields. Preferences are plain data. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [a, b] = [Object.entries(one), Object.entries(other)];
  return (
    a.length === b.length &&
    a.every(([key, value]) => Object.hasOwn(other, key) && sameValue(value, (other as never)[key]))
  );
}

/** The names whose values differ. */
export const differing = (one: Preferences, other: Preferences): readonly PreferenceName[] =>
  PREFERENCE_NAMES.filter((name) => !sameValue(one[name], other[name]));

/** Without what stands there as `undefined`: that is no change. */
const given = (change: object): object =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

export const typeKey = (type: number): TypeKey => TYPE_KEYS.find((key) => key === String(type)) ?? 'other';
export const toastRule = (
  { toasts, toastsByLevel }: Pick<Preferences, 'toasts' | 'toastsByLevel'>,
  type: number,
  level: Level,
): ToastRule => {
  const key = typeKey(type);
  return toastsByLevel[`${key}/${level}`] ?? toasts[key];
};
