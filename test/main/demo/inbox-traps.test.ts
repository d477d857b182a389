import { expect, test } from 'vitest';
import { ids, LIST, startDemo, type CallOptions } from './demo-client';

/** Four with severities 0, 1, 2, 3 and types 5, 6, 7, 8; ids 3588 to 3591; the last two share a stamp. */
async function withFour() {
  const demo = await startDemo();
  const second = (index: number) => `2026-11-20T14:00:0${Math.min(index, 2)}.000001+01:00`;
  const four = [0, 1, 2, 3].map((index) => ({ severity: index, type: index + 5, timestamp: second(index) }));
  await demo.control('POST', '/arrive', four);
  return demo;
}

test.for<readonly [query: string, found: readonly number[]]>([
  ['severity=%3E%3D1', [3591, 3590, 3589]],
  ['severity=%3D%3E1', [3591, 3590, 3589]],
  ['severity=%3E1', [3591, 3590]],
  ['severity=%3C%3D1', [3589, 3588]],
  ['severity=%3C1', [3588]],
  ['severity=%3C-1', []],
  ['severity=1%7C3', [3591, 3589]],
  ['severity=99999999', []],
  ['type=5%7C8', [3591, 3588]],
  ['type=5&type=8', [3591]],
  ['type=&seen=&severity=', [3591, 3590, 3589, 3588]],
  ['unknown=1', [3591, 3590, 3589, 3588]],
  ['ordering=timestamp', [3588, 3589, 3590, 3591]],
  ['ordering=-timestamp', [3591, 3590, 3589, 3588]],
  ['seen=true', []],
  ['severity=%3E%3D1&type=6%7C7&seen=false&ordering=timestamp', [3589, 3590]],
])('?%s → %j', async ([query, found]) => {
  expect(ids(await (await withFour()).inbox(`${LIST}?${query}`))).toEqual(found);
});

const CHOICE = (value: string) => [`Select a valid choice. ${value} is not one of the available choices.`];

test.for<readonly [query: string, body: object]>([
  ['severity=high', { severity: ['Enter a number.'] }],
  ['severity=%3E%3D', { severity: ['Enter a number.'] }],
  ['severity=%253E%253D1', { severity: ['Enter a number.'] }], // encoded twice
  ['severity=1%7C', { severity: ['Enter a number.'] }],
  ['severity=1%7C%3E3', { severity: ['Enter a number.'] }],
  ['severity=%3D%3C1', { severity: ['Enter a number.'] }],
  ['type=9', { type: CHOICE('9') }],
  ['type=0', { type: CHOICE('0') }],
  ['type=1%7Cx', { type: CHOICE('x') }],
  ['seen=yes', { seen: ['Must be a valid boolean.'] }],
  ['ordering=id', { ordering: CHOICE('id') }],
  ['seen=1&type=x', { seen: ['Must be a valid boolean.'], type: CHOICE('x') }],
])('?%s → 400 %j', async ([query, body]) => {
  expect(await (await withFour()).inbox(`${LIST}?${query}`)).toMatchObject({ status: 400, body });
});

test.for([
  { operators: 'document', taken: '=>', refused: '>=' },
  { operators: 'examples', taken: '>=', refused: '=>' },
])('a server of the $operators takes $taken and refuses $refused', async ({ operators, taken, refused }) => {
  const demo = await withFour();
  await demo.control('POST', '/behaviour', { operators });
  const ask = (operator: string) => demo.inbox(`${LIST}?severity=${encodeURIComponent(operator)}2`);
  expect(ids(await ask(taken))).toEqual([3591, 3590]);
  expect((await ask(refused)).status).toBe(400);
});

test.for<readonly [call: string, options: CallOptions, path: string, status: number, body: unknown]>([
  ['another id', {}, '4000/', 404, { detail: 'Not found.' }],
  ['an id that is none', {}, 'abc/', 404, { detail: 'Not found.' }],
  ['PUT on the list', { method: 'PUT', body: {} }, '', 405, { detail: 'Method "PUT" not allowed.' }],
  ['DELETE of one', { method: 'DELETE' }, '3588/', 405, { detail: 'Method "DELETE" not allowed.' }],
  ['GET mark_seen/', {}, 'mark_seen/', 405, { detail: 'Method "GET" not allowed.' }],
  ['no token', { authorization: null }, '', 401, { detail: 'Authentication credentials were not provided.' }],
  ['a wrong token', { authorization: 'Token no' }, '', 401, { detail: 'Invalid token.' }],
  [
    'no token, PUT',
    { method: 'PUT', body: {}, authorization: 'Token no' },
    '',
    401,
    { detail: 'Invalid token.' },
  ],
  [
    'seen false',
    { method: 'PATCH', body: { seen: false } },
    '3588/',
    400,
    { seen: ['A notification cannot be marked as unseen.'] },
  ],
  [
    'seen in quotes',
    { method: 'PATCH', body: { seen: 'true' } },
    '3588/',
    400,
    { seen: ['Must be a valid boolean.'] },
  ],
  [
    'seen null',
    { method: 'PATCH', body: { seen: null } },
    '3588/',
    400,
    { seen: ['This field may not be null.'] },
  ],
  [
    'a list',
    { method: 'PATCH', body: [] },
    '3588/',
    400,
    { non_field_errors: ['Invalid data. Expected a dictionary, but got list.'] },
  ],
  [
    'broken JSON',
    { method: 'PATCH', body: '{"seen":' },
    '3588/',
    400,
    { detail: expect.stringMatching(/^JSON parse error - ./) as unknown },
  ],
  [
    'text',
    { method: 'PATCH', body: 'x', headers: { 'content-type': 'text/plain' } },
    '3588/',
    415,
    { detail: 'Unsupported media type "text/plain" in request.' },
  ],
  [
    'other fields',
    { method: 'PATCH', body: { severity: 9 } },
    '3588/',
    200,
    expect.objectContaining({ severity: 0, seen: false }),
  ],
  [
    'seen and others',
    { method: 'PATCH', body: { seen: true, type: 1 } },
    '3588/',
    200,
    expect.objectContaining({ type: 5, seen: true }),
  ],
  ['an empty PATCH', { method: 'PATCH' }, '3588/', 200, expect.objectContaining({ seen: false })],
])('%s → its own answer', async ([, options, path, status, body]) => {
  const answer = await (await withFour()).inbox(LIST + path, options);
  expect(answer.status).toBe(status);
  expect(answer.body).toEqual(body);
  expect(answer.headers.get('content-type')).toBe('application/json');
  expect(answer.headers.get('date')).toBe('Fri, 20 Nov 2026 13:02:00 GMT');
  if (status === 401) expect(answer.headers.get('www-authenticate')).toBe('Token');
  if (status === 405) expect(answer.headers.get('allow')).toMatch(/OPTIONS$/);
});

test.for([
  { scheme: 'Token', status: 200 },
  { scheme: 'token', status: 200 },
  { scheme: 'Bearer', status: 200 },
  { scheme: 'JWT', status: 401 },
  { scheme: 'Basic', status: 401 },
])('$scheme → $status; a server of JWT alone the other way round', async ({ scheme, status }) => {
  const demo = await withFour();
  const authorization = `${scheme} ${demo.token}`;
  expect((await demo.inbox(LIST, { authorization })).status).toBe(status);
  await demo.control('POST', '/behaviour', { schemes: ['JWT'] });
  expect((await demo.inbox(LIST, { authorization })).status).toBe(scheme === 'JWT' ? 200 : 401);
});

test.for<readonly [method: string, path: string, location: string]>([
  ['GET', '/api/user/notifications?seen=false', '/api/user/notifications/?seen=false'],
  ['PATCH', '/api/user/notifications/3588', '/api/user/notifications/3588/'],
  ['POST', '/api/user/notifications/mark_seen', '/api/user/notifications/mark_seen/'],
])('%s %s without its slash is sent to %s and does nothing', async ([method, path, location]) => {
  const demo = await withFour();
  const answer = await demo.inbox(path, method === 'PATCH' ? { method, body: { seen: true } } : { method });
  expect(answer.status).toBe(301);
  expect(answer.headers.get('location')).toBe(location);
  expect(ids(await demo.inbox(`${LIST}?seen=true`))).toEqual([]);
});

test.for(['/', '/api/', '/api/user/notifications/1/2/', '/api/user/notificationsx/'])(
  '%s is a page in HTML that is not there',
  async (path) => {
    const answer = await (await startDemo()).inbox(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  },
);
