import { fail, toFailure } from '../../../src-shared/app-error';
import { fits, searchTerms, type SearchTerm } from '../../../src-shared/search';
import { typeWords } from '../../../src-shared/messages/type-words';
import { matches, toServerQuery, type Filter } from '../../../src-shared/filter';
import type { Detail } from '../../../src-shared/inbox';
import type { AskedPage } from '../../../src-shared/ipc';
import type { NotificationKey, SeverityLevels } from '../../../src-shared/notification';
import type { SubjectNames } from '../../../src-shared/subject';
import { isWatched, type Account } from '../../../src-shared/account';
import type { Accounts } from '../accounts/accounts';
import type { Browser, Clock, InboxApi } from '../ports';
import type { Store } from '../store-port';
import type { Watchers } from '../watching/watchers';
import { NOTHING_MISSED } from '../sync/guard';
import { readPage } from '../sync/read-page';

const ASKED_LIMIT = 100;

export interface InboxServiceDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly accounts: Accounts;
  readonly watchers: Watchers;
  readonly browser: Browser;
  readonly levels: () => SeverityLevels;
  readonly apiOf: (account: Account) => InboxApi;
  /** The person's names of subjects. */
  readonly names: () => SubjectNames;
  readonly onRows: () => void;
}

/** One notification's detail, and questions that only the server can answer. */
export function createInboxService({
  store,
  clock,
  accounts,
  watchers,
  browser,
  levels,
  apiOf,
  names,
  onRows,
}: InboxServiceDeps) {
  async function item(key: NotificationKey): Promise<Detail> {
    const detail = await store.item(key);
    if (!detail) throw fail('gone');
    return detail;
  }

  /** Its address or its user may change while a server answers: then what the old one says is of no inbox here. */
  function sameInbox(account: string): () => boolean {
    const poller = watchers.find(account);
    return () => watchers.find(account) === poller;
  }

  const terms = (text: string | undefined): readonly SearchTerm[] =>
    text === undefined ? [] : searchTerms(text, names(), typeWords);

  return {
    item,
    /** What the words of a search mean here: types in our languages, names that the person gave. */
    terms,
    /** `GET ID/`: settles a lost PATCH, and shows what changed elsewhere. */
    async refresh(key: NotificationKey): Promise<Detail> {
      const before = await item(key);
      // Nothing is asked of a server that the user paused, or of one that is gone.
      if (!isWatched(accounts.find(key.account))) return before;
      const isSame = sameInbox(key.account);
      let body: Uint8Array;
      try {
        body = await apiOf(accounts.find(key.account)).single(key.id);
      } catch (error) {
        if (toFailure(error).kind === 'not-found' && isSame()) {
          await store.gone(key);
          onRows();
          return item(key);
        }
        throw error;
      }
      if (!isSame()) return item(key);
      await store.applySingle(key.account, body, clock.now(), levels());
      const after = await item(key);
      if (JSON.stringify(after.row) !== JSON.stringify(before.row)) onRows();
      return after;
    },
    /** A page of the server's own answer to a filter, kept here too. */
    async ask(account: string, filter: Filter, offset: number): Promise<AskedPage> {
      const { params, left } = toServerQuery(filter, levels());
      const knownSeq = await store.sequence();
      const isSame = sameInbox(account);
      const { body } = await apiOf(accounts.reachable(account)).list({ params, limit: ASKED_LIMIT, offset });
      if (!isSame()) throw fail('stopped');
      const asked = readPage(body);
      const message = {
        account,
        body,
        walk: 'asked',
        offset,
        limit: ASKED_LIMIT,
        above: null,
        longest: 0,
        reached: 0,
        bottom: null,
        again: false,
        knownSeq,
        now: clock.now(),
        levels: levels(),
        horizon: null,
        date: null,
        missed: NOTHING_MISSED,
      } as const;
      const { facts, keys, changed } = await store.applyPage(message);
      if (changed) onRows();
      const rows = (await store.rows(keys)).filter(
        (row) => matches(filter, row) && fits({ ...row, account, id: row.key.id }, terms(filter.text)),
      );
      const next = offset + facts.length;
      const more = facts.length > 0 && (facts.count === null ? asked.hasNext : next < facts.count);
      return { rows, total: facts.count ?? rows.length, nextOffset: more ? next : null, left };
    },
    /** The key of an id that came from outside; asked of the server where the history has none. @throws AppError */
    async locate(account: string, id: string): Promise<NotificationKey> {
      const known = await store.find(account, id);
      if (known) return known;
      const isSame = sameInbox(account);
      const body = await apiOf(accounts.reachable(account)).single(id);
      if (!isSame()) throw fail('stopped');
      const key = await store.applySingle(account, body, clock.now(), levels());
      onRows();
      return key;
    },
    /** By the account's template; neither API gives a URL (api.md). */
    async openInBrowser(key: NotificationKey): Promise<null> {
      const { linkTemplate } = accounts.find(key.account);
      if (linkTemplate === undefined) throw fail('gone');
      await browser.open(linkTemplate.replaceAll('{id}', encodeURIComponent(key.id)));
      return null;
    },
  };
}
export type InboxService = ReturnType<typeof createInboxService>;
