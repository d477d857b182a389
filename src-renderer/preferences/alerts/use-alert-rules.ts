import { useCallback, useMemo } from 'react';
import type { AlertDraft } from '../../../src-shared/alert-preview';
import { changed, type Preferences } from '../../../src-shared/preferences';
import { drafted } from '../../alert-draft';
import { useActs, useApp, useParts, useUi } from '../../app-context';

interface AlertRules {
  /** As they would be with the draft. */
  readonly rules: Preferences;
  /** What is changed and not saved; it outlives the page. */
  readonly draft: AlertDraft | null;
  /** Into the draft. Two in a row: the second knows the first. */
  readonly change: (part: AlertDraft) => void;
}

/** Alert rules are changed as a draft: what they give is counted before they are saved. */
export function useAlertRules(): AlertRules {
  const saved = useApp((state) => state.preferences);
  const draft = useUi((ui) => ui.alertDraft);
  const { store } = useParts();
  const acts = useActs();
  const rules = useMemo(() => (draft ? changed(saved, draft) : saved), [saved, draft]);
  const change = useCallback(
    (part: AlertDraft) => {
      const { app, alertDraft } = store.getState();
      if (app) acts.keepAlertDraft(drafted(app.preferences, alertDraft, part));
    },
    [store, acts],
  );
  return { rules, draft, change };
}
