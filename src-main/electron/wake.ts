import type { PowerMonitor } from 'electron';
import type { Clock } from '../core/ports';

/** Resume and unlock come together, and each may come twice (desktop.md). */
const SAME_WAKE_MS = 2000;

/**
 * Calls `wake` once when the machine comes back from sleep or its screen is unlocked. Wall time tells
 * repetitions apart: the monotonic clock of Linux stands still during sleep, so that an unlock before
 * and a resume after a night would look like one.
 */
export function onWake(
  powerMonitor: Pick<PowerMonitor, 'on'>,
  clock: Pick<Clock, 'now'>,
  wake: () => void,
): void {
  let last = -Infinity;
  const once = (): void => {
    const now = clock.now();
    if (Math.abs(now - last) < SAME_WAKE_MS) return;
    last = now;
    wake();
  };
  powerMonitor.on('resume', once);
  powerMonitor.on('unlock-screen', once);
}
