import { fail, toFailure } from '../../src-shared/app-error';
import { hasWords, matches, toServerQuery, type Filter } from '../../src-shared/filter';
import type { Detail } from '../../src-shared/inbox';
import type { AskedPage } from '../../src-shared/ipc';
import type { NotificationKey, SeverityLevels } from '../../src-shared/notification';
import type { Account } from '../../src-shared/account';
import type { Accounts } from './accounts';
import type { Browser, Clock, InboxApi } from './ports';
import type { Store } from './store-port';
import type { Watchers } from './watchers';
import { readPage } from './sync/read-page';

const ASKED_LIMIT = 100;

export interface InboxServiceDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly accounts: Accounts;
  readonly watchers: Watchers;
  readonly browser: Browser;
  readonly levels: () => SeverityLevels;
  readonly apiOf: (account: Account) => InboxApi;
  readonly onRows: () => void;
}

/** One notification's detail, and questions that only the server can answer. */
export function createInboxService({
  store,
  clock,
  accounts,
  browser,
  levels,
  apiOf,
  onRows,
}: InboxServiceDeps) {
  async function item(key: NotificationKey): Promise<Detail> {
    const detail = await store.item(key);
    if (!detail) throw fail('gone');
    return detail;
  }

  return {
    item,
    /** `GET ID/`: settles a lost PATCH, and shows what changed elsewhere. */
    async refresh(key: NotificationKey): Promise<Detail> {
      const before = await item(key);
      let body: Uint8Array;
      try {
        body = await apiOf(accounts.find(key.account)).single(key.id);
      } catch (error) {
        if (toFailure(error).kind === 'not-found') {
          await store.gone(key);
          onRows();
          return item(key);
        }
        throw error;
      }
      await store.applySingle(key.account, body, clock.now(), levels());
      const after = await item(key);
      if (JSON.stringify(after.row) !== JSON.stringify(before.row)) onRows();
      return after;
    },
    /** A page of the server's own answer to a filter, kept here too. */
    async ask(account: string, filter: Filter, offset: number): Promise<AskedPage> {
      const { params, left } = toServerQuery(filter, levels());
      const knownSeq = await store.sequence();
      const { body } = await apiOf(accounts.find(account)).list({ params, limit: ASKED_LIMIT, offset });
      const asked = readPage(body);
      const message = {
        account,
        body,
        walk: 'asked',
        offset,
        limit: ASKED_LIMIT,
        above: null,
        knownSeq,
        now: clock.now(),
        levels: levels(),
        horizon: null,
      } as const;
      const { facts, keys, changed } = await store.applyPage(message);
      if (changed) onRows();
      const textOf = new Map(asked.rows.map(({ id, ts, raw }) => [`${id}/${ts}`, raw]));
      const rows = (await store.rows(keys)).filter(
        (row) =>
          matches(filter, row) &&
          hasWords(filter.text, `${textOf.get(`${row.key.id}/${row.key.ts}`) ?? ''} ${row.subject}`),
      );
      const next = offset + facts.length;
      const more = facts.length > 0 && (facts.count === null ? asked.hasNext : next < facts.count);
      return { rows, total: facts.count ?? rows.length, nextOffset: more ? next : null, left };
    },
    /** The key of an id that came from outside; asked of the server where the history has none. @throws AppError */
    async locate(account: string, id: string): Promise<NotificationKey> {
      const known = await store.find(account, id);
      if (known) return known;
      const body = await apiOf(accounts.find(account)).single(id);
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
