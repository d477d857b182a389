import { expect, onTestFinished, test } from 'vitest';
import { testConnection } from '../../../src-main/core/accounts/connection-test';
import { createInboxApi } from '../../../src-main/http/inbox-api';
import { createSend } from '../../../src-main/http/send';
import { createFakeClock } from '../../support/fake-clock';
import { startFaultServer, type Fault } from '../../support/fault-server';
import * as faults from '../../support/faults';
import { selfSigned } from '../../support/self-signed';

const network = {
  proxyOf: () => Promise.resolve(null),
  addressesOf: () => Promise.resolve(['127.0.0.1']),
};

/** The test of a connection against a server on a real socket that goes wrong in one way. */
async function met(
  fault: Fault | undefined,
  { tls = false, down = false, silent = false, scheme = 'Token' as const } = {},
) {
  const clock = createFakeClock();
  const server = await startFaultServer({ clock, ...(tls && { tls: selfSigned }) });
  server.inbox.add();
  server.fault = fault;
  if (down) await server.down();
  else onTestFinished(() => server.down());
  const send = createSend((url, init) => fetch(url, init), clock);
  const apis = {
    network,
    inbox: (one: Parameters<typeof createInboxApi>[1] & { token: string | undefined }) =>
      createInboxApi(send, one, () => one.token),
    tenant: () => Promise.reject(new Error('none here')) as never,
  };
  const connection = {
    kind: 'inbox',
    baseUrl: server.origin,
    scheme,
    token: 't-1',
    allowHttp: false,
  } as const;
  const tested = testConnection(connection, apis);
  // Against any other its time would be a race: a busy machine may take as long to answer.
  const giveUp = silent ? setInterval(() => void clock.pass(10_001), 50) : undefined;
  const steps = await tested;
  clearInterval(giveUp);
  return steps.map((one) =>
    one.ok
      ? one.step
      : one.ok === null
        ? `(${one.step})`
        : `${one.step}: ${one.failure.kind} ${one.failure.status ?? ''}`.trim(),
  );
}

const WAY = ['address', 'proxy', '(name)'];
const ANSWERED = [...WAY, '(tls)', 'status'];

test.for<{ what: string; fault?: Fault; tls?: boolean; down?: boolean; silent?: boolean; steps: string[] }>([
  { what: 'nothing', steps: [...ANSWERED, 'json', 'shape', 'read', '(write)'] },
  { what: 'nobody listens', down: true, steps: [...WAY, 'status: refused'] },
  { what: 'a reset', fault: faults.reset(), steps: [...WAY, 'status: connection'] },
  { what: 'a reset amid the answer', fault: faults.reset(20), steps: [...WAY, 'status: connection'] },
  { what: 'silence', fault: faults.stall(), silent: true, steps: [...WAY, 'status: timeout'] },
  { what: 'a certificate of nobody’s', tls: true, steps: [...WAY, 'tls: tls'] },
  {
    what: 'a redirect',
    fault: faults.redirect('https://elsewhere.invalid/'),
    steps: [...WAY, '(tls)', 'status: redirect'],
  },
  { what: '401', fault: faults.status(401), steps: [...WAY, '(tls)', 'status: token-refused 401'] },
  { what: '403', fault: faults.status(403), steps: [...ANSWERED, 'json', 'shape', 'read: forbidden 403'] },
  { what: '404', fault: faults.status(404), steps: [...WAY, '(tls)', 'status: not-found 404'] },
  { what: '429', fault: faults.status(429), steps: [...WAY, '(tls)', 'status: throttled 429'] },
  {
    what: '502 with a page',
    fault: faults.status(502, () => ({}), '<html>'),
    steps: [...WAY, '(tls)', 'status: server-error 502'],
  },
  { what: 'a sign-in page', fault: faults.page, steps: [...ANSWERED, 'json: not-json 200'] },
  {
    what: 'JSON that is cut',
    fault: faults.text((all) => all.slice(0, 30)),
    steps: [...ANSWERED, 'json: broken-json'],
  },
  {
    what: 'another API',
    fault: faults.text(() => '{"status":"ok"}'),
    steps: [...ANSWERED, 'json', 'shape: not-our-api'],
  },
])('$what → $steps', async ({ fault, steps, ...more }) => {
  expect(await met(fault, more)).toEqual(steps);
});
