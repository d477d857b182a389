import type { Preferences } from '../../src-shared/preferences';
import { quietUntil } from './alerts/quiet-hours';
import type { Clock, Desktop, Sound, ToastLook } from './ports';

/** From calm to urgent. */
const ORDER: readonly ToastLook[] = ['recovered', 'info', 'warning', 'major', 'critical'];
/** Two closer than this are one noise. */
const GAP_MS = 3000;

export interface ChooseSoundDeps {
  readonly clock: Pick<Clock, 'now' | 'monotonic'>;
  readonly preferences: () => Pick<Preferences, 'sounds' | 'soundVolume' | 'quietHours'>;
  /** Wall ms; `null`: not paused. */
  readonly pausedUntil: () => number | null;
  readonly desktop: Pick<Desktop, 'state'>;
}

/**
 * Which sound goes with what is told now: that of the worst level whose sound is on, at most one in 3 s, and none in a
 * pause, in quiet hours or while the desktop is set to do not disturb, also of what breaks through these.
 */
export function createChooseSound({ clock, preferences, pausedUntil, desktop }: ChooseSoundDeps) {
  let last = -Infinity;
  /** @param looks of all that is told at once; `null`: told quietly @returns the same many, one of them a sound at most */
  return function chooseSound(looks: readonly (ToastLook | null)[]): readonly (Sound | null)[] {
    const { sounds, soundVolume: volume, quietHours } = preferences();
    const ranks = looks.map((look) => (look !== null && sounds[look] ? ORDER.indexOf(look) : -1));
    const best = Math.max(-1, ...ranks);
    const look = ORDER[best];
    if (look === undefined || volume === 0 || isCalm(quietHours)) return looks.map(() => null);
    if (clock.monotonic() - last < GAP_MS) return looks.map(() => null);
    last = clock.monotonic();
    const at = ranks.indexOf(best);
    return looks.map((_, index) => (index === at ? { look, volume } : null));
  };

  function isCalm(quietHours: Preferences['quietHours']): boolean {
    const until = pausedUntil();
    const now = clock.now();
    if (until !== null && now < until) return true;
    return desktop.state().doNotDisturb === 'on' || quietUntil(quietHours, now) !== null;
  }
}
