import { wordsOf } from '../../src-shared/messages/language';
import { defaultPreferences } from '../../src-shared/preferences';
import { createMarks } from '../../src-main/core/marks';
import { createOrigins } from '../../src-main/core/origins';
import { createPoller } from '../../src-main/core/poller';
import type { Clock, InboxApi, Log, Toaster } from '../../src-main/core/ports';
import type { Store } from '../../src-main/core/store-port';
import { createToasts } from '../../src-main/core/toasts';

export const ACCOUNT = 'a';
export const EVERY = 30_000;
const words = wordsOf('en', 'UTC');
const nothing = (): undefined => undefined;

export interface EngineDeps {
  readonly store: Store;
  readonly api: InboxApi;
  readonly toaster: Toaster;
  readonly clock: Clock;
  readonly fail: (what: string) => void;
}

/** One run of the app as far as sync.md goes: the real poller, toasts and marks, started as `core/app.ts` starts them. */
export function startEngine({ store, api, toaster, clock, fail }: EngineDeps) {
  const log: Log = {
    event: nothing,
    bug: (error) => fail(`I7 ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  };
  const toasts = createToasts({
    store,
    clock,
    log,
    toaster,
    words: () => words,
    names: () => ({}),
    accountName: () => 'Lab',
    onItem: nothing,
    onSeveral: nothing,
    onAccount: nothing,
  });
  const poller = createPoller({
    account: ACCOUNT,
    name: 'Lab',
    api,
    way: createOrigins(clock, () => EVERY).wayTo('https://lab.example'),
    store,
    clock,
    log,
    interval: () => EVERY,
    levels: () => ({}),
    onRows: nothing,
    onState: nothing,
    onArrivals: async () => {
      const context = { now: clock.now(), paused: false, toasts: defaultPreferences.toasts };
      await toasts.drawAll(await store.decide(ACCOUNT, context));
    },
  });
  const marks = createMarks({ store, clock, log, onMarked: () => poller.marksAdded(), onTakenBack: nothing });
  const begin = async (): Promise<void> => {
    await store.open(':memory:');
    await store.releaseHeld(clock.now());
    const digest = await store.recover();
    if (digest) await toasts.drawAll([digest]);
    poller.start();
  };
  void begin().catch((error: unknown) => fail(`I7 ${String(error)}`));
  return { poller, marks };
}
export type Engine = ReturnType<typeof startEngine>;
