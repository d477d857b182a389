import * as v from 'valibot';
import type { Account } from '../../src-shared/account';
import { AppError, fail, type ErrorKind, type Failure } from '../../src-shared/app-error';
import { isRecord, notData, parseJson, type Json } from '../../src-shared/json';
import { TENANT_FIELDS, TenantSettings, type TenantChanges } from '../../src-shared/tenant-settings';
import type { TenantAnswer, TenantApi } from '../core/ports';
import type { Request, Send } from './send';
import { authorizationOf } from './authorization';
import { urlOf } from './url';

const PATH = '/tenants/me/notifications';
const Answer = v.object({ success: v.literal(true), data: TenantSettings });

/** The settings API of one tenant (api.md, part 2). */
export function createTenantApi(
  send: Send,
  account: Pick<Account, 'baseUrl' | 'scheme' | 'header'>,
  token: () => string | undefined,
): TenantApi {
  async function ask(method: Request['method'], body?: TenantChanges): Promise<TenantAnswer> {
    const answer = await send({
      method,
      url: urlOf(account.baseUrl, PATH),
      authorization: authorizationOf(account, token()),
      ...(body !== undefined && { body: JSON.stringify(body) }),
      explain: tenantError,
    }).catch((error: unknown) => {
      throw error instanceof AppError
        ? new AppError(withoutUrls(error.failure, body?.teamsWebhookUrl))
        : error;
    });
    return read(answer.body, answer.status);
  }
  return { load: () => ask('GET'), save: (changes) => ask('PATCH', changes) };
}

/** A server may repeat the webhook in its refusal; its words go to the window and into the log. The host may stay. */
function withoutUrls(failure: Failure, sent?: string | null): Failure {
  const { detail, fields } = failure;
  // Perhaps without its scheme.
  const bare = sent?.replace(/^https:\/\//i, '') ?? '';
  const host = bare.split('/')[0] ?? '';
  const maskUrls = (text: string): string =>
    withoutUrl(bare === '' ? text : text.replaceAll(bare, `${host}/…`));
  const masked = Object.entries(fields ?? {}).map(([name, text]) => [name, maskUrls(text)]);
  return {
    ...failure,
    ...(detail !== undefined && { detail: maskUrls(detail) }),
    ...(fields && { fields: Object.fromEntries(masked) as { [field: string]: string } }),
  };
}

const withoutUrl = (text: string): string =>
  text
    .replace(/https?(?::|%3A)(?:\/|%2F|\\\/){2}([\w.-]*)[^\s"'<>]*/gi, 'https://$1/…')
    .replace(/\b(sig=|sig%3D)[^\s"'<>&]+/gi, '$1…');

function read(body: Uint8Array, status: number): TenantAnswer {
  const value = parse(body);
  if (value === undefined) throw fail(notData(new TextDecoder().decode(body)), { status });
  const answer = v.safeParse(Answer, value);
  if (!answer.success) throw fail('not-our-api', { status, detail: v.getDotPath(answer.issues[0]) ?? '' });
  const data = (value as { data: { [name: string]: Json } }).data;
  const unknown = Object.entries(data).filter(([name]) => !TENANT_FIELDS.some((known) => known === name));
  return { settings: answer.output.data, unknown: Object.fromEntries(unknown) };
}

const KIND_OF_CODE: { readonly [code: string]: ErrorKind } = {
  AUTH_MISSING_TOKEN: 'token-refused',
  AUTH_INVALID_TOKEN: 'token-refused',
  AUTH_EXPIRED_TOKEN: 'token-expired',
  AUTH_INSUFFICIENT_SCOPE: 'no-permission',
  TENANT_ACCESS_DENIED: 'no-permission',
  TENANT_NOT_FOUND: 'not-found',
  VALIDATION_ERROR: 'validation',
  SERVICE_UNAVAILABLE: 'maintenance',
};

/**
 * `{"success": false, "error": {"code", "message", "details"}}`, also flat (`{"code", "message"}`) or a bare
 * string. `undefined` where the body says nothing: the status alone speaks then.
 */
export function tenantError(body: Uint8Array): Partial<Failure> | undefined {
  const value = parse(body);
  if (!isRecord(value)) return typeof value === 'string' ? { detail: cut(value) } : undefined;
  const error = value['error'] ?? value;
  if (typeof error === 'string') return { ...kindOf(error), detail: cut(error) };
  if (!isRecord(error)) return undefined;
  const message = typeof error['message'] === 'string' ? cut(error['message']) : undefined;
  const details = isRecord(error['details']) ? fieldsOf(error['details']) : {};
  return {
    ...kindOf(error['code']),
    ...(message !== undefined && { detail: message }),
    ...(Object.keys(details).length > 0 && { fields: details }),
  };
}

function kindOf(code: unknown): { kind?: ErrorKind } {
  const kind = typeof code === 'string' && Object.hasOwn(KIND_OF_CODE, code) ? KIND_OF_CODE[code] : undefined;
  return kind === undefined ? {} : { kind };
}

/** `{teamsWebhookUrl: "…"}`, `{teamsWebhookUrl: ["…"]}`, or `{field: "teamsWebhookUrl", …}`. */
function fieldsOf(details: { readonly [name: string]: unknown }): { [field: string]: string } {
  const { field, message } = details;
  if (typeof field === 'string') return { [field]: typeof message === 'string' ? cut(message) : '' };
  const fields: { [field: string]: string } = {};
  for (const [name, value] of Object.entries(details)) {
    const text: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof text === 'string') fields[name] = cut(text);
  }
  return fields;
}

function parse(body: Uint8Array): unknown {
  try {
    return parseJson(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

const cut = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 300);
