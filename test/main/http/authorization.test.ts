import { expect, test } from 'vitest';
import type { AppError } from '../../../src-shared/app-error';
import { authorizationOf } from '../../../src-main/http/authorization';

test.for([
  [{ scheme: 'Token' }, 'Authorization: Token t-1'],
  [{ scheme: 'Bearer' }, 'Authorization: Bearer t-1'],
  [{ scheme: 'JWT' }, 'Authorization: JWT t-1'],
  [{ scheme: 'Header', header: 'X-API-Key' }, 'X-API-Key: t-1'],
  [{ scheme: 'Header', header: 'Authorization' }, 'Authorization: t-1'],
] as const)('%j sends %s', ([account, sent]) => {
  const { name, value, token } = authorizationOf(account, 't-1');
  expect([`${name}: ${value}`, token]).toEqual([sent, 't-1']);
});

test.for([
  { account: { scheme: 'Token' }, token: undefined, kind: 'no-token' },
  { account: { scheme: 'Token' }, token: 'a\nb', kind: 'bad-token' },
  { account: { scheme: 'Header', header: 'X-Key' }, token: 'zażółć', kind: 'bad-token' },
  // accounts.json may be edited by hand
  { account: { scheme: 'Header' }, token: 't', kind: 'bad-input' },
  { account: { scheme: 'Header', header: 'Host' }, token: 't', kind: 'bad-input' },
] as const)('$account with “$token”: $kind', ({ account, token, kind }) => {
  const failed = (): string => {
    try {
      authorizationOf(account, token);
      return 'sent';
    } catch (error) {
      return (error as AppError).failure.kind;
    }
  };
  expect(failed()).toBe(kind);
});
