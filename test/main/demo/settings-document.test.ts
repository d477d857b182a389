import { expect, test } from 'vitest';
import { startDemo, type CallOptions } from './demo-client';
import { curls, settingsBlocks, settingsDocument } from './documents';

const [shown, request, changed] = settingsBlocks as readonly [Shown, object, Shown];

interface Shown {
  readonly success: true;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A server that holds just what the document's first example shows. */
async function withExample() {
  const demo = await startDemo();
  await demo.control('POST', '/settings', { change: shown.data });
  return demo;
}

test('every example of the document was found', () => {
  expect(settingsBlocks).toHaveLength(3);
  expect(curls).toHaveLength(settingsDocument.split('\ncurl ').length - 1);
  expect(curls.map((curl) => curl.method)).toEqual(['GET', 'PATCH', 'PATCH']);
});

test.for([
  { curl: curls[0]!, when: 'read', data: shown.data },
  {
    curl: curls[1]!,
    when: 'Teams is turned on',
    data: { ...shown.data, teamsWebhookUrl: 'https://outlook.office.com/webhook/your-webhook-url' },
  },
  { curl: curls[2]!, when: 'e-mail is turned off', data: changed.data },
])('curl of the document: $when', async ({ curl, data }) => {
  const demo = await withExample();
  const { pathname } = new URL(curl.url);
  const authorization = curl.headers['Authorization']!.replace('<token>', demo.tenantToken);
  const body = curl.body === undefined ? {} : { body: curl.body };
  const options: CallOptions = { method: curl.method, authorization, ...body };
  const answer = await demo.tenant(options, pathname);
  expect(answer).toMatchObject({ status: 200 });
  expect(answer.body).toEqual({ success: true, data });
  expect((await demo.tenant()).body).toEqual({ success: true, data });
});

test('the request body of the document changes what it names', async () => {
  const demo = await withExample();
  const answer = await demo.tenant({ method: 'PATCH', body: request });
  expect(answer.body).toEqual({ success: true, data: { ...shown.data, ...request } });
});

test('a fresh server shows the five fields, with a webhook of the living form', async () => {
  const { data } = (await (await startDemo()).tenant()).body as Shown;
  expect(Object.keys(data)).toEqual(Object.keys(shown.data));
  expect(data).toMatchObject({ ...shown.data, teamsWebhookUrl: expect.any(String) as unknown });
  const url = new URL(String(data['teamsWebhookUrl']));
  expect(url.host).toMatch(/\.environment\.api\.powerplatform\.com$/);
  expect(String(data['teamsWebhookUrl']).length).toBeGreaterThan(250);
});

const URL_WRONG = { teamsWebhookUrl: 'must be a valid https URL' };

test.for<readonly [body: unknown, details: object]>([
  [{ teamsWebhookUrl: '' }, URL_WRONG],
  [{ teamsWebhookUrl: 'http://outlook.office.com/webhook/x' }, URL_WRONG],
  [{ teamsWebhookUrl: 'no url' }, URL_WRONG],
  [{ teamsWebhookUrl: 'https://' }, URL_WRONG],
  [{ teamsWebhookUrl: ' https://a.example/x ' }, URL_WRONG],
  [{ teamsWebhookUrl: 'https://a.example/x y' }, URL_WRONG],
  [{ teamsWebhookUrl: 7 }, { teamsWebhookUrl: 'must be a string or null' }],
  [{ emailOnFail: 'true', teamsOnFail: false }, { emailOnFail: 'must be a boolean' }],
  [{ emailOnComplete: null }, { emailOnComplete: 'must be a boolean' }],
  [[], { body: 'must be an object' }],
  ['{', { body: 'must be JSON' }],
])('PATCH %j → VALIDATION_ERROR %j, nothing changed', async ([body, details]) => {
  const demo = await withExample();
  const answer = await demo.tenant({ method: 'PATCH', body });
  expect(answer.status).toBe(400);
  expect(answer.body).toEqual({
    success: false,
    error: { code: 'VALIDATION_ERROR', message: expect.any(String) as unknown, details },
  });
  expect((await demo.tenant()).body).toEqual(shown);
});

test.for<
  readonly [when: string, modes: object, options: CallOptions, path: string, status: number, code: string]
>([
  ['no token', {}, { authorization: null }, '', 401, 'AUTH_MISSING_TOKEN'],
  ['a wrong token', {}, { authorization: 'Bearer no' }, '', 401, 'AUTH_INVALID_TOKEN'],
  ['another scheme', {}, { authorization: 'Token no' }, '', 401, 'AUTH_INVALID_TOKEN'],
  ['an old token', { tokenExpired: true }, {}, '', 401, 'AUTH_EXPIRED_TOKEN'],
  ['no right', { readOnly: true }, { method: 'PATCH', body: {} }, '', 403, 'AUTH_INSUFFICIENT_SCOPE'],
  ['another path', {}, {}, '/other', 404, 'NOT_FOUND'],
  ['another method', {}, { method: 'DELETE' }, '', 405, 'METHOD_NOT_ALLOWED'],
])('%s → its code', async ([, modes, options, path, status, code]) => {
  const demo = await withExample();
  await demo.control('POST', '/settings', modes);
  const answer = await demo.tenant(options, `/tenants/me/notifications${path}`);
  expect(answer.status).toBe(status);
  expect(answer.body).toEqual({
    success: false,
    error: { code, message: expect.any(String) as unknown, details: {} },
  });
});

test('null clears the webhook; unknown fields are kept by the server and not taken from a client', async () => {
  const demo = await withExample();
  await demo.control('POST', '/settings', { change: { slackUrl: 'https://a.example' } });
  await demo.tenant({ method: 'PATCH', body: { teamsWebhookUrl: null, smsOnFail: true } });
  expect((await demo.tenant()).body).toEqual({
    success: true,
    data: { ...shown.data, teamsWebhookUrl: null, slackUrl: 'https://a.example' },
  });
});

test('a read-only token may read; a cut URL is seen by its echo alone', async () => {
  const demo = await withExample();
  await demo.control('POST', '/settings', { readOnly: true });
  expect((await demo.tenant()).status).toBe(200);
  await demo.control('POST', '/settings', { readOnly: false, cutUrl: 20 });
  const teamsWebhookUrl = 'https://hooks.example/0123456789';
  const answer = await demo.tenant({ method: 'PATCH', body: { teamsWebhookUrl } });
  expect(answer).toMatchObject({
    status: 200,
    body: { data: { teamsWebhookUrl: teamsWebhookUrl.slice(0, 20) } },
  });
});
