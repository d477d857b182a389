import type { Clock, Log } from './ports';
import type { Store } from './store-port';
import type { createToasts } from './toasts';

/** What the last run left untold: a pause ends with the run that it was made in; what was being shown is told once more. */
export async function tellInterrupted(
  store: Store,
  clock: Clock,
  log: Log,
  draw: ReturnType<typeof createToasts>['drawAll'],
): Promise<void> {
  try {
    await store.releaseHeld(clock.now());
    const digest = await store.recover();
    if (digest) await draw([digest]);
  } catch (error) {
    log.bug(error);
  }
}
