import type { ToastRule } from '../../../src-shared/alert-rules';
import { toastRule } from '../../../src-shared/preferences';
import type { Arrival } from './arrival';
import { textOf } from './arrival-text';
import type { AlertSettings } from './draft';
import { matchesPattern } from './text-pattern';

/**
 * Step 3: what an arrival may do. A text rule that matches stands before type and level; the first wins.
 * `pattern`: the text rule's, `null` where the rule is that of the type.
 */
export function ruleOf(
  arrival: Arrival,
  settings: AlertSettings,
): { readonly rule: ToastRule; readonly pattern: string | null } {
  if (settings.textRules.length > 0) {
    const text = textOf(arrival, settings.subjectNames);
    const found = settings.textRules.find(({ pattern }) => matchesPattern(pattern, text));
    if (found) return found;
  }
  return { rule: toastRule(settings, arrival.type, arrival.level), pattern: null };
}
