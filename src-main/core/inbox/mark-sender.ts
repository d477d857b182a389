import type { SeverityLevels } from '../../../src-shared/notification';
import type { Clock, InboxApi, Log } from '../ports';
import type { Store } from '../store-port';
import { drain } from '../sync/outbox';

/** Longer than `Retry-After` is kept: a mark that waits for more has seen the clock being set. */
const LONGEST_MS = 3_700_000;

export interface MarkSenderDeps {
  readonly account: string;
  readonly name: string;
  readonly api: InboxApi;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly levels: () => SeverityLevels;
  /** Rows or counts changed. */
  readonly onRows: () => void;
  /** The account's turns: a drain never overlaps a poll. */
  readonly inTurn: <T>(act: () => Promise<T>) => Promise<T>;
  readonly signal: AbortSignal;
}

/** Sends an account's marks when their Undo ends, not at the next poll. */
export function createMarkSender(deps: MarkSenderDeps) {
  const { account, name, store, clock, log, signal } = deps;
  /** The token was refused: marks wait for a good poll, else they would ask without a pause. */
  let refused = false;
  let cancel = (): void => undefined;

  /** @returns how many the server took */
  async function send(): Promise<number> {
    const drained = await drain(account, deps, signal);
    refused = drained.refused;
    return drained.sent;
  }

  /** Wall ms; `null`: none waits. */
  async function nextAt(): Promise<number | null> {
    const at = await store.nextMarkAt(account);
    if (at === null || at - clock.now() <= LONGEST_MS) return at;
    await store.clampMarks(clock.now()); // no server can ask for that: the clock was set
    return store.nextMarkAt(account);
  }

  async function schedule(): Promise<void> {
    cancel();
    const at = await nextAt().catch(() => null); // the polls say what is wrong with the history
    if (at === null || refused || signal.aborted) return;
    cancel = clock.after(Math.max(0, at - clock.now()), () => {
      void deps
        .inTurn(async () => {
          const sent = await send();
          if (sent > 0) log.event('marked seen', `${sent} on ${name}`);
          deps.onRows();
          await schedule();
        })
        .catch((error: unknown) => log.bug(error));
    });
  }

  return {
    send,
    schedule,
    cancel: (): void => cancel(),
    isRefused: (): boolean => refused,
    refuse: (now: boolean): void => void (refused = now),
  };
}
