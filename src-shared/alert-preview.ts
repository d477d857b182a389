import * as v from 'valibot';
import { alertEntries } from './alert-rules';
import { Preferences } from './preferences';

const { silences: _now, ...rules } = alertEntries;

/**
 * What a draft of the alert rules may change, and a preview compares: all that decides what is told, but for local
 * silences, which act at once and end by themselves.
 */
export const AlertDraft = v.partial(
  v.strictObject({
    ...rules,
    toasts: v.partial(Preferences.entries.toasts),
    toastsByLevel: Preferences.entries.toastsByLevel,
  }),
);
export type AlertDraft = v.InferOutput<typeof AlertDraft>;

/** What may become of an item, each of just one of these. */
export const FATES = [
  /** A bubble of its own, or the first of those that one bubble told. */
  'toast',
  /** Told by the bubble of another: a storm's, a digest's, or its outage's. */
  'joined',
  'badge',
  'none',
  /** Good news of what was not told. */
  'recovery',
  'flapping',
  /** Back within its hold-down. */
  'short',
  /** Says nothing new of an outage that was told or is over. */
  'repeat',
  'seen',
  /** Waits: in quiet hours, or for its hold-down. */
  'held',
] as const;
export type Fate = (typeof FATES)[number];

export interface PreviewCounts {
  /** New bubbles. */
  readonly toasts: number;
  /** Those of them that told nothing new: told again by escalation, the last word on what flapped. */
  readonly again: number;
  readonly fates: { readonly [F in Fate]: number };
}

/** Asked again with the same run, it goes on: the history is read a little at a time. `part`: of the days, 0 to 1. */
export type AlertPreview =
  | { readonly state: 'counting'; readonly read: number; readonly part: number }
  /** Another draft is being looked at by now. */
  | { readonly state: 'superseded' }
  | {
      readonly state: 'done';
      readonly items: number;
      readonly saved: PreviewCounts;
      readonly draft: PreviewCounts;
      /** Of each text rule of the draft: how many of the items have its text. */
      readonly matches: readonly number[];
    };

export const PREVIEW_DAYS = 7;
