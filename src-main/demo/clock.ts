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

/** The day passes faster: the server's stamps and its `Date` run ahead, while timers fire as much sooner. */
export function fastClock(speed: number): DemoClock {
  const start = Date.now();
  return {
    now: () => start + (Date.now() - start) * speed,
    after(ms, run) {
      const timer = setTimeout(run, ms / speed);
      return () => clearTimeout(timer);
    },
  };
}
