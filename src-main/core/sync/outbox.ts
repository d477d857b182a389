import { fail, needsToken, toFailure, type Failure } from '../../../src-shared/app-error';
import type { SeverityLevels } from '../../../src-shared/notification';
import type { Clock, InboxApi } from '../ports';
import { backOff } from '../watching/schedule';
import type { DueMark, MarkOutcome, Store } from '../store-port';
import { readItemText } from './read-page';

const DRAIN_MS = 5000;
const AT_ONCE = 4;
const CAP_MS = 60_000;
/** µs; a server may round the stamps of one answer and not of another. */
const ROUNDED = 1_000_000;

const PARKED = [400, 403, 404, 405, 422];
/**
 * Answers that no retry will change: parked and shown on the row (a proxy's 404 must not eat marks). `bad-request` with a
 * status of 200 is a server that answers with `seen: false`.
 */
const isFinal = ({ kind, status }: Failure): boolean =>
  kind === 'bad-request' || PARKED.includes(status ?? 0);

export interface Drained {
  readonly sent: number;
  /** The server refuses the token: nothing more is sent until there is another. */
  readonly refused: boolean;
}

interface DrainDeps {
  readonly api: InboxApi;
  readonly store: Store;
  readonly clock: Clock;
  readonly levels: () => SeverityLevels;
}

/** Sends what is due, up to 4 at a time, for at most `limit` ms (sync.md, step 1). Never rejects for a mark's sake. */
export async function drain(
  account: string,
  { api, store, clock, levels }: DrainDeps,
  signal: AbortSignal,
  limit = DRAIN_MS,
): Promise<Drained> {
  // A mark that hangs is let go of at the end too: it backs off by itself and holds no poll.
  const patience = new AbortController();
  const both = AbortSignal.any([signal, patience.signal]);
  const cancel = clock.after(limit, () => patience.abort(fail('timeout')));
  let sent = 0;
  let refused = false;
  try {
    while (!refused && !both.aborted) {
      const due = await store.dueMarks(account, clock.now(), AT_ONCE);
      if (due.length === 0) break;
      const outcomes = await Promise.all(due.map((mark) => send(mark)));
      refused = outcomes.includes('refused');
      sent += outcomes.filter((one) => one === 'sent').length;
      if (outcomes.includes('stopped')) break;
    }
  } finally {
    cancel();
  }
  return { sent, refused };

  async function send(mark: DueMark): Promise<'sent' | 'refused' | 'later' | 'stopped'> {
    let answer: Uint8Array | undefined;
    try {
      answer = await api.markSeen(mark.id, both);
    } catch (error) {
      const failure = toFailure(error);
      if (needsToken(failure)) return 'refused';
      if (signal.aborted) return 'stopped';
      const wait = backOff(mark.tries + 1, failure, CAP_MS, clock.random());
      const at = clock.now() + Math.max(wait, failure.retryAfter ?? 0);
      const outcome: MarkOutcome = isFinal(failure) ? { state: 'parked' } : { state: 'later', at };
      await store.settleMark(account, mark, outcome);
      return 'later';
    }
    if (answer && isAnother(answer, mark)) {
      // A server that was restored gave its number to another one: that one alerts, though it is seen by this.
      await store.applySingle(account, answer, clock.now(), levels(), true);
      await store.gone({ account, id: mark.id, ts: mark.ts });
      return 'later';
    }
    await store.settleMark(account, mark, { state: 'done' });
    return 'sent';
  }
}

/** Of a stamp that is not the mark's; an answer without one says nothing. */
function isAnother(answer: Uint8Array, { ts }: DueMark): boolean {
  const read = readItemText(new TextDecoder().decode(answer).trim());
  return read.ok && Math.abs(read.item.ts - ts) >= ROUNDED;
}
