import type { Account } from '../../../../src-shared/account';
import type { AppError, ErrorKind } from '../../../../src-shared/app-error';
import {
  createUrlMarks,
  type TenantChanges,
  type TenantSettings,
} from '../../../../src-shared/tenant-settings';
import type { TenantSaved, TenantView } from '../../../../src-shared/tenant-view';
import type { TenantAnswer, TenantApi } from '../../../../src-main/core/ports';
import { createTenantHistory } from '../../../../src-main/core/tenant/tenant-history';
import { createTenantSettings } from '../../../../src-main/core/tenant/tenant-settings';
import { createFakeClock } from '../../../support/fake-clock';
import { createFakeSecrets } from '../../../support/fake-desktop';

export const HOOK = 'https://default0a.1b.environment.api.powerplatform.com/x?sig=CANARY%2Fa';

/** One tenant of a server in memory; `keep` is what the server makes of a change. */
export function tenant() {
  const server = {
    settings: {
      emailOnComplete: true,
      emailOnFail: true,
      teamsWebhookUrl: null,
      teamsOnComplete: false,
      teamsOnFail: false,
    } as TenantSettings,
    unknown: { smsOnFail: true } as TenantAnswer['unknown'],
    calls: [] as unknown[],
    /** What the server makes of a change before it keeps it. */
    keep: (changes: TenantChanges): TenantChanges => changes,
    before: (_call: string): void => undefined,
    after: (_call: string): void => undefined,
  };
  const answer = () => ({ settings: server.settings, unknown: server.unknown });
  const api: TenantApi = {
    async load() {
      server.calls.push('GET');
      server.before('GET');
      return answer();
    },
    async save(changes) {
      server.calls.push(changes);
      server.before('PATCH');
      server.settings = { ...server.settings, ...server.keep(changes) } as TenantSettings;
      server.after('PATCH');
      return answer();
    },
  };
  const lines: string[] = [];
  const log = {
    event: (...parts: (string | undefined)[]) => void lines.push(parts.join(' · ')),
    bug: () => undefined,
  };
  const clock = createFakeClock();
  const file = { read: () => [], write: () => undefined };
  const secrets = createFakeSecrets();
  const history = createTenantHistory({ file, secrets, clock, log, isKept: () => true }).of(ACCOUNT);
  let versions = 0;
  const nextVersion = (): number => (versions += 1);
  const parts = { account: 't', api, clock, log, history, nextVersion, markOf: createUrlMarks() };
  return { server, api, lines, history, clock, service: createTenantSettings(parts) };
}
export const ACCOUNT: Account = {
  id: 't',
  kind: 'tenant',
  name: 'Orion',
  baseUrl: 'https://api.example',
  scheme: 'Bearer',
  allowHttp: false,
};
/** A server that keeps a field as it was. */
export const dropping =
  (name: keyof TenantChanges) =>
  (changes: TenantChanges): TenantChanges => {
    const { [name]: _dropped, ...rest } = changes;
    return rest;
  };
export const viewOf = (saved: TenantSaved): TenantView => {
  if (!('view' in saved)) throw new Error(saved.state);
  return saved.view;
};
export const kindOf = (asked: Promise<unknown>): Promise<ErrorKind | undefined> =>
  asked.then(
    () => undefined,
    (error: unknown) => (error as AppError).failure.kind,
  );
