import { fail, needsToken, toFailure, type Failure } from '../../../src-shared/app-error';
import type { SeverityLevels } from '../../../src-shared/notification';
import { createAsked } from '../asked';
import { createJumpWatch } from './clock-jump';
import { afterPoll, afterSilence, untilLost, type Watch } from './health';
import type { Way } from './origins';
import { createPace } from './pace';
import { NOT_POLLED, type PollerState } from './poller-state';
import type { Clock, InboxApi, Log } from '../ports';
import { mayBeOwnLink } from './schedule';
import type { Poll } from '../alerts-port';
import type { Store } from '../store-port';
import { createMarkAll } from './mark-all';
import { createMarkSender } from '../inbox/mark-sender';
import { drain } from '../sync/outbox';
import { createPoll } from '../sync/poll';
import { createTurns } from '../turns';

export interface PollerDeps {
  readonly account: string;
  readonly name: string;
  readonly api: InboxApi;
  readonly way: Way;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** ms between two good polls. */
  readonly interval: () => number;
  readonly levels: () => SeverityLevels;
  /** Rows or counts changed. */
  readonly onRows: () => void;
  /** Health, times or progress changed. */
  readonly onState: () => void;
  /** Pending rows wait for the alert engine; called after every walk, a broken one too. */
  readonly onArrivals: (poll: Poll) => Promise<void>;
  /** A poll failed in a way that may be our own network's. */
  readonly onLinkFailed: () => void;
}

/** A turn that is told to stop does so at once; a desktop that does not answer must not hold up the end. */
const STOP_MS = 2000;

/** Watches one account: one thing at a time, each in its turn, until stopped. */
export function createPoller(deps: PollerDeps) {
  const { account, name, store, clock, log, way } = deps;
  const api = way.guard(deps.api);
  const pace = createPace(deps);
  const jumped = createJumpWatch(clock);
  const stopping = new AbortController();
  let state = NOT_POLLED;
  let watch: Watch = { health: state.health, goodAt: clock.monotonic(), everGood: false };
  let cancel = (): void => undefined;
  let calm = (): void => undefined;
  let firstDone = false;
  let kicked: Promise<void> | undefined;

  const asked = createAsked(account, api, clock);
  const poll = createPoll({
    ...deps,
    api: asked.api,
    onChange: ({ serverCount }) => {
      if (serverCount !== null) state = { ...state, serverCount };
      deps.onRows();
    },
    onWarning: (what) => log.event(what, name),
  });

  function set(change: Partial<PollerState>): void {
    state = { ...state, ...change };
    deps.onState();
  }

  /** Single flight: a poll, a drain, a mark-all never overlap on one account. */
  const { take: inTurn, over: turnsOver } = createTurns(clock);
  const marks = createMarkSender({ ...deps, api, inTurn, signal: stopping.signal });
  const markAll = createMarkAll({ ...deps, api, asked, poll });

  async function once(): Promise<void> {
    const { signal } = stopping;
    if (jumped()) await store.clampMarks(clock.now());
    // A token that was refused is tried with one request, not with every mark.
    if (!marks.isRefused() && (await marks.send()) > 0) deps.onRows();
    asked.begin();
    let complete = false;
    try {
      await poll.head(signal);
      complete = true;
      marks.refuse(false);
      await markAll.settleStanding(signal);
      await poll.seldom(signal);
    } finally {
      await deps.onArrivals({ ...asked.poll(), complete });
    }
  }

  async function cycle(): Promise<void> {
    cancel();
    if (stopping.signal.aborted) return;
    let failure: Failure | null = null;
    try {
      await once();
    } catch (error) {
      failure = toFailure(error);
      if (failure.kind === 'stopped' && stopping.signal.aborted) return;
      if (failure.kind === 'bug') log.bug(error);
      if (mayBeOwnLink(failure)) deps.onLinkFailed();
    }
    ended(failure);
    if (failure === null) readHistory();
    await marks.schedule();
  }

  function ended(failure: Failure | null): void {
    const now = clock.now();
    const before = watch.health.state;
    watch = afterPoll(watch, failure, now, clock.monotonic(), deps.interval());
    if (failure)
      log.event('poll failed', `${name}: ${failure.kind}${failure.status ? ` (${failure.status})` : ''}`);
    else if (before !== 'watching') log.event('watching', name);
    if (failure && needsToken(failure)) marks.refuse(true);
    const wait = failure ? pace.next(failure) : asked.telling(pace.next(null));
    const polledAt = failure === null ? now : state.polledAt;
    pollIn(wait, { health: watch.health, polledAt, lag: poll.lag() });
    calm();
    const left = untilLost(watch, clock.monotonic(), deps.interval());
    if (left !== null) calm = clock.after(left, () => set({ health: (watch = afterSilence(watch)).health }));
  }

  function pollIn(ms: number, change: Partial<PollerState> = {}): void {
    set({ ...change, nextPollAt: clock.now() + ms });
    cancel();
    cancel = clock.after(ms, () => void inTurn(cycle));
  }

  let reading = false;
  /** The history is read without pause, a step at a time: polls, marks and questions go in between. */
  function readHistory(): void {
    if (reading) return;
    reading = true;
    void inTurn(historyStep).then(
      (again) => {
        reading = false;
        if (again && !stopping.signal.aborted) readHistory();
      },
      (error: unknown) => {
        reading = false;
        const failure = toFailure(error);
        if (failure.kind === 'bug') log.bug(error);
        if (failure.kind === 'stopped') return;
        log.event('history paused', `${name}: ${failure.kind}`);
        set({ historyStopped: failure });
        if (failure.retryAfter !== undefined) ended(failure); // also the next poll waits for so long
      },
    );
  }

  /** @returns whether there is more to read */
  async function historyStep(): Promise<boolean> {
    if (stopping.signal.aborted) return false;
    let complete = await poll.isHistoryComplete();
    if (!complete) {
      try {
        complete = await poll.historyStep(stopping.signal);
      } finally {
        // It begins a little above the baseline: what a broken step found there is alerted all the same.
        await deps.onArrivals({ ...asked.poll(), complete: false });
      }
    }
    if (complete && !firstDone) {
      firstDone = true;
      log.event('first sync done', name);
    }
    if (complete !== state.historyComplete || state.historyStopped !== null)
      set({ historyComplete: complete, historyStopped: null });
    return !complete;
  }

  /** Polls now, once, however many ask meanwhile. */
  function kick(): Promise<void> {
    way.tryNow();
    return (kicked ??= inTurn(cycle).finally(() => (kicked = undefined)));
  }

  return {
    state: () => state,
    start: () =>
      void inTurn(async () => {
        // A history that cannot be used is the first poll's failure, and said as one.
        set({ historyComplete: await poll.isHistoryComplete().catch(() => false) });
        await cycle();
      }).catch((error: unknown) => log.bug(error)),
    kick,
    /** The machine woke, the network is another: polls now, or when the rest is over that the server asked for. */
    async nudge(): Promise<void> {
      const left = pace.restLeft();
      if (left <= 0) return kick();
      pollIn(left); // the timer may have stood still in sleep
    },
    marksAdded: () => void marks.schedule(),
    /** The newest of the server, for the question "mark all?". @throws AppError */
    lookNow: (): Promise<void> => (way.tryNow(), inTurn(once)),
    /** @param most how many the user agreed to @throws AppError */
    markAll: (most?: number): Promise<number> =>
      inTurn(async () => {
        way.tryNow();
        try {
          return await markAll.run(stopping.signal, most);
        } finally {
          await marks.schedule();
        }
      }),
    /** Ends everything: the running turn is given up and awaited; then what can still be sent goes out within `ms`. */
    stop: async (ms = 0): Promise<void> => {
      cancel();
      calm();
      marks.cancel();
      stopping.abort(fail('stopped'));
      await turnsOver(STOP_MS);
      const going = new AbortController().signal;
      if (ms > 0) await drain(account, { ...deps, api }, going, ms).catch(() => undefined);
      await poll.saveHorizon().catch(() => undefined);
    },
  };
}
export type Poller = ReturnType<typeof createPoller>;
