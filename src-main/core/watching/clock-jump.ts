import type { Clock } from '../ports';

/** Clocks run apart a little, and are set right by the network; a jump is more than that. ms. */
const JUMP_MS = 5000;

/** @returns whether the wall clock was set, or the machine slept, since the last look */
export function createJumpWatch(clock: Pick<Clock, 'now' | 'monotonic'>): () => boolean {
  const apart = (): number => clock.now() - clock.monotonic();
  let last = apart();
  return () => {
    const before = last;
    last = apart();
    return Math.abs(last - before) > JUMP_MS;
  };
}
