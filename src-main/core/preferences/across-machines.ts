import * as v from 'valibot';
import type { Account } from '../../../src-shared/account';
import type { LeftBehind } from '../../../src-shared/preferences-answers';
import type { Preferences } from '../../../src-shared/preferences';
import { nameKey, parseSubject } from '../../../src-shared/subject';

/** What an inbox is known by on any machine: its id is this machine's own. */
const Inbox = v.strictObject({
  name: v.pipe(v.string(), v.maxLength(60)),
  baseUrl: v.pipe(v.string(), v.maxLength(500)),
  /** Whose, where the token says so (a JWT). */
  user: v.optional(v.pipe(v.string(), v.maxLength(200))),
});
/** Stands in an export beside the preferences, by the ids that they use. */
export const Inboxes = v.record(v.string(), Inbox);
export type Inboxes = v.InferOutput<typeof Inboxes>;

/** The inboxes of this machine. */
export interface InboxesHere {
  readonly accounts: readonly Pick<Account, 'id' | 'kind' | 'name' | 'baseUrl'>[];
  /** Whose the account's token is; `undefined`: it does not say. */
  readonly userOf: (id: string) => string | undefined;
}

type PerAccount = Pick<Preferences, 'subjectNames' | 'silences'>;

/** The inboxes that names and silences speak of. */
export function inboxesOf({ subjectNames, silences }: PerAccount, here: InboxesHere): Inboxes {
  const used = new Set([
    ...Object.keys(subjectNames).map(accountOfName),
    ...silences.flatMap(({ what }) => (what.by === 'subject' ? [what.account] : [])),
  ]);
  const found = here.accounts.filter(({ id }) => used.has(id));
  return Object.fromEntries(
    found.map(({ id, name, baseUrl }) => {
      const user = here.userOf(id);
      return [id, { name, baseUrl, ...(user !== undefined && { user: user.slice(0, 200) }) }];
    }),
  );
}

export interface Resettled extends PerAccount {
  /** What has no account here. */
  readonly left: readonly LeftBehind[];
}

/**
 * Names and silences of another machine for the accounts of this one, found by address, then by user, then by name. Names of
 * accounts here that the file does not speak of stay as they are.
 * @param own the user's own before it
 */
export function resettle(
  { subjectNames, silences }: PerAccount,
  from: Inboxes,
  here: InboxesHere,
  own: PerAccount,
): Resettled {
  const ids = new Map<string, Found>();
  const lost = new Map<string, { names: number; silences: number }>();
  const find = (id: string): string | undefined => {
    const known = ids.get(id) ?? accountHere(id, from[id], here);
    ids.set(id, known);
    return 'id' in known ? known.id : undefined;
  };
  const lose = (id: string, what: 'names' | 'silences'): void => {
    const sum = lost.get(id) ?? { names: 0, silences: 0 };
    lost.set(id, { ...sum, [what]: sum[what] + 1 });
  };

  const names = Object.entries(subjectNames).flatMap(([key, name]): (readonly [string, string])[] => {
    const id = accountOfName(key);
    const to = find(id);
    if (to !== undefined) return [[nameKey(to, parseSubject(key.slice(id.length + 1))), name]];
    lose(id, 'names');
    return [];
  });
  const settled = silences.flatMap((silence) => {
    const { what } = silence;
    if (what.by !== 'subject') return [silence];
    const to = find(what.account);
    if (to !== undefined) return [{ ...silence, what: { ...what, account: to } }];
    lose(what.account, 'silences');
    return [];
  });
  const spokenOf = new Set(
    [...Object.keys(from), ...ids.keys()].map((id) => find(id)).filter((id) => id !== undefined),
  );
  const others = here.accounts.filter(({ id }) => !spokenOf.has(id)).map(({ id }) => id);
  const kept = Object.entries(own.subjectNames).filter(([key]) => others.includes(accountOfName(key)));
  return {
    subjectNames: Object.fromEntries([...kept, ...names]),
    silences: settled,
    left: [...lost].map(([id, sum]) => {
      const { name = null, baseUrl = null } = from[id] ?? {};
      const known = ids.get(id);
      return { name, baseUrl, why: known && 'why' in known ? known.why : 'none', ...sum };
    }),
  };
}

type Found = { readonly id: string } | { readonly why: LeftBehind['why'] };

/** @param sign what it was known by there; `undefined`: the file is of before that was said, or written by hand */
function accountHere(
  id: string,
  sign: Inboxes[string] | undefined,
  { accounts, userOf }: InboxesHere,
): Found {
  const inboxes = accounts.filter(({ kind }) => kind === 'inbox');
  if (!sign) return inboxes.some((one) => one.id === id) ? { id } : { why: 'none' };
  const there = inboxes.filter(({ baseUrl }) => baseUrl === sign.baseUrl);
  // Of another user it is another inbox, with other agents; where one of both says nothing it may be the same.
  const may = there.filter((one) => [undefined, sign.user ?? userOf(one.id)].includes(userOf(one.id)));
  const [only, ...more] = narrowest(may, [
    (one) => one.id === id,
    (one) => sign.user !== undefined && userOf(one.id) === sign.user,
    (one) => one.name === sign.name,
  ]);
  if (!only) return { why: 'none' };
  return more.length > 0 ? { why: 'several' } : { id: only.id };
}

/** Those for which the first test holds that holds for any. */
function narrowest<T>(all: readonly T[], tests: readonly ((one: T) => boolean)[]): readonly T[] {
  for (const test of tests) {
    const some = all.filter(test);
    if (some.length > 0) return some;
  }
  return all;
}

/** `ACCOUNT/agent:4` */
const accountOfName = (key: string): string => key.slice(0, Math.max(0, key.indexOf('/')));
