import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { authorities, createPostCard, type PostCardDeps } from '../../../src-main/http/post-card';
import { selfSigned } from '../../support/self-signed';

const userAgent = 'Tocsin/test';
const CARD = { type: 'message' };

interface Hook {
  readonly port: number;
  readonly hits: { method?: string; url?: string; headers: object; body: string }[];
  readonly connections: () => number;
}

/** A webhook on this machine, with a certificate for `localhost` alone. */
async function startHook(status = 202, headers: Record<string, string> = {}): Promise<Hook> {
  const hits: Hook['hits'] = [];
  let connections = 0;
  const server: Server = createServer(selfSigned, (request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => {
      hits.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
      if (status > 0) response.writeHead(status, headers).end('{"echo":"CANARY"}');
    });
  });
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return { port: (server.address() as AddressInfo).port, hits, connections: () => connections };
}

const at =
  (...addresses: readonly string[]): NonNullable<PostCardDeps['resolve']> =>
  (_host, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

const here = at('127.0.0.1');

const loopback = {
  resolve: here,
  isAllowed: () => true,
  ca: selfSigned.cert,
  userAgent,
};

test('the card goes to the URL byte for byte, with no token and nothing of the kind', async () => {
  const hook = await startHook();
  const post = createPostCard(loopback);
  const path = '/powerautomate/x%2Fy/invoke?api-version=1&sp=%2Ftriggers&sig=Ab-_%2B';
  expect(await post(`https://localhost:${hook.port}${path}`, CARD)).toEqual({
    state: 'accepted',
    status: 202,
  });
  expect(hook.hits).toMatchObject([{ method: 'POST', url: path, body: '{"type":"message"}' }]);
  expect(Object.keys(hook.hits[0]!.headers).toSorted()).toEqual([
    'connection',
    'content-length',
    'content-type',
    'host',
    'user-agent',
  ]);
});

test.for([200, 202, 204])('%s is accepted', async (status) => {
  const { port } = await startHook(status);
  expect(await createPostCard(loopback)(`https://localhost:${port}/`, CARD)).toEqual({
    state: 'accepted',
    status,
  });
});

test.for([301, 302, 303, 307, 308, 400, 401, 404, 410, 429, 500])(
  '%s is refused, and no other server is asked',
  async (status) => {
    const other = await startHook();
    const { port } = await startHook(status, { Location: `https://127.0.0.1:${other.port}/` });
    const outcome = await createPostCard(loopback)(`https://localhost:${port}/`, CARD);
    expect(outcome).toEqual({ state: 'refused', status });
    expect(other.connections()).toBe(0);
  },
);

test.for([
  'https://127.0.0.1:PORT/',
  'https://2130706433:PORT/',
  'https://0x7f.1:PORT/',
  'https://[::ffff:127.0.0.1]:PORT/',
  'https://[::1]:PORT/',
  'https://localhost:PORT/',
  'http://127.0.0.1:PORT/',
])('%s: nothing is sent to this machine', async (url) => {
  const hook = await startHook();
  const post = createPostCard({ ca: selfSigned.cert, userAgent });
  expect(await post(url.replace('PORT', String(hook.port)), CARD)).toEqual({ state: 'not-public' });
  expect(hook.connections()).toBe(0);
});

test.for([[['192.168.1.9']], [['93.184.216.34', '10.0.0.1']], [['fd00::1']], [[]]])(
  'a public name that leads to %j is not connected to',
  async ([addresses]) => {
    const post = createPostCard({ resolve: at(...addresses!), userAgent });
    expect(await post('https://hook.example/', CARD)).toEqual({ state: 'not-public' });
  },
);

test('a name is looked up once: what was checked is what is connected to', async () => {
  const hook = await startHook();
  const checked: string[] = [];
  let asked = 0;
  const post = createPostCard({
    ca: selfSigned.cert,
    userAgent,
    // Rebinding: the second answer would be another one.
    resolve: (_host, done) => {
      asked += 1;
      done(null, [{ address: asked === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]);
    },
    isAllowed: (address) => checked.push(address) > 0 && address === '127.0.0.1',
  });
  // The name is not the certificate's: the connection was made, and to the address that was checked.
  expect(await post(`https://hook.example:${hook.port}/`, CARD)).toMatchObject({
    state: 'failed',
    failure: { kind: 'tls' },
  });
  expect([asked, checked, hook.connections(), hook.hits]).toEqual([1, ['127.0.0.1'], 1, []]);
});

test('a certificate that nobody trusts is not trusted here, whatever the environment says', async () => {
  const hook = await startHook();
  const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  onTestFinished(() => {
    if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
  });
  const post = createPostCard({ resolve: here, isAllowed: () => true, userAgent });
  expect(await post(`https://localhost:${hook.port}/`, CARD)).toMatchObject({ failure: { kind: 'tls' } });
  expect(hook.hits).toEqual([]);
});

test('no answer, nobody there, no such name: each by its cause, without the URL', async () => {
  const silent = await startHook(0);
  const patient = createPostCard({ ...loopback, patience: 200 });
  const secret = '/CANARY?sig=CANARY';
  const outcomes = [
    await patient(`https://localhost:${silent.port}${secret}`, CARD),
    await createPostCard(loopback)(`https://localhost:1${secret}`, CARD),
    await createPostCard({
      ...loopback,
      resolve: (_host, done) =>
        done(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }), []),
    })(`https://nowhere.example${secret}`, CARD),
  ];
  expect(outcomes.map((one) => (one.state === 'failed' ? one.failure.kind : one.state))).toEqual([
    'timeout',
    'refused',
    'name',
  ]);
  expect(JSON.stringify(outcomes)).not.toContain('CANARY');
});

test.for<{ what: string; system?: () => string[]; trusted: string[] | undefined }>([
  { what: 'an older runtime', trusted: undefined },
  { what: 'a system without any', system: () => [], trusted: undefined },
  { what: 'a company’s', system: () => ['company'], trusted: ['own', 'company'] },
  {
    what: 'a store that cannot be read',
    system: () => {
      throw new Error('no store');
    },
    trusted: undefined,
  },
])('authorities: $what → $trusted', ({ system, trusted }) => {
  const node = { rootCertificates: ['own'], ...(system && { getCACertificates: system }) };
  expect(authorities(node)).toEqual(trusted);
});
