import type { networkInterfaces } from 'node:os';
import type { Clock } from '../../core/ports';

export type Interfaces = typeof networkInterfaces;

/** Between two looks while a server is not reached: the network that comes back is what everything waits for. ms. */
const TROUBLED_MS = 15_000;
/**
 * The same while all goes well. Longer than most poll intervals, so that a look comes with a poll and main is not woken for
 * it: a look is some tens of microseconds, but 0.9 ms where it wakes a main process that has nothing else to do. ms.
 */
const CALM_MS = 75_000;
/** Closer to the last look a request brings no other: pages are asked for by the hundred. ms. */
const CLOSE_MS = 5000;

export interface NetworkWatchDeps {
  readonly interfaces: Interfaces;
  readonly clock: Pick<Clock, 'after' | 'monotonic'>;
  /** No server that is watched is out of reach. */
  readonly isCalm: () => boolean;
  /** The addresses are others than before. */
  readonly changed: () => void;
}

/**
 * Tells when this machine has other addresses than before: another Wi-Fi, a cable, a VPN. A hint for a poll, never the
 * truth: an interface says nothing of what can be reached (desktop.md). Electron's main process hears of no change, so it
 * looks.
 * @returns to be called before each request: looks then, too
 */
export function watchNetwork({ interfaces, clock, isCalm, changed }: NetworkWatchDeps): () => void {
  let known = addresses(interfaces);
  let lookedAt = clock.monotonic();
  let cancel = clock.after(TROUBLED_MS, look);

  function look(): void {
    cancel();
    lookedAt = clock.monotonic();
    cancel = clock.after(isCalm() ? CALM_MS : TROUBLED_MS, look);
    const before = known;
    known = addresses(interfaces);
    // Without any there is nobody to reach: the next look will tell.
    if (known !== before && known !== '') changed();
  }

  return () => {
    if (clock.monotonic() - lookedAt >= CLOSE_MS) look();
  };
}

/** Those that lead off this machine; link-local ones come and go with every virtual interface. */
function addresses(interfaces: Interfaces): string {
  return Object.values(interfaces())
    .flatMap((all) => all ?? [])
    .filter(({ internal, address }) => !internal && !/^(fe80:|169\.254\.)/i.test(address))
    .map(({ address }) => address)
    .toSorted()
    .join(' ');
}
