import { expect, test } from 'vitest';
import { createTenantApi } from '../../../src-main/http/tenant-api';
import { json, startLoopback } from './loopback';
import { failureOf, get, send } from './sending';

const TOKEN = '0123456789abcdef/XYZtail+SECRETrest';
const authorization = { name: 'Authorization', value: `Token ${TOKEN}`, token: TOKEN };

/** JSON as it is written elsewhere: PHP escapes `/`, .NET `+`. */
const php = (value: unknown): string => JSON.stringify(value).replaceAll('/', '\\/');
const dotNet = (value: unknown): string => JSON.stringify(value).replaceAll('+', '\\u002B');
const escaped = (text: string): string =>
  text.replace(/\w(?=\w)/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
const all = (value: unknown): string => `{${escaped(JSON.stringify(value).slice(1, -1))}}`;

const said = `Invalid credential ${TOKEN}`;
const refusals: readonly { body: string; detail: string }[] = [
  { body: php({ detail: said }), detail: 'Invalid credential •••' },
  { body: dotNet({ detail: said }), detail: 'Invalid credential •••' },
  { body: all({ detail: said }), detail: 'Invalid credential •••' },
  { body: php(said), detail: 'Invalid credential •••' },
  { body: php({ token: [said] }), detail: 'token: Invalid credential •••' },
  { body: php({ [TOKEN]: ['no such field'] }), detail: '•••: no such field' },
  // A gateway quotes another server's JSON, or a library the URL that was asked.
  { body: JSON.stringify({ detail: php({ error: said }) }), detail: '{"error":"Invalid credential •••"}' },
  { body: JSON.stringify({ detail: dotNet({ error: said }) }), detail: '{"error":"Invalid credential •••"}' },
  {
    body: JSON.stringify({ detail: `GET /?key=${TOKEN.replace('+', '%2b')}&n=1` }),
    detail: 'GET /?key=•••&n=1',
  },
  // Cut before it is looked for, so few letters of it would be left that nothing could find them.
  { body: php({ detail: 'x'.repeat(293) + TOKEN }), detail: `${'x'.repeat(293)}•••` },
];

test.for(refusals)('a token goes no further, however the JSON has it: $body', async ({ body, detail }) => {
  const server = await startLoopback((response) => json(response, 401, body));
  expect((await failureOf(get(server.origin, { authorization }))).detail).toBe(detail);
});

test.for<{ status: number; body: unknown }>([
  { status: 400, body: { error: { code: 'VALIDATION_ERROR', message: said } } },
  { status: 400, body: { error: { details: { teamsWebhookUrl: [said] } } } },
  { status: 400, body: { error: { details: { [TOKEN]: 'no' } } } },
  { status: 400, body: { error: { details: { field: TOKEN, message: said } } } },
  { status: 401, body: { error: said } },
  { status: 401, body: { detail: said } },
  { status: 403, body: said },
  { status: 403, body: { error: { message: 'x'.repeat(280) + TOKEN } } },
  // A refusal whose status says nothing of it.
  { status: 200, body: { success: false, error: { message: said, details: { [TOKEN]: said } } } },
])('nor from the settings of a tenant: $status $body', async ({ status, body }) => {
  for (const written of [php(body), dotNet(body), JSON.stringify(body)]) {
    const server = await startLoopback((response) => json(response, status, written));
    const api = createTenantApi(send, { baseUrl: server.origin, scheme: 'Bearer' }, () => TOKEN);
    const failure = await failureOf(api.load());
    expect(failure.status).toBe(status);
    expect(JSON.stringify(failure)).toContain('•••');
    expect(JSON.stringify(failure)).not.toMatch(/012345|XYZtail|SECRET/);
  }
});
