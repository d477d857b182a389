import { AppError } from '../../../src-shared/app-error';
import type { SeverityLevels } from '../../../src-shared/notification';
import type { Clock, InboxApi, ListQuery } from '../ports';
import type { PageMessage, PageResult, Store, Walk } from '../store-port';
import { createPageSize } from './page-size';
import type { AskServer } from './read-ahead';
import { ALONE, type AskPage, type WalkPlan } from './walk';

export interface PageDeps {
  readonly account: string;
  readonly api: InboxApi;
  readonly store: Store;
  readonly clock: Clock;
  readonly levels: () => SeverityLevels;
  /** Something was written: counts and rows may differ. Told page by page, so that rows show as they come. */
  readonly onChange: (change: { readonly serverCount: number | null }) => void;
  /** More than can be done was met; said in the log. */
  readonly onWarning: (what: 'equal stamps' | 'item too large') => void;
}

/** One walk's pages: which, by which parameters, and what else is done with each. */
interface Asking {
  readonly kind: Walk;
  readonly params: ListQuery['params'];
  readonly signal: AbortSignal;
  readonly horizon?: number | null;
  /** Where pages come from, if not straight from the server. */
  readonly get?: AskServer;
  /** How a page is written, if not by itself: its result, then those of pages below it that were written with it. */
  readonly write?: (message: PageMessage) => Promise<readonly PageResult[]>;
  readonly onPage?: (result: PageResult) => void;
}

/** Newest first, without any filter: a filter's pages shift whenever a row leaves it. */
export const NEWEST = { ordering: '-timestamp' };
export const UNSEEN = { seen: 'false', ordering: '-timestamp' };

/** Asks for pages and has each written in a transaction of its own. */
export function createPages({ account, api, store, clock, levels, onChange, onWarning }: PageDeps) {
  /** Rows that were missing where many were: when first, monotonic ms (sync.md, Guard). */
  let since: ReadonlyMap<string, number> = new Map();
  const size = createPageSize();

  /** @param known the store's counter where it need not be asked: not higher than it is */
  const askServer =
    (
      params: ListQuery['params'],
      signal: AbortSignal,
      known: () => number | undefined = () => undefined,
    ): AskServer =>
    async (offset, limit) => {
      signal.throwIfAborted();
      const knownSeq = known() ?? (await store.sequence());
      return { answer: await api.list({ params, limit, offset }, signal), knownSeq };
    };

  function doubt({ doubted, back }: PageResult['missed'], at: number): void {
    if (doubted.length === 0 && back.length === 0) return;
    const next = new Map(since);
    for (const row of back) next.delete(row);
    for (const row of doubted) if (!next.has(row)) next.set(row, at);
    since = next;
  }

  /** What a walk asks by. */
  function asker({ kind, params, signal, horizon = null, get, write, onPage }: Asking): AskPage {
    const from = get ?? askServer(params, signal);
    let missing = 0;
    return async (offset, wanted, above, before = ALONE) => {
      const limit = size.of(wanted);
      const { answer, knownSeq } = await from(offset, limit).catch((error: unknown) => {
        if (error instanceof AppError && error.failure.kind === 'timeout') size.tooSlow(limit);
        throw error;
      });
      size.came(limit);
      const at = clock.monotonic();
      const message: PageMessage = {
        account,
        body: answer.body,
        walk: kind,
        offset,
        limit,
        above,
        ...before,
        knownSeq,
        now: clock.now(),
        levels: levels(),
        horizon,
        date: answer.date === undefined ? null : answer.date * 1000,
        missed: { since, before: missing, at },
      };
      const results = write ? await write(message) : [await store.applyPage(message)];
      for (const result of results) {
        missing += result.missed.rows;
        doubt(result.missed, at);
        onPage?.(result);
      }
      const { facts } = results.at(-1)!;
      if (results.some(({ changed }) => changed))
        onChange({ serverCount: kind === 'unseen' ? null : facts.count });
      return results[0]!.facts;
    };
  }

  /** What every walk does with what it cannot read. */
  const trouble: Pick<WalkPlan, 'onTooLarge' | 'onGroup'> = {
    onTooLarge: async (above) => {
      onWarning('item too large');
      await store.noteTooLarge(account, above, clock.now());
      onChange({ serverCount: null });
    },
    onGroup: () => onWarning('equal stamps'),
  };

  return { asker, askServer, trouble };
}
export type Pages = ReturnType<typeof createPages>;
