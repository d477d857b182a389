import { readBaseUrl, SCHEMES, type AccountKind, type Scheme } from '../../src-shared/account';
import { fail, toFailure, type Failure } from '../../src-shared/app-error';
import type { TestStep } from '../../src-shared/ipc';
import { readPage } from './sync/read-page';
import type { InboxApi, TenantApi } from './ports';

export interface Connection {
  readonly kind: AccountKind;
  readonly baseUrl: string;
  readonly scheme: Scheme;
  /** With scheme `Header`: its name. */
  readonly header?: string | undefined;
  /** `undefined`: there is none, which the test says. */
  readonly token: string | undefined;
  readonly allowHttp: boolean;
}

export interface TestApis {
  inbox(connection: Connection): InboxApi;
  tenant(connection: Connection): TenantApi;
}

/** Failures that happen before the server's answer means anything. */
const UNREACHED: readonly Failure['kind'][] = [
  'no-network',
  'name',
  'refused',
  'timeout',
  'tls',
  'proxy',
  'connection',
];
const TOKEN: readonly Failure['kind'][] = ['token-refused', 'forbidden', 'no-permission', 'bad-token'];

/** Address → reach → token → shape: each passed, or the exact cause; on a refused token the other schemes are tried. */
export async function testConnection(connection: Connection, apis: TestApis): Promise<readonly TestStep[]> {
  const address = readBaseUrl(connection.baseUrl, connection.allowHttp);
  if (!address.ok) return [{ step: 'address', ok: false, failure: addressFailure(address.problem) }];
  const known = { ...connection, baseUrl: address.baseUrl };
  const steps: TestStep[] = [{ step: 'address', ok: true, detail: address.baseUrl }];
  const failure = await tryOut(known, apis);
  if (failure === null)
    return [...steps, { step: 'reach', ok: true }, { step: 'token', ok: true }, { step: 'shape', ok: true }];
  if (UNREACHED.includes(failure.kind)) return [...steps, { step: 'reach', ok: false, failure }];
  steps.push({ step: 'reach', ok: true });
  if (!TOKEN.includes(failure.kind)) return [...steps, { step: 'shape', ok: false, failure }];
  const works = await otherScheme(known, apis);
  return [...steps, { step: 'token', ok: false, failure, ...(works && { works }) }];
}

async function otherScheme(connection: Connection, apis: TestApis): Promise<Scheme | undefined> {
  for (const scheme of SCHEMES)
    if (scheme !== connection.scheme && (await tryOut({ ...connection, scheme }, apis)) === null)
      return scheme;
  return undefined;
}

async function tryOut(connection: Connection, apis: TestApis): Promise<Failure | null> {
  try {
    if (connection.kind === 'tenant') await apis.tenant(connection).load();
    else
      readPage(
        (await apis.inbox(connection).list({ params: { ordering: '-timestamp' }, limit: 1, offset: 0 })).body,
      );
    return null;
  } catch (error) {
    return toFailure(error);
  }
}

export function addressFailure(
  problem: Extract<ReturnType<typeof readBaseUrl>, { ok: false }>['problem'],
): Failure {
  return problem === 'http'
    ? fail('http-refused').failure
    : fail('bad-address', { fields: { baseUrl: problem } }).failure;
}
