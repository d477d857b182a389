import {
  isIpAddress,
  readBaseUrl,
  SCHEMES,
  type AccountKind,
  type Scheme,
} from '../../../src-shared/account';
import { fail, toFailure, type ErrorKind, type Failure } from '../../../src-shared/app-error';
import type { TestStep, TestStepName } from '../../../src-shared/ipc';
import { readPage, unreadable } from '../sync/read-page';
import type { InboxApi, Network, TenantApi } from '../ports';

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
  readonly network: Network;
  inbox(connection: Connection): InboxApi;
  tenant(connection: Connection): TenantApi;
}

/** The steps behind the way to the server, in the order in which an answer is read. */
const ANSWER: readonly TestStepName[] = ['tls', 'status', 'json', 'shape', 'read'];

/** The step that a failure stops at; every other stops at `status`. */
const STEP_OF: { readonly [Kind in ErrorKind]?: TestStepName } = {
  proxy: 'proxy',
  name: 'name',
  tls: 'tls',
  'not-json': 'json',
  'broken-json': 'json',
  'not-our-api': 'shape',
  'order-ignored': 'shape',
  unreadable: 'shape',
  'too-large': 'shape',
  forbidden: 'read',
  'no-permission': 'read',
};
/** No answer came, so nothing is known of the certificate either. */
const UNREACHED: readonly ErrorKind[] = ['no-network', 'refused', 'timeout', 'connection'];
/** Nothing was asked: there is no token that could be sent. */
const UNASKED: readonly ErrorKind[] = ['no-token', 'bad-token', 'token-locked', 'bad-input'];
const TOKEN: readonly ErrorKind[] = ['token-refused', 'forbidden', 'no-permission'];

/**
 * Address → proxy → name → TLS → status → JSON → shape → reading → writing: each passed, or the exact cause at which it
 * stopped; on a refused token the other schemes are tried. Writing is said, not tried: it would change something there.
 */
export async function testConnection(connection: Connection, apis: TestApis): Promise<readonly TestStep[]> {
  const address = readBaseUrl(connection.baseUrl, connection.allowHttp);
  if (!address.ok) return [{ step: 'address', ok: false, failure: addressFailure(address.problem) }];
  const known = { ...connection, baseUrl: address.baseUrl };
  const url = new URL(known.baseUrl);
  const way: TestStep[] = [{ step: 'address', ok: true, detail: known.baseUrl }];
  const proxy = await apis.network.proxyOf(url.href).catch(() => null);
  const name = await nameStep(url.hostname, proxy, apis.network);
  const { failure, count } = name.ok === false ? { failure: name.failure } : await tryOut(known, apis);
  const step = failure && (STEP_OF[failure.kind] ?? 'status');
  if (failure && step === 'proxy') return [...way, { step, ok: false, failure }];
  way.push({ step: 'proxy', ok: true, ...(proxy !== null && { detail: proxy }) });
  if (failure && step === 'name') return [...way, { step, ok: false, failure }];
  way.push(name);
  if (!failure) return [...way, ...passed(url, ANSWER, count), { step: 'write', ok: null, why: 'not-tried' }];
  const before = UNREACHED.includes(failure.kind) || UNASKED.includes(failure.kind) ? [] : ANSWER;
  const works = TOKEN.includes(failure.kind) ? await otherScheme(known, apis) : undefined;
  return [
    ...way,
    ...passed(url, before.slice(0, before.indexOf(step!))),
    { step: step!, ok: false, failure, ...(works && { works }) },
  ];
}

function passed({ protocol }: URL, steps: readonly TestStepName[], count?: number): TestStep[] {
  return steps.map((step): TestStep => {
    if (step === 'tls' && protocol === 'http:') return { step, ok: null, why: 'http' };
    return { step, ok: true, ...(step === 'read' && count !== undefined && { count }) };
  });
}

/** Behind a proxy the name is the proxy's to find. */
async function nameStep(host: string, proxy: string | null, network: Network): Promise<TestStep> {
  if (isIpAddress(host)) return { step: 'name', ok: null, why: 'number' };
  if (proxy !== null) return { step: 'name', ok: null, why: 'proxied' };
  try {
    const addresses = await network.addressesOf(host);
    return { step: 'name', ok: true, detail: addresses.slice(0, 3).join(', ') };
  } catch (error) {
    return { step: 'name', ok: false, failure: toFailure(error) };
  }
}

async function otherScheme(connection: Connection, apis: TestApis): Promise<Scheme | undefined> {
  for (const scheme of SCHEMES)
    if (scheme !== connection.scheme && !(await tryOut({ ...connection, scheme }, apis)).failure)
      return scheme;
  return undefined;
}

interface Tried {
  readonly failure?: Failure;
  /** How many notifications the server has for this token, as it says. */
  readonly count?: number;
}

async function tryOut(connection: Connection, apis: TestApis): Promise<Tried> {
  try {
    if (connection.kind === 'tenant') {
      await apis.tenant(connection).load();
      return {};
    }
    const newest = { params: { ordering: '-timestamp' }, limit: 1, offset: 0 };
    const page = readPage((await apis.inbox(connection).list(newest)).body);
    const { count } = page;
    const field = unreadable(page);
    if (field !== null) throw fail('unreadable', { detail: field });
    return count === null ? {} : { count };
  } catch (error) {
    return { failure: toFailure(error) };
  }
}

export function addressFailure(
  problem: Extract<ReturnType<typeof readBaseUrl>, { ok: false }>['problem'],
): Failure {
  return problem === 'http'
    ? fail('http-refused').failure
    : fail('bad-address', { fields: { baseUrl: problem } }).failure;
}
