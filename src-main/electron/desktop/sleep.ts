import type { PowerMonitor } from 'electron';
import type { Clock } from '../../core/ports';

/**
 * Calls `back` when the machine comes back from sleep, with the wall ms at which it fell asleep: at once, before any
 * poll that was due meanwhile has answered. Both signals may come twice (desktop.md).
 */
export function onSleep(
  powerMonitor: Pick<PowerMonitor, 'on'>,
  clock: Pick<Clock, 'now'>,
  back: (since: number) => void,
): void {
  let since: number | null = null;
  powerMonitor.on('suspend', () => void (since ??= clock.now()));
  powerMonitor.on('resume', () => {
    if (since !== null) back(since);
    since = null;
  });
}
