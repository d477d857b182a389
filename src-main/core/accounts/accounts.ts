import { readBaseUrl, type Account } from '../../../src-shared/account';
import { fail, type Failure } from '../../../src-shared/app-error';
import type { SecretState } from '../../../src-shared/app-state';
import { isOtherUser, isSameUser, readJwt, warnAt } from '../../../src-shared/jwt';
import { freeName, looking, sameOf, wayOf, type Edit, type NewAccount } from './given-account';
import type { AccountsFile, Clock, Secrets } from '../ports';
import type { InboxesHere } from '../preferences/across-machines';

/** What an edit means for what was read: `other` is another inbox, `reach` the same one over another way. */
export type Edited = { readonly account: Account; readonly matters: 'nothing' | 'reach' | 'other' };

/** The accounts and their tokens. What changes here makes pollers come and go (`account-changes.ts`). */
export function createAccounts(file: AccountsFile, secrets: Secrets, clock: Clock) {
  let accounts = [...file.read()];
  /** Sample accounts: never written, gone at quit. */
  const samples = new Set<string>();
  let turn: Promise<unknown> = Promise.resolve();

  const lasting = (of: readonly Account[]): readonly Account[] => of.filter(({ id }) => !samples.has(id));

  /** On disk first: what it refuses did not come about here either. @throws AppError `storage` */
  function keep(next: readonly Account[]): void {
    const [before, after] = [lasting(accounts), lasting(next)];
    // A disk that refuses is no matter of the samples.
    if (before.length !== after.length || before.some((one, at) => one !== after[at])) file.write(after);
    accounts = [...next];
  }
  /** A token that went cannot be put back: what the disk would refuse anyway is refused before. */
  function tryDisk(id: string): void {
    if (!samples.has(id)) file.write(lasting(accounts));
  }
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

  /** One after the other, or two starts that are given the same account would make two of it. */
  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const done = turn.then(act);
    turn = done.catch(() => undefined);
    return done;
  }

  function replace(account: Account): Account {
    keep(accounts.map((one) => (one.id === account.id ? account : one)));
    return account;
  }

  /** Where the account cannot be written its token is the one before again; a new one or an archive has none. */
  async function withToken(before: Account, act: () => Promise<Account>): Promise<Account> {
    const { id } = before;
    const isAsked = accounts.some((one) => one.id === id && one.archivedAt === undefined);
    const token = secrets.get(id, originOf(before));
    try {
      return await act();
    } catch (error) {
      if (token !== undefined) await secrets.put(id, originOf(before), token);
      else if (!isAsked) secrets.forget(id);
      throw error;
    }
  }

  async function putNow(given: NewAccount, sample: boolean): Promise<Account> {
    const wanted = { ...wayOf(given), kind: given.kind };
    const name = given.name.trim();
    const there = sameOf(accounts, given);
    const { header: _, archivedAt: __, ...kept } = there ?? { id: newId(), name };
    const link = given.linkTemplate === undefined ? {} : { linkTemplate: given.linkTemplate };
    const account: Account = looking({ ...kept, ...wanted, ...link }, given);
    if (sample) samples.add(account.id);
    return withToken(account, async () => {
      await secrets.put(account.id, originOf(account), given.token);
      if (there) return replace(account);
      keep([...accounts, account]);
      return account;
    });
  }

  /** A tenant's token may say who asks, and not for which tenant: there only the very same one is the same. */
  function isSameUsers(there: Account, token: string): boolean {
    const kept = secrets.get(there.id, originOf(there));
    return kept === token || (there.kind === 'inbox' && isSameUser(kept, token));
  }

  function plan(id: string, edit: Edit): Edited {
    const before = find(id);
    const { header: _, archivedAt, ...kept } = before;
    const account = looking({ ...kept, ...wayOf({ ...edit, kind: before.kind }) }, edit);
    const needed = archivedAt !== undefined || originOf(account) !== originOf(before);
    if (needed && edit.token === undefined) throw fail('no-token');
    if (account.baseUrl !== before.baseUrl) return { account, matters: 'other' };
    const same =
      edit.token === undefined &&
      account.name === before.name && // the log calls it by its name
      account.scheme === before.scheme &&
      account.header === before.header &&
      account.allowHttp === before.allowHttp;
    return { account, matters: same ? 'nothing' : 'reach' };
  }

  async function editNow(id: string, edit: Edit): Promise<Account> {
    const before = find(id);
    const { account } = plan(id, edit);
    return withToken(before, async () => {
      if (originOf(account) !== originOf(before)) secrets.forget(id); // it was for the other origin alone
      if (edit.token !== undefined) await secrets.put(id, originOf(account), edit.token);
      return replace(account);
    });
  }

  return {
    /** Not all of them could be read at the start. */
    damaged(): Failure | null {
      const kept = file.damaged?.();
      return kept === undefined ? null : { kind: 'accounts-damaged', detail: kept };
    },
    all: (): readonly Account[] => accounts,
    find,
    /** The same, where its server may be asked. @throws AppError `gone`, `paused`, `archived` */
    reachable(id: string): Account {
      const found = find(id);
      if (found.archivedAt !== undefined) throw fail('archived');
      if (found.pausedAt !== undefined) throw fail('paused');
      return found;
    },
    /** Its marks may go out, now or when it is resumed. @throws AppError `archived` */
    checkMarks(id: string): void {
      if (accounts.some((one) => one.id === id && one.archivedAt !== undefined)) throw fail('archived');
    },
    isSample: (id: string): boolean => samples.has(id),
    token: (account: Account): string | undefined => secrets.get(account.id, originOf(account)),
    /** The token that this account has for that address; `undefined`: none. */
    tokenFor(id: string | undefined, baseUrl: string): string | undefined {
      const address = readBaseUrl(baseUrl, true);
      return id !== undefined && address.ok ? secrets.get(find(id).id, address.origin) : undefined;
    },
    secret(account: Account): SecretState {
      const state = secrets.state(account.id, originOf(account));
      if (state.stored !== 'keyring' && state.stored !== 'session') return state;
      const jwt = readJwt(secrets.get(account.id, originOf(account)) ?? '');
      if (jwt?.expiresAt == null) return state;
      return { ...state, expires: { at: jwt.expiresAt, warnAt: warnAt(jwt.expiresAt, jwt.issuedAt) } };
    },

    /**
     * Adds, or updates the one that is there already by kind, base URL and name; an archive comes back to life.
     * @throws AppError `bad-address`, `http-refused`
     */
    put: (given: NewAccount, sample = false): Promise<Account> => inTurn(() => putNow(given, sample)),
    /** As `put`, but never in place of another user's. @throws AppError `bad-input`: theirs has the name that was typed */
    add: (given: NewAccount): Promise<Account> =>
      inTurn(async () => {
        const name = freeName(accounts, given, (there) => isSameUsers(there, given.token));
        return putNow({ ...given, name }, false);
      }),
    /** The account that `put` would update, where the token is another user's. @throws AppError as `put` */
    othersAt(given: NewAccount): Account | undefined {
      const there = sameOf(accounts, given);
      return there && isOtherUser(secrets.get(there.id, originOf(there)), given.token) ? there : undefined;
    },
    /** @throws AppError `bad-address`, `http-refused`; `no-token`: the origin is another, and the token was for the old one */
    edit: (id: string, edit: Edit): Promise<Account> => inTurn(() => editNow(id, edit)),
    /** What that edit would make of it; changes nothing. @throws AppError as `edit` */
    plan,
    tryDisk,
    /** Those that last, for names and silences that come from another machine. */
    inboxes: (): InboxesHere => ({
      accounts: lasting(accounts),
      userOf: (id) => readJwt(secrets.get(id, originOf(find(id))) ?? '')?.subject ?? undefined,
    }),
    /** Both tokens say whose they are, and it is not the same user. */
    isOtherUsers: (id: string, token: string): boolean =>
      isOtherUser(secrets.get(id, originOf(find(id))), token),
    async setToken(id: string, token: string): Promise<void> {
      await secrets.put(id, originOf(find(id)), token);
    },
    /** A person was told that its token ends. */
    noteEndTold(id: string, endTold: NonNullable<Account['endTold']>): void {
      replace({ ...find(id), endTold });
    },
    /** @param at wall ms; `null`: no longer paused */
    setPaused(id: string, at: number | null): Account {
      const { pausedAt: _, ...rest } = find(id);
      return replace(at === null ? rest : { ...rest, pausedAt: at });
    },
    /** Up or down in the order of the side list and the tray, by so many places; no further than the end. */
    move(id: string, by: number): void {
      const account = find(id);
      const from = accounts.indexOf(account);
      const others = accounts.filter((one) => one !== account);
      keep(others.toSpliced(Math.max(0, from + by), 0, account));
    },
    /** Its token goes, what was read stays. @param at wall ms */
    archive(id: string, at: number): Account {
      const { pausedAt: _, ...rest } = find(id);
      tryDisk(id);
      secrets.forget(id);
      return replace({ ...rest, archivedAt: at });
    },
    remove(id: string): void {
      find(id);
      tryDisk(id);
      if (!samples.has(id)) secrets.forget(id);
      keep(accounts.filter((one) => one.id !== id));
      if (samples.delete(id)) secrets.forget(id); // worth nothing: one that stays keeps no sample here
    },
  };
}
export type Accounts = ReturnType<typeof createAccounts>;

/** Secrets are keyed by exact origin: a changed address has no token. */
export const originOf = ({ baseUrl }: Pick<Account, 'baseUrl'>): string => new URL(baseUrl).origin;
