import { TENANT_FIELDS, type TenantField } from '../../src-shared/tenant-settings';
import type { MaskedSettings, TenantView } from '../../src-shared/tenant-view';
import type { PreviewLine, Wanted } from './form';
import { markOf } from './use-draft';

/** Do two tenants have the same there? Webhooks are compared whole, by their marks. */
export const isSame = (name: TenantField, a: MaskedSettings, b: MaskedSettings): boolean =>
  name === 'teamsWebhookUrl' ? markOf(a) === markOf(b) : a[name] === b[name];

/** What one tenant is sent so that it has these `fields` as another has them. */
export interface Plan {
  readonly lines: readonly PreviewLine[];
  readonly wanted: Wanted;
}

/** Only what differs. The webhook is named, not known: main looks it up in `from`'s reading. */
export function planFor(from: TenantView, to: MaskedSettings, fields: readonly TenantField[]): Plan {
  const { settings, account, version } = from;
  const open = TENANT_FIELDS.filter((name) => fields.includes(name) && !isSame(name, settings, to));
  const lines = open.map((field): PreviewLine => {
    if (field !== 'teamsWebhookUrl') return { field, from: to[field], to: settings[field] };
    return { field, from: to[field]?.end ?? null, to: settings[field]?.end ?? null };
  });
  const flags = Object.fromEntries(
    lines.flatMap((line) => (line.field === 'teamsWebhookUrl' ? [] : [[line.field, line.to]])),
  );
  if (!open.includes('teamsWebhookUrl')) return { lines, wanted: { changes: flags } };
  if (settings.teamsWebhookUrl === null)
    return { lines, wanted: { changes: { ...flags, teamsWebhookUrl: null } } };
  return { lines, wanted: { changes: flags, webhook: { from: 'account', account, version } } };
}

/** After it cards would be wanted and there is nowhere to post them. */
export function lacksWebhook(
  from: MaskedSettings,
  to: MaskedSettings,
  fields: readonly TenantField[],
): boolean {
  const after = (name: TenantField): MaskedSettings => (fields.includes(name) ? from : to);
  const wants = after('teamsOnComplete').teamsOnComplete || after('teamsOnFail').teamsOnFail;
  return wants && after('teamsWebhookUrl').teamsWebhookUrl === null;
}
