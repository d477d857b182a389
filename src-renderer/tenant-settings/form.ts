import type { TenantView } from '../../src-shared/ipc';
import {
  readWebhook,
  TENANT_FIELDS,
  type TenantChanges,
  type TenantField,
  type WebhookProblem,
} from '../../src-shared/tenant-settings';

export type FlagField = Exclude<TenantField, 'teamsWebhookUrl'>;
type Settings = TenantView['settings'];

/** What is done to the webhook: it is a secret, so its old value is not in the form. */
type WebhookDraft =
  { readonly kind: 'keep' } | { readonly kind: 'remove' } | { readonly kind: 'new'; readonly text: string };

/** What the person changed and has not saved. */
export interface Form {
  readonly flags: { readonly [Name in FlagField]?: boolean };
  readonly webhook: WebhookDraft;
}
export const UNTOUCHED: Form = { flags: {}, webhook: { kind: 'keep' } };

/** Setting a flag back to what it was is no change. */
export function setFlag(form: Form, settings: Settings, name: FlagField, value: boolean): Form {
  const { [name]: _, ...rest } = form.flags;
  return { ...form, flags: settings[name] === value ? rest : { ...rest, [name]: value } };
}

export const flagOf = (form: Form, settings: Settings, name: FlagField): boolean =>
  form.flags[name] ?? settings[name];

/** The PATCH: only what changed. A URL that cannot be one is no change yet, but a problem. */
export function changesOf({ flags, webhook }: Form): TenantChanges {
  if (webhook.kind === 'remove') return { ...flags, teamsWebhookUrl: null };
  if (webhook.kind === 'keep' || webhook.text.trim() === '') return { ...flags };
  const read = readWebhook(webhook.text);
  return { ...flags, teamsWebhookUrl: read.ok ? read.url : webhook.text.trim() };
}

export const changedFields = (changes: TenantChanges): readonly TenantField[] =>
  TENANT_FIELDS.filter((name) => changes[name] !== undefined);

export function webhookProblem({ webhook }: Form): WebhookProblem | undefined {
  if (webhook.kind !== 'new' || webhook.text.trim() === '') return undefined;
  const read = readWebhook(webhook.text);
  return read.ok ? undefined : read.problem;
}

/** Whether there will be a webhook once this is saved. */
export function hasWebhook({ webhook }: Form, settings: Settings): boolean {
  if (webhook.kind === 'keep') return settings.teamsWebhookUrl !== null;
  return webhook.kind === 'new' && webhook.text.trim() !== '';
}

/** The same changes on settings that were read anew: what is so by now is no change. */
export function rebase(form: Form, settings: Settings): Form {
  const flags = Object.entries(form.flags).filter(([name, value]) => settings[name as FlagField] !== value);
  return { ...form, flags: Object.fromEntries(flags) };
}

/** The form without the fields that stay as somebody else set them. */
export function without(form: Form, fields: readonly TenantField[]): Form {
  const flags = Object.entries(form.flags).filter(([name]) => !fields.includes(name as TenantField));
  return {
    flags: Object.fromEntries(flags),
    webhook: fields.includes('teamsWebhookUrl') ? { kind: 'keep' } : form.webhook,
  };
}
