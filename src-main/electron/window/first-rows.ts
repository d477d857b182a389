import { FIRST_ROWS } from '../../../src-shared/first-rows';
import type { Page } from '../../../src-shared/inbox';
import type { Clock } from '../../core/ports';
import type { Handlers } from '../../core/handlers';

/** A page that asks later than this after they were found has been waited for too long: it is answered anew. ms. */
const FRESH_MS = 2000;

export interface FirstRows {
  /**
   * A window is being made: its first rows are looked up meanwhile, which takes 20–35 ms after a pause and at the start;
   * where the history is not open yet, as soon as it is.
   */
  ahead(): void;
  /** The history can be asked. To be called once or more often. */
  open(): void;
  readonly handlers: Handlers;
}

/**
 * Answers a new window's first question from what was looked up for it. An answer carries the revision that it was true at,
 * by which the page asks again where it has passed; so it is never older than what main last said.
 */
export function createFirstRows(handlers: Handlers, clock: Pick<Clock, 'monotonic'>): FirstRows {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  let found: { readonly rows: Promise<Page | undefined>; at: number } | undefined;

  return {
    ahead() {
      const rows = opened.then(() => {
        looked.at = clock.monotonic();
        return handlers.inboxQuery(FIRST_ROWS);
      });
      const looked = { at: Infinity, rows: rows.catch(() => undefined) };
      found = looked;
    },
    open: () => open(),
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
