import { FIRST_ROWS } from '../../../src-shared/first-rows';
import type { Page } from '../../../src-shared/inbox';
import type { Clock } from '../../core/ports';
import type { Handlers } from '../../core/handlers';

/** A page that asks later than this has been waited for too long: it is answered anew. ms. */
const FRESH_MS = 2000;

export interface FirstRows {
  /** A window is being made: its first rows are looked up meanwhile, which takes 20–35 ms after a pause. */
  ahead(): void;
  readonly handlers: Handlers;
}

/**
 * Answers a new window's first question from what was looked up for it. An answer carries the revision that it was true at,
 * by which the page asks again where it has passed; so it is never older than what main last said.
 */
export function createFirstRows(handlers: Handlers, clock: Pick<Clock, 'monotonic'>): FirstRows {
  let found: { readonly at: number; readonly rows: Promise<Page | undefined> } | undefined;

  return {
    ahead() {
      const rows = Promise.resolve(handlers.state({})).then((state) =>
        state.ready ? handlers.inboxQuery(FIRST_ROWS) : undefined,
      );
      found = { at: clock.monotonic(), rows: rows.catch(() => undefined) };
    },
    handlers: {
      ...handlers,
      async inboxQuery(asked) {
        const known = found;
        if (!known || !isFirst(asked)) return handlers.inboxQuery(asked);
        found = undefined; // for one window, once
        const fresh = clock.monotonic() - known.at < FRESH_MS;
        return (fresh ? await known.rows : undefined) ?? handlers.inboxQuery(asked);
      },
    },
  };
}

const FIRST = JSON.stringify(FIRST_ROWS);
const isFirst = ({ filter, offset, limit }: Parameters<Handlers['inboxQuery']>[0]): boolean =>
  JSON.stringify({ filter, offset, limit }) === FIRST;
