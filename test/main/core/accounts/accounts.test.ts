import { expect, test } from 'vitest';
import type { Account } from '../../../../src-shared/account';
import { fail, type AppError } from '../../../../src-shared/app-error';
import { createAccounts, originOf } from '../../../../src-main/core/accounts/accounts';
import type { NewAccount } from '../../../../src-main/core/accounts/given-account';
import { createFakeClock } from '../../../support/fake-clock';
import { createFakeSecrets } from '../../../support/fake-desktop';

const given: NewAccount = {
  kind: 'inbox',
  name: 'Lab',
  baseUrl: 'https://lab.example/p/',
  scheme: 'Token',
  token: 'secret-token',
  allowHttp: false,
};

function opened(there: readonly Account[] = []) {
  const file = { accounts: there };
  /** How many times more the file is written. */
  const disk = { writes: Infinity };
  const secrets = createFakeSecrets();
  let dice = 0;
  const clock = { ...createFakeClock(), random: () => (dice += 0.01) };
  const open = () =>
    createAccounts(
      {
        read: () => file.accounts,
        write(accounts) {
          if ((disk.writes -= 1) < 0) throw fail('storage');
          file.accounts = accounts;
        },
      },
      secrets,
      clock,
    );
  return { accounts: open(), file, disk, secrets, open };
}

test('an account is kept without its token, and its token beside it by origin', async () => {
  const { accounts, file, secrets } = opened();
  const account = await accounts.put(given);
  expect(account).toMatchObject({ name: 'Lab', baseUrl: 'https://lab.example/p' });
  expect(account.id).toMatch(/^[a-z0-9]{4,32}$/);
  expect(JSON.stringify(file)).not.toContain('secret-token');
  expect(secrets.get(account.id, 'https://lab.example')).toBe('secret-token');
  expect(accounts.token(account)).toBe('secret-token');
});

test('the same again updates it: one account, its number kept, the new token', async () => {
  const { accounts, file } = opened();
  const first = await accounts.put({ ...given, linkTemplate: 'https://lab.example/{id}' });
  const again = await accounts.put({
    ...given,
    baseUrl: 'https://LAB.example:443/p',
    scheme: 'Bearer',
    token: 'other-token',
  });
  expect(file.accounts).toEqual([again]);
  expect(again).toEqual({ ...first, scheme: 'Bearer' });
  expect(accounts.token(again)).toBe('other-token');
});

test('the same twice at once, as two starts give it, is one account', async () => {
  const { accounts, file } = opened();
  const [one, other] = await Promise.all([accounts.put(given), accounts.put({ ...given, scheme: 'JWT' })]);
  expect(other).toEqual({ ...one, scheme: 'JWT' });
  expect(file.accounts).toEqual([other]);
});

test('a put that is refused keeps none of the next back', async () => {
  const { accounts } = opened();
  const refused = accounts.put({ ...given, baseUrl: 'nonsense' });
  const fine = accounts.put(given);
  await expect(refused).rejects.toThrow();
  expect(await fine).toMatchObject({ name: 'Lab' });
});

test.for([
  { what: 'another name', more: { name: 'Lab 2' } },
  { what: 'another path', more: { baseUrl: 'https://lab.example/q' } },
  { what: 'another kind', more: { kind: 'tenant' } },
] as const)('$what is another account', async ({ more }) => {
  const { accounts } = opened();
  const first = await accounts.put(given);
  const second = await accounts.put({ ...given, ...more });
  expect(second.id).not.toBe(first.id);
  expect(accounts.all()).toHaveLength(2);
});

test.for([
  { baseUrl: 'lab', kind: 'bad-address' },
  { baseUrl: 'http://lab.example', kind: 'http-refused' },
])('$baseUrl is refused, and nothing is kept', async ({ baseUrl, kind }) => {
  const { accounts, file } = opened();
  const error: unknown = await accounts.put({ ...given, baseUrl }).catch((thrown: unknown) => thrown);
  expect((error as AppError).failure.kind).toBe(kind);
  expect(file.accounts).toEqual([]);
});

test('a new token takes the old one’s place', async () => {
  const { accounts } = opened();
  const account = await accounts.put(given);
  await accounts.setToken(account.id, 'new-token');
  expect(accounts.token(account)).toBe('new-token');
  await expect(accounts.setToken('nobody', 'x')).rejects.toMatchObject({ failure: { kind: 'gone' } });
});

test('a token is not for another origin', async () => {
  const { accounts } = opened();
  const account = await accounts.put(given);
  expect(accounts.token({ ...account, baseUrl: 'https://lab.example:8443/p' })).toBeUndefined();
  expect(accounts.token({ ...account, baseUrl: 'http://lab.example/p' })).toBeUndefined();
  expect(originOf(account)).toBe('https://lab.example');
});

test('removed: it and its token are gone, the others stay', async () => {
  const { accounts, file, secrets } = opened();
  const first = await accounts.put(given);
  const second = await accounts.put({ ...given, name: 'Other' });
  accounts.remove(first.id);
  expect(file.accounts).toEqual([second]);
  expect(secrets.get(first.id, 'https://lab.example')).toBeUndefined();
  expect(() => accounts.find(first.id)).toThrow();
  expect(() => accounts.remove(first.id)).toThrow();
});

test('a sample is never written, and what is written is there at the next start', async () => {
  const { accounts, file, open } = opened();
  const kept = await accounts.put(given);
  const sample = await accounts.put({ ...given, name: 'Sample', baseUrl: 'http://127.0.0.1:9' }, true);
  expect([accounts.isSample(kept.id), accounts.isSample(sample.id)]).toEqual([false, true]);
  expect(file.accounts).toEqual([kept]);
  expect(open().all()).toEqual([kept]);
});

test.for<{
  what: string;
  there: 'none' | 'watched' | 'archived';
  act: (accounts: ReturnType<typeof opened>['accounts'], id: string) => unknown;
}>([
  { what: 'a new one', there: 'none', act: (accounts) => accounts.put(given) },
  { what: 'the same again', there: 'watched', act: (accounts) => accounts.put({ ...given, token: 'other' }) },
  { what: 'an archive again', there: 'archived', act: (accounts) => accounts.put(given) },
  {
    what: 'another scheme and token',
    there: 'watched',
    act: (accounts, id) => accounts.edit(id, { ...given, scheme: 'JWT', token: 'other' }),
  },
  {
    what: 'another host',
    there: 'watched',
    act: (accounts, id) => accounts.edit(id, { ...given, baseUrl: 'https://new.example', token: 'other' }),
  },
  {
    what: 'an archive at another host',
    there: 'archived',
    act: (accounts, id) => accounts.edit(id, { ...given, baseUrl: 'https://new.example', token: 'other' }),
  },
  { what: 'a pause', there: 'watched', act: (accounts, id) => accounts.setPaused(id, 1) },
  { what: 'a removal', there: 'watched', act: (accounts, id) => accounts.remove(id) },
  { what: 'an archive', there: 'watched', act: (accounts, id) => accounts.archive(id, 1) },
])('$what that the disk refuses is none: account and token are as before', async ({ there, act }) => {
  const { accounts, disk, file, secrets, open } = opened();
  const id = there === 'none' ? '' : (await accounts.put(given)).id;
  if (there === 'archived') accounts.archive(id, 1);
  const before = accounts.all();
  const kept: string[] = [];
  disk.writes = 0;
  const { put } = secrets;
  secrets.put = (account, ...rest) => (kept.push(account), put(account, ...rest));
  const refused: unknown = await Promise.resolve()
    .then(() => act(accounts, id))
    .catch((thrown: unknown) => thrown);
  expect((refused as AppError).failure.kind).toBe('storage');
  expect([accounts.all(), file.accounts, open().all()]).toEqual([before, before, before]);
  const token = there === 'watched' ? 'secret-token' : undefined;
  for (const one of new Set([id, ...kept])) expect(secrets.get(one, 'https://lab.example')).toBe(token);
  if (there !== 'watched')
    for (const one of kept) expect(secrets.get(one, 'https://new.example')).toBeUndefined();
});
