import type { Failure } from '../../../src-shared/app-error';
import type { Health } from '../../../src-shared/app-state';
import { isDefinite, watchdogDelay } from './schedule';

/** Since when (wall ms), and why. */
interface Blind {
  readonly since: number;
  readonly failure: Failure;
}

export interface Watch {
  readonly health: Health;
  /** Monotonic ms of the last good poll, or of the start; what the watchdog counts from. */
  readonly goodAt: number;
  readonly everGood: boolean;
}

/**
 * What an account's health becomes after a poll. A failure that waiting does not heal, or any before the first
 * good poll, is "not watching" at once; others when no poll was good for the watchdog's time.
 * @param now wall ms · @param mono monotonic ms · @param interval ms
 */
export function afterPoll(
  watch: Watch,
  failure: Failure | null,
  now: number,
  mono: number,
  interval: number,
): Watch {
  if (failure === null) return { health: { state: 'watching' }, goodAt: mono, everGood: true };
  const { health } = watch;
  const since = health.state === 'not-watching' || health.state === 'troubled' ? health.since : now;
  const lost =
    health.state === 'not-watching' ||
    !watch.everGood ||
    isDefinite(failure) ||
    mono - watch.goodAt >= watchdogDelay(interval);
  return { ...watch, health: { state: lost ? 'not-watching' : 'troubled', since, failure } };
}

/**
 * While the history does not answer no poll comes to its end, and none begins: whatever a poller knew last, nobody sees.
 * @param health `undefined`: there is no poller yet
 */
export const whileStuck = (health: Health | undefined, stuck: Blind | null): Health | undefined =>
  stuck === null || health?.state === 'not-watching' ? health : { state: 'not-watching', ...stuck };

/** ms until the watchdog barks: the next poll may be an hour away, by the server's wish. `null`: it has nothing to say. */
export const untilLost = ({ health, goodAt }: Watch, mono: number, interval: number): number | null =>
  health.state === 'troubled' ? Math.max(0, goodAt + watchdogDelay(interval) - mono) : null;

/** No poll was good for the watchdog's time, and none is over yet. */
export const afterSilence = (watch: Watch): Watch =>
  watch.health.state === 'troubled'
    ? { ...watch, health: { ...watch.health, state: 'not-watching' } }
    : watch;
