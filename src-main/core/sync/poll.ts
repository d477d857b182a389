import type { SeverityLevels } from '../../../src-shared/notification';
import type { Clock, InboxApi, ListQuery } from '../ports';
import type { PageFacts, Store, SyncState, Walk } from '../store-port';
import { createReadAhead, type AskServer } from './read-ahead';
import { walk, type AskPage } from './walk';

export interface PollDeps {
  readonly account: string;
  readonly api: InboxApi;
  readonly store: Store;
  readonly clock: Clock;
  readonly levels: () => SeverityLevels;
  /** Something was written: counts and rows may differ. Told page by page, so that rows show as they come. */
  readonly onChange: (change: { readonly serverCount: number | null }) => void;
}

/** Rows asked for: by a head poll, and where there is much to read. The server may give fewer. */
const HEAD_LIMIT = 100;
const LARGE_LIMIT = 1000;
/** Every so many polls: one step of the scrub, one look at the flags. */
const SELDOM = 5;

/** The steps of one poll of one account (sync.md). Never two at once: the poller sees to that. */
export function createPoll({ account, api, store, clock, levels, onChange }: PollDeps) {
  /** In memory; saved with a page that changed something, and at quit. An older one is always safe. */
  let horizon: number | null = null;
  let state: SyncState | undefined;
  let polls = 0;
  /** How deep the first reading has come, as an offset; `null`: to be counted. */
  let reached: number | null = null;
  const ahead = createReadAhead();
  /** The history's last page: how long the next one will be. */
  let lastPage: PageFacts | undefined;
  /** The numbers that a walk of the unseen could not bring together: not tried again until either moves. */
  let unsettled = '';

  async function load(): Promise<SyncState> {
    state ??= await store.syncState(account);
    horizon ??= state.horizon;
    return state;
  }

  const askServer =
    (params: ListQuery['params'], signal: AbortSignal): AskServer =>
    async (offset, limit) => {
      const knownSeq = await store.sequence();
      return { answer: await api.list({ params, limit, offset }, signal), knownSeq };
    };

  function pageAsker(
    kind: Walk,
    params: ListQuery['params'],
    signal: AbortSignal,
    get = askServer(params, signal),
  ): AskPage {
    return async (offset, limit, above) => {
      const { answer, knownSeq } = await get(offset, limit);
      const { body } = answer;
      const result = await store.applyPage({
        account,
        body,
        walk: kind,
        offset,
        limit,
        above,
        knownSeq,
        now: clock.now(),
        levels: levels(),
        horizon,
      });
      if (result.changed) onChange({ serverCount: kind === 'unseen' ? null : result.facts.count });
      return result.facts;
    };
  }

  /** Newest first, without any filter, until a stamp below the horizon (sync.md, step 2). */
  async function head(signal: AbortSignal): Promise<void> {
    const { baselineSet, lag } = await load();
    ahead.forget();
    let next: number | null = null;
    const get = askServer(NEWEST, signal);
    const askPage = pageAsker('head', NEWEST, signal, async (offset, limit) => {
      const asked = await get(offset, limit);
      const { date, duration } = asked.answer;
      if (offset === 0 && date !== undefined) next ??= (date - duration) * 1000 - lag;
      return asked;
    });
    let first: PageFacts | undefined;
    const ask: AskPage = async (...given) => {
      const facts = await askPage(...given);
      first ??= facts;
      return facts;
    };
    await walk({
      ask,
      offset: 0,
      above: null,
      limit: HEAD_LIMIT,
      nextLimit: LARGE_LIMIT,
      // The first page of the first walk is the baseline; what is below it is history.
      done: ({ lastTs }) => !baselineSet || (lastTs !== null && horizon !== null && lastTs < horizon),
    });
    // No `Date`: the first page's last row, else the horizon would never rise.
    if (next === null && first?.lastTs != null) next = first.lastTs - lag;
    if (next !== null && (horizon === null || next > horizon)) horizon = next;
    if (!baselineSet) state = await store.syncState(account);
  }

  /** Until the history is complete the next page is asked for while the thread writes this one. */
  function historyAsker(signal: AbortSignal, complete: boolean): AskServer {
    const get = askServer(NEWEST, signal);
    return async (offset, limit) => {
      const asked = await ahead.take(offset, limit, get);
      const last = lastPage;
      if (!complete && last && offset + last.length < (last.count ?? Infinity))
        ahead.start(offset, last.length, limit, get);
      return asked;
    };
  }

  /** One step down through history, or of the scrub, by a stamp: the offset is only a guess (step 3). */
  async function historyStep(signal: AbortSignal): Promise<boolean> {
    const { cursor, historyComplete } = await load();
    const above = cursor === null ? 0 : (reached ?? (await store.liveAbove(account, cursor)));
    const { facts, ...end } = await walk({
      ask: pageAsker('history', NEWEST, signal, historyAsker(signal, historyComplete)),
      offset: ahead.near(Math.max(0, above - 3)),
      above: cursor,
      limit: LARGE_LIMIT,
      nextLimit: LARGE_LIMIT,
      done: ({ lastTs }) => lastTs !== null && (cursor === null || lastTs < cursor),
    });
    const next = facts.end ? { ts: null, complete: true } : { ts: facts.lastTs, complete: historyComplete };
    // Counting the rows above takes 5 ms at 100,000 of them: while reading on, the last page's end is as good a guess.
    reached = historyComplete || facts.end ? null : end.reached - facts.tieAtEnd;
    lastPage = reached === null ? undefined : facts;
    if (facts.end) ahead.forget();
    state = { ...state!, cursor: next.ts, historyComplete: next.complete };
    // A scrub's place need not survive: it may begin anew. The first reading resumes where it was.
    if (!historyComplete) await store.saveCursor(account, next);
    return next.complete;
  }

  /** Seen elsewhere, or unseen again: the numbers tell, a walk of the unseen repairs (step 4). */
  async function flags(signal: AbortSignal): Promise<void> {
    const look = await pageAsker('unseen', UNSEEN, signal)(0, 1, null);
    const local = (await store.summary()).accounts[account]?.serverUnseen ?? 0;
    const numbers = `${look.count}/${local}`;
    if (look.count === local || numbers === unsettled) return;
    await unseenWalk(signal);
    const after = (await store.summary()).accounts[account]?.serverUnseen ?? 0;
    unsettled = after === look.count ? '' : `${look.count}/${after}`;
  }

  async function unseenWalk(signal: AbortSignal): Promise<PageFacts> {
    ahead.forget();
    const ask = pageAsker('unseen', UNSEEN, signal);
    return (
      await walk({
        ask,
        offset: 0,
        above: null,
        limit: LARGE_LIMIT,
        nextLimit: LARGE_LIMIT,
        done: () => false,
      })
    ).facts;
  }

  /** What only every fifth poll does. */
  async function seldom(signal: AbortSignal): Promise<void> {
    polls += 1;
    if (polls % SELDOM !== 0 || !(await load()).historyComplete) return;
    await historyStep(signal);
    await flags(signal);
  }

  return {
    head,
    historyStep,
    unseenWalk,
    seldom,
    isHistoryComplete: async () => (await load()).historyComplete,
    saveHorizon: async () => {
      if (horizon !== null) await store.saveHorizon(account, horizon);
    },
  };
}

const NEWEST = { ordering: '-timestamp' };
const UNSEEN = { seen: 'false', ordering: '-timestamp' };
