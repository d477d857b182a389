import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accountOf, readProvision } from '../../../../src-main/core/preferences/provision';

const HTTP = 'http is only for this machine';
const account = { kind: 'inbox', name: 'Lab', baseUrl: 'https://lab.example', token: 'secret-token' };
const read = (value: unknown) => readProvision(value, HTTP);
const problems = (value: unknown): Record<string, string> => {
  const result = read(value);
  return result.ok ? {} : Object.fromEntries(result.problems.map(({ field, why }) => [field, why]));
};

test.for([
  {},
  { accounts: [] },
  { accounts: [account] },
  {
    accounts: [
      {
        ...account,
        scheme: 'JWT',
        allowHttp: true,
        baseUrl: 'http://10.0.0.1',
        linkTemplate: 'https://lab.example/n/{id}',
      },
    ],
  },
  {
    accounts: [
      { ...account, baseUrl: 'http://127.0.0.1:8000' },
      { ...account, kind: 'tenant' },
    ],
  },
  { accounts: [{ ...account, shortName: 'WAW', colour: 'cyan', scheme: 'Header', header: 'X-API-Key' }] },
  { preferences: { pollSeconds: 60, toasts: { '8': 'none' } } },
])('%j is taken', (value) => {
  expect(read(value)).toMatchObject({ ok: true });
});

test.for([
  { given: { token: 'Bearer abc' }, scheme: 'Bearer', token: 'abc' },
  { given: { token: 'Authorization: JWT abc' }, scheme: 'JWT', token: 'abc' },
  { given: { token: 'Bearer abc', scheme: 'Token' }, scheme: 'Token', token: 'abc' },
  {
    given: { token: 'Bearer abc', scheme: 'Header', header: 'X-Key' },
    scheme: 'Header',
    token: 'Bearer abc',
  },
  { given: { token: 'abc' }, scheme: 'Token', token: 'abc' },
] as const)('$given is sent by $scheme', ({ given, scheme, token }) => {
  const result = read({ accounts: [{ ...account, ...given }] });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  expect(accountOf(result.provision.accounts![0]!)).toMatchObject({ scheme, token });
});

test('a name is trimmed, and so is a token', () => {
  expect(read({ accounts: [{ ...account, name: ' Lab ', token: ' t ' }] })).toMatchObject({
    provision: { accounts: [{ name: 'Lab', token: 't' }] },
  });
});

test.for<{ value: unknown; field: string; why: RegExp }>([
  { value: null, field: 'file', why: /Object/ },
  { value: [account], field: 'file', why: /Object/ },
  { value: [], field: 'file', why: /Object/ },
  { value: { accounts: {} }, field: 'accounts', why: /Array/ },
  { value: { accounts: ['x'] }, field: 'accounts.0', why: /Object/ },
  { value: { accounts: [{ ...account, kind: 'mailbox' }] }, field: 'accounts.0.kind', why: /"inbox"/ },
  { value: { accounts: [{ ...account, name: ' ' }] }, field: 'accounts.0.name', why: /min length/ },
  { value: { accounts: [{ ...account, name: 7 }] }, field: 'accounts.0.name', why: /string/ },
  {
    value: { accounts: [{ kind: 'inbox', name: 'Lab', token: 'x' }] },
    field: 'accounts.0.baseUrl',
    why: /^missing$/,
  },
  {
    value: { accounts: [account, { ...account, tokn: 'x' }] },
    field: 'accounts.1.tokn',
    why: /^unknown name$/,
  },
  { value: { account: [] }, field: 'account', why: /^unknown name$/ },
  {
    value: { accounts: [{ ...account, baseUrl: 'http://lab.example' }] },
    field: 'accounts.0.baseUrl',
    why: /^http is only/,
  },
  { value: { accounts: [{ ...account, baseUrl: 'lab' }] }, field: 'accounts.0.baseUrl', why: /not-a-url/ },
  {
    value: { accounts: [{ ...account, baseUrl: 'https://u:p@lab' }] },
    field: 'accounts.0.baseUrl',
    why: /credentials/,
  },
  {
    value: { accounts: [{ ...account, linkTemplate: 'http://x/{id}' }] },
    field: 'accounts.0.linkTemplate',
    why: /https/,
  },
  { value: { accounts: [{ ...account, colour: 'red' }] }, field: 'accounts.0.colour', why: /"cyan"/ },
  {
    value: { accounts: [{ ...account, shortName: 'far too long' }] },
    field: 'accounts.0.shortName',
    why: /max length/,
  },
  {
    value: { accounts: [{ ...account, scheme: 'Header' }] },
    field: 'accounts.0.header',
    why: /goes with "scheme": "Header"/,
  },
  {
    value: { accounts: [{ ...account, header: 'X-Key' }] },
    field: 'accounts.0.header',
    why: /goes with "scheme": "Header"/,
  },
  {
    value: { accounts: [{ ...account, scheme: 'Header', header: 'Cookie' }] },
    field: 'accounts.0.header',
    why: /check/,
  },
  {
    value: { accounts: [{ ...account, kind: 'tenant', scheme: 'Header', header: 'X-Key' }] },
    field: 'accounts.0.scheme',
    why: /bearer token/,
  },
  { value: { preferences: { pollSeconds: 5 } }, field: 'preferences.pollSeconds', why: /min value/ },
  { value: { preferences: { pollSecs: 30 } }, field: 'preferences.pollSecs', why: /^unknown name$/ },
])('$field is named: $why', ({ value, field, why }) => {
  expect(problems(value)).toHaveProperty([field]);
  expect(problems(value)[field]).toMatch(why);
});

test('every problem at once', () => {
  const value = {
    accounts: [
      { ...account, kind: 'x', name: '' },
      { ...account, scheme: 'Basic' },
    ],
    preferences: { theme: 'blue' },
  };
  expect(Object.keys(problems(value))).toEqual([
    'accounts.0.kind',
    'accounts.0.name',
    'accounts.1.scheme',
    'preferences.theme',
  ]);
});

test('wherever a token stands in a wrong file, no problem repeats it', () => {
  const CANARY = 'CANARY-7f3a';
  const token = fc.constantFrom<unknown>(CANARY, [CANARY], { deep: CANARY }, `${CANARY}\n`, ` ${CANARY}`);
  const field = fc.constantFrom(
    'kind',
    'name',
    'baseUrl',
    'scheme',
    'token',
    'allowHttp',
    'linkTemplate',
    'tokn',
    'secret',
  );
  const wrong = fc
    .dictionary(field, token, { minKeys: 1 })
    .map((given) => ({ ...account, token: 7, ...given }));
  const file = fc.oneof(
    token,
    fc.record({
      accounts: fc.oneof(token, fc.array(fc.oneof(wrong, token), { minLength: 1, maxLength: 3 })),
    }),
    fc.record({
      preferences: fc.oneof(
        token,
        fc.dictionary(fc.constantFrom('pollSeconds', 'theme', 'toasts', 'x'), token, { minKeys: 1 }),
      ),
    }),
    fc.record({ accounts: fc.constant([account]), [`extra`]: token }),
  );
  fc.assert(
    fc.property(file, (value) => {
      const result = read(value);
      if (!result.ok) expect(JSON.stringify(result)).not.toContain('CANARY');
    }),
    { numRuns: 500 },
  );
});
