import type { ListAnswer } from '../ports';
import { OVERLAP } from './walk';

/** What came, and the counter of rows known when it was asked for. */
export interface Asked {
  readonly answer: ListAnswer;
  readonly knownSeq: number;
}
export type AskServer = (offset: number, limit: number) => Promise<Asked>;

/** A page that was asked for ahead and is here. */
export interface Ahead extends Asked {
  readonly offset: number;
  readonly limit: number;
}

/** How many rows further up a page may begin than was meant: its first ones are then known already, no more. */
const SLACK = 8;
/**
 * Pages asked for ahead, one after the other. What came of them while the thread wrote is written together: seven
 * wait for the disk once, and keep a question of the window waiting for 50 ms at most.
 */
const MOST = 7;
/** Bytes that may lie here before the next is asked for. */
const ENOUGH = 2 * 1024 * 1024;

interface Page {
  readonly offset: number;
  readonly limit: number;
  readonly asked: Promise<Asked>;
  came: Ahead | undefined;
  /** Whoever takes it hears why. Nothing below it is asked for. */
  failed: boolean;
}

interface Plan {
  readonly length: number;
  readonly limit: number;
  readonly total: number;
  readonly ask: AskServer;
}

/**
 * While the thread writes some pages of the history, the next ones are on their way, one request at a time. Where they
 * begin is a guess, as every offset is (sync.md, step 3): the stitch of what comes is checked, and what doesn't fit is
 * thrown away.
 */
export function createReadAhead() {
  let plan: Plan | undefined;
  let next = 0;
  let chain: Page[] = [];
  let asking: Page | undefined;

  function more(): void {
    if (!plan || asking || chain.length >= MOST || chain.at(-1)?.failed) return;
    if (chain.reduce((sum, { came }) => sum + (came?.answer.body.length ?? 0), 0) > ENOUGH) return;
    const { length, limit, total, ask } = plan;
    const step = length - OVERLAP - SLACK;
    if (step <= 0 || next + OVERLAP + SLACK >= total) return;
    const page: Page = { offset: next, limit, asked: ask(next, limit), came: undefined, failed: false };
    next += step;
    chain.push(page);
    asking = page;
    page.asked.then(
      (asked) => {
        page.came = { ...asked, offset: page.offset, limit };
        ended(page);
      },
      () => {
        page.failed = true;
        ended(page);
      },
    );
  }

  function ended(page: Page): void {
    if (asking !== page) return; // forgotten
    asking = undefined;
    more();
  }

  /** Something else was asked meanwhile: an answer from before it could bring back what it found gone. */
  function forget(): void {
    plan = asking = undefined;
    chain = [];
  }

  return {
    /** Where to begin so that what is on its way is of use; else where it was meant to. */
    near: (offset: number): number => {
      const [first] = chain;
      return first && first.offset <= offset && first.offset >= offset - SLACK - OVERLAP
        ? first.offset
        : offset;
    },
    /** The page that is on its way, or one asked for now; then what lies here of another place is of no use. */
    take(offset: number, limit: number, ask: AskServer): Promise<Asked> {
      const [first] = chain;
      if (first?.offset === offset && first.limit === limit) {
        chain.shift();
        return first.asked;
      }
      forget();
      return ask(offset, limit);
    },
    /** The pages below the one that was taken, as far as they are here: they are taken too. */
    takeCame(): readonly Ahead[] {
      const waits = chain.findIndex(({ came }) => came === undefined);
      return chain.splice(0, waits < 0 ? chain.length : waits).flatMap(({ came }) => came ?? []);
    },
    /**
     * Asks for what is below a page of `length` rows at `offset`; goes on with what is on its way already.
     * @param total how many rows the server has: below them nothing is asked for
     */
    readOn(offset: number, { length, limit, total, ask }: Plan): void {
      if (!plan) next = offset + length - OVERLAP - SLACK;
      plan = { length, limit, total, ask };
      more();
    },
    forget,
  };
}
