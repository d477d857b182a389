import * as v from 'valibot';
import type { ToastRule } from './alert-rules';
import { KNOWN_TYPES, Level } from './notification';

export const TestAlert = v.strictObject({ type: v.picklist(KNOWN_TYPES), level: Level });
export type TestAlert = v.InferOutput<typeof TestAlert>;

/** One station of an alert's way to the screen, in its order. `ok` false: here it ends, or would have to wait. */
export type TestAlertStep =
  /** `pattern`: the text rule that decided. */
  | { readonly step: 'rule'; readonly ok: boolean; readonly rule: ToastRule; readonly pattern: string | null }
  /** `until`: wall ms. */
  | { readonly step: 'silence'; readonly ok: boolean; readonly until: number | null }
  /** A real outage of an agent would wait so many seconds; the test does not. */
  | { readonly step: 'hold-down'; readonly ok: true; readonly seconds: number }
  /** `through`: critical breaks through. */
  | { readonly step: 'pause'; readonly ok: boolean; readonly until: number | null; readonly through: boolean }
  | { readonly step: 'quiet'; readonly ok: boolean; readonly until: number | null; readonly through: boolean }
  | { readonly step: 'service'; readonly ok: boolean }
  | { readonly step: 'disturb'; readonly ok: boolean; readonly known: boolean }
  | {
      readonly step: 'shown';
      readonly ok: boolean;
      /** What the desktop made of it; `failed` with its code and words. */
      readonly outcome: 'shown' | 'do-not-disturb' | 'no-service' | 'no-answer' | 'failed';
      readonly reason: string;
    };
