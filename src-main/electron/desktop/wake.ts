import type { PowerMonitor } from 'electron';
import type { Clock } from '../../core/ports';
import { watchNetwork, type Interfaces } from './network-watch';

/** After waking the network takes a moment, and a whole office wakes at nine: not at once, not all together. */
const SOONEST_MS = 2000;
const SPREAD_MS = 3000;

export interface WakeDeps {
  readonly powerMonitor: Pick<PowerMonitor, 'on'>;
  readonly networkInterfaces: Interfaces;
  readonly clock: Clock;
  /** No server that is watched is out of reach. */
  readonly isCalm: () => boolean;
  /** The machine has other addresses than before; told at once. */
  readonly onNetwork: () => void;
}

/**
 * Calls `wake` 2–5 s after the machine comes back from sleep, its screen is unlocked, or it is in another network.
 * Those come together, and each may come twice (desktop.md): what comes while a call waits is the same wake.
 * @returns to be called before each request: is it still the same network?
 */
export function onWake(
  { powerMonitor, networkInterfaces, clock, isCalm, onNetwork }: WakeDeps,
  wake: () => void,
): () => void {
  let waits = false;
  const soon = (): void => {
    if (waits) return;
    waits = true;
    clock.after(SOONEST_MS + clock.random() * SPREAD_MS, () => {
      waits = false;
      wake();
    });
  };
  powerMonitor.on('resume', soon);
  powerMonitor.on('unlock-screen', soon);
  return watchNetwork({
    interfaces: networkInterfaces,
    clock,
    isCalm,
    changed: () => {
      onNetwork();
      soon();
    },
  });
}
