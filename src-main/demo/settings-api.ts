import { sameSecret } from './auth';
import { json, parseBody, type ApiRequest, type Reply } from './exchange';
import { checkChange, type TenantSettings } from './settings';

export const TENANTS_ROOT = '/tenants';
const SETTINGS_PATH = '/me/notifications';

/** What a test may turn on (`POST /control/settings`). */
export interface SettingsModes {
  /** PATCH answers 403, as for a token without the right. */
  readonly readOnly: boolean;
  /** Everything answers 401, as an hour after a JWT was made. */
  readonly tokenExpired: boolean;
  /** The server keeps only so many characters of a webhook URL, and says so by its echo alone. */
  readonly cutUrl: number | null;
}

export const defaultModes: SettingsModes = { readOnly: false, tokenExpired: false, cutUrl: null };

/** Every error of this service has this one shape. */
export function tenantError(
  status: number,
  code: string,
  message: string,
  details: Readonly<Record<string, string>> = {},
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return json(status, { success: false, error: { code, message, details } }, headers);
}

export interface SettingsState {
  settings: TenantSettings;
  modes: SettingsModes;
}

/** The tenant settings API of the Romanian document; error codes it leaves out are from the vendor's public pages. */
export function createSettingsApi(deps: {
  readonly state: SettingsState;
  readonly token: string;
  readonly onChange: (fields: readonly string[]) => void;
}) {
  const { state, token, onChange } = deps;

  function authProblem(header: string | undefined): Reply | undefined {
    const refuse = (code: string, message: string) =>
      tenantError(401, code, message, {}, { 'WWW-Authenticate': 'Bearer' });
    if (header === undefined) return refuse('AUTH_MISSING_TOKEN', 'No authentication token was sent.');
    const sent = /^bearer\s+(\S+)$/i.exec(header)?.[1] ?? '';
    if (!sameSecret(sent, token))
      return refuse('AUTH_INVALID_TOKEN', 'The authentication token is not valid.');
    if (state.modes.tokenExpired)
      return refuse('AUTH_EXPIRED_TOKEN', 'The authentication token has expired.');
    return undefined;
  }

  function patch(request: ApiRequest): Reply {
    if (state.modes.readOnly) {
      return tenantError(403, 'AUTH_INSUFFICIENT_SCOPE', 'Insufficient permissions for this action.');
    }
    const parsed = parseBody(request.body);
    const checked = 'problem' in parsed ? { details: { body: 'must be JSON' } } : checkChange(parsed.value);
    if ('details' in checked) {
      const url = 'teamsWebhookUrl' in checked.details;
      const message = url ? 'Invalid webhook URL format.' : 'The request is not valid.';
      return tenantError(400, 'VALIDATION_ERROR', message, checked.details);
    }
    const url = checked.change.teamsWebhookUrl;
    const cut =
      typeof url === 'string' ? { teamsWebhookUrl: url.slice(0, state.modes.cutUrl ?? undefined) } : {};
    state.settings = { ...state.settings, ...checked.change, ...cut };
    onChange(Object.keys(checked.change));
    return json(200, { success: true, data: state.settings });
  }

  /** `below` is what follows `/tenants`. */
  function handle(request: ApiRequest, below: string): Reply {
    const problem = authProblem(request.headers.authorization);
    if (problem !== undefined) return problem;
    if (below !== SETTINGS_PATH) return tenantError(404, 'NOT_FOUND', 'There is nothing at this address.');
    switch (request.method) {
      case 'GET':
      case 'HEAD':
        return json(200, { success: true, data: state.settings });
      case 'PATCH':
        return patch(request);
      default: {
        const message = `Method ${request.method} is not allowed.`;
        return tenantError(405, 'METHOD_NOT_ALLOWED', message, {}, { Allow: 'GET, PATCH' });
      }
    }
  }

  return { handle };
}

export type SettingsApi = ReturnType<typeof createSettingsApi>;
