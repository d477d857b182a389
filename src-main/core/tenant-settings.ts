import { fail } from '../../src-shared/app-error';
import type { TenantSaved, TenantView } from '../../src-shared/ipc';
import {
  conflicts,
  diff,
  maskUrl,
  readWebhook,
  type TenantChanges,
  type TenantField,
  type TenantSettings,
} from '../../src-shared/tenant-settings';
import type { Clock, Log, TenantAnswer, TenantApi } from './ports';

/** One tenant's settings: read, and changed field by field. The webhook is a secret and stays here. */
export function createTenantSettings(account: string, api: TenantApi, clock: Clock, log: Log) {
  /** What the person was shown, by the version that names the reading. */
  let shown: { readonly version: number; readonly answer: TenantAnswer } | undefined;
  let version = 0;

  function show(answer: TenantAnswer): TenantView {
    version += 1;
    shown = { version, answer };
    const { teamsWebhookUrl: url, ...flags } = answer.settings;
    const settings = { ...flags, teamsWebhookUrl: url === null ? null : maskUrl(url) };
    return { account, version, readAt: clock.now(), settings, unknown: answer.unknown };
  }

  /** After a lost answer the PATCH may have been applied: read again before saying what is so. */
  async function patch(changes: TenantChanges): Promise<TenantAnswer> {
    try {
      return await api.save(changes);
    } catch (error) {
      const now = await api.load().catch(() => undefined);
      if (now && Object.keys(diff(now.settings, changes)).length === 0) return now;
      throw error;
    }
  }

  return {
    load: async (): Promise<TenantView> => show(await api.load()),

    /** @throws AppError `bad-input` for a webhook that is no https address; the server's own refusals. */
    async save(
      seenVersion: number,
      wanted: TenantChanges,
      over: readonly TenantField[],
    ): Promise<TenantSaved> {
      if (!shown || shown.version !== seenVersion) throw fail('gone');
      const checked = checkWebhook(wanted);
      const base = shown.answer.settings;
      const now = await api.load();
      const open = conflicts(base, now.settings, checked).filter((field) => !over.includes(field));
      if (open.length > 0) return { state: 'conflict', view: show(now), fields: open };
      const changes = diff(now.settings, checked);
      const names = Object.keys(changes);
      if (names.length === 0) return { state: 'saved', view: show(now), cut: false };
      const echo = await patch(changes);
      log.event('settings saved', names.join(', '));
      return { state: 'saved', view: show(echo), cut: wasCut(changes, echo.settings) };
    },

    webhook: async (): Promise<{ readonly url: string | null }> => {
      const settings = shown?.answer.settings ?? (await api.load()).settings;
      return { url: settings.teamsWebhookUrl };
    },
  };
}
export type TenantService = ReturnType<typeof createTenantSettings>;

function checkWebhook(wanted: TenantChanges): TenantChanges {
  if (wanted.teamsWebhookUrl == null) return wanted;
  const read = readWebhook(wanted.teamsWebhookUrl);
  if (!read.ok) throw fail('bad-input', { fields: { teamsWebhookUrl: read.problem } });
  return { ...wanted, teamsWebhookUrl: read.url };
}

/** A cut URL is a real and silent failure elsewhere: the echo is compared byte for byte. */
const wasCut = ({ teamsWebhookUrl: sent }: TenantChanges, echo: TenantSettings): boolean =>
  sent !== undefined && sent !== echo.teamsWebhookUrl;
