import {
  endOf,
  readWebhook,
  TENANT_FIELDS,
  type TenantChanges,
  type TenantField,
  type WebhookProblem,
} from '../../src-shared/tenant-settings';
import type { MaskedSettings, PastChange, WebhookSource } from '../../src-shared/tenant-view';
import type { FlagField, Form } from '../tenant-draft';

export const UNTOUCHED: Form = { flags: {}, webhook: { kind: 'keep' } };

/** Setting a flag back to what it was is no change. */
export function setFlag(form: Form, settings: MaskedSettings, name: FlagField, value: boolean): Form {
  const { [name]: _, ...rest } = form.flags;
  return { ...form, flags: settings[name] === value ? rest : { ...rest, [name]: value } };
}

export const flagOf = (form: Form, settings: MaskedSettings, name: FlagField): boolean =>
  form.flags[name] ?? settings[name];

/** What `tenantSave` is asked for: the changes, and a webhook that only main knows. */
export interface Wanted {
  readonly changes: TenantChanges;
  readonly webhook?: WebhookSource;
}

/** The PATCH: only what changed. A URL that cannot be one is no change yet, but a problem. */
export function wantedBy({ flags, webhook }: Form): Wanted {
  switch (webhook.kind) {
    case 'remove':
      return { changes: { ...flags, teamsWebhookUrl: null } };
    case 'past':
      return { changes: { ...flags }, webhook: { from: 'history', id: webhook.id } };
    case 'new': {
      if (webhook.text.trim() === '') return { changes: { ...flags } };
      const read = readWebhook(webhook.text);
      return { changes: { ...flags, teamsWebhookUrl: read.ok ? read.url : webhook.text.trim() } };
    }
    case 'keep':
      return { changes: { ...flags } };
  }
}

/** The fields that the PATCH will name. */
export function changedFields(form: Form): readonly TenantField[] {
  const { changes, webhook } = wantedBy(form);
  return TENANT_FIELDS.filter(
    (name) => changes[name] !== undefined || (name === 'teamsWebhookUrl' && webhook !== undefined),
  );
}

/** One line of what will be sent. A webhook stands in it by its end. */
export type PreviewLine =
  | { readonly field: FlagField; readonly from: boolean; readonly to: boolean }
  | { readonly field: 'teamsWebhookUrl'; readonly from: string | null; readonly to: string | null };

/** What will be sent, field by field, over what is there. */
export function previewOf(form: Form, settings: MaskedSettings): readonly PreviewLine[] {
  const { changes } = wantedBy(form);
  return changedFields(form).flatMap((field): PreviewLine[] => {
    if (field === 'teamsWebhookUrl')
      return [{ field, from: settings.teamsWebhookUrl?.end ?? null, to: newEnd(form) }];
    const to = changes[field];
    return to === undefined ? [] : [{ field, from: settings[field], to }];
  });
}

function newEnd(form: Form): string | null {
  if (form.webhook.kind === 'past') return form.webhook.url.end;
  const url = wantedBy(form).changes.teamsWebhookUrl;
  return url == null ? null : endOf(url);
}

export function webhookProblem({ webhook }: Form): WebhookProblem | undefined {
  if (webhook.kind !== 'new' || webhook.text.trim() === '') return undefined;
  const read = readWebhook(webhook.text);
  return read.ok ? undefined : read.problem;
}

/** Whether there will be a webhook once this is saved. */
export function hasWebhook({ webhook }: Form, settings: MaskedSettings): boolean {
  if (webhook.kind === 'keep') return settings.teamsWebhookUrl !== null;
  return webhook.kind === 'past' || (webhook.kind === 'new' && webhook.text.trim() !== '');
}

/** The same changes on settings that were read anew: what is so by now is no change. */
export function rebase(form: Form, settings: MaskedSettings): Form {
  const flags = Object.entries(form.flags).filter(([name, value]) => settings[name as FlagField] !== value);
  const gone = form.webhook.kind === 'remove' && settings.teamsWebhookUrl === null;
  return { flags: Object.fromEntries(flags), webhook: gone ? { kind: 'keep' } : form.webhook };
}

/** The form without the fields that stay as somebody else set them. */
export function without(form: Form, fields: readonly TenantField[]): Form {
  const flags = Object.entries(form.flags).filter(([name]) => !fields.includes(name as TenantField));
  return {
    flags: Object.fromEntries(flags),
    webhook: fields.includes('teamsWebhookUrl') ? { kind: 'keep' } : form.webhook,
  };
}

/** A change of the history taken back, over what is changed already. A webhook that is not kept stays as it is. */
export function revert(form: Form, settings: MaskedSettings, past: PastChange): Form {
  return past.fields.reduce((made: Form, one): Form => {
    if (one.field !== 'teamsWebhookUrl') return setFlag(made, settings, one.field, one.from);
    if (past.webhookLost) return made;
    if (past.webhookThere) return { ...made, webhook: { kind: 'keep' } };
    if (one.from === null) return { ...made, webhook: { kind: 'remove' } };
    return { ...made, webhook: { kind: 'past', id: past.id, url: one.from } };
  }, form);
}
