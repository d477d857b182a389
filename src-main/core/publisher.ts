import type { AppState } from '../../src-shared/app-state';
import type { Row } from '../../src-shared/inbox';
import type { Clock, Log } from './ports';
import { changesAt, withoutTimes } from './state';
import type { Store, Summary } from './store-port';
import { TRAY_ITEMS } from './tray/tray-menu';

export interface PublisherDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly build: (revision: number, summary: Summary) => AppState;
  /** `timesOnly`: nothing but "polled at" moved; worth a push to a visible window only. */
  readonly onState: (state: AppState, unseen: readonly Row[], timesOnly: boolean) => void;
}

/** Changes that come closely after each other are drawn together, ms. */
const GATHER_MS = 100;
/** What polls and a history bring comes in hundreds of pages: the picture is drawn anew at most so often. ms. */
const GATHER_PAGES_MS = 400;

/** Puts the state together when something moved, and tells those who draw it. */
export function createPublisher({ store, clock, log, build, onState }: PublisherDeps) {
  let revision = 0;
  let summary: Summary = { accounts: {} };
  let unseen: readonly Row[] = [];
  let last = '';
  let lastTimes = '';
  let current = build(revision, summary);
  let cancel = (): void => undefined;
  let dueAt = Infinity;
  let plannedAt: number | null = null;
  let cancelChange = (): void => undefined;
  let reading = 0;
  let lastRead = -Infinity;

  function publish(): void {
    const state = build(revision, summary);
    current = state;
    planChange();
    const whole = JSON.stringify(withoutTimes(state));
    const times = JSON.stringify(state.accounts.map(({ polledAt, nextPollAt }) => [polledAt, nextPollAt]));
    if (whole === last && times === lastTimes) return;
    const timesOnly = whole === last;
    last = whole;
    lastTimes = times;
    onState(state, unseen, timesOnly);
  }

  /** Looked at again with every poll, so a clock that is set or a night asleep matters little. */
  function planChange(): void {
    const at = changesAt(current.preferences, clock.now());
    if (at === plannedAt) return;
    plannedAt = at;
    cancelChange();
    cancelChange = at === null ? () => undefined : clock.after(Math.max(1000, at - clock.now()), reachChange);
  }

  function reachChange(): void {
    plannedAt = null; // a timer that was early by a moment is set again
    publish();
  }

  async function readRows(): Promise<void> {
    reading += 1;
    try {
      summary = await store.summary();
      unseen = await store.urgent(TRAY_ITEMS);
      revision += 1;
    } catch (error) {
      log.bug(error);
    }
    reading -= 1;
    publish();
  }

  function read(): void {
    dueAt = Infinity;
    lastRead = clock.monotonic();
    void readRows();
  }

  function readWithin(gather: number): void {
    const now = clock.monotonic();
    const at = Math.max(now, lastRead + gather);
    if (at >= dueAt) return;
    dueAt = at;
    cancel();
    cancel = clock.after(at - now, read);
  }

  return {
    state: (): AppState => current,
    publish,
    /** Someone changed rows: counts are read anew, at once or gathered with what follows closely. */
    rowsChanged: (): void => readWithin(GATHER_MS),
    /** Rows came from a server. */
    rowsCame: (): void => readWithin(GATHER_PAGES_MS),
    /** A poll is over: what is told of it must not come with the counts of before. */
    polled(): void {
      if (dueAt !== Infinity) {
        cancel();
        read();
      } else if (reading === 0) publish();
    },
    /** The same, to be waited for. */
    refresh: readRows,
    stop: (): void => cancelChange(),
  };
}
