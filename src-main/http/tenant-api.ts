import * as v from 'valibot';
import type { Account } from '../../src-shared/account';
import { AppError, fail } from '../../src-shared/app-error';
import { isRecord, notData, type Json } from '../../src-shared/json';
import { secretForms } from '../../src-shared/secret-forms';
import { TENANT_FIELDS, TenantSettings, type TenantChanges } from '../../src-shared/tenant-settings';
import type { TenantAnswer, TenantApi } from '../core/ports';
import type { Answer, Request, Send } from './send';
import { authorizationOf } from './authorization';
import { parseBody, withoutSecrets } from './server-words';
import { ofSettings, tenantError, withoutUrls } from './tenant-error';
import { urlOf } from './url';

const PATH = '/tenants/me/notifications';
const Settings = v.object({ success: v.literal(true), data: TenantSettings });

interface Asked extends Answer {
  /** What it was asked with. */
  readonly token: string;
}

/** The settings API of one tenant (api.md, part 2). */
export function createTenantApi(
  send: Send,
  account: Pick<Account, 'baseUrl' | 'scheme' | 'header'>,
  token: () => string | undefined,
): TenantApi {
  async function ask(method: Request['method'], body?: TenantChanges): Promise<Asked> {
    const authorization = authorizationOf(account, token());
    const answer = await send({
      method,
      url: urlOf(account.baseUrl, PATH),
      authorization,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      explain: tenantError,
    }).catch((error: unknown) => {
      throw error instanceof AppError
        ? new AppError(withoutUrls(ofSettings(error.failure, method), body?.teamsWebhookUrl))
        : error;
    });
    return { ...answer, token: authorization.token };
  }
  const load = async (): Promise<TenantAnswer> => read(await ask('GET'));
  return {
    load,
    async save(changes) {
      const answer = await ask('PATCH', changes);
      if (answer.status !== 204) return read(answer, changes);
      // Taken, without a word of what is so now: that is what reading is for. Where it fails, nobody knows.
      return load().catch(() => {
        throw fail('broken-json', { status: 204 });
      });
    },
  };
}

/** @param sent what the answer may repeat */
function read({ body, status, token }: Asked, sent?: TenantChanges): TenantAnswer {
  const value = parseBody(body);
  if (value === undefined) throw fail(notData(new TextDecoder().decode(body)), { status });
  // A refusal is one, whatever its status says.
  if (isRecord(value) && (value['success'] === false || (value['error'] && !value['data']))) {
    const said = tenantError(withoutSecrets(value, secretForms(token)));
    throw new AppError(
      withoutUrls(
        ofSettings({ kind: 'bad-request', status, ...said }, sent ? 'PATCH' : 'GET'),
        sent?.teamsWebhookUrl,
      ),
    );
  }
  const answer = v.safeParse(Settings, value);
  if (!answer.success) throw fail('not-our-api', { status, detail: v.getDotPath(answer.issues[0]) ?? '' });
  const data = (value as { data: { [name: string]: Json } }).data;
  const unknown = Object.entries(data).filter(([name]) => !TENANT_FIELDS.some((known) => known === name));
  return { settings: answer.output.data, unknown: Object.fromEntries(unknown) };
}
