import type { Preferences } from '../../../src-shared/preferences';
import type { Context } from '../alerts/draft';
import { settingsOf } from '../alerts/settings';
import type { Clock, Log } from '../ports';
import type { Alerts, Heard, Poll } from '../alerts-port';
import type { Store } from '../store-port';

export interface AlertingDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: () => Preferences;
  readonly pausedUntil: () => number | null;
  /** Draws what the engine decided, and takes away what it withdrew. */
  readonly draw: (alerts: Alerts) => Promise<void>;
  /** A poll of this account would settle something. */
  readonly kick: (account: string) => void;
  /** What waits, is held or is put off may be another number now. */
  readonly onHeld: () => void;
}

/** Looked again at least so often: a timer knows nothing of a clock that was set, or of a night asleep. ms. */
const LONGEST_MS = 600_000;
/** Polls are asked for no closer than this. */
const KICK_GAP_MS = 5_000;

/** Between the world and the alert engine, which runs in the database thread: brings it what happens, and its time. */
export function createAlerting(deps: AlertingDeps) {
  const { store, clock, log } = deps;
  let cancelWake = (): void => undefined;
  const kicks = new Map<string, { readonly at: number; readonly cancel: () => void }>();
  const kickedAt = new Map<string, number>();

  const context = (): Context => ({
    now: clock.now(),
    pausedUntil: deps.pausedUntil(),
    settings: settingsOf(deps.settings()),
  });

  async function take(alerts: Alerts): Promise<void> {
    plan(alerts);
    if (alerts.moved) deps.onHeld();
    await deps.draw(alerts);
  }

  /** Sets the timers that the engine asked for; those it no longer asks for are taken back. */
  function plan({ wakeAt, pollAt }: Alerts): void {
    cancelWake();
    const now = clock.now();
    if (wakeAt !== null)
      cancelWake = clock.after(
        Math.min(Math.max(0, wakeAt - now), LONGEST_MS),
        () => void hear({ kind: 'time' }),
      );
    const wanted = new Map(pollAt);
    for (const [account, { at, cancel }] of kicks)
      if (wanted.get(account) !== at) {
        cancel();
        kicks.delete(account);
      }
    for (const [account, at] of wanted) planKick(account, at, now);
  }

  /** Once for each moment: where that poll settles nothing, the next one does. */
  function planKick(account: string, at: number, now: number): void {
    if (kicks.has(account) || (kickedAt.get(account) ?? -Infinity) >= at) return;
    const earliest = (kickedAt.get(account) ?? -Infinity) + KICK_GAP_MS;
    const cancel = clock.after(Math.max(0, Math.max(at, earliest) - now), () => {
      kicks.delete(account);
      kickedAt.set(account, clock.now());
      deps.kick(account);
    });
    kicks.set(account, { at, cancel });
  }

  /** Tells the engine what happened; never rejects: a history that cannot be used is said elsewhere. */
  async function hear(event: Heard): Promise<void> {
    try {
      await take(await store.hear(event, context()));
      deps.onHeld();
    } catch (error) {
      log.bug(error);
    }
  }

  return {
    context,
    take,
    hear,
    /** Rows wait for the engine, or a poll came to its end. */
    arrived: async (account: string, poll: Poll): Promise<void> =>
      take(await store.decide(account, poll, context())),
    stop(): void {
      cancelWake();
      for (const { cancel } of kicks.values()) cancel();
      kicks.clear();
    },
  };
}
