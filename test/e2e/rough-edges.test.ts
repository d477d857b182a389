import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { waitUntil } from '../../scripts/processes.mjs';
import { startDesk } from './support/desk';
import { selfSigned } from '../support/self-signed';

/** A server of the outside world that answers everything alike. @returns its origin */
async function answering(listener: RequestListener, tls = false): Promise<string> {
  const server = tls ? createTlsServer(selfSigned, listener) : createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return `http://127.0.0.1:${port}`;
}

const html: RequestListener = (_, response) =>
  void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><h1>Sign in</h1>');

test('each way of not seeing has its own cause, and none of them harms another account', async () => {
  const { inbox, address, launch, said } = await startDesk();
  const stolen: (string | undefined)[] = [];
  const thief = await answering((request, response) => {
    stolen.push(request.headers.authorization);
    response
      .writeHead(200, { 'Content-Type': 'application/json' })
      .end('{"count":0,"next":null,"results":[]}');
  });
  const places: { readonly [kind: string]: string } = {
    refused: await freePort(),
    name: 'http://nowhere.invalid',
    tls: await answering(html, true),
    'token-refused': address.baseUrl,
    forbidden: await answering((_, response) => void response.writeHead(403).end('{"detail":"No."}')),
    'not-found': `${address.baseUrl}/wrong/path`,
    'not-json': await answering(html),
    'not-our-api': await answering((_, response) => void response.writeHead(200).end('{"hello": 1}')),
    redirect: await answering(
      (_, response) => void response.writeHead(302, { Location: `${thief}/api/user/notifications/` }).end(),
    ),
    'server-error': await answering((_, response) => void response.writeHead(503).end('<h1>down</h1>')),
    throttled: await answering(
      (_, response) => void response.writeHead(429, { 'Retry-After': '3600' }).end('{"detail":"Slow down."}'),
    ),
    connection: await answering((request) => void request.socket.destroy()),
  };
  const accounts = Object.entries(places).map(([name, baseUrl]) => ({
    kind: 'inbox',
    name,
    baseUrl,
    scheme: 'Token',
    token: name === 'token-refused' ? 'a-wrong-token' : 'CANARY-token-of-the-outside',
    allowHttp: true,
  }));
  const app = await launch({
    provision: { accounts: [inbox, ...accounts], preferences: { pollSeconds: 10, language: 'en' } },
    switches: ['--hidden'],
  });
  await said(app, /watching · Lab/);
  const lost = (): string[] =>
    app
      .output()
      .split('\n')
      .filter((line) => /\] not watching · /.test(line))
      .map((line) => line.split(' · ')[1]!.trim());
  await waitUntil(() => lost().length >= accounts.length, 30_000, 'all causes').catch(() => undefined);
  expect(lost().toSorted()).toEqual(
    Object.keys(places)
      .map((kind) => `${kind}: ${kind}`)
      .toSorted(),
  );
  expect(stolen, 'a redirect is never followed').toEqual([]);
  expect(app.output()).not.toMatch(/CANARY|\] bug/);
});
