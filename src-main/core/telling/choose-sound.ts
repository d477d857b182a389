import type { Preferences } from '../../../src-shared/preferences';
import type { Clock, Desktop, Sound, ToastLook } from '../ports';

/** From calm to urgent. */
const ORDER: readonly ToastLook[] = ['recovered', 'info', 'warning', 'major', 'critical'];
/** Two closer than this are one noise. */
const GAP_MS = 3000;

export interface ChooseSoundDeps {
  readonly clock: Pick<Clock, 'now' | 'monotonic'>;
  readonly preferences: () => Pick<Preferences, 'sounds' | 'soundVolume'>;
  /** Wall ms; `null`: not paused. */
  readonly pausedUntil: () => number | null;
  readonly desktop: Pick<Desktop, 'state'>;
}

/**
 * Which sound goes with what is told now: that of the worst level whose sound is on, at most one in 3 s, and none in a
 * pause or while the desktop is set to do not disturb, also of what breaks through these. What breaks through quiet
 * hours is heard: they have no other end, and whoever lets the critical through them wants to wake up.
 */
export function createChooseSound({ clock, preferences, pausedUntil, desktop }: ChooseSoundDeps) {
  let last = -Infinity;
  /** @param looks of all that is told at once; `null`: told quietly @returns the same many, one of them a sound at most */
  return function chooseSound(looks: readonly (ToastLook | null)[]): readonly (Sound | null)[] {
    const { sounds, soundVolume: volume } = preferences();
    const ranks = looks.map((look) => (look !== null && sounds[look] ? ORDER.indexOf(look) : -1));
    const best = Math.max(-1, ...ranks);
    const look = ORDER[best];
    if (look === undefined || volume === 0 || isCalm()) return looks.map(() => null);
    if (clock.monotonic() - last < GAP_MS) return looks.map(() => null);
    last = clock.monotonic();
    const at = ranks.indexOf(best);
    return looks.map((_, index) => (index === at ? { look, volume } : null));
  };

  function isCalm(): boolean {
    const until = pausedUntil();
    return (until !== null && clock.now() < until) || desktop.state().doNotDisturb === 'on';
  }
}
