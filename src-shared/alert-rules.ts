import * as v from 'valibot';

/**
 * What an arrival does. `quiet`: a toast without sound. `recovery`: a toast only as the end of an outage that
 * was told. docs/alerts.md, step 3.
 */
export const ToastRule = v.picklist(['toast', 'quiet', 'recovery', 'badge', 'none']);
export type ToastRule = v.InferOutput<typeof ToastRule>;

/** `contains`, letter case aside; `*` stands for anything. No regular expressions: one can hold a process for seconds. */
const Pattern = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100));

export const TextRule = v.strictObject({ pattern: Pattern, rule: ToastRule });
export type TextRule = v.InferOutput<typeof TextRule>;

const Minute = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1439));

/** A window of every week in which alerts are held. */
export const QuietHours = v.strictObject({
  /** Days on which it begins: 0 Sunday … 6 Saturday. */
  days: v.pipe(
    v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6))),
    v.minLength(1),
    v.maxLength(7),
  ),
  /** Minutes after midnight in the user's zone. Where `to` is not after `from`, it ends on the next day. */
  from: Minute,
  to: Minute,
});
export type QuietHours = v.InferOutput<typeof QuietHours>;

/** A local silence: it always ends by itself (`until`, wall ms). */
export const Silence = v.strictObject({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  what: v.variant('by', [
    v.strictObject({ by: v.literal('subject'), account: v.string(), subject: v.string() }),
    v.strictObject({ by: v.literal('type'), type: v.pipe(v.number(), v.safeInteger()) }),
    v.strictObject({ by: v.literal('text'), pattern: Pattern }),
  ]),
  until: v.pipe(v.number(), v.safeInteger()),
});
export type Silence = v.InferOutput<typeof Silence>;

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** What a person may say of alerts beside the rule of each type. docs/alerts.md; its numbers are the defaults. */
export const alertEntries = {
  /** First match wins; they come before the rule of the type. */
  textRules: v.pipe(v.array(TextRule), v.maxLength(50)),
  /** Seconds of the server's time for which an agent must stay offline before it is told; 0: at once. */
  holdDownSeconds: whole(0, 300),
  /** So many changes of one subject in so many minutes are flapping; 0 changes: never. */
  flapChanges: v.union([v.literal(0), whole(3, 50)]),
  flapMinutes: whole(1, 60),
  quietHours: v.pipe(v.array(QuietHours), v.maxLength(21)),
  /** A critical one is told also in quiet hours and while paused. */
  criticalBreaksThrough: v.boolean(),
  /** A critical one that nobody has seen is told again, at 2 and 5 minutes and on. */
  escalate: v.boolean(),
  silences: v.pipe(v.array(Silence), v.maxLength(100)),
};

export const defaultAlertEntries = {
  textRules: [],
  holdDownSeconds: 30,
  flapChanges: 5,
  flapMinutes: 10,
  quietHours: [],
  criticalBreaksThrough: true,
  escalate: false,
  silences: [],
} satisfies { [Name in keyof typeof alertEntries]: v.InferOutput<(typeof alertEntries)[Name]> };
