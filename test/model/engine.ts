import { wordsOf } from '../support/words';
import { defaultPreferences } from '../../src-shared/preferences';
import type { Accounts } from '../../src-main/core/accounts/accounts';
import { createAlarm } from '../../src-main/core/telling/alarm';
import { createMarks } from '../../src-main/core/inbox/marks';
import { createOrigins } from '../../src-main/core/watching/origins';
import { createPoller } from '../../src-main/core/watching/poller';
import type { Clock, InboxApi, Log, Toaster } from '../../src-main/core/ports';
import type { Store } from '../../src-main/core/store-port';

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
  const alarm = createAlarm({
    store,
    clock,
    log,
    toaster,
    pauseFile: { read: () => null, write: nothing },
    desktop: { state: () => ({ tray: true, toasts: 'ok', doNotDisturb: 'off', secrets: null }) },
    sounds: { play: () => Promise.resolve('played') },
    // Of the accounts it only asks for the list
    accounts: { all: () => [{ id: ACCOUNT, kind: 'inbox', name: 'Lab' }] } as unknown as Accounts,
    words: () => words,
    preferences: () => defaultPreferences,
    onOpen: nothing,
    onItem: nothing,
    onSeen: nothing,
    kick: () => void poller.kick(),
    onPause: nothing,
    onHeld: nothing,
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
    onArrivals: (poll) => alarm.arrived(ACCOUNT, poll),
    onLinkFailed: () => alarm.linkFailed(ACCOUNT),
  });
  const marks = createMarks({
    store,
    clock,
    log,
    onMarked: () => poller.marksAdded(),
    onTakenBack: nothing,
    snooze: async () => nothing(),
  });
  const begin = async (): Promise<void> => {
    await store.open(':memory:');
    await alarm.tellInterrupted();
    poller.start();
  };
  void begin().catch((error: unknown) => fail(`I7 ${String(error)}`));
  return { poller, marks };
}
export type Engine = ReturnType<typeof startEngine>;
