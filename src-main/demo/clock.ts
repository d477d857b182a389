/** The server's time, so that a test can hold it still. */
export interface DemoClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs once after `ms`; the answer takes it back. Without it, real timers are used. */
  after?(ms: number, run: () => void): () => void;
}

/** Real timers where the clock brings none of its own. */
export function after(clock: DemoClock, ms: number, run: () => void): () => void {
  if (clock.after !== undefined) return clock.after(ms, run);
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
