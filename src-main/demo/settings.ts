import { createHash } from 'node:crypto';
import { isRecord } from './notification';

/** The five settings of the Romanian document, and whatever a newer server may add. */
export interface TenantSettings {
  readonly emailOnComplete: boolean;
  readonly emailOnFail: boolean;
  readonly teamsWebhookUrl: string | null;
  readonly teamsOnComplete: boolean;
  readonly teamsOnFail: boolean;
  readonly [unknown: string]: unknown;
}

const FLAGS = ['emailOnComplete', 'emailOnFail', 'teamsOnComplete', 'teamsOnFail'] as const;

/** A webhook of the current Workflows form with a made-up tenant and signature: it posts nowhere. */
function webhookUrl(seed: number): string {
  const made = (salt: string) => createHash('sha256').update(`tocsin demo ${salt} ${seed}`);
  const environment = made('environment').digest('hex');
  const host = `default${environment.slice(0, 30)}.${environment.slice(30, 32)}.environment.api.powerplatform.com`;
  const workflow = made('workflow').digest('hex').slice(0, 32);
  const sig = made('signature').digest('base64url');
  return (
    `https://${host}:443/powerautomate/automations/direct/workflows/${workflow}/triggers/manual/paths/invoke` +
    `?api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${sig}`
  );
}

/** As the document's own example, but with a webhook that would still be alive. */
export function initialSettings(seed: number): TenantSettings {
  return {
    emailOnComplete: true,
    emailOnFail: true,
    teamsWebhookUrl: webhookUrl(seed),
    teamsOnComplete: true,
    teamsOnFail: true,
  };
}

function webhookProblem(value: unknown): string | undefined {
  if (value === null) return undefined;
  if (typeof value !== 'string') return 'must be a string or null';
  const isHttps = /^https:\/\/\S+$/i.test(value) && URL.canParse(value);
  return isHttps ? undefined : 'must be a valid https URL';
}

type CheckedChange =
  { readonly change: Partial<TenantSettings> } | { readonly details: Readonly<Record<string, string>> };

/** A partial update: all of it fits or none of it is taken. Fields that are not known are passed over. */
export function checkChange(body: unknown): CheckedChange {
  if (!isRecord(body)) return { details: { body: 'must be an object' } };
  const details: Record<string, string> = {};
  const change: Record<string, unknown> = {};
  for (const flag of FLAGS) {
    if (!(flag in body)) continue;
    if (typeof body[flag] === 'boolean') change[flag] = body[flag];
    else details[flag] = 'must be a boolean';
  }
  if ('teamsWebhookUrl' in body) {
    const problem = webhookProblem(body['teamsWebhookUrl']);
    if (problem === undefined) change['teamsWebhookUrl'] = body['teamsWebhookUrl'];
    else details['teamsWebhookUrl'] = problem;
  }
  return Object.keys(details).length > 0 ? { details } : { change: change as Partial<TenantSettings> };
}
