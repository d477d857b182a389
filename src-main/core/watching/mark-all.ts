import { AppError, type ErrorKind, type Failure } from '../../../src-shared/app-error';
import type { Poll } from '../alerts-port';
import type { createAsked } from '../asked';
import type { Clock, InboxApi } from '../ports';
import type { Store } from '../store-port';
import type { createPoll } from '../sync/poll';

interface MarkAllDeps {
  readonly account: string;
  readonly api: Pick<InboxApi, 'markAllSeen'>;
  readonly store: Store;
  readonly clock: Clock;
  readonly asked: ReturnType<typeof createAsked>;
  readonly poll: Pick<ReturnType<typeof createPoll>, 'head' | 'unseenWalk'>;
  readonly onRows: () => void;
  readonly onArrivals: (poll: Poll) => Promise<void>;
}

/** `POST mark_seen/`: durable before it, walked after it (sync.md, Mark all as seen). Each call within one of the account's turns. */
export function createMarkAll({ account, api, store, clock, asked, poll, onRows, onArrivals }: MarkAllDeps) {
  const stands = async (): Promise<boolean> => (await store.syncState(account)).markAllSent !== null;

  async function settle(signal: AbortSignal): Promise<void> {
    await poll.unseenWalk(signal);
    await store.endMarkAll(account, clock.now());
    onRows();
  }

  /** What came meanwhile is told; of what was to be marked and is not, each goes out by itself. */
  async function walk(signal: AbortSignal): Promise<void> {
    asked.begin();
    let complete = false;
    try {
      await poll.head(signal);
      await settle(signal);
      complete = true;
    } finally {
      // "A failed walk keeps its pages; what it found is alerted all the same."
      await onArrivals({ ...asked.poll(), complete });
    }
  }

  return {
    /** After a head walk: one that stands comes to its end. */
    async settleStanding(signal: AbortSignal): Promise<void> {
      if (await stands()) await settle(signal);
    },
    /**
     * @param most how many the user agreed to
     * @returns how many were to be marked
     * @throws AppError `grew`, the server's refusal, or why the walk broke off: then it stands until the next poll
     */
    async run(signal: AbortSignal, most?: number): Promise<number> {
      // Clicked once more: the set of the first says what its request may have swallowed, and stays until that was looked for.
      if (await stands()) await walk(signal);
      const count = await store.beginMarkAll(account, most);
      try {
        await api.markAllSeen(signal);
        await store.markAllSent(account);
      } catch (error) {
        // Perhaps it was done and only the answer was lost: the walk tells, and the rest goes out one by one.
        if (error instanceof AppError && didNothing(error.failure)) {
          await store.endMarkAll(account, null);
          throw error;
        }
      }
      await walk(signal);
      return count;
    },
  };
}

/** Before a connection stood: nothing was sent. */
const UNSENT: readonly ErrorKind[] = [
  'no-network',
  'name',
  'no-token',
  'token-locked',
  'bad-token',
  'bad-address',
  'http-refused',
];

/** The server has refused it, or was not asked at all. */
const didNothing = ({ kind, status }: Failure): boolean =>
  status === undefined ? UNSENT.includes(kind) : status >= 400 && status < 500;
