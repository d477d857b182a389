import { useCallback } from 'react';
import type { MaskedSettings } from '../../src-shared/tenant-view';
import { useParts, useUi } from '../app-context';
import type { Form, TenantDraft } from '../tenant-draft';
import { rebase, UNTOUCHED } from './form';

/** Nothing is unsaved. */
export const NO_DRAFT: TenantDraft = { form: UNTOUCHED, over: 0, sent: false };

/** The mark of the webhook that stands there; 0: none. */
export const markOf = (settings: MaskedSettings): number => settings.teamsWebhookUrl?.mark ?? 0;

/** What is changed and not saved, kept while the person is elsewhere in the window. */
export function useDraft(account: string) {
  const { store, acts } = useParts();
  const draft = useUi((ui) => ui.drafts[account]) ?? NO_DRAFT;

  const keep = useCallback(
    (next: TenantDraft): void => {
      const { form } = next;
      const nothing = form.webhook.kind === 'keep' && Object.keys(form.flags).length === 0;
      acts.keepDraft(account, nothing ? null : next);
    },
    [acts, account],
  );
  const now = useCallback((): TenantDraft => store.getState().drafts[account] ?? NO_DRAFT, [store, account]);

  /** Changed by the person, over `settings`. */
  const change = useCallback(
    (form: Form, settings: MaskedSettings): void => {
      const { form: old, over } = now();
      keep({ form, over: old.webhook.kind === 'keep' ? markOf(settings) : over, sent: false });
    },
    [keep, now],
  );
  /** The settings were read anew under it. */
  const onto = useCallback(
    (settings: MaskedSettings): void => {
      const old = now();
      keep({ ...old, form: rebase(old.form, settings) });
    },
    [keep, now],
  );
  return { draft, keep, now, change, onto };
}
