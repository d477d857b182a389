import { isWatched } from '../../../src-shared/account';
import type { OpenTarget } from '../../../src-shared/ipc';
import type { Words } from '../../../src-shared/messages/words';
import type { NotificationKey } from '../../../src-shared/notification';
import type { Preferences } from '../../../src-shared/preferences';
import type { Accounts } from '../accounts/accounts';
import { createTokenEnds } from '../accounts/token-ends';
import { quietUntil } from '../alerts/quiet-hours';
import { createAccountToasts } from './account-toasts';
import { createAlerting } from './alerting';
import { createChooseSound } from './choose-sound';
import { createPause } from './pause';
import type { Clock, Desktop, Log, PauseFile, PlayOutcome, Sounds, Toaster, ToastLook } from '../ports';
import type { Poll } from '../alerts-port';
import type { Store } from '../store-port';
import { createSnoozing } from './snoozing';
import { createTellHealth } from '../watching/tell-health';
import { createToasts } from './toasts';

export interface AlarmDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly toaster: Toaster;
  readonly pauseFile: PauseFile;
  readonly desktop: Pick<Desktop, 'state'>;
  readonly sounds: Sounds;
  readonly accounts: Accounts;
  readonly words: () => Words;
  readonly preferences: () => Preferences;
  readonly onOpen: (target: OpenTarget) => void;
  readonly onItem: (key: NotificationKey) => void;
  readonly onSeen: (keys: readonly NotificationKey[]) => void;
  /** A poll of this account would settle something. */
  readonly kick: (account: string) => void;
  readonly onPause: () => void;
  readonly onHeld: () => void;
}

/** What a bubble's button says (`messages.desktop.buttons`). */
const BUTTON_SNOOZE_MS = 3_600_000;

/** All that may ring: the engine with its time, the pause, the bubbles, and the watchdog of the watchers. */
export function createAlarm(deps: AlarmDeps) {
  const { store, clock, log, accounts } = deps;
  const nameOf = (id: string): string => accounts.all().find((one) => one.id === id)?.name ?? '';

  const pause = createPause({
    clock,
    log,
    file: deps.pauseFile,
    onChange: deps.onPause,
    // What was held is told now, in one digest.
    onEnd: () => alerting.hear({ kind: 'time' }),
  });
  const alerting = createAlerting({
    store,
    clock,
    log,
    settings: deps.preferences,
    pausedUntil: pause.until,
    draw: async ({ decisions, withdraw }) => {
      for (const tag of withdraw) toasts.withdraw(tag);
      await toasts.drawAll(decisions);
    },
    kick: deps.kick,
    onHeld: deps.onHeld,
  });
  const chooseSound = createChooseSound({ ...deps, pausedUntil: pause.until });
  const toasts = createToasts({
    store,
    clock,
    log,
    toaster: deps.toaster,
    words: deps.words,
    names: () => deps.preferences().subjectNames,
    accountName: nameOf,
    chooseSound,
    context: alerting.context,
    onAlerts: alerting.take,
    onItem: deps.onItem,
    onSeen: deps.onSeen,
    onSnooze: (keys) =>
      void snoozing
        .put(keys, clock.now() + BUTTON_SNOOZE_MS)
        .then(deps.onHeld)
        .catch((error: unknown) => log.event('not snoozed', String(error))),
    onSeveral: (keys) => deps.onOpen({ page: 'inbox', keys }),
  });
  const snoozing = createSnoozing({
    store,
    clock,
    log,
    context: alerting.context,
    onAlerts: alerting.take,
  });
  const accountToasts = createAccountToasts({
    ...deps,
    accountName: nameOf,
    chooseSound,
    onAccount: (account) => deps.onOpen({ page: 'account', account }),
    onSeveral: () => deps.onOpen({ page: 'inbox' }),
  });
  const tellHealth = createTellHealth({
    log,
    nameOf,
    onLost: accountToasts.notWatching,
    onBack: accountToasts.watchingAgain,
  });
  const tokenEnds = createTokenEnds({
    accounts,
    clock,
    log,
    heldUntil: () => pause.until() ?? quietUntil(deps.preferences().quietHours, clock.now()),
    tell: accountToasts.tokenEnds,
    takeBack: accountToasts.tokenRests,
  });

  /** After sleep or start: what came meanwhile is told in one, once every account has answered. */
  async function backFrom(since: number | null): Promise<void> {
    const watched = accounts.all().filter(isWatched);
    await alerting.hear({ kind: 'back', since, accounts: watched.map(({ id }) => id) });
  }

  return {
    pause,
    /** What the engine is told of the world. */
    context: alerting.context,
    snoozing,
    /** As an alert of this level would sound now, whatever is on: asked for by a person. */
    playSound: (look: ToastLook): Promise<PlayOutcome> =>
      deps.sounds.play({ look, volume: deps.preferences().soundVolume }),
    tellHealth,
    /** The accounts or their tokens may be others now. */
    lookAtTokens: tokenEnds.look,
    stop(): void {
      tokenEnds.stop();
      accountToasts.stop();
      alerting.stop();
      pause.stop();
    },
    /** Rows wait for the engine, or a poll came to its end. */
    arrived: (account: string, poll: Poll): Promise<void> =>
      pause.isOver()
        ? pause.set(null).then(() => alerting.arrived(account, poll))
        : alerting.arrived(account, poll),
    linkFailed: (account: string): void => void alerting.hear({ kind: 'poll-failed', account }),
    /** Seen here: nothing more is said of them, and their bubbles go. */
    seen: (keys: readonly NotificationKey[]): void => void alerting.hear({ kind: 'seen', keys }),
    /** A silence or the quiet hours may have ended with other preferences. */
    settingsChanged: (): Promise<void> => alerting.hear({ kind: 'time' }),
    /** Awake again. @param since wall ms at which the machine fell asleep */
    back: async (since: number): Promise<void> => {
      await backFrom(since);
      if (pause.isOver()) await pause.set(null);
    },
    /** What was shown behind a locked screen and neither clicked nor closed is told once more, in one. @param since wall ms */
    unlocked: (since: number): Promise<void> => alerting.hear({ kind: 'unlocked', since }),
    /** Another network: what failed a moment ago may have been ours. */
    networkChanged: (): Promise<void> => alerting.hear({ kind: 'network-changed' }),
    /** An account is gone: nothing is said of it any more. */
    forget(account: string): Promise<void> {
      tellHealth(account, 'rests');
      return alerting.hear({ kind: 'forgotten', account });
    },
    /** The user paused an account: that it is not watched is no trouble, and no digest waits for it. */
    paused(account: string): Promise<void> {
      tellHealth(account, 'rests');
      return alerting.hear({ kind: 'left', account });
    },
    /** What came meanwhile is told in one. @param since wall ms at which it was paused */
    resumed: (account: string, since: number | null): Promise<void> =>
      alerting.hear({ kind: 'resumed', since, account }),
    /** What the last run left on its way to the desktop, at the start. @returns false: the history refused */
    async tellInterrupted(): Promise<boolean> {
      try {
        await toasts.restore();
        const digest = await store.recover();
        if (digest) await toasts.drawAll([digest]);
        // What a pause held that ended meanwhile is told with what came since.
        await backFrom(null);
        return true;
      } catch (error) {
        log.bug(error);
        return false;
      }
    },
  };
}
export type Alarm = ReturnType<typeof createAlarm>;
