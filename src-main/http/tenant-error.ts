import type { ErrorKind, Failure } from '../../src-shared/app-error';
import { isRecord } from '../../src-shared/json';
import { withoutForms } from '../../src-shared/secret-forms';
import { TENANT_FIELDS } from '../../src-shared/tenant-settings';
import { cut } from './server-words';

// What the settings API says when it refuses, in whatever form, as a failure.

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

/** Somebody else changed them in the same moment. */
const CLASH: readonly number[] = [409, 412, 428];

/**
 * `{"success": false, "error": {"code", "message", "details"}}`, also flat (`{"code", "message"}`) or a bare
 * string. `undefined` where that says nothing: the status alone speaks then.
 */
export function tenantError(value: unknown): Partial<Failure> | undefined {
  if (!isRecord(value))
    return typeof value === 'string' ? { ...kindOf(value), detail: cut(value) } : undefined;
  const error = value['error'] ?? value;
  if (typeof error === 'string') return { ...kindOf(error), detail: cut(error) };
  if (!isRecord(error)) return undefined;
  const message = typeof error['message'] === 'string' ? cut(error['message']) : undefined;
  const fields = fieldsOf(error['details'] ?? value['errors'] ?? ownFields(error));
  return {
    // A refusal that names one of the five is about what was sent, whatever else it says.
    ...(TENANT_FIELDS.some((name) => name in fields) && { kind: 'validation' as const }),
    ...kindOf(error['code']),
    ...(message !== undefined && { detail: message }),
    ...(Object.keys(fields).length > 0 && { fields }),
  };
}

function kindOf(code: unknown): { kind?: ErrorKind } {
  const kind = typeof code === 'string' && Object.hasOwn(KIND_OF_CODE, code) ? KIND_OF_CODE[code] : undefined;
  return kind === undefined ? {} : { kind };
}

/** `{"teamsWebhookUrl": ["…"]}` at the top, as frameworks say it. */
const ownFields = (error: { readonly [name: string]: unknown }): unknown =>
  Object.fromEntries(TENANT_FIELDS.flatMap((name) => (name in error ? [[name, error[name]]] : [])));

/** `{teamsWebhookUrl: "…"}`, `{teamsWebhookUrl: ["…"]}`, `{field: "teamsWebhookUrl", …}`, or a list of such. */
function fieldsOf(details: unknown): { [field: string]: string } {
  if (Array.isArray(details))
    return Object.assign({}, ...details.map(fieldsOf)) as { [field: string]: string };
  if (!isRecord(details)) return {};
  const { message } = details;
  const field = details['field'] ?? details['path'] ?? details['param'];
  if (typeof field === 'string') return { [field]: typeof message === 'string' ? cut(message) : '' };
  const fields: { [field: string]: string } = {};
  for (const [name, value] of Object.entries(details)) {
    const text: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof text === 'string') fields[name] = cut(text);
  }
  return fields;
}

/** What the API says of the status alone is about an inbox; here some mean more, and a right that is missing depends on what was asked. */
export function ofSettings(failure: Failure, method: string): Failure {
  if (failure.kind === 'no-permission' && method === 'GET') return { ...failure, kind: 'forbidden' };
  return failure.kind === 'unexpected-status' && CLASH.includes(failure.status ?? 0)
    ? { ...failure, kind: 'clash' }
    : failure;
}

/** A server may repeat the webhook in its refusal; its words go to the window and into the log. The host may stay. */
export function withoutUrls(failure: Failure, sent?: string | null): Failure {
  const { detail, fields } = failure;
  // Perhaps without its scheme, and cut: ten letters after its host tell it.
  const bare = sent?.replace(/^https:\/\//i, '') ?? '';
  const host = bare.split('/')[0] ?? '';
  const forms = bare === '' ? [] : [{ text: bare, beginning: Math.min(`${host}/`.length + 10, bare.length) }];
  const maskUrls = (text: string): string => withoutUrl(withoutForms(text, forms, `${host}/…`));
  const masked = Object.entries(fields ?? {}).map(([name, text]) => [maskUrls(name), maskUrls(text)]);
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
