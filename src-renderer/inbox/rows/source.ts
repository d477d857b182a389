import type { Result } from '../../../src-shared/app-error';
import { toQueryText, type Filter } from '../../../src-shared/filter';
import type { Page, Row } from '../../../src-shared/inbox';
import type { Bridge } from '../../../src-shared/ipc';
import { keyText, type NotificationKey } from '../../../src-shared/notification';
import { compareKeys, type Order } from './order';

/** Where the rows of a view come from: a filter's query, or a list of keys. */
export interface Source {
  /** The same for the same rows. */
  readonly id: string;
  readonly order: Order;
  ask(offset: number, limit: number): Promise<Result<Page>>;
  /** One row as it is now, for those that have left the view. */
  item(key: NotificationKey): Promise<Result<Row>>;
}

export function filterSource(bridge: Bridge, filter: Filter): Source {
  return {
    id: `filter ${toQueryText(filter)}`,
    order: filter.order ?? 'newest',
    async ask(offset, limit) {
      // A search answers a little at a time: until the page is full, or there is no more.
      for (;;) {
        const reply = await bridge.call('inboxQuery', { filter, offset, limit });
        if (!reply.ok || !reply.value.partial || reply.value.rows.length >= limit) return reply;
      }
    },
    item: (key) => itemRow(bridge, key),
  };
}

/** The members of a summary that was clicked. They do not change in number, only in how they are. */
export function membersSource(bridge: Bridge, keys: readonly NotificationKey[]): Source {
  const sorted = keys.toSorted((a, b) => compareKeys(a, b, 'newest'));
  return {
    id: `members ${sorted.map(keyText).join(' ')}`,
    order: 'newest',
    async ask(offset, limit) {
      const wanted = sorted.slice(offset, offset + limit);
      const answers = await Promise.all(wanted.map((key) => itemRow(bridge, key)));
      const rows = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
      const failed = answers.find((answer) => !answer.ok && answer.failure.kind !== 'gone');
      if (failed && !failed.ok && rows.length === 0) return failed;
      const missing = wanted.length - rows.length;
      return { ok: true, value: { rows, total: sorted.length - missing, revision: 0 } };
    },
    item: (key) => itemRow(bridge, key),
  };
}

async function itemRow(bridge: Bridge, key: NotificationKey): Promise<Result<Row>> {
  const reply = await bridge.call('inboxItem', { key });
  return reply.ok ? { ok: true, value: reply.value.row } : reply;
}
