import type { networkInterfaces } from 'node:os';
import type { Clock } from '../../core/ports';

export type Interfaces = typeof networkInterfaces;

/** Electron's main process hears of no change; a look costs some tens of microseconds. ms. */
const LOOK_MS = 15_000;

/**
 * Calls `changed` when this machine has other addresses than before: another Wi-Fi, a cable, a VPN. A hint for a
 * poll, never the truth: an interface says nothing of what can be reached (desktop.md).
 */
export function watchNetwork(interfaces: Interfaces, clock: Pick<Clock, 'after'>, changed: () => void): void {
  let known = addresses(interfaces);
  const look = (): void => {
    const now = addresses(interfaces);
    // Without any there is nobody to reach: the next look will tell.
    if (now !== known && now !== '') changed();
    known = now;
    clock.after(LOOK_MS, look);
  };
  clock.after(LOOK_MS, look);
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
