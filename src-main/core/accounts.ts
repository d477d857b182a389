import { readBaseUrl, type Account } from '../../src-shared/account';
import { AppError, fail } from '../../src-shared/app-error';
import { addressFailure, type Connection } from './connection-test';
import type { AccountsFile, Clock, Secrets } from './ports';

export interface NewAccount extends Connection {
  readonly name: string;
  readonly linkTemplate?: string | undefined;
}

/** The accounts and their tokens. What changes here makes pollers come and go (`watchers.ts`). */
export function createAccounts(file: AccountsFile, secrets: Secrets, clock: Clock) {
  let accounts = [...file.read()];
  /** Sample accounts: never written, gone at quit. */
  const samples = new Set<string>();
  let turn: Promise<unknown> = Promise.resolve();

  const save = (): void => file.write(accounts.filter(({ id }) => !samples.has(id)));
  const newId = (): string =>
    clock.now().toString(36).slice(-4) +
    Math.floor(clock.random() * 36 ** 6)
      .toString(36)
      .padStart(6, '0');

  function find(id: string): Account {
    const found = accounts.find((one) => one.id === id);
    if (!found) throw fail('gone');
    return found;
  }

  function checked({
    kind,
    name,
    scheme,
    allowHttp,
    linkTemplate,
    baseUrl,
  }: NewAccount): Omit<Account, 'id'> {
    const address = readBaseUrl(baseUrl, allowHttp);
    if (!address.ok) throw new AppError(addressFailure(address.problem));
    return {
      kind,
      name: name.trim(),
      baseUrl: address.baseUrl,
      scheme,
      allowHttp,
      ...(linkTemplate !== undefined && { linkTemplate }),
    };
  }

  async function putNow(given: NewAccount, sample: boolean): Promise<Account> {
    const wanted = checked(given);
    const there = accounts.find(
      ({ kind, baseUrl, name }) => kind === wanted.kind && baseUrl === wanted.baseUrl && name === wanted.name,
    );
    const account: Account = { ...there, ...wanted, id: there?.id ?? newId() };
    if (sample) samples.add(account.id);
    await secrets.put(account.id, originOf(account), given.token);
    accounts = there ? accounts.map((one) => (one === there ? account : one)) : [...accounts, account];
    save();
    return account;
  }

  return {
    all: (): readonly Account[] => accounts,
    find,
    isSample: (id: string): boolean => samples.has(id),
    token: (account: Account): string | undefined => secrets.get(account.id, originOf(account)),
    secret: (account: Account) => secrets.state(account.id, originOf(account)),

    /**
     * Adds, or updates the one that is there already by kind, base URL and name; one after the other, or two starts that
     * are given the same account would make two of it. @throws AppError `bad-address`, `http-refused`
     */
    put(given: NewAccount, sample = false): Promise<Account> {
      const done = turn.then(() => putNow(given, sample));
      turn = done.catch(() => undefined);
      return done;
    },
    async setToken(id: string, token: string): Promise<void> {
      await secrets.put(id, originOf(find(id)), token);
    },
    remove(id: string): void {
      find(id);
      accounts = accounts.filter((one) => one.id !== id);
      samples.delete(id);
      secrets.forget(id);
      save();
    },
  };
}
export type Accounts = ReturnType<typeof createAccounts>;

/** Secrets are keyed by exact origin: a changed address has no token. */
export const originOf = ({ baseUrl }: Account): string => new URL(baseUrl).origin;
