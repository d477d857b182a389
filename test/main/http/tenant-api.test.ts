import { expect, test } from 'vitest';
import { parseBody } from '../../../src-main/http/server-words';
import { createTenantApi } from '../../../src-main/http/tenant-api';
import { tenantError } from '../../../src-main/http/tenant-error';
import { startDemo } from '../demo/demo-client';
import { json, startLoopback } from './loopback';
import { at, failureOf, send, settings } from './tenant-asked';

test('the five settings, and what this version does not know beside them', async () => {
  const server = await startLoopback((response) =>
    json(response, 200, { success: true, data: { ...settings, smsOnFail: true, quiet: { from: 22 } } }),
  );
  expect(await at(`${server.origin}/v2`).load()).toEqual({
    settings,
    unknown: { smsOnFail: true, quiet: { from: 22 } },
  });
  expect(server.hits).toMatchObject([
    { method: 'GET', url: '/v2/tenants/me/notifications', authorization: 'Bearer ae_live_x', body: '' },
  ]);
});

test('a PATCH carries what was given, byte for byte, and nothing else', async () => {
  const server = await startLoopback((response) => json(response, 200, { success: true, data: settings }));
  const changes = { teamsWebhookUrl: 'https://a.example/x%2Fy?sig=Ab%2bC', teamsOnFail: true };
  await at(server.origin).save(changes);
  await at(server.origin).save({ teamsWebhookUrl: null });
  expect(server.hits.map(({ method, body }) => [method, JSON.parse(body) as unknown])).toEqual([
    ['PATCH', changes],
    ['PATCH', { teamsWebhookUrl: null }],
  ]);
});

test('against the demo server: changed, read again, refused by its field', async () => {
  const demo = await startDemo();
  const api = at(demo.baseUrl, demo.tenantToken);
  const { settings: before } = await api.load();
  const { settings: after } = await api.save({ emailOnFail: !before.emailOnFail });
  expect(after).toEqual({ ...before, emailOnFail: !before.emailOnFail });
  expect((await api.load()).settings).toEqual(after);
  const url = 'ftp://not-this';
  expect(await failureOf(api.save({ teamsWebhookUrl: url }))).toMatchObject({
    kind: 'validation',
    status: 400,
    fields: { teamsWebhookUrl: 'must be a valid https URL' },
  });
  await demo.control('POST', '/settings', { readOnly: true });
  expect(await failureOf(api.save({ emailOnFail: true }))).toMatchObject({
    kind: 'no-permission',
    status: 403,
  });
  await demo.control('POST', '/settings', { tokenExpired: true });
  expect(await failureOf(api.load())).toMatchObject({ kind: 'token-expired', status: 401 });
});

const said = (value: unknown): unknown =>
  tenantError(parseBody(new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))));
test.for<{ body: unknown; failure: unknown }>([
  {
    body: { success: false, error: { code: 'VALIDATION_ERROR', message: 'Bad  URL', details: {} } },
    failure: { kind: 'validation', detail: 'Bad URL' },
  },
  {
    body: { error: { code: 'AUTH_EXPIRED_TOKEN', message: 'x' } },
    failure: { kind: 'token-expired', detail: 'x' },
  },
  { body: { error: { code: 'AUTH_MISSING_TOKEN' } }, failure: { kind: 'token-refused' } },
  { body: { error: { code: 'AUTH_INVALID_TOKEN' } }, failure: { kind: 'token-refused' } },
  {
    body: { code: 'AUTH_INSUFFICIENT_SCOPE', message: 'x' },
    failure: { kind: 'no-permission', detail: 'x' },
  },
  { body: { error: { code: 'TENANT_ACCESS_DENIED' } }, failure: { kind: 'no-permission' } },
  { body: { error: { code: 'TENANT_NOT_FOUND' } }, failure: { kind: 'not-found' } },
  {
    body: { error: { code: 'SERVICE_UNAVAILABLE', message: 'until 6' } },
    failure: { kind: 'maintenance', detail: 'until 6' },
  },
  { body: { error: 'VALIDATION_ERROR' }, failure: { kind: 'validation', detail: 'VALIDATION_ERROR' } },
  { body: { error: 'something else' }, failure: { detail: 'something else' } },
  { body: '"bare words"', failure: { detail: 'bare words' } },
  { body: { error: { code: 'RATE_LIMITED', message: 'x' } }, failure: { detail: 'x' } },
  // Words that every object has are no codes.
  { body: { error: { code: 'constructor' } }, failure: {} },
  { body: { error: { code: '__proto__', message: 7 } }, failure: {} },
  {
    body: { error: { code: 'VALIDATION_ERROR', details: { teamsWebhookUrl: 'no' } } },
    failure: { kind: 'validation', fields: { teamsWebhookUrl: 'no' } },
  },
  {
    body: { error: { code: 'VALIDATION_ERROR', details: { teamsWebhookUrl: ['no', 'never'], n: 3 } } },
    failure: { kind: 'validation', fields: { teamsWebhookUrl: 'no' } },
  },
  {
    body: { error: { code: 'VALIDATION_ERROR', details: { field: 'emailOnFail', message: 'no' } } },
    failure: { kind: 'validation', fields: { emailOnFail: 'no' } },
  },
  {
    body: { errors: [{ field: 'teamsWebhookUrl', message: 'no' }] },
    failure: { kind: 'validation', fields: { teamsWebhookUrl: 'no' } },
  },
  {
    body: { error: { message: 'bad', details: [{ path: 'emailOnFail', message: 'no' }] } },
    failure: { kind: 'validation', detail: 'bad', fields: { emailOnFail: 'no' } },
  },
  {
    body: { teamsWebhookUrl: ['Enter a valid URL.'] },
    failure: { kind: 'validation', fields: { teamsWebhookUrl: 'Enter a valid URL.' } },
  },
  { body: { error: { details: { at: 'x' } } }, failure: { fields: { at: 'x' } } },
  { body: '<html>503</html>', failure: undefined },
  { body: '[]', failure: undefined },
  { body: 'null', failure: undefined },
  { body: '', failure: undefined },
])('$body says $failure', ({ body, failure }) => {
  expect(said(body)).toEqual(failure);
});

test.for([
  { status: 401, body: '<html>', kind: 'token-refused' },
  { status: 403, body: '<html>', kind: 'forbidden' },
  { status: 503, body: '<html>', kind: 'server-error' },
  { status: 503, body: '{"error":{"code":"SERVICE_UNAVAILABLE"}}', kind: 'maintenance' },
  { status: 429, body: '{"error":{"code":"RATE_LIMITED"}}', kind: 'throttled' },
  { status: 200, body: '<html>', kind: 'not-json' },
  { status: 200, body: '{"success":true,"da', kind: 'broken-json' },
  { status: 200, body: '{"success":true,"data":{}}', kind: 'not-our-api' },
  { status: 200, body: '{"success":true}', kind: 'not-our-api' },
  { status: 200, body: '[]', kind: 'not-our-api' },
  { status: 200, body: '{"success":false,"error":{"code":"X"}}', kind: 'bad-request' },
  { status: 200, body: '{"success":false,"error":{"code":"AUTH_EXPIRED_TOKEN"}}', kind: 'token-expired' },
  { status: 200, body: '{"error":"AUTH_INSUFFICIENT_SCOPE"}', kind: 'forbidden' },
  { status: 403, body: '{"error":{"code":"TENANT_ACCESS_DENIED"}}', kind: 'forbidden' },
  { status: 200, body: '{"success":false}', kind: 'bad-request' },
  { status: 409, body: '', kind: 'clash' },
  { status: 412, body: '{"error":{"message":"changed"}}', kind: 'clash' },
  { status: 418, body: '', kind: 'unexpected-status' },
  { status: 401, body: '"AUTH_EXPIRED_TOKEN"', kind: 'token-expired' },
  { status: 422, body: '{"teamsWebhookUrl":["no"]}', kind: 'validation' },
])('reading: $status with $body → $kind', async ({ status, body, kind }) => {
  const server = await startLoopback((response) => json(response, status, body));
  expect(await failureOf(at(server.origin).load())).toMatchObject({ kind, status });
});

test('a webhook that is an empty string is none', async () => {
  const server = await startLoopback((response) =>
    json(response, 200, { success: true, data: { ...settings, teamsWebhookUrl: '' } }),
  );
  expect(await at(server.origin).load()).toEqual({ settings, unknown: {} });
});

test('a field of a wrong kind is named, its value is not', async () => {
  const server = await startLoopback((response) =>
    json(response, 200, { success: true, data: { ...settings, emailOnFail: 'CANARY' } }),
  );
  const failure = await failureOf(at(server.origin).load());
  expect(failure).toEqual({ kind: 'not-our-api', status: 200, detail: 'data.emailOnFail' });
});

const HOOK = 'https://relay.example:8443/webhook/CANARY1?api=1&sig=CANARY2%2Fa';
test.for<{ body: unknown }>([
  { body: { success: false, error: { code: 'VALIDATION_ERROR', message: `Invalid URL ${HOOK}.` } } },
  { body: { code: 'VALIDATION_ERROR', message: `"${HOOK}" is no URL` } },
  { body: { error: { code: 'X', details: { teamsWebhookUrl: [`no: ${HOOK}`] } } } },
  { body: { error: { details: { field: 'teamsWebhookUrl', message: encodeURIComponent(HOOK) } } } },
  { body: { error: `bad ${HOOK.replace('https://', '')}` } },
  { body: { error: `bad ${HOOK.slice('https://'.length, -14)}` } },
  { body: { error: { details: { [HOOK]: 'unknown' } } } },
  { body: { error: 'unknown signature sig=CANARY2%2Fa' } },
  { body: { teamsWebhookUrl: [HOOK] } },
  { body: { detail: HOOK } },
  { body: JSON.stringify(HOOK) },
  { body: `<html>${HOOK}</html>` },
])('a refusal that repeats the webhook comes without it: $body', async ({ body }) => {
  const server = await startLoopback((response) => json(response, 400, body));
  const failure = await failureOf(at(server.origin).save({ teamsWebhookUrl: HOOK }));
  expect(JSON.stringify(failure)).not.toContain('CANARY');
  expect(failure.status).toBe(400);
});

test('of a URL in a refusal its host stays', async () => {
  const server = await startLoopback((response) =>
    json(response, 400, { error: { message: `no: ${HOOK}.` } }),
  );
  const { detail } = await failureOf(at(server.origin).save({ teamsWebhookUrl: HOOK }));
  expect(detail).toBe('no: https://relay.example/…');
});

test('without a token nothing is sent', async () => {
  const server = await startLoopback((response) => json(response, 200, {}));
  const api = createTenantApi(send, { baseUrl: server.origin, scheme: 'Bearer' }, () => undefined);
  expect(await failureOf(api.load())).toEqual({ kind: 'no-token' });
  expect(server.hits).toEqual([]);
});

test('taken without a word (204): what is so now is read', async () => {
  const now = { ...settings, emailOnFail: false };
  const server = await startLoopback((response, request) =>
    request.method === 'PATCH'
      ? response.writeHead(204).end()
      : json(response, 200, { success: true, data: now }),
  );
  expect(await at(server.origin).save({ emailOnFail: false })).toEqual({ settings: now, unknown: {} });
  expect(server.hits.map(({ method }) => method)).toEqual(['PATCH', 'GET']);
});

test('taken without a word, and not to be read: nobody knows, which is no refusal', async () => {
  const server = await startLoopback((response, request) =>
    request.method === 'PATCH' ? response.writeHead(204).end() : json(response, 401, {}),
  );
  expect(await failureOf(at(server.origin).save({ emailOnFail: false }))).toEqual({
    kind: 'broken-json',
    status: 204,
  });
});

test('JSON that calls itself something else is JSON, and a page that calls itself JSON is a page', async () => {
  const body = JSON.stringify({ success: true, data: settings });
  const plain = await startLoopback((response) =>
    response.writeHead(200, { 'Content-Type': 'text/plain' }).end(body),
  );
  expect((await at(plain.origin).load()).settings).toEqual(settings);
  const page = await startLoopback((response) => json(response, 200, '<!doctype html><p>Sign in</p>'));
  expect(await failureOf(at(page.origin).load())).toMatchObject({ kind: 'not-json' });
});

test('the wait that a server asks for is kept for the sentence', async () => {
  const server = await startLoopback((response) =>
    response.writeHead(429, { 'Retry-After': '90' }).end('{"error":{"code":"RATE_LIMITED"}}'),
  );
  expect(await failureOf(at(server.origin).load())).toEqual({
    kind: 'throttled',
    status: 429,
    retryAfter: 90_000,
  });
});
