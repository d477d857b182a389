import { fail } from '../../../src-shared/app-error';
import type { TenantChanges } from '../../../src-shared/tenant-settings';
import type { WebhookSource } from '../../../src-shared/tenant-view';
import type { TenantService } from './tenant-settings';

/**
 * The webhook that the window named without knowing it.
 * @param tenant finds an account's settings; @throws AppError `gone` where it is not kept
 */
export async function webhookOf(
  source: WebhookSource,
  own: TenantService,
  tenant: (account: string) => TenantService,
): Promise<string | null> {
  const url =
    source.from === 'history'
      ? own.webhookBefore(source.id)
      : await tenant(source.account).webhook(source.version);
  if (url === undefined) throw fail('gone');
  return url;
}

/** The changes with the webhook in them. @throws AppError `bad-input` where both name one; as `webhookOf` */
export async function withWebhook(
  changes: TenantChanges,
  source: WebhookSource | undefined,
  find: (source: WebhookSource) => Promise<string | null>,
): Promise<TenantChanges> {
  if (!source) return changes;
  if (changes.teamsWebhookUrl !== undefined) throw fail('bad-input', { detail: 'webhook' });
  return { ...changes, teamsWebhookUrl: await find(source) };
}
