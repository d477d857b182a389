import { expect, test } from 'vitest';
import { fail, toFailure, type AppError } from '../../../../src-shared/app-error';
import { withExpiry } from '../../../../src-main/core/accounts/expired-token';
import { createAccounts } from '../../../../src-main/core/accounts/accounts';
import { createFakeClock } from '../../../support/fake-clock';
import { createFakeSecrets } from '../../../support/fake-desktop';
import { createFakeServer } from '../../../support/fake-server';

const MIN = 60_000;
const clock = createFakeClock();
const jwt = (expiresIn: number): string =>
  `x.${btoa(JSON.stringify({ exp: Math.floor((clock.now() + expiresIn) / 1000), iat: Math.floor((clock.now() + expiresIn) / 1000) - 3600 }))}.y`;

const REFUSED = fail('token-refused', { status: 401, detail: 'Given token not valid' });

test.for<{ what: string; token: string | undefined; error: AppError; kind: string }>([
  { what: 'a refusal of one that is over', token: jwt(-MIN), error: REFUSED, kind: 'token-expired' },
  {
    what: '403, as such servers say it',
    token: jwt(-MIN),
    error: fail('forbidden', { status: 403 }),
    kind: 'token-expired',
  },
  { what: 'one that should still be good', token: jwt(MIN), error: REFUSED, kind: 'token-refused' },
  { what: 'an opaque one', token: 'abc', error: REFUSED, kind: 'token-refused' },
  { what: 'a broken one', token: 'a.b.c', error: REFUSED, kind: 'token-refused' },
  { what: 'none', token: undefined, error: fail('no-token'), kind: 'no-token' },
  { what: 'another trouble', token: jwt(-MIN), error: fail('timeout'), kind: 'timeout' },
])('$what: $kind', async ({ token, error, kind }) => {
  const server = createFakeServer(clock);
  server.before = () => {
    throw error;
  };
  const api = withExpiry(server, () => token, clock);
  const asked = [
    api.list({ params: {}, limit: 1, offset: 0 }),
    api.single('1'),
    api.markSeen('1'),
    api.markAllSeen(),
  ];
  for (const one of asked) {
    const failure = await one.then(() => undefined, toFailure);
    expect(failure).toEqual({ ...error.failure, kind });
  }
});

test('the account says when its token ends and from when to warn; nothing of it where it says nothing', async () => {
  const file = { read: () => [], write: () => undefined };
  const accounts = createAccounts(file, createFakeSecrets(), clock);
  const given = {
    kind: 'inbox',
    name: 'Lab',
    baseUrl: 'https://lab.example',
    scheme: 'JWT',
    allowHttp: false,
  } as const;
  const account = await accounts.put({ ...given, token: jwt(30 * MIN) });
  const at = Math.floor((clock.now() + 30 * MIN) / 1000) * 1000;
  expect(accounts.secret(account)).toEqual({
    stored: 'keyring',
    hint: '',
    expires: { at, warnAt: at - 6 * MIN },
  });
  await accounts.setToken(account.id, 'opaque-token');
  expect(accounts.secret(account)).toEqual({ stored: 'keyring', hint: '' });
});
