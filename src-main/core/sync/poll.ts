import { createPages, type PageDeps } from './ask-pages';
import { createFlags } from './flags';
import { createHead } from './head';
import { createHistory } from './history';
import { createPlace } from './place';

/** Every so many polls: one step of the scrub, one look at the flags. */
const SELDOM = 5;

/** The steps of one poll of one account (sync.md). Never two at once: the poller sees to that. */
export function createPoll(deps: PageDeps) {
  const { account, store, clock } = deps;
  const place = createPlace(account, store, clock);
  const pages = createPages(deps);
  const readHead = createHead(pages, place);
  const history = createHistory(account, store, pages, place);
  const flags = createFlags(account, store, pages);
  let polls = 0;

  async function unseenWalk(signal: AbortSignal): Promise<void> {
    history.forgetAhead();
    await flags.unseenWalk(signal);
  }

  return {
    async head(signal: AbortSignal): Promise<void> {
      history.forgetAhead();
      await readHead(signal);
    },
    unseenWalk,
    historyStep: async (signal: AbortSignal): Promise<boolean> => (await history.step(signal)).complete,
    /** Steps 3 and 4: "every 5th poll makes one step, wrapping round", and looks at the flags. */
    async seldom(signal: AbortSignal): Promise<void> {
      polls += 1;
      if (polls % SELDOM !== 0 || !(await place.load()).historyComplete) return;
      const { wrapped } = await history.step(signal);
      // "Also once per scrub wrap, whatever the counts say (errors can cancel out)."
      if (wrapped) await unseenWalk(signal);
      else await flags.look(signal);
    },
    isHistoryComplete: async (): Promise<boolean> => (await place.load()).historyComplete,
    /** µs; `null` until it was read. */
    lag: place.lag,
    saveHorizon: place.saveHorizon,
  };
}
