import type { ListAnswer } from '../ports';
import { OVERLAP } from './walk';

/** What came, and the counter of rows known when it was asked for. */
export interface Asked {
  readonly answer: ListAnswer;
  readonly knownSeq: number;
}
export type AskServer = (offset: number, limit: number) => Promise<Asked>;

/** How many rows further up a page may begin than was meant: its first ones are then known already, no more. */
const SLACK = 8;

/**
 * While the thread writes one page of the history, the next one is on its way. Where it begins is a guess, as
 * every offset is (sync.md, step 3): the walk checks the stitch of what comes, and what doesn't fit is thrown away.
 */
export function createReadAhead() {
  let ahead: { readonly offset: number; readonly limit: number; readonly asked: Promise<Asked> } | undefined;

  return {
    /** Where to begin so that what is on its way is of use; else where it was meant to. */
    near: (offset: number): number =>
      ahead && ahead.offset <= offset && ahead.offset >= offset - SLACK - OVERLAP ? ahead.offset : offset,
    /** The page that is on its way, or one asked for now. */
    take(offset: number, limit: number, ask: AskServer): Promise<Asked> {
      const mine = ahead;
      ahead = undefined;
      return mine?.offset === offset && mine.limit === limit ? mine.asked : ask(offset, limit);
    },
    /** Asks for the page below one of `length` rows at `offset`; of no use where that was the last. */
    start(offset: number, length: number, limit: number, ask: AskServer): void {
      const next = offset + length - OVERLAP - SLACK;
      if (next <= offset) return;
      const asked = ask(next, limit);
      asked.catch(() => undefined); // heard by whoever takes it
      ahead = { offset: next, limit, asked };
    },
    /** Something else was asked meanwhile: an answer from before it could bring back what it found gone. */
    forget: (): void => void (ahead = undefined),
  };
}
