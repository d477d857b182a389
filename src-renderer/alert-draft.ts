import type { AlertDraft } from '../src-shared/alert-preview';
import { changed, sameValue, type Preferences } from '../src-shared/preferences';

type Name = keyof AlertDraft;
const names = (draft: AlertDraft): readonly Name[] => Object.keys(draft) as Name[];

/** A draft of the alert rules with a change in it; `null`: it says no more than what is saved. */
export function drafted(saved: Preferences, draft: AlertDraft | null, change: AlertDraft): AlertDraft | null {
  const next = { ...draft, ...change };
  // Of the rules by type, all that differ.
  if (change.toasts) next.toasts = { ...draft?.toasts, ...change.toasts };
  return without(next, (name) => sameValue(changed(saved, { [name]: next[name] })[name], saved[name]));
}

/** What others have saved meanwhile (a reset, an import) is no draft any more. */
export const draftAfter = (
  before: Preferences | undefined,
  after: Preferences,
  draft: AlertDraft | null,
): AlertDraft | null =>
  before && draft ? without(draft, (name) => !sameValue(before[name], after[name])) : draft;

function without(draft: AlertDraft, goes: (name: Name) => boolean): AlertDraft | null {
  const left = names(draft).filter((name) => !goes(name));
  if (left.length === 0) return null;
  return left.length === names(draft).length
    ? draft
    : (Object.fromEntries(left.map((name) => [name, draft[name]])) as AlertDraft);
}
